"""The libraries that the single-file executable does not unpack at its start, in one archive.

It is a zip that `desktop.files.packed_libraries` unpacks into a folder for Python to look for
modules in: so it holds these libraries whole, with their licences, and nothing else. What they
need of Python's own is in the executable as ever.
"""

from __future__ import annotations

import hashlib
import importlib.util
import marshal
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZIP_LZMA, ZipFile, ZipInfo

from desktop.files.packed_libraries import PREFIX
from distribution.bundled import Entry

LIBRARIES: Final = ("pandas", "numpy", "dateutil")
"""by the names that they are imported by"""
UNUSED_MODULES: Final = (
    "numpy.f2py", "numpy.testing", "numpy._core._multiarray_tests", "pandas.conftest",
    "pandas.tests",
)  # fmt: skip
"""what tests and builds use of them"""
# Modules by their names, files by their paths; shared libraries beside `numpy` in `numpy.libs`.
_PACKED: Final = re.compile(
    r"(pandas|numpy|dateutil)([./]|$)|licenses/(pandas|numpy|python-dateutil)/"
)
# Four bytes of flags and eight that tell of a source: there is none to compare with.
_HEADER: Final = importlib.util.MAGIC_NUMBER + bytes(12)
# What PyInstaller names as the source of a package that is a bare folder.
_NO_SOURCE: Final = "-"


def parted(entries: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The entries that lie open in the executable, and those of the libraries."""
    parts: tuple[list[Entry], list[Entry]] = ([], [])
    for entry in entries:
        parts[_is_packed(entry)].append(entry)
    return parts


def _is_packed(entry: Entry) -> bool:
    name, path, kind = entry
    # A link goes with what it points to.
    named = path if kind == "SYMLINK" else name
    return _PACKED.match(named.replace("\\", "/")) is not None


def archive(modules: Iterable[Entry], files: Iterable[Entry], folder: Path) -> Path:
    """Write the archive under a name that tells it from others.

    Args:
        modules: the modules in Python.
        files: shared libraries and licences.
        folder: where to write it.
    """
    contents = dict(_compiled(entry) for entry in modules if entry[1] != _NO_SOURCE)
    for name, path, kind in files:
        # Links are for who looks in the executable's folder; these libraries know their own.
        if kind != "SYMLINK":
            contents[name.replace("\\", "/")] = Path(path).read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / "libraries.zip"
    # LZMA: a third less than deflate, for a second more at the first use.
    with ZipFile(written, "w", ZIP_LZMA) as opened:
        for name in sorted(contents):
            # Without the date: the same content makes the same archive.
            opened.writestr(ZipInfo(name), contents[name], ZIP_LZMA)
    digest = hashlib.sha256(written.read_bytes()).hexdigest()[:16]
    return written.replace(written.with_name(f"{PREFIX}{digest}"))


def _compiled(entry: Entry) -> tuple[str, bytes]:
    """A module as a compiled file that needs no source: its name and content."""
    from PyInstaller.building.utils import get_code_object, replace_filename_in_code_object

    name, source, _ = entry
    place = PurePosixPath(*name.split("."))
    if Path(source).stem == "__init__":
        place /= "__init__"
    # Not the path on the building machine.
    code = replace_filename_in_code_object(get_code_object(name, source, 0), f"{place}.py")
    return f"{place}.pyc", _HEADER + marshal.dumps(code)
