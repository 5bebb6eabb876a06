"""Where the tables of a document stand, and the headings that stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from desktop.geometry import Box
from desktop.pdf.page import Glyph, Page
from desktop.reading.heading import heads_section
from desktop.reading.lines import TableAreas
from desktop.reading.table import TableReading
from desktop.tables.grid import Grid
from desktop.tables.text import lines_of, text_of

# A frame drawn around text has no more cells.
_FRAME: Final = 2


def table_areas(
    pages: Sequence[Page], grids: Sequence[Grid], readings: Sequence[TableReading]
) -> Mapping[int, TableAreas]:
    """What of each page is tables, statutory or not, by page number.

    Where a section's heading is drawn as a row of the table below it, or rulings of two tables
    that stand close close around it, it is a heading all the same.
    """
    statutory = {row.grid for reading in readings for row, _, _ in reading.rows}
    areas: dict[int, list[Box]] = {}
    headings: dict[int, list[Glyph]] = {}
    for index, grid in enumerate(grids):
        if index in statutory or len(grid.cells) > _FRAME:
            areas.setdefault(grid.page, []).append(grid.box)
            headings.setdefault(grid.page, []).extend(_headings(pages[grid.page - 1], grid))
    return {page: TableAreas(boxes, headings[page]) for page, boxes in areas.items()}


def _headings(page: Page, grid: Grid) -> Iterator[Glyph]:
    """The glyphs of headings in a grid's area, in a cell or in none."""
    parts: list[Sequence[Sequence[Glyph]]] = [cell.lines for cell in grid.cells if cell.text]
    held = {id(glyph) for lines in parts for line in lines for glyph in line}
    loose = [g for g in page.glyphs if id(g) not in held and _is_in(g, grid.box)]
    parts.append(lines_of(glyph for glyph in loose if not glyph.turned))
    for lines in parts:
        for line in lines:
            if heads_section(text_of(line)):
                yield from line


def _is_in(glyph: Glyph, area: Box) -> bool:
    return area.contains(glyph.box.centre_x, glyph.box.centre_y)
