"""Whether the program that writes a file is still running: it holds a lock on it until it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO, Final

# A byte far behind the end: on Windows a locked byte cannot be read by others.
_BYTE: Final = 1 << 30

if sys.platform == "win32":
    import msvcrt

    def lock(file: BinaryIO) -> None:
        """Lock an open file for this process alone; the lock goes with the file or the process.

        Raises:
            OSError: another process holds it.
        """
        place = file.tell()
        file.seek(_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        finally:
            file.seek(place)

else:
    import fcntl

    def lock(file: BinaryIO) -> None:
        """Lock an open file for this process alone; the lock goes with the file or the process.

        Raises:
            OSError: another process holds it.
        """
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_held(path: Path) -> bool:
    """Whether a running program holds the lock of a file, or the file cannot be written."""
    try:
        with path.open("r+b") as file:
            lock(file)
    except OSError:
        return True
    return False
