"""Which of the files that PyInstaller's analysis found the program needs.

An entry is PyInstaller's own: the name inside the executable, the file it is taken from, and
its kind. What nobody links to any more, once unused plugins are gone, goes too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

Entry = tuple[str, str, str]

# What Qt's hooks bring along unasked. Kept: the windows of X and Wayland, input methods (ibus,
# which fcitx answers too), the desktop's own file dialog, SVG.
_UNUSED_PLUGIN: Final = re.compile(
    r"plugins/("
    r"(tls|networkinformation|sqldrivers|egldeviceintegrations|generic|qmltooling|imageformats"
    r"|iconengines|styles|xcbglintegrations|wayland-graphics-integration-\w+|printsupport)/"
    r"|platforms/(lib)?q(eglfs|vkkhrdisplay|vnc|linuxfb|minimal|direct2d|wayland-egl)"
    # GTK's theme would mix libraries of the building machine with those of the user's.
    r"|platformthemes/libqgtk3"
    r"|platforminputcontexts/(lib)?qtvirtualkeyboard"
    r"|wayland-shell-integration/lib(ivi-shell|qt-shell|fullscreen-shell-v1|wl-shell-plugin)"
    r"|wayland-decoration-client/libadwaita"
    r")"
)
_UNUSED_FILE: Final = re.compile(
    # Qt's modules for what this program has not; software OpenGL on Windows, 20 MB.
    r"Qt6?(Qml|Quick|Network|Sql|VirtualKeyboard|Pdf|WaylandCompositor|EglFS|EglFs)"
    r"|opengl32sw|d3dcompiler"
    # Character maps for pdfminer's own reading; pdfium, which reads here, has its own inside.
    r"|^pdfminer/cmap/"
    # What PyInstaller's hook takes of the library that a stand-in replaces.
    r"|^cryptography-|^pdfminer/py\.typed"
    # What pandas makes web pages of.
    r"|^pandas/io/formats/"
    # PyInstaller's own start is linked with it, and so has it from the system already.
    r"|(^|/)libz\.so"
    # Tables of encodings for web pages and mails.
    r"|(^|/)(_codecs_(hk|iso2022|jp|kr|tw)|_multibytecodec_none)\b"
)
# Extension modules of Python for consoles with line editing, and for networks.
_UNUSED_EXTENSION: Final = re.compile(
    r"(^|[/\\])(readline|_ssl|_hashlib|_curses|_curses_panel|_sqlite3|_crypt|nis"
    r"|ossaudiodev|_dbm|_gdbm|_tkinter|_lsprof|_zoneinfo|audioop)\.(cpython|cp3|abi3|pyd|so)"
)


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without those that nothing in the program uses."""
    return [entry for entry in entries if not is_unused(entry[0])]


def is_unused(name: str) -> bool:
    """Whether the file of this name inside the executable serves nothing."""
    name = name.replace("\\", "/")
    if "/translations/" in name and not name.startswith("resources/"):
        # Of Qt's own words, the Chinese ones alone; the window's are in resources/.
        return not name.endswith("qtbase_zh_CN.qm")
    found = (_UNUSED_PLUGIN, _UNUSED_FILE, _UNUSED_EXTENSION)
    return any(pattern.search(name) for pattern in found)


def linked(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without libraries that no module and no plugin among them links to."""
    from PyInstaller.depend.bindepend import get_imports

    entries = list(entries)
    by_name = {_library_name(entry[0]): entry for entry in entries if entry[2] != "SYMLINK"}
    waiting = [entry for entry in entries if _is_root(entry)]
    reached = {entry[0] for entry in waiting}
    while waiting:
        for name, _path in get_imports(waiting.pop()[1]):
            found = by_name.get(_library_name(name))
            if found is not None and found[0] not in reached:
                reached.add(found[0])
                waiting.append(found)
    # A symbolic link stands or falls with what it points to.
    return [e for e in entries if e[0] in reached or (e[2] == "SYMLINK" and e[1] in reached)]


def _is_root(entry: Entry) -> bool:
    name, _path, kind = entry
    if kind == "SYMLINK":
        return False
    loaded_by_name = re.search(r"plugins[/\\]|pdfium|libpython3|python3\d*\.dll", name)
    return kind == "EXTENSION" or loaded_by_name is not None


def _library_name(name: str) -> str:
    base = PurePosixPath(name.replace("\\", "/")).name
    return base.lower() if sys.platform == "win32" else base


def newest_glibc(entries: Iterable[Entry]) -> tuple[str, str]:
    """The newest version of glibc that a file asks for, and the first file that does.

    The versions stand in the string tables of ELF files as `GLIBC_2.28`.
    """
    newest, asking = (0, 0), ""
    for name, path, _kind in entries:
        found = re.findall(rb"GLIBC_(\d+)\.(\d+)", Path(path).read_bytes())
        version = max(((int(a), int(b)) for a, b in found), default=(0, 0))
        if version > newest:
            newest, asking = version, name
    return f"{newest[0]}.{newest[1]}", asking
