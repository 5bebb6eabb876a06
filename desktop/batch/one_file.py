"""One file to its outcome; nothing is raised for a bad one."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop.batch.outcome import Obstacle, Outcome
from desktop.errors import InputFileError, NoReportError, PasswordError
from desktop.pdf.document import read_bytes
from desktop.reading.read import read_report
from desktop.review.linking import NOT_GIVEN, Previous, not_readable
from desktop.rules.engine import check
from desktop.rules.rule import RuleSet

TOO_LARGE: Final = "读取这个文件需要的内存超过上限，已停止；请检查文件是否正常。"
BROKEN: Final = "读取这个文件时程序出错，已跳过；请把文件交给技术人员查看。"


def read_outcome(
    path: Path, rules: RuleSet, previous: Path | None = None, password: str | None = None
) -> Outcome:
    """Read and check one file. Whatever the file holds, this returns.

    Args:
        path: the report.
        rules: the rules in force.
        previous: the same office's report of the year before.
        password: opens the report, where it has one.
    """
    outcome = read_only(path, password)
    if outcome.report is None:
        return outcome

    def checked() -> Outcome:
        return checked_outcome(outcome, _previous(previous), rules)

    return _always(path, outcome.sha256, checked)


def read_only(path: Path, password: str | None = None) -> Outcome:
    """Read one file without checking it. Whatever the file holds, this returns."""
    started = time.perf_counter()

    def hashed() -> Outcome:
        data = read_bytes(path)
        sha256 = hashlib.sha256(data).hexdigest()
        return _always(path, sha256, lambda: read(data, sha256))

    def read(data: bytes, sha256: str) -> Outcome:
        report = read_report(data, password)
        return Outcome(path, sha256, report, seconds_reading=time.perf_counter() - started)

    return _always(path, None, hashed)


def checked_outcome(outcome: Outcome, before: Previous, rules: RuleSet) -> Outcome:
    """An outcome with what the rules say of its report beside last year's. This returns."""
    report = outcome.report
    if report is None:
        return outcome

    def checked() -> Outcome:
        started = time.perf_counter()
        found = check(report, rules, before.report, before.reason)
        seconds = time.perf_counter() - started
        return replace(outcome, checked=found, seconds_checking=seconds, previous=before)

    return _always(outcome.path, outcome.sha256, checked)


def _always(path: Path, sha256: str | None, work: Callable[[], Outcome]) -> Outcome:
    """What the work comes to; else, why no report came of the file."""
    try:
        return work()
    except InputFileError as error:
        obstacle = _obstacle(error)
        return Outcome(path, sha256, reason=error.message, detail=error.detail, obstacle=obstacle)
    except MemoryError as error:
        return Outcome(path, sha256, reason=TOO_LARGE, detail=repr(error))
    except Exception as error:  # a file must never end a run
        logging.getLogger(__name__).exception("reading failed: %s", path)
        return Outcome(path, sha256, reason=BROKEN, detail=f"{type(error).__name__}: {error}")


def _obstacle(error: InputFileError) -> Obstacle:
    if isinstance(error, PasswordError):
        return Obstacle.PASSWORD
    return Obstacle.NO_REPORT if isinstance(error, NoReportError) else Obstacle.FILE


def _previous(path: Path | None) -> Previous:
    """Last year's report, or why there is none: a bad one must not cost the check of this one."""
    if path is None:
        return NOT_GIVEN
    try:
        return Previous(read_report(read_bytes(path)))
    except InputFileError as error:
        return not_readable(path, error.message)
