"""What lies over the pages: the boxes of cells and of findings' places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.geometry import Box
from desktop.rules.finding import Finding, Severity
from desktop.workspace.open_report import OpenReport

_REACH: Final = 2.0
"""points around a box within which a click still means it"""


class Highlight(NamedTuple):
    """A box on a page. `name` is a cell's, empty for a finding's own place."""

    name: str
    page: int
    box: Box
    severity: Severity | None
    in_selected: bool
    """whether the selected finding names it"""


def highlights_of(report: OpenReport | None, selected: Finding | None) -> list[Highlight]:
    """Every box of a report: its cells', and those of its findings."""
    if report is None or report.review is None:
        return []
    highlights = []
    for finding in report.index.findings:
        for source in finding.where:
            highlights.append(
                Highlight("", source.page, source.box, finding.severity, finding == selected)
            )
    named = set(selected.cells) if selected else set()
    for name, cell in report.review.report.cells.items():
        if cell.source is not None:
            severity = report.index.severity(name)
            highlights.append(
                Highlight(name, cell.source.page, cell.source.box, severity, name in named)
            )
    return highlights


def cell_at(highlights: Sequence[Highlight], page: int, x: float, y: float) -> str:
    """The cell whose box is at, or nearest to, a point on a page; empty where none is near."""
    near = [
        m for m in highlights if m.name and m.page == page and m.box.grown(_REACH).contains(x, y)
    ]
    # Boxes of neighbours may touch: the one that holds the point, else the nearest middle.
    near.sort(
        key=lambda highlight: (
            not highlight.box.contains(x, y),
            abs(highlight.box.centre_x - x) + abs(highlight.box.centre_y - y),
        )
    )
    return near[0].name if near else ""
