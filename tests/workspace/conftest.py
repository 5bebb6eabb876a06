"""A workspace whose files are read when a test says so."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from desktop.batch.outcome import Outcome
from desktop.report.model import Report
from desktop.review.saved import Saved
from desktop.review.store import save_review
from desktop.rules.rule import RuleSet
from desktop.workspace import review_commands
from desktop.workspace.change import Change
from desktop.workspace.journal_recorder import JournalRecorder
from desktop.workspace.workspace import Workspace
from tests.builders import report_of, right_values
from tests.packaged import RULES, check

TOTAL = "disputes.review.total"
OTHER = "disputes.direct.total"
VALUES = {**right_values(Random(1)), TOTAL: 99}
WRONG = report_of(VALUES)
NOW = "2025-01-20T09:00:00+08:00"


class Office:
    """Hands in reports, and hears of every change in the workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[Path] = []
        self.changes: list[Change] = []
        self.recorder = JournalRecorder(folder / "journals")
        self.workspace = Workspace(RULES, self._load, self.recorder, lambda: "王芳")
        self.workspace.on_change = self.changes.append

    def _load(self, paths: Sequence[Path], rules: RuleSet) -> None:
        del rules
        self.asked.extend(paths)

    def outcome(self, report: Report, name: str = "report.pdf") -> Outcome:
        """The file as it is now, read as this report."""
        path = self.folder / name
        path.write_bytes(repr(report.cells).encode())
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        return Outcome(path, sha256, report, check(report))

    def open(self, report: Report, name: str = "report.pdf", saved: Saved | None = None) -> Path:
        """Open a file and have it read."""
        outcome = self.outcome(report, name)
        self.workspace.add_files([outcome.path])
        self.workspace.take(outcome, saved, RULES)
        return outcome.path


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.recorder.close(keep=False)


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Callable[..., Office]]:
    """A program that was killed after some work on one report, and the next one."""
    offices = []

    def make(work: Callable[[Office], None], *, saved: bool = False) -> Office:
        first = Office(tmp_path)
        first.open(WRONG)
        if saved:
            review_commands.edit(first.workspace, OTHER, "5")
            review = first.workspace.review
            assert review is not None
            save_review(review, tmp_path / "report.gouji", NOW)
            first.workspace.mark_saved(first.workspace.reports[0], review.history)
        work(first)
        first.recorder.close(keep=True)
        offices.append(Office(tmp_path))
        return offices[-1]

    yield make
    for office in offices:
        office.recorder.close(keep=True)
