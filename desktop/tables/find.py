"""A page to its grids: the one way through table finding."""

from __future__ import annotations

from typing import Final

from desktop.pdf.page import Page
from desktop.tables.aligned import aligned_grids
from desktop.tables.fill import filled
from desktop.tables.grid import Grid
from desktop.tables.ruled import joined_edges, ruled_tables
from desktop.tables.strays import with_strays
from desktop.tables.text import glyphs_outside
from desktop.tables.unparted import is_unparted

# Tables whose tops differ by less, in points, stand side by side.
_SIDE_BY_SIDE: Final = 8.0


def find_grids(page: Page) -> list[Grid]:
    """The tables of a page, from the top down.

    Rulings are followed where they part the values; elsewhere their alignment is.
    """
    edges = joined_edges(page)
    grids = filled(page, ruled_tables(edges), ruled=True)
    parted = [grid for grid in grids if not is_unparted(grid)]
    rest = list(glyphs_outside(page.glyphs, [grid.box for grid in parted]))
    aligned = aligned_grids(page, rest, edges)
    found = sorted([*parted, *aligned], key=_place)
    return with_strays(page, found)


def _place(grid: Grid) -> tuple[int, float]:
    return round(grid.box.top / _SIDE_BY_SIDE), grid.box.x0
