"""Which of the open reports is looked at, and what is selected in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.review.review import Review
from desktop.rules.finding import Finding
from desktop.workspace.change import Change
from desktop.workspace.open_report import OpenReport


class Selection:
    """A report, a cell and a finding; what concerns one leads to the others.

    `on_change` hears of each change once, when everything is as it will be.
    """

    def __init__(self) -> None:
        self.current: OpenReport | None = None
        self.cell = ""
        self.finding: Finding | None = None
        self.on_change: Callable[[Change], None] = lambda _change: None
        # Once a person chose what to look at, files that finish do not push it away.
        self._is_chosen = False

    @property
    def review(self) -> Review | None:
        """The review looked at, if it can be."""
        return None if self.current is None else self.current.review

    @property
    def position(self) -> int:
        """The finding selected, by its position; -1 for none."""
        if self.current is None:
            return -1
        position = self.current.index.position_like(self.finding)
        return -1 if position is None else position

    def show(self, report: OpenReport) -> None:
        """Look at another report."""
        self._is_chosen = True
        if report is not self.current:
            self._make_current(report)
            self._tell(Change(reports=(report,)), shown=True)

    def show_again(self) -> None:
        """Tell everything about what is looked at once more, to a window that is new."""
        if self.current is not None:
            self._tell(Change(), shown=True)

    def _make_current(self, report: OpenReport) -> None:
        self.current = report
        self.cell, self.finding = "", None
        if report.review is not None and not report.seen:
            report.seen = True
            self._was_seen(report)

    def _was_seen(self, report: OpenReport) -> None:
        """A report is looked at for the first time."""

    def select_cell(self, name: str, *, again: bool = False) -> None:
        """Select a cell, and the first finding that concerns it.

        Args:
            name: the cell; empty for none.
            again: whether one that is selected already is to be shown once more.
        """
        if self.current is None or (name == self.cell and not again):
            return
        self._is_chosen = self._is_chosen or bool(name)
        before = self.finding
        self._select_cell(name, self.current)
        self._tell(Change(cell=True, finding=self.finding is not before))

    def _select_cell(self, name: str, report: OpenReport) -> None:
        self.cell = name
        if self.finding is None or name not in self.finding.cells:
            positions = report.index.of_cell(name)
            self.finding = report.index.findings[positions[0]] if positions else None

    def select_finding(self, position: int) -> None:
        """Select a finding, and the first of its cells; -1 for none."""
        if self.current is None or not -1 <= position < len(self.current.index.findings):
            return
        self._is_chosen = True
        self.finding = self.current.index.findings[position] if position >= 0 else None
        cells = () if self.finding is None else self.finding.cells
        slots = {} if self.review is None else self.review.report.form.slots()
        self.cell = next((name for name in cells if name in slots), "")
        self._tell(Change(cell=True, finding=True))

    def _find_again(self, report: OpenReport) -> None:
        """Keep the selected finding, with other figures, where the rules still make it."""
        position = report.index.position_like(self.finding)
        self.finding = None if position is None else report.index.findings[position]

    def _tell(self, change: Change, *, shown: bool = False) -> None:
        """Tell a change, and, where `shown`, that another report is looked at with it."""
        if shown:
            change = replace(change, current=True, findings=True, cell=True, finding=True)
        self.on_change(change)
