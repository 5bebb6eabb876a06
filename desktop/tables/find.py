"""A page to its grids: the one way through table finding."""

from __future__ import annotations

from desktop.pdf.page import Page
from desktop.tables.fill import filled
from desktop.tables.grid import Grid
from desktop.tables.ruled import ruled_tables


def find_grids(page: Page) -> list[Grid]:
    """The tables of a page, from the top down."""
    grids = filled(page, ruled_tables(page), ruled=True)
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0))
