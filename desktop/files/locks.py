"""Whether the programs that write or use a file are still running: they hold a lock on it.

One program alone may hold `lock`; any number may hold `share`. Both end with the program.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

# A byte far behind the end: on Windows a locked byte cannot be read by others.
_BYTE: Final = 1 << 30

_shared: list[BinaryIO] = []
"""the files that this process uses, open until it ends"""

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

    def share(path: Path) -> None:
        """Mark a file as in use until this process ends, as far as that is possible."""
        with suppress(OSError):
            _shared.append(path.open("rb"))

    def is_shared(path: Path) -> bool:
        """Whether a running program uses a file, or that cannot be found out."""
        # A file that is open cannot be renamed there; that is lock enough.
        moved = path.with_suffix(".left")
        try:
            path.rename(moved)
            moved.rename(path)
        except OSError:
            return True
        return False

else:
    import fcntl

    def lock(file: BinaryIO) -> None:
        """Lock an open file for this process alone; the lock goes with the file or the process.

        Raises:
            OSError: another process holds it.
        """
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def share(path: Path) -> None:
        """Mark a file as in use until this process ends, as far as that is possible."""
        with suppress(OSError):
            file = path.open("rb")
            _shared.append(file)
            # Who asks whether it is in use holds it for a moment.
            fcntl.flock(file, fcntl.LOCK_SH)

    def is_shared(path: Path) -> bool:
        """Whether a running program uses a file, or that cannot be found out."""
        try:
            with path.open("rb") as file:
                lock(file)
        except OSError:
            return True
        return False


def is_held(path: Path) -> bool:
    """Whether a running program holds the lock of a file, or the file cannot be written."""
    try:
        with path.open("r+b") as file:
            lock(file)
    except OSError:
        return True
    return False
