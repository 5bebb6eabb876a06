"""Reviews to files, away from the window's thread."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.errors import AppError
from desktop.gui.reports.entry import Entry

_BROKEN: Final = "导出时程序出错，文件没有写成；请换一个位置重试。"


def corrected_path(entry: Entry) -> Path:
    """Where the corrected workbook goes by itself: beside the PDF."""
    return entry.path.with_name(f"{entry.path.stem}-已核对.xlsx")


class Exporter(QObject):
    """Writes one file after another; what was written is as the review stood when asked."""

    written = Signal(object, object)
    """the path, and how many exports are still to come"""
    failed = Signal(object, str)
    """the path, and one sentence why"""
    _done = Signal(object, object, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="export")
        self._pending = 0
        self._done.connect(self._finish)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be written."""
        return self._pending > 0

    def export(self, entry: Entry, path: Path) -> None:
        """Write an entry's review to `path`; `written` or `failed` tells the end."""
        if entry.review is None:
            return
        self._pending += 1
        # The report in a review is never changed in place, so a copy of the review is enough.
        review = copy.copy(entry.review)
        state = entry.undo.index()

        def work() -> None:
            from desktop.exports.export import export_review

            self._done.emit(entry, path, state, _told(lambda: export_review(review, path)))

        self._thread.submit(work)

    def close(self) -> None:
        """Wait for what is being written."""
        self._thread.shutdown(wait=True)

    def _finish(self, entry: Entry, path: Path, state: int, message: str | None) -> None:
        self._pending -= 1
        if message is not None:
            self.failed.emit(path, message)
            return
        if entry.undo.index() == state:
            entry.undo.setClean()
        self.written.emit(path, self._pending)


def _told(work: Callable[[], None]) -> str | None:
    """Do something; answers with one sentence if it failed."""
    try:
        work()
    except AppError as error:
        return error.message
    except Exception:  # nobody waits for this thread's answers
        logging.getLogger(__name__).exception("export failed")
        return _BROKEN
    return None
