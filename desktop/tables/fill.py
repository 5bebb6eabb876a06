"""Cell rectangles and a page's glyphs to grids: each glyph goes into the cell it lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.pdf.page import Glyph, Page
from desktop.tables.grid import Grid, GridCell
from desktop.tables.text import digits_alone, glyphs_outside, lines_of, words_of

# Token processors let these hang over the end of a full line.
HANGING: Final = frozenset("，。、；：！？）”’》〕")
# Points: the sides of the fields by which cells are looked up.
_FIELD: Final = 32.0


def filled(page: Page, tables: Sequence[Sequence[Box]]) -> tuple[list[Grid], Sequence[Glyph]]:
    """The ruled tables with their glyphs, as grids, and the glyphs that stand in none of them."""
    if not tables:
        return [], page.glyphs
    contents, outside = _by_cell(page.glyphs, [box for table in tables for box in table])
    areas = [enclosing(table) for table in tables]
    rest = list(glyphs_outside(outside, areas))
    orphans = outside if len(rest) < len(outside) else ()
    grids = [_grid(page, *table, contents, orphans) for table in zip(areas, tables, strict=True)]
    return grids, rest


def grid_cell(box: Box, glyphs: Sequence[Glyph]) -> GridCell:
    """A cell with its text."""
    if len(glyphs) == 1:  # as half of the cells, which are 0
        text = glyphs[0].char
        return GridCell(box, (tuple(glyphs),), text, (text,))
    lines = tuple(map(tuple, lines_of(glyphs)))
    words = tuple(word for line in lines for word in words_of(line))
    return GridCell(box, lines, "".join(words), words)


def _grid(
    page: Page,
    area: Box,
    table: Sequence[Box],
    contents: Mapping[Box, Sequence[Glyph]],
    outside: Sequence[Glyph],
) -> Grid:
    cells = tuple(grid_cell(box, contents.get(box, ())) for box in table)
    orphans = [g for g in outside if area.contains(g.box.centre_x, g.box.centre_y)]
    for box, cell in zip(table, cells, strict=True):
        if len(contents.get(box, ())) > len(cell.text):
            orphans.extend(_overprinted(contents[box], cell))
    return Grid(page.number, area, cells, has_rulings=True, orphans=tuple(orphans))


def _overprinted(glyphs: Sequence[Glyph], cell: GridCell) -> Iterator[Glyph]:
    """The digits that stand on others of their kind: moved there, if not printed twice."""
    kept = set(map(id, cell.glyphs))
    return digits_alone(glyph for glyph in glyphs if id(glyph) not in kept)


def _by_cell(
    glyphs: Sequence[Glyph], cells: Sequence[Box]
) -> tuple[Mapping[Box, Sequence[Glyph]], Sequence[Glyph]]:
    """The glyphs in each cell, and those in none. Where cells overlap, the smallest has them."""
    fields = _fields(cells)
    contents: dict[Box, list[Glyph]] = defaultdict(list)
    outside: list[Glyph] = []
    before: Glyph | None = None
    cell: Box | None = None
    for glyph in glyphs:
        if cell is None or glyph.char not in HANGING or not _hangs(glyph, before):
            x0, top, x1, bottom = glyph.box
            x, y = (x0 + x1) / 2, (top + bottom) / 2
            for cell in fields.get((x // _FIELD, y // _FIELD), ()):
                if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]:
                    break
            else:
                cell = None
        before = glyph
        if cell is None:
            outside.append(glyph)
        else:
            contents[cell].append(glyph)
    return contents, outside


def _fields(cells: Sequence[Box]) -> Mapping[tuple[float, float], Sequence[Box]]:
    """The cells, small ones first, that reach into each square field of the page."""
    fields: dict[tuple[float, float], list[Box]] = defaultdict(list)
    for cell in sorted(cells, key=lambda cell: cell.width * cell.height):
        x0, top, x1, bottom = (int(edge // _FIELD) for edge in cell)
        for place in product(range(x0, x1 + 1), range(top, bottom + 1)):
            fields[place].append(cell)
    return fields


def _hangs(glyph: Glyph, before: Glyph | None) -> bool:
    """Whether punctuation is set behind the end of a line, over the cell's edge."""
    return (
        before is not None
        and abs(glyph.baseline - before.baseline) < 1
        and abs(glyph.box.x0 - before.box.x1) < 1
    )
