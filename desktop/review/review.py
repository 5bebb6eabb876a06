"""The review of one report: printed readings, edits, and the findings that hold now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from desktop.report.model import Cell, Report, read_cell
from desktop.review.edit import Edit
from desktop.rules.engine import check
from desktop.rules.finding import Checked


class Review:
    """What a person does with one report.

    The review is the truth; windows and files adapt to it. `changed` callbacks run after
    every edit, with the names of the cells concerned.
    """

    def __init__(self, path: Path, sha256: str, report: Report) -> None:
        self.path = path
        self.sha256 = sha256
        self.printed = report
        self.report = report
        self.checked: Checked = check(report)
        self.changed: list[Callable[[tuple[str, ...]], None]] = []

    def cell(self, name: str) -> Cell | None:
        """The cell as it stands now, edits included."""
        return self.report.cells.get(name)

    def printed_cell(self, name: str) -> Cell | None:
        """The cell as the page has it."""
        return self.printed.cells.get(name)

    def is_edited(self, name: str) -> bool:
        """Whether the cell now differs from what was read."""
        return self.cell(name) != self.printed_cell(name)

    def edited(self) -> Mapping[str, tuple[Cell | None, Cell | None]]:
        """Each edited cell: as printed, as it stands now; in the form's order."""
        return {
            name: (self.printed_cell(name), self.cell(name))
            for name in self.report.form.slots()
            if self.is_edited(name)
        }

    def edit_to(self, name: str, text: str) -> Edit:
        """The edit that puts `text` into a cell, keeping its place on the page."""
        before = self.cell(name)
        after = read_cell(name, text, None)
        printed = self.printed_cell(name)
        if printed is not None:
            # What was printed is what a person sees again after typing it back.
            same = after.value == printed.value and text == printed.text
            after = printed if same else replace(after, source=printed.source)
        return Edit(name, before, after)

    def edit_to_printed(self, name: str) -> Edit:
        """The edit that takes a cell back to what the page has."""
        return Edit(name, self.cell(name), self.printed_cell(name))

    def apply(self, *edits: Edit) -> None:
        """Make the edits, check again, and tell."""
        for edit in edits:
            self.report = edit.applied_to(self.report)
        self._recheck(edits)

    def revert(self, *edits: Edit) -> None:
        """Take the edits back, the last one first, check again, and tell."""
        for edit in reversed(edits):
            self.report = edit.reverted_in(self.report)
        self._recheck(edits)

    def _recheck(self, edits: tuple[Edit, ...]) -> None:
        self.checked = check(self.report)
        names = tuple(edit.name for edit in edits)
        for callback in self.changed:
            callback(names)
