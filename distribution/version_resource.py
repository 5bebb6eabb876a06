"""What Windows shows of an executable under "Details": names, version, copyright."""

from __future__ import annotations

from typing import Final

_CHINESE: Final = 0x0804
_UNICODE: Final = 1200


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """`1.2.3` as the four numbers that Windows wants; what is no number counts as 0."""
    parts = [int(part) if part.isdigit() else 0 for part in version.split(".")[:4]]
    return (*parts, 0, 0, 0, 0)[:4]  # type: ignore[return-value]


def version_resource(version: str, commit: str) -> object:
    """PyInstaller's object for the resource; Windows only."""
    from PyInstaller.utils.win32 import versioninfo as win

    texts = {
        "CompanyName": "The Gouji authors",
        "FileDescription": "勾稽 · 政府信息公开工作年度报告核对台",
        "FileVersion": version,
        "InternalName": "gouji",
        "LegalCopyright": "Copyright 2026 The Gouji authors. Apache License 2.0",
        "OriginalFilename": "gouji.exe",
        "ProductName": "勾稽 Gouji",
        "ProductVersion": f"{version} ({commit})",
    }
    numbers = version_numbers(version)
    strings = [win.StringStruct(name, text) for name, text in texts.items()]
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(filevers=numbers, prodvers=numbers, mask=0x3F, OS=0x40004),
        kids=[
            win.StringFileInfo([win.StringTable(f"{_CHINESE:04X}{_UNICODE:04X}", strings)]),
            win.VarFileInfo([win.VarStruct("Translation", [_CHINESE, _UNICODE])]),
        ],
    )
