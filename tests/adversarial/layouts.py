"""Where the cells of a draft's tables stand, for every producer."""

from __future__ import annotations

from typing import Final

from desktop.report.layout import LaidCell, Layout, Role, layout_of
from tests.adversarial.draft import Draft, Line, Run

TABLES: Final = {2: "proactive", 3: "applications", 4: "disputes"}
"""the table of a section"""


def layout_for(draft: Draft, section: int) -> Layout:
    """The layout of a section's table, with its heading as first row where that is asked."""
    layout = layout_of(draft.tables[TABLES[section]])
    if section not in draft.headings_inside:
        return layout
    heading = LaidCell(0, 0, 1, layout.columns, Role.TITLE, draft.headings[section])
    moved = (
        LaidCell(c.row + 1, c.column, c.row_span, c.column_span, c.role, c.text, c.slot)
        for c in layout.cells
    )
    return Layout(layout.rows + 1, layout.columns, (heading, *moved))


def parts_for(draft: Draft, section: int) -> list[Layout]:
    """The tables of a section: one, or one for each block of 表二 where that is asked."""
    layout = layout_for(draft, section)
    starts = [cell.row for cell in layout.cells if cell.role is Role.TITLE and cell.row]
    if not draft.look.get("separate_blocks") or len(starts) < 2:
        return [layout]
    ends = [*starts, layout.rows]
    return [_rows(layout, start, end) for start, end in zip([0, *starts], ends, strict=True)]


def _rows(layout: Layout, start: int, end: int) -> Layout:
    cells = (
        LaidCell(c.row - start, c.column, c.row_span, c.column_span, c.role, c.text, c.slot)
        for c in layout.cells
        if start <= c.row < end
    )
    return Layout(end - start, layout.columns, tuple(cells))


def lines_of(draft: Draft, cell: LaidCell) -> list[Line]:
    """What stands in a laid cell."""
    return draft.lines(cell.slot.name) if cell.slot else [(Run(cell.text),)]


def header_depth(layout: Layout) -> int:
    """How many rows at the top are header."""
    headers = [c.row + c.row_span for c in layout.cells if c.role is Role.HEADER]
    return max(headers, default=0)
