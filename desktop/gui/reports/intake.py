"""Paths to outcomes, away from the window's thread: folders searched, files read elsewhere."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.batch.outcome import Outcome
from desktop.batch.pool import ReadingPool
from desktop.gui.files import pdf_files

_NO_WORKERS: Final = "读取进程无法启动，请关闭其他程序后重新打开这个文件。"


class Pool(Protocol):
    """What reads files: the worker processes, or a stand-in in a test."""

    def submit(self, path: Path) -> Future[Outcome]:
        """Queue a file."""

    def close(self) -> None:
        """Stop at once."""


def worker_pool() -> Pool:
    """Worker processes, leaving a core for the window."""
    return ReadingPool(max(1, min((os.cpu_count() or 2) - 1, 4)))


class Intake(QObject):
    """Finds and reads files; nothing here waits in the window's thread."""

    found = Signal(object)
    """the files among the paths given, as a list"""
    read = Signal(object)
    """an outcome"""

    def __init__(
        self, make_pool: Callable[[], Pool] = worker_pool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_pool = make_pool
        self._pool: Pool | None = None
        # One thread: searching folders and starting processes both take their time.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="intake")

    def search(self, paths: Sequence[Path]) -> None:
        """Look for the PDF files that paths name; `found` tells them."""
        self._thread.submit(_logged, lambda: self.found.emit(pdf_files(paths)))

    def submit(self, paths: Sequence[Path]) -> None:
        """Read files; `read` tells each outcome."""
        self._thread.submit(_logged, lambda: self._submit(paths))

    def close(self) -> None:
        """Stop reading at once."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    def _submit(self, paths: Sequence[Path]) -> None:
        try:
            if self._pool is None:
                self._pool = self._make_pool()
        except OSError as error:
            for path in paths:
                self.read.emit(Outcome(path, None, reason=_NO_WORKERS, detail=str(error)))
            return
        for path in paths:
            self._pool.submit(path).add_done_callback(self._tell)

    def _tell(self, future: Future[Outcome]) -> None:
        if not future.cancelled():
            self.read.emit(future.result())


def _logged(work: Callable[[], None]) -> None:
    try:
        work()
    except Exception:  # nobody waits for this thread's answers
        logging.getLogger(__name__).exception("intake failed")
