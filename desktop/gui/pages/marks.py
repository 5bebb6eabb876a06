"""What lies over the pages: the boxes of cells and of findings' places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.geometry import Box
from desktop.gui.reports.entry import Entry
from desktop.rules.finding import Finding, Severity

_REACH: Final = 2.0
"""points around a box within which a click still means it"""


class Mark(NamedTuple):
    """A box on a page. `name` is a cell's, empty for a finding's own place."""

    name: str
    page: int
    box: Box
    severity: Severity | None
    pointed: bool


def marks_of(entry: Entry | None, pointed: Finding | None) -> list[Mark]:
    """Every box of a report: its cells', and those of its findings."""
    if entry is None or entry.review is None:
        return []
    marks = []
    for finding in entry.index.findings:
        for source in finding.where:
            marks.append(Mark("", source.page, source.box, finding.severity, finding == pointed))
    named = set(pointed.cells) if pointed else set()
    for name, cell in entry.review.report.cells.items():
        if cell.source is not None:
            severity = entry.index.severity(name)
            marks.append(Mark(name, cell.source.page, cell.source.box, severity, name in named))
    return marks


def cell_at(marks: Sequence[Mark], page: int, x: float, y: float) -> str:
    """The cell whose box is at, or nearest to, a point on a page; empty where none is near."""
    near = [m for m in marks if m.name and m.page == page and m.box.grown(_REACH).contains(x, y)]
    # Boxes of neighbours may touch: the one that holds the point, else the nearest middle.
    near.sort(
        key=lambda mark: (
            not mark.box.contains(x, y),
            abs(mark.box.centre_x - x) + abs(mark.box.centre_y - y),
        )
    )
    return near[0].name if near else ""
