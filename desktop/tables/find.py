"""A page to its grids: the one way through table finding."""

from __future__ import annotations

from typing import Final

from desktop.pdf.page import Page
from desktop.tables.aligned import aligned_grids
from desktop.tables.fill import filled
from desktop.tables.grid import Grid, GridCell
from desktop.tables.ruled import joined_edges, ruled_tables
from desktop.tables.strays import with_strays
from desktop.tables.text import glyphs_outside, runs_of
from desktop.tables.value_rows import word_of

# A ruled cell with this many numbers on one line holds columns that no ruling parts.
_UNPARTED: Final = 3
# Tables whose tops differ by less, in points, stand side by side.
_SIDE_BY_SIDE: Final = 8.0


def find_grids(page: Page) -> list[Grid]:
    """The tables of a page, from the top down.

    Rulings are followed where they part the columns; elsewhere the values' alignment is.
    """
    edges = joined_edges(page)
    grids = filled(page, ruled_tables(edges), ruled=True)
    parted = [grid for grid in grids if not _is_unparted(grid)]
    rest = list(glyphs_outside(page.glyphs, [grid.box for grid in parted]))
    across = [edge for edge in edges if edge["orientation"] == "h"]
    aligned = aligned_grids(page, rest, across)
    found = sorted([*parted, *aligned], key=_place)
    return with_strays(page, found)


def _is_unparted(grid: Grid) -> bool:
    return any(_has_unparted_values(cell) for cell in grid.cells if len(cell.words) >= _UNPARTED)


def _has_unparted_values(cell: GridCell) -> bool:
    return any(
        sum(word_of(run).is_value for run in runs_of(line)) >= _UNPARTED for line in cell.lines
    )


def _place(grid: Grid) -> tuple[int, float]:
    return round(grid.box.top / _SIDE_BY_SIDE), grid.box.x0
