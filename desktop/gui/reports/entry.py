"""A file on the desk: being read, readable with its review, or not readable with the reason."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QUndoStack

from desktop.batch.outcome import Outcome
from desktop.gui.findings.index import FindingIndex
from desktop.review.review import Review
from desktop.rules.finding import Severity


class State(Enum):
    """How far a file has come."""

    READING = "reading"
    READY = "ready"
    UNREADABLE = "unreadable"


class Entry:
    """One file, what came of it, and what a person did with it since."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.undo = QUndoStack()
        self.review: Review | None = None
        self.reason: str | None = None
        self.index = FindingIndex.empty()

    @property
    def state(self) -> State:
        """How far the file has come."""
        if self.review is not None:
            return State.READY
        return State.READING if self.reason is None else State.UNREADABLE

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
        """How many findings there are now, by severity."""
        findings = () if self.review is None else self.review.checked.findings
        return Counter(finding.severity for finding in findings)

    @property
    def has_unsaved_edits(self) -> bool:
        """Whether a person's edits are in no file yet."""
        return not self.undo.isClean()

    def take(self, outcome: Outcome) -> None:
        """Accept what came of reading."""
        if outcome.report is None:
            self.reason = outcome.reason or "这个文件无法读取。"
            return
        self.reason = None
        self.review = Review(outcome.path, outcome.sha256 or "", outcome.report)
        self.review.changed.append(lambda _names: self._reindex())
        self._reindex()

    def read_again(self) -> None:
        """Forget why the file could not be read."""
        self.reason = None

    def _reindex(self) -> None:
        if self.review is not None:
            self.index = FindingIndex(self.review.checked)
