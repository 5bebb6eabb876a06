"""Digit conservation: the digits in and around a table that are in none of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop.pdf.page import Glyph
from desktop.tables.grid import Grid
from desktop.tables.text import digits_alone

# Points around a table from which a digit may have come out of place; a number further away
# is the page's.
_AROUND: Final = 14.0


def with_orphans(grids: Sequence[Grid], rest: Iterable[Glyph]) -> list[Grid]:
    """The grids of a page, each with the digits that stand alone at it and are in no cell.

    `rest` are the page's glyphs that stand in no ruled grid.
    """
    loose = _loose_digits(grids, rest)
    return [
        replace(grid, orphans=(*grid.orphans, *_at(grid, loose), *_taken(grid, grids)))
        for grid in grids
    ]


def _taken(grid: Grid, grids: Sequence[Grid]) -> Iterator[Glyph]:
    """The digits in a grid's area that another grid has, such as one of orphan rulings."""
    for other in grids:
        if other is not grid and other.box.overlaps(grid.box):
            for cell in other.cells:
                for glyph in cell.glyphs:
                    box = glyph.box
                    if glyph.char.isdigit() and grid.box.contains(box.centre_x, box.centre_y):
                        yield glyph


def _loose_digits(grids: Sequence[Grid], rest: Iterable[Glyph]) -> Sequence[Glyph]:
    """The digits in no grid, of words that are nothing but a number."""
    cells = [cell for grid in grids if not grid.has_rulings for cell in grid.cells]
    held = {id(glyph) for cell in cells for line in cell.lines for glyph in line}
    loose = [glyph for glyph in rest if id(glyph) not in held]
    if not any(glyph.char.isdigit() and _is_at_any(grids, glyph) for glyph in loose):
        return []
    return list(digits_alone(glyph for glyph in loose if _is_at_any(grids, glyph)))


def _at(grid: Grid, glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    return (glyph for glyph in glyphs if _is_at(grid, glyph))


def _is_at_any(grids: Sequence[Grid], glyph: Glyph) -> bool:
    return any(_is_at(grid, glyph) for grid in grids)


def _is_at(grid: Grid, glyph: Glyph) -> bool:
    x, y = glyph.box.centre_x, glyph.box.centre_y
    box = grid.box
    across = box.x0 - _AROUND <= x <= box.x1 + _AROUND
    return across and box.top - _AROUND <= y <= box.bottom + _AROUND
