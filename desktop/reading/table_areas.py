"""Where the tables of a document stand, and the headings that stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from desktop.geometry import Box
from desktop.pdf.page import Glyph, Page
from desktop.reading.heading import heads_section
from desktop.reading.lines import TableAreas
from desktop.reading.table import TableReading
from desktop.tables.grid import Grid
from desktop.tables.text import lines_of, text_of

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
    tables: Mapping[int, TableAreas],
    pages: Sequence[Page],
    grids: Sequence[Grid],
    readings: Sequence[TableReading],
) -> Mapping[int, TableAreas]:
    """The same with the headings of sections that stand in tables.

    Where one is drawn as a row of the table below it, or the rulings of two tables that stand
    close around it, it is a heading all the same.
    """
    rows = [row for reading in readings for row, _, _ in reading.rows]
    values = {id(cell) for row in rows for parts in row.cells.values() for _, cell in parts}
    found: dict[int, list[Glyph]] = {number: [] for number in tables}
    for grid in grids:
        if grid.page in tables:
            found[grid.page].extend(_headings(pages[grid.page - 1], grid, values))
    return {number: replace(table, headings=found[number]) for number, table in tables.items()}


def _headings(page: Page, grid: Grid, values: Set[int]) -> Iterator[Glyph]:
    """The glyphs of headings in a grid's area: in a cell, in several, or in none."""
    held = {id(g) for cell in grid.cells if id(cell) in values for g in cell.glyphs}
    inside = [
        glyph
        for glyph in page.glyphs
        if grid.box.top <= glyph.box.centre_y <= grid.box.bottom and not glyph.rotated
    ]
    lines: list[Sequence[Glyph]] = [line for cell in grid.cells for line in cell.lines]
    lines += lines_of(glyph for glyph in inside if id(glyph) not in held)
    met: set[int] = set()
    for line in lines:
        if len(line) >= _SHORTEST and id(line[-1]) not in met and heads_section(text_of(line)):
            met.update(map(id, line))
            yield from line
