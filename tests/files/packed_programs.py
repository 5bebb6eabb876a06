"""Single-file executables with packed libraries, and programs that use these."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_LZMA, ZipFile

from desktop.files.packed_libraries import packed_libraries, unpacked_folder
from tests.files.test_executable import executable

PYTHON = sys.executable
"""tests put another in its place"""
CONTENT = {
    "numbers_of/__init__.py": b"from numbers_of.core import SUM\n",
    "numbers_of/core.py": b"SUM = 42\n",
    "numbers_of.libs/large.so": os.urandom(1 << 18),
}
USING = """
import sys
from pathlib import Path
sys._MEIPASS, sys.executable = sys.argv[1:3]
from desktop.files.packed_libraries import packed_libraries, unpacked_folder
print("ready", flush=True)
sys.stdin.readline()
print(unpacked_folder(packed_libraries()), flush=True)
sys.stdin.readline()
"""


def program(folder: Path, digest: str = "1a", content: dict[str, bytes] = CONTENT) -> Path:
    """A single-file executable with these libraries."""
    archive = io.BytesIO()
    with ZipFile(archive, "w", ZIP_LZMA) as opened:
        for name, data in content.items():
            opened.writestr(name, data)
    folder.mkdir(exist_ok=True)
    return executable(folder / "gouji", {f"libraries-{digest}": archive.getvalue()})


def ready() -> Path:
    """The folder that the libraries of the running executable are made ready in."""
    packed = packed_libraries()
    assert packed is not None
    return unpacked_folder(packed)


def is_whole(folder: Path, content: dict[str, bytes] = CONTENT) -> bool:
    return all((folder / name).read_bytes() == data for name, data in content.items())


def beside(folder: Path) -> set[str]:
    """The names in the cache besides a folder's."""
    return {path.name for path in folder.parent.iterdir()} - {folder.name}


class Running:
    """A program with packed libraries that waits for a word to use them, and for one to end."""

    def __init__(self, own: Path, executable: Path) -> None:
        self._process = subprocess.Popen(
            [PYTHON, "-c", USING, own, executable],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._said() == "ready"

    def use(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def folder(self) -> Path:
        """The folder that it uses."""
        return Path(self._said())

    def end(self) -> None:
        self._process.communicate("\n", timeout=30)
        assert self._process.returncode == 0

    def _said(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()
