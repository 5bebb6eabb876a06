"""What is carried: the files that something uses, with the libraries they are linked to."""

from __future__ import annotations

import sys
from pathlib import Path

import PySide6
import pytest
from PyInstaller.depend import bindepend

from distribution.bundled import Entry, is_unused, linked, newest_glibc

QT = Path(PySide6.__file__).parent / "Qt"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="libraries of Linux")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6\\plugins\\imageformats\\qwebp.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "pdfminer/cmap/UniGB-UCS2-H.json.gz",
        "python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "_hashlib.pyd",
    ],
)
def test_left_out(name: str) -> None:
    assert is_unused(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "python3.11/lib-dynload/_socket.cpython-311-x86_64-linux-gnu.so",
        "python3.11/lib-dynload/_codecs_cn.cpython-311-x86_64-linux-gnu.so",
        "pypdfium2_raw/libpdfium.so",
    ],
)
def test_kept(name: str) -> None:
    assert not is_unused(name)


@on_linux
def test_a_library_goes_with_the_last_that_links_to_it() -> None:
    svg: Entry = ("PySide6/QtSvg.abi3.so", str(QT.parent / "QtSvg.abi3.so"), "EXTENSION")
    libraries: list[Entry] = [
        (f"PySide6/Qt/lib/{name}", str(QT / "lib" / name), "BINARY")
        for name in ("libQt6Svg.so.6", "libQt6Gui.so.6", "libQt6Quick.so.6")
    ]
    links: list[Entry] = [(Path(name).name, name, "SYMLINK") for name, _, _ in libraries]
    # Links first: they bear the libraries' names and must not be taken for them.
    kept = {entry[0] for entry in linked([*links, svg, *libraries])}
    used = {"libQt6Svg.so.6", "libQt6Gui.so.6"}
    assert kept == {svg[0], *used, *(f"PySide6/Qt/lib/{name}" for name in used)}
    assert linked([*links, *libraries]) == []


@pytest.mark.parametrize(
    "name",
    [
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "pypdfium2_raw\\pdfium.dll",
        "python311.dll",
    ],
)
def test_what_is_loaded_by_its_name_needs_no_link(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bindepend, "get_imports", lambda _path: [])
    assert linked([(name, "", "BINARY"), ("other.dll", "", "BINARY")]) == [(name, "", "BINARY")]


@on_linux
def test_the_newest_glibc_asked_for(tmp_path: Path) -> None:
    for name, content in (("a", b"GLIBC_2.9\0"), ("b", b"GLIBC_2.28\0GLIBC_2.4"), ("c", b"")):
        (tmp_path / name).write_bytes(content)
    entries = [(name, str(tmp_path / name), "BINARY") for name in "abc"]
    assert newest_glibc(entries) == ("2.28", "b")
