"""Writes the journal of everything done on the desk, as it happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.errors import ReviewFileError
from desktop.gui.reports.desk import Desk
from desktop.gui.reports.entry import Entry
from desktop.review.changes import Step
from desktop.review.journal import Journal, Left


class Recorder(QObject):
    """Follows the desk; a journal that cannot be written is told once, not at every key."""

    troubled = Signal(object)
    """a `ReviewFileError`"""

    def __init__(self, desk: Desk, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = Journal(folder)
        self._told = False
        desk.arrived.connect(self._arrived)
        desk.opened.connect(self._opened)

    def take_over(self, left: Sequence[Left]) -> None:
        """What an earlier journal holds, until its files are read again."""
        for item in left:
            self._try(partial(self._journal.opened, item))

    def saved(self, path: Path, count: int) -> None:
        """A report was saved with its first `count` steps."""
        self._try(lambda: self._journal.saved(path, count))

    def close(self, *, keep: bool) -> None:
        """End the journal; kept only where the work in it is in no other file."""
        self._journal.close(keep=keep)

    def _arrived(self, paths: Sequence[Path]) -> None:
        self._try(lambda: self._journal.put(paths))

    def _opened(self, entry: Entry) -> None:
        review = entry.review
        if review is None:
            return
        clean = entry.undo.cleanIndex()
        left = Left(entry.path, review.sha256, list(review.history), None if clean < 0 else clean)
        self._try(lambda: self._journal.opened(left))
        review.recorded.append(lambda step, made: self._step(entry.path, step, made=made))

    def _step(self, path: Path, step: Step, *, made: bool) -> None:
        if made:
            self._try(lambda: self._journal.made(path, step))
        else:
            self._try(lambda: self._journal.taken_back(path))

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
        except ReviewFileError as error:
            if not self._told:
                self._told = True
                self.troubled.emit(error)
        else:
            self._told = False
