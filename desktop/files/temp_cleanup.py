"""The folder that the single-file program unpacks itself to, and those that killed runs left.

The program removes its folder when it ends; a run that was killed cannot. Each run holds a
lock on a file in its folder, so a later run can tell the living from the dead.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Final

from desktop.files.locks import is_shared, share

# What PyInstaller calls such folders, and a file that this program alone has in them.
_PREFIX: Final = "_MEI"
MARK: Final = Path("resources", "build.json")
# A folder so young may belong to a run that is still unpacking and holds no lock yet.
_SECONDS: Final = 60.0


def unpacked() -> Path | None:
    """Where this run unpacked itself; None where it did not: a folder variant, the source."""
    named = getattr(sys, "_MEIPASS", None)
    if named is None or not Path(named).name.startswith(_PREFIX):
        return None
    return Path(named)


def hold(folder: Path) -> None:
    """Mark a run's folder as in use, until this process ends."""
    share(folder / MARK)


def sweep(own: Path) -> list[Path]:
    """Remove the folders beside `own` that runs of this program left; they are returned."""
    swept: list[Path] = []
    with contextlib.suppress(OSError):
        for folder in own.parent.glob(f"{_PREFIX}*"):
            if folder != own and _is_left(folder):
                _remove(folder)
                swept.append(folder)
    return swept


def _is_left(folder: Path) -> bool:
    try:
        if folder.is_symlink() or time.time() - folder.stat().st_mtime < _SECONDS:
            return False
        if sys.platform != "win32" and folder.stat().st_uid != os.getuid():
            return False
    except OSError:
        return False
    # Without the mark it is not this program's.
    return not is_shared(folder / MARK)


def _remove(folder: Path) -> None:
    """Remove a folder, its mark last: a removal that is broken off can be taken up again."""
    keep = folder / MARK.parts[0]
    for path in folder.iterdir():
        if path == keep:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
