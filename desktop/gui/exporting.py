"""Reviews to files, away from the window's thread: saved for going on, exported for others."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.errors import AppError, WriteError
from desktop.gui.reports.entry import Entry
from desktop.gui.settings import now
from desktop.review.review import Review
from desktop.review.store import save_review

_BROKEN: Final = "写文件时程序出错，文件没有写成；请换一个位置重试。"


class Exporter(QObject):
    """Writes one file after another; what was written is as the review stood when asked."""

    written = Signal(object, object)
    """the path, and how many files are still to come"""
    saved = Signal(object, object)
    """an entry whose review was saved, and with how many steps"""
    failed = Signal(object, object)
    """the path, and an `AppError`"""
    _done = Signal(object, object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="export")
        self._pending = 0
        self._done.connect(self._finish)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be written."""
        return self._pending > 0

    def save(self, entry: Entry, path: Path) -> None:
        """Save an entry's review; `saved` and `written`, or `failed`, tell the end."""
        time = now()
        self._start(entry, path, lambda review: save_review(review, path, time), saves=True)

    def export(self, entry: Entry, path: Path) -> None:
        """Write an entry's report for others; `written` or `failed` tells the end."""

        def write(review: Review) -> None:
            from desktop.exports.export import export_review

            export_review(review, path)

        self._start(entry, path, write, saves=False)

    def close(self) -> None:
        """Wait for what is being written."""
        self._thread.shutdown(wait=True)

    def _start(
        self, entry: Entry, path: Path, write: Callable[[Review], None], *, saves: bool
    ) -> None:
        if entry.review is None:
            return
        self._pending += 1
        # What a review holds is never changed in place, so a copy of the review is enough.
        review = copy.copy(entry.review)
        state = (entry.undo.index(), len(review.history)) if saves else None
        self._thread.submit(
            lambda: self._done.emit(entry, path, state, _error_of(lambda: write(review)))
        )

    def _finish(
        self, entry: Entry, path: Path, state: tuple[int, int] | None, error: AppError | None
    ) -> None:
        self._pending -= 1
        if error is not None:
            self.failed.emit(path, error)
            return
        if state is not None:
            index, count = state
            if entry.undo.index() == index:
                entry.undo.setClean()
            self.saved.emit(entry, count)
        self.written.emit(path, self._pending)


def _error_of(work: Callable[[], None]) -> AppError | None:
    """Do something; answers with what a person can be told if it failed."""
    try:
        work()
    except AppError as error:
        return error
    except Exception as error:  # nobody waits for this thread's answers
        logging.getLogger(__name__).exception("writing failed")
        return WriteError(QCoreApplication.translate("Exporter", _BROKEN), repr(error))
    return None
