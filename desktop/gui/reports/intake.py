"""Paths to outcomes, away from the window's thread: folders searched, files read elsewhere."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.batch.files import named_files, same_path
from desktop.batch.outcome import Outcome
from desktop.errors import AppError
from desktop.review.store import SUFFIX, Saved, load_saved, saved_path
from desktop.rules.rule import RuleSet

_NO_WORKERS: Final = "读取进程无法启动，请关闭其他程序后重新打开这个文件。"


class Pool(Protocol):
    """What reads files: the worker processes, or a stand-in in a test."""

    def warm(self) -> None:
        """Get ready for the first file."""

    def submit(self, path: Path) -> Future[Outcome]:
        """Queue a file."""

    def close(self) -> None:
        """Stop at once."""


MakePool = Callable[[RuleSet], Pool]


def worker_pool(rules: RuleSet) -> Pool:
    """Worker processes that check by these rules, leaving a core for the window."""
    # Half of what the window loads; nobody reads before it is on the screen.
    from desktop.batch.pool import ReadingPool

    return ReadingPool(rules, max(1, min((os.cpu_count() or 2) - 1, 4)))


class Intake(QObject):
    """Finds and reads files; nothing here waits in the window's thread."""

    found = Signal(object)
    """the files among the paths given, as a list"""
    read = Signal(object, object, object)
    """an outcome; the saved review that belongs to the file, if there is one; the rules by
    which it was checked"""
    failed = Signal(object)
    """an `AppError` about a saved review"""

    def __init__(
        self, rules: RuleSet, make_pool: MakePool = worker_pool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_pool = make_pool
        self._pool: Pool | None = None
        self._rules = rules
        self._saved: dict[Path, Path] = {}
        self._is_warm = False
        # One thread: searching folders and starting processes both take their time.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="intake")

    def warm(self) -> None:
        """Have what reads files ready for the first one."""
        self._thread.submit(_logged, self._warm_pool)

    def search(self, paths: Sequence[Path]) -> None:
        """Look for the PDF files that paths name; `found` tells them."""
        self._thread.submit(_logged, lambda: self.found.emit(self._files(paths)))

    def submit(self, paths: Sequence[Path], rules: RuleSet) -> None:
        """Read files and check them by these rules; `read` tells each outcome.

        What is still being read by other rules is given up, and has to be submitted again.
        """
        self._thread.submit(_logged, lambda: self._submit(paths, rules))

    def stop(self) -> None:
        """Give up what is not read yet; what is submitted later is read."""
        self._thread.submit(_logged, self._stop)

    def close(self) -> None:
        """Stop reading at once."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._stop()

    def _warm_pool(self) -> None:
        if self._pool is None:
            self._pool = self._make_pool(self._rules)
            self._pool.warm()

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    def _files(self, paths: Sequence[Path]) -> list[Path]:
        """The PDFs meant; a saved review stands for the PDF it is about."""
        meant = (self._pdf_of(path) if path.suffix.lower() == SUFFIX else path for path in paths)
        files = named_files(path for path in meant if path is not None)
        return list(dict.fromkeys(same_path(path) for path in files))

    def _pdf_of(self, path: Path) -> Path | None:
        try:
            saved = load_saved(path)
        except AppError as error:
            self.failed.emit(error)
            return None
        pdf = same_path(saved.pdf_path())
        self._saved[pdf] = path
        return pdf

    def _saved_of(self, pdf: Path) -> Saved | None:
        """The saved review of a PDF: the one opened, or the one beside it."""
        path = self._saved.get(pdf, saved_path(pdf))
        try:
            return load_saved(path) if path.exists() else None
        except AppError as error:
            self.failed.emit(error)
            return None

    def _submit(self, paths: Sequence[Path], rules: RuleSet) -> None:
        if rules is not self._rules:
            self._stop()
            self._rules = rules
        try:
            if self._pool is None:
                self._pool = self._make_pool(rules)
        except OSError as error:
            reason = QCoreApplication.translate("Intake", _NO_WORKERS)
            for path in paths:
                outcome = Outcome(path, None, reason=reason, detail=str(error))
                self.read.emit(outcome, None, rules)
            return
        for path in paths:
            self._pool.submit(path).add_done_callback(partial(self._tell, rules))

    def _tell(self, rules: RuleSet, future: Future[Outcome]) -> None:
        if not future.cancelled():
            outcome = future.result()
            self._warm(outcome, rules)
            saved = None if outcome.report is None else self._saved_of(outcome.path)
            self.read.emit(outcome, saved, rules)

    def _warm(self, outcome: Outcome, rules: RuleSet) -> None:
        """Check one report here, so that the checks are loaded before the first edit."""
        if outcome.report is not None and not self._is_warm:
            from desktop.rules.engine import check

            self._is_warm = True
            _logged(partial(check, outcome.report, rules))


def _logged(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:  # nobody waits for this thread's answers
        logging.getLogger(__name__).exception("intake failed")
