"""A file on the desk: being read, readable with its review, or not readable with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoStack

from desktop.batch.outcome import Outcome
from desktop.gui.findings.index import FindingIndex
from desktop.gui.undo import StepCommand
from desktop.review.carry import Carried, carry_left, carry_over, saved_from
from desktop.review.changes import Step
from desktop.review.journal import Left
from desktop.review.linking import NOT_GIVEN, Previous
from desktop.review.review import Review
from desktop.review.store import Saved
from desktop.rules.finding import Severity
from desktop.rules.rule import RuleSet


class State(Enum):
    """How far a file has come."""

    READING = "reading"
    READY = "ready"
    UNREADABLE = "unreadable"


class Stage(Enum):
    """How far a person has come with a report."""

    UNSEEN = "unseen"
    ACTIVE = "active"
    DONE = "done"


class Entry:
    """One file, what came of it, and what a person did with it since."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.undo = QUndoStack()
        self.review: Review | None = None
        self.reason: str | None = None
        self.detail = ""
        self.seen = False
        self._again = False
        self._stamp: tuple[int, int] | None = None
        self.index = FindingIndex.empty()
        self.found: Counter[Severity] = Counter()
        """findings as the page has them, by severity; what the list is sorted by"""
        self.carried: Carried | None = None
        """what became of an earlier review when the file was read, where there was one"""

    @property
    def state(self) -> State:
        """How far the file has come."""
        if self.review is not None and not self._again:
            return State.READY
        return State.READING if self.reason is None else State.UNREADABLE

    @property
    def stage(self) -> Stage:
        """How far a person has come with it."""
        if self.review is not None and self.review.done:
            return Stage.DONE
        return Stage.ACTIVE if self.seen else Stage.UNSEEN

    @property
    def name(self) -> str:
        """`洪泽区人民政府 2024`; the file's name where the page does not tell."""
        if self.review is None:
            return self.path.name
        report = self.review.report
        parts = [report.agency, str(report.year or "")]
        return " ".join(part for part in parts if part) or self.path.name

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings wait for a person now, by severity."""
        findings = self.index.findings
        return Counter(
            f.severity for f, open_ in zip(findings, self.index.open, strict=True) if open_
        )

    @property
    def has_unsaved_edits(self) -> bool:
        """Whether a person's work is in no file yet."""
        return not self.undo.isClean()

    @property
    def work(self) -> tuple[int, int, int]:
        """Sorts by work to do: most errors first, then what cannot be read, what is done last."""
        if self.state is State.READING:
            return 2, 0, 0
        if self.state is State.UNREADABLE:
            return 1, 0, 0
        if self.stage is Stage.DONE:
            return 3, 0, 0
        return 0, -self.found[Severity.ERROR], -self.found[Severity.WARNING]

    def take(
        self,
        outcome: Outcome,
        rules: RuleSet,
        previous: Previous = NOT_GIVEN,
        saved: Saved | None = None,
        left: Left | None = None,
    ) -> None:
        """Accept what came of reading.

        Args:
            outcome: of the file; if it was checked, by these rules.
            rules: the rules in force.
            previous: last year's report, or why there is none.
            saved: an earlier review of it.
            left: what a killed program left; it goes before the earlier review.
        """
        self._again = False
        self._stamp = _stamp_of(self.path)
        if outcome.report is None:
            self.reason = outcome.reason or QCoreApplication.translate(
                "Entry", "这个文件无法读取。"
            )
            self.detail = outcome.detail
            return
        self.reason = None
        if self.review is not None:
            # A newer version of what is on the desk: the work on the old one goes before.
            saved, left = saved_from(self.review), None
            self.undo.clear()
        sha256 = outcome.sha256 or ""
        checked = outcome.checked if outcome.previous == previous else None
        review = Review(outcome.path, sha256, outcome.report, rules, previous, checked)
        self.review = review
        if left is not None and (left.steps or saved is None):
            carried = carry_left(left, review)
            count = left.saved if carried.same else None
        elif saved is not None:
            carried = carry_over(saved, review)
            count = len(carried.steps) if carried.same else None
        else:
            self._reindex()
            review.changed.append(lambda _names: self._reindex())
            return
        self.carried = carried
        review.take_up(carried.steps)
        self._push(review, carried.steps, count)
        self._reindex()
        review.changed.append(lambda _names: self._reindex())

    def read_again(self) -> None:
        """Have the file read, or read again; what was done with it is kept."""
        self.reason = None
        self._again = True

    def give_up(self, reason: str) -> None:
        """Have the file not read after all; what was read of it before still stands."""
        self.reason, self._again = reason, False

    @property
    def is_outdated(self) -> bool:
        """Whether the file is another one than was read."""
        return self.review is not None and self._stamp != _stamp_of(self.path)

    def _push(self, review: Review, steps: Sequence[Step], saved: int | None) -> None:
        self.seen = bool(steps)
        for number, step in enumerate(steps):
            if number == saved:
                self.undo.setClean()
            self.undo.push(StepCommand(review, step, made=True))
        if steps and saved == len(steps):
            self.undo.setClean()
        elif steps and saved is None:
            self.undo.resetClean()

    def _reindex(self) -> None:
        if self.review is not None:
            self.index = FindingIndex(self.review.checked, self.review)
            self.found = Counter(finding.severity for finding in self.review.printed_findings)


def _stamp_of(path: Path) -> tuple[int, int] | None:
    """What changes with a file: its time and size; None where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
