"""What lies in a folder of an earlier version, moved to the one of today.

At any moment a file is whole in one of the two folders, so a move that is broken off loses
nothing and goes on at the next start.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from filecmp import cmp
from pathlib import Path

from desktop.files.folders import data_folder, earlier_data_folder, journal_folder
from desktop.files.locks import is_held


def move_earlier_data() -> None:
    """Move the user's data out of the folder of earlier versions, if there is one."""
    move_files(earlier_data_folder(), data_folder())


def journal_folders() -> Iterator[Path]:
    """Every folder that journals may lie in: today's, and the earlier one with what stayed."""
    yield journal_folder()
    earlier = earlier_data_folder() / "journal"
    if earlier != journal_folder() and earlier.is_dir():
        yield earlier


def path_of_today(path: Path) -> Path:
    """Where a file is that was in the folder of earlier versions when its path was noted."""
    earlier = earlier_data_folder()
    if path.exists() or not path.is_relative_to(earlier):
        return path
    moved = data_folder() / path.relative_to(earlier)
    return moved if moved.exists() else path


def move_files(old: Path, new: Path) -> None:
    """Move the files below `old` to the same places below `new`, and remove the empty folders.

    A file stays where it is if a running program holds it, if it cannot be moved, or if `new`
    has another of its name.
    """
    if old == new or not old.is_dir():
        return
    for path in sorted(old.rglob("*")):
        if path.is_file() and not is_held(path):
            with suppress(OSError):
                _move(path, new / path.relative_to(old))
    _remove_empty(old)


def _move(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        path.rename(target)
    elif cmp(path, target, shallow=False):
        path.unlink()


def _remove_empty(folder: Path) -> None:
    """Remove a folder with the folders in it, and the one around it, as far as they are empty."""
    inner = sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True)
    for path in (*inner, folder, folder.parent):
        with suppress(OSError):  # not empty
            path.rmdir()
