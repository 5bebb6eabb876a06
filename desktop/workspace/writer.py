"""Reviews to files, away from the caller's thread: saved for going on, exported for others."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from desktop.errors import AppError, WriteError
from desktop.review.changes import Step
from desktop.review.review import Review
from desktop.review.store import save_review
from desktop.workspace.clock import timestamp
from desktop.workspace.loader import Deliver
from desktop.workspace.messages import NOT_WRITTEN
from desktop.workspace.open_report import OpenReport


class Writer:
    """Writes one file after another; what was written is as the review stood when asked.

    The callbacks tell the end, in the thread that `deliver` delivers to.
    """

    def __init__(self, deliver: Deliver) -> None:
        self.on_saved: Callable[[OpenReport, Sequence[Step]], None] = lambda _report, _steps: None
        """a report whose review was saved, and with which steps"""
        self.on_written: Callable[[Path], None] = lambda _path: None
        """a file that was written; after `on_saved`"""
        self.on_error: Callable[[AppError], None] = lambda _error: None
        """why a file was not written"""
        self._deliver = deliver
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._pending = 0

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be written."""
        return self._pending > 0

    def save(self, report: OpenReport, path: Path) -> None:
        """Save a report's review."""
        if report.review is not None:
            time, steps = timestamp(), report.review.history
            saved = lambda: self.on_saved(report, steps)  # noqa: E731
            self._start(report.review, path, lambda review: save_review(review, path, time), saved)

    def export(self, report: OpenReport, path: Path) -> None:
        """Write a report for others."""

        def write(review: Review) -> None:
            from desktop.exports.export import export_review

            export_review(review, path)

        if report.review is not None:
            self._start(report.review, path, write, lambda: None)

    def close(self) -> None:
        """Wait for what is being written."""
        self._thread.shutdown(wait=True)

    def _start(
        self,
        review: Review,
        path: Path,
        write: Callable[[Review], None],
        written: Callable[[], None],
    ) -> None:
        self._pending += 1
        # What a review holds is never changed in place, so a copy of the review is enough.
        held = copy.copy(review)

        def work() -> None:
            error = _error_of(lambda: write(held))
            self._deliver(lambda: self._finish(path, written, error))

        self._thread.submit(work)

    def _finish(self, path: Path, written: Callable[[], None], error: AppError | None) -> None:
        self._pending -= 1
        if error is not None:
            self.on_error(error)
            return
        written()
        self.on_written(path)


def _error_of(work: Callable[[], None]) -> AppError | None:
    """Do something; answers with what a person can be told if it failed."""
    try:
        work()
    except AppError as error:
        return error
    except Exception as error:  # nobody waits for this thread's answers
        logging.getLogger(__name__).exception("writing failed")
        return WriteError(NOT_WRITTEN, repr(error))
    return None
