r"""The program made known to the current user's desktop: its files open it by a double click.

For the single file on a stick, which no installer made known; nothing here asks for rights
beyond the user's own. Linux: XDG's Desktop Entry, Shared MIME-info and Icon Theme
specifications. Windows: ProgIDs and "Open with" under `HKCU\Software\Classes`.
PDF files keep the program that they open with; this one is only offered beside it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop.errors import AppError
from desktop.resources import resource

SUFFIX: Final = ".gouji"
_PROG_ID: Final = "Gouji.Review"
_CLASSES: Final = r"Software\Classes"


class RegisterError(AppError):
    """The desktop's records cannot be changed."""


def register() -> Iterator[str]:
    """Make the program known; one line for each thing done.

    Raises:
        RegisterError: a record cannot be written, or this desktop has another way.
    """
    return _done(adding=True)


def unregister() -> Iterator[str]:
    """Take back what `register` did, and nothing else; as above."""
    return _done(adding=False)


def _done(*, adding: bool) -> Iterator[str]:
    try:
        if sys.platform == "win32":
            yield from _write_keys() if adding else _remove_keys()
        elif sys.platform == "linux":
            yield from _write_files() if adding else _remove_files()
        else:
            raise RegisterError("在 macOS 上，把“勾稽”放进“应用程序”文件夹即可，无需登记。")
    except OSError as error:
        raise RegisterError("登记信息无法写入，请检查用户文件夹的权限。", str(error)) from error


def command() -> list[str]:
    """The words that start this program, whether packaged or from its source."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable).resolve()
        # The twin for scripts would open a console behind the window.
        window = program.with_name(program.name.replace("-console", ""))
        return [str(window if window.exists() else program)]
    return [sys.executable, "-m", "desktop"]


# --- Linux ---------------------------------------------------------------------------------


def data_home() -> Path:
    """Where the user's own desktop records are (XDG Base Directory Specification)."""
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def _targets() -> dict[Path, Path]:
    """Each record's place, and the file it is copied from."""
    home = data_home()
    icon = resource("icons", "gouji.svg")
    icons = home / "icons" / "hicolor" / "scalable"
    return {
        home / "applications" / "gouji.desktop": resource("linux", "gouji.desktop"),
        home / "mime" / "packages" / "gouji.xml": resource("linux", "gouji-mime.xml"),
        icons / "apps" / "gouji.svg": icon,
        icons / "mimetypes" / "application-x-gouji.svg": icon,
    }


def _write_files() -> Iterator[str]:
    for place, source in _targets().items():
        place.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text("utf-8")
        if place.suffix == ".desktop":
            text = text.replace("Exec=gouji", f"Exec={' '.join(map(_quoted, command()))}")
        place.write_text(text, "utf-8")
        yield f"已写入 {place}"
    _refresh()


def _remove_files() -> Iterator[str]:
    for place in _targets():
        if place.exists():
            place.unlink()
            yield f"已删除 {place}"
    _refresh()


def _quoted(word: str) -> str:
    """A word of an Exec line (Desktop Entry Specification, "The Exec key")."""
    escaped = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in word)
    # The backslash is also escaped once for being in a value, and % begins a field code.
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'


def _refresh() -> None:
    """Let the desktop read its records again; it does so at the next login anyway."""
    home = data_home()
    for words in (
        ("update-mime-database", str(home / "mime")),
        ("update-desktop-database", str(home / "applications")),
        ("xdg-mime", "default", "gouji.desktop", "application/x-gouji"),
    ):
        if shutil.which(words[0]):
            subprocess.run(words, capture_output=True, check=False, timeout=60)


# --- Windows -------------------------------------------------------------------------------


def keys() -> dict[str, dict[str, str]]:
    r"""The registry's keys under `HKCU\Software\Classes`, with their values by name."""
    words = command()
    open_with = subprocess.list2cmdline([*words, "%1"])
    # list2cmdline leaves %1 bare; a path may hold spaces.
    open_with = open_with.removesuffix("%1") + '"%1"'
    icon = f"{words[0]},0"
    program = r"Applications\gouji.exe"
    return {
        SUFFIX: {"": _PROG_ID},
        rf"{SUFFIX}\OpenWithProgids": {_PROG_ID: ""},
        _PROG_ID: {"": "勾稽核对记录"},
        rf"{_PROG_ID}\DefaultIcon": {"": icon},
        rf"{_PROG_ID}\shell\open\command": {"": open_with},
        program: {"FriendlyAppName": "勾稽"},
        rf"{program}\DefaultIcon": {"": icon},
        rf"{program}\SupportedTypes": {SUFFIX: "", ".pdf": ""},
        rf"{program}\shell\open\command": {"": open_with},
        r".pdf\OpenWithList\gouji.exe": {"": ""},
    }


# Whole trees that are this program's; of the others only what was written is removed.
OWN_TREES: Final = (_PROG_ID, r"Applications\gouji.exe", r".pdf\OpenWithList\gouji.exe")

if sys.platform == "win32":

    def _write_keys() -> Iterator[str]:
        import winreg

        for key, values in keys().items():
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{_CLASSES}\{key}") as opened:
                for name, value in values.items():
                    winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)
            yield rf"已写入 HKCU\{_CLASSES}\{key}"
        _tell_shell()

    def _remove_keys() -> Iterator[str]:
        import winreg

        emptied = []
        for tree in OWN_TREES:
            if _remove_tree(winreg.HKEY_CURRENT_USER, rf"{_CLASSES}\{tree}"):
                yield rf"已删除 HKCU\{_CLASSES}\{tree}"
                emptied.append(tree.rpartition("\\")[0])
        try:
            if winreg.QueryValue(winreg.HKEY_CURRENT_USER, rf"{_CLASSES}\{SUFFIX}") == _PROG_ID:
                _remove_tree(winreg.HKEY_CURRENT_USER, rf"{_CLASSES}\{SUFFIX}")
                yield rf"已删除 HKCU\{_CLASSES}\{SUFFIX}"
        except FileNotFoundError:
            pass
        _tell_shell()
        for tree in emptied:
            _remove_empty(tree)

    def _remove_tree(root: int, path: str) -> bool:
        """Remove a key with the keys below it: the registry removes leaves alone."""
        import winreg

        try:
            with winreg.OpenKey(root, path, 0, winreg.KEY_ALL_ACCESS) as opened:
                below = [winreg.EnumKey(opened, i) for i in range(winreg.QueryInfoKey(opened)[0])]
        except FileNotFoundError:
            return False
        for name in below:
            _remove_tree(root, rf"{path}\{name}")
        winreg.DeleteKey(root, path)
        return True

    def _remove_empty(tree: str) -> None:
        """Remove the keys above one that was removed, as far as nothing is left in them.

        This is tidiness alone: what others guard stays.
        """
        import winreg

        while tree:
            with suppress(OSError):
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"{_CLASSES}\{tree}") as opened:
                    keys_below, values, _ = winreg.QueryInfoKey(opened)
                if keys_below or values:
                    return
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, rf"{_CLASSES}\{tree}")
            tree = tree.rpartition("\\")[0]

    def _tell_shell() -> None:
        """Let Explorer read the associations again (shlobj_core.h, SHCNE_ASSOCCHANGED)."""
        import ctypes

        ctypes.windll.shell32.SHChangeNotify(0x08000000, 0, None, None)
