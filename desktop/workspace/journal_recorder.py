"""Writes the journal of everything done in the workspace, as it happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from desktop.errors import ReviewFileError
from desktop.review.changes import Step
from desktop.review.journal import Journal, RecoveredReport
from desktop.review.review import Review


class JournalRecorder:
    """A journal that cannot be written is told once, not at every key.

    Args:
        folder: where journals are kept; nothing is created before the first event.
    """

    def __init__(self, folder: Path) -> None:
        self._journal = Journal(folder)
        self._failing = False
        self.on_error: Callable[[ReviewFileError], None] = lambda _error: None

    def files_added(self, paths: Sequence[Path]) -> None:
        """Files came into the workspace, or are read again."""
        self._try(lambda: self._journal.files_added(paths))

    def recovered(self, reports: Sequence[RecoveredReport]) -> None:
        """What an earlier journal holds, until its files are read again."""
        for report in reports:
            self._try(partial(self._journal.opened, report))

    def opened(self, review: Review) -> None:
        """A report was read, with what earlier work there was on it."""
        steps = list(review.history)
        opened = RecoveredReport(review.path, review.sha256, steps, review.saved)
        self._try(lambda: self._journal.opened(opened))

    def step_made(self, path: Path, step: Step) -> None:
        """A person made a step in the report at a path."""
        self._try(lambda: self._journal.made(path, step))

    def step_undone(self, path: Path) -> None:
        """The last step of the report at a path was taken back."""
        self._try(lambda: self._journal.undone(path))

    def saved(self, path: Path, count: int | None) -> None:
        """A report was saved with its first `count` steps; None where others are saved by now."""
        self._try(lambda: self._journal.saved(path, count))

    def close(self, *, keep: bool) -> None:
        """End the journal; kept only where the work in it is in no other file."""
        self._journal.close(keep=keep)

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
        except ReviewFileError as error:
            if not self._failing:
                self._failing = True
                self.on_error(error)
        else:
            self._failing = False
