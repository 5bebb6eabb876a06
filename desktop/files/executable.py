"""What lies in the single-file executable and is not unpacked at its start.

PyInstaller puts an archive into the executable: entries, a table of them, and behind the table
a cookie that tells where both are (PyInstaller/archive/writers.py). At the start, entries of the
kind `PKG` are passed over; here they are found, and read where they lie.
"""

from __future__ import annotations

import io
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MAGIC: Final = b"MEI\014\013\012\013\016"
# Magic; bytes of the archive; place and bytes of its table; Python's version and library.
_COOKIE: Final = struct.Struct("!8sIIII64s")
# Bytes of the entry in the table; its place, its bytes packed and unpacked; packed or not; kind.
_ENTRY: Final = struct.Struct("!IIIIBc")
_KIND: Final = b"a"
# On Linux the sections' table of the executable is behind the cookie.
_STEP: Final = 1 << 16


class EmbeddedFile(io.RawIOBase):
    """A file in another one, read as if it lay by itself."""

    def __init__(self, path: Path, start: int, length: int) -> None:
        super().__init__()
        self._file = path.open("rb")
        self._start = start
        self._length = length
        self._at = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place in the file."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._length}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read on from the place, at most to its end."""
        view = memoryview(buffer).cast("B")
        wanted = max(0, min(len(view), self._length - self._at))
        self._file.seek(self._start + self._at)
        read = self._file.readinto(view[:wanted])
        self._at += read
        return read

    def close(self) -> None:
        """Close the file around it as well."""
        self._file.close()
        super().close()


def find_embedded(executable: Path, prefix: str) -> tuple[str, int, int] | None:
    """The first entry that the start passes over and whose name begins so: name, place, length.

    Raises:
        OSError: the executable cannot be read any more.
        ValueError: it holds no archive.
    """
    with executable.open("rb") as file:
        for name, start, length in _embedded(file):
            if name.startswith(prefix):
                return name, start, length
    return None


def _embedded(file: IO[bytes]) -> Iterator[tuple[str, int, int]]:
    """The entries that the start passes over: name, place in the file, length."""
    end = _end_of_archive(file)
    file.seek(end - _COOKIE.size)
    _, size, table_at, table_size, _, _ = _COOKIE.unpack(file.read(_COOKIE.size))
    start = end - size
    file.seek(start + table_at)
    table = file.read(table_size)
    at = 0
    while at < len(table):
        step, place, length, _, _, kind = _ENTRY.unpack_from(table, at)
        if kind == _KIND:
            name = table[at + _ENTRY.size : at + step].rstrip(b"\0").decode()
            yield name, start + place, length
        at += step


def _end_of_archive(file: IO[bytes]) -> int:
    """The place behind the last cookie in the file."""
    end = file.seek(0, os.SEEK_END)
    while end > 0:
        # The steps overlap, so that no cookie lies across two of them.
        start = max(0, end - _STEP)
        file.seek(start)
        found = file.read(end - start).rfind(_MAGIC)
        if found >= 0:
            return start + found + _COOKIE.size
        end = start + len(_MAGIC) - 1 if start else 0
    raise ValueError("no archive of PyInstaller")
