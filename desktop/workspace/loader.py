"""Paths to outcomes, away from the caller's thread: folders searched, files read elsewhere."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop.batch.files import named_files, same_path
from desktop.batch.outcome import Outcome
from desktop.errors import AppError
from desktop.review.saved import Saved
from desktop.review.store import SUFFIX, load_saved, saved_path
from desktop.rules.rule import RuleSet
from desktop.workspace.messages import NO_WORKERS

Deliver = Callable[[Callable[[], None]], None]
"""has something done in the thread of the workspace, soon"""


class Pool(Protocol):
    """What reads files: the worker processes, or a stand-in in a test."""

    def warm_up(self) -> None:
        """Get ready for the first file."""

    def submit(self, path: Path, **options: str) -> Future[Outcome]:
        """Queue a file; its `password` where a person gave one."""

    def close(self) -> None:
        """Stop at once."""


MakePool = Callable[[RuleSet], Pool]


def worker_pool(rules: RuleSet) -> Pool:
    """Worker processes that check by these rules, leaving a core for the window."""
    # Half of what the window loads; nobody reads before it is on the screen.
    from desktop.batch.pool import ReadingPool

    return ReadingPool(rules, max(1, min((os.cpu_count() or 2) - 1, 4)))


class Loader:
    """Finds and reads files; nothing here waits in the caller's thread.

    What it finds is told by the three callbacks, in the thread that `deliver` delivers to.

    Args:
        rules: those that the first files are checked by.
        make_pool: makes what reads files, when there is something to read.
        deliver: brings what was found to the thread of the workspace.
    """

    def __init__(self, rules: RuleSet, make_pool: MakePool, deliver: Deliver) -> None:
        self.on_found: Callable[[list[Path]], None] = lambda _paths: None
        """the files among the paths given"""
        self.on_read: Callable[[Outcome, Saved | None, RuleSet], None] = lambda *_: None
        """an outcome; the saved review of the file, if there is one; the rules it was checked by"""
        self.on_error: Callable[[AppError], None] = lambda _error: None
        """what is wrong with a saved review"""
        self._make_pool = make_pool
        self._deliver = deliver
        self._pool: Pool | None = None
        self._rules = rules
        self._saved: dict[Path, Path] = {}
        self._passwords: dict[Path, str] = {}
        self._is_warm = False
        # One thread: searching folders and starting processes both take their time.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="loader")

    def warm_up(self) -> None:
        """Have what reads files ready for the first one."""
        self._thread.submit(_logged, self._warm_up_pool)

    def search(self, paths: Sequence[Path]) -> None:
        """Look for the PDF files that paths name; `on_found` tells them."""
        self._thread.submit(_logged, lambda: self._search(paths))

    def load(self, paths: Sequence[Path], rules: RuleSet) -> None:
        """Read files and check them by these rules; `on_read` tells each outcome.

        What is still being read by other rules is given up, and has to be asked for again.
        """
        if paths:
            self._thread.submit(_logged, lambda: self._load(paths, rules))

    def use_password(self, path: Path, password: str) -> None:
        """Open a file with this from now on; it is kept for this run alone."""
        self._passwords[path] = password

    def password_of(self, path: Path) -> str | None:
        """The password that a person gave for a file."""
        return self._passwords.get(path)

    def stop(self) -> None:
        """Give up what is not read yet; what is asked for later is read."""
        self._thread.submit(_logged, self._stop)

    def close(self) -> None:
        """Stop reading at once."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._stop()

    def _warm_up_pool(self) -> None:
        if self._pool is None:
            self._pool = self._make_pool(self._rules)
            self._pool.warm_up()

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    def _search(self, paths: Sequence[Path]) -> None:
        """The PDFs meant; a saved review stands for the PDF it is about."""
        meant = (self._pdf_of(path) if path.suffix.lower() == SUFFIX else path for path in paths)
        files = named_files(path for path in meant if path is not None)
        found = list(dict.fromkeys(same_path(path) for path in files))
        self._deliver(lambda: self.on_found(found))

    def _pdf_of(self, path: Path) -> Path | None:
        try:
            saved = load_saved(path)
        except AppError as error:
            self._tell_error(error)
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
            self._tell_error(error)
            return None

    def _tell_error(self, error: AppError) -> None:
        self._deliver(lambda: self.on_error(error))

    def _load(self, paths: Sequence[Path], rules: RuleSet) -> None:
        if rules is not self._rules:
            self._stop()
            self._rules = rules
        try:
            if self._pool is None:
                self._pool = self._make_pool(rules)
        except OSError as error:
            for path in paths:
                outcome = Outcome(path, None, reason=NO_WORKERS, detail=str(error))
                self._tell_read(outcome, None, rules)
            return
        for path in paths:
            given = {"password": self._passwords[path]} if path in self._passwords else {}
            future = self._pool.submit(path, **given)
            future.add_done_callback(partial(self._finish, rules))

    def _finish(self, rules: RuleSet, future: Future[Outcome]) -> None:
        if not future.cancelled():
            outcome = future.result()
            self._warm_up_checks(outcome, rules)
            saved = None if outcome.report is None else self._saved_of(outcome.path)
            self._tell_read(outcome, saved, rules)

    def _tell_read(self, outcome: Outcome, saved: Saved | None, rules: RuleSet) -> None:
        self._deliver(lambda: self.on_read(outcome, saved, rules))

    def _warm_up_checks(self, outcome: Outcome, rules: RuleSet) -> None:
        """Check one report here, so that the checks are loaded before the first edit."""
        if outcome.report is not None and not self._is_warm:
            from desktop.rules.engine import check

            self._is_warm = True
            _logged(partial(check, outcome.report, rules))


def _logged(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:  # nobody waits for this thread's answers
        logging.getLogger(__name__).exception("loading failed")
