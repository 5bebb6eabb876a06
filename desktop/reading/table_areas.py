"""Where the tables of a document stand, and the headings that stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from desktop.geometry import Box
from desktop.pdf.page import Glyph, Page
from desktop.reading.heading import heads_section
from desktop.reading.lines import TableAreas
from desktop.reading.table import TableReading
from desktop.tables.grid import Grid
from desktop.tables.text import glyphs_outside, lines_of, text_of

# A heading has so many characters at least.
_SHORTEST: Final = 5
# A frame drawn around text has no more cells.
_FRAME: Final = 2


def table_areas(
    grids: Sequence[Grid], readings: Sequence[TableReading]
) -> Mapping[int, TableAreas]:
    """What of each page is tables, statutory or not, by page number."""
    statutory = {row.grid for reading in readings for row, _, _ in reading.rows}
    areas: dict[int, list[Box]] = {}
    for index, grid in enumerate(grids):
        if index in statutory or len(grid.cells) > _FRAME:
            areas.setdefault(grid.page, []).append(grid.box)
    return {page: TableAreas(boxes) for page, boxes in areas.items()}


def with_headings(
    tables: Mapping[int, TableAreas], pages: Sequence[Page], grids: Sequence[Grid]
) -> Mapping[int, TableAreas]:
    """The same with the headings of sections that stand in tables.

    Where one is drawn as a row of the table below it, or the rulings of two tables that stand
    close around it, it is a heading all the same.
    """
    found: dict[int, list[Glyph]] = {number: [] for number in tables}
    for grid in grids:
        if grid.page in tables:
            found[grid.page].extend(_headings(pages[grid.page - 1], grid))
    return {number: replace(table, headings=found[number]) for number, table in tables.items()}


def _headings(page: Page, grid: Grid) -> Iterator[Glyph]:
    """The glyphs of headings in a grid's area, in a cell or in none."""
    lines: list[Sequence[Glyph]] = [line for cell in grid.cells for line in cell.lines]
    held = {id(glyph) for line in lines for glyph in line}
    outside = sum(1 for _ in glyphs_outside(page.glyphs, [grid.box]))
    if len(page.glyphs) - outside > len(held):
        loose = (g for g in page.glyphs if id(g) not in held and _is_in(g, grid.box))
        lines.extend(lines_of(glyph for glyph in loose if not glyph.turned))
    for line in lines:
        # Most lines in tables are shorter than any heading.
        if len(line) >= _SHORTEST and heads_section(text_of(line)):
            yield from line


def _is_in(glyph: Glyph, area: Box) -> bool:
    return area.contains(glyph.box.centre_x, glyph.box.centre_y)
