"""The order in which a document's grids are read: side by side ones each to their own end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop.tables.grid import Grid

# Points by which the sides of a table's parts on two pages differ at most.
_SAME_SIDES: Final = 6.0


def reading_order(grids: Sequence[Grid]) -> list[Grid]:
    """Grids in the order of their pages, but tables side by side one after the other.

    A table that stands beside another and goes on over the page goes on under itself.
    """
    ordered: list[Grid] = []
    for grid in grids:
        if any(grid is other for other in ordered):
            continue
        ordered.append(grid)
        while _stands_beside(grid, grids):
            following = _following(grid, grids)
            if following is None:
                break
            ordered.append(following)
            grid = following
    return ordered


def _stands_beside(grid: Grid, grids: Sequence[Grid]) -> bool:
    return any(
        other.page == grid.page
        and other.box.top < grid.box.bottom
        and grid.box.top < other.box.bottom
        and not grid.box.overlaps(other.box)
        for other in grids
    )


def _following(grid: Grid, grids: Sequence[Grid]) -> Grid | None:
    """The first table on the next page, if it has the same sides and stands beside one too."""
    below = [other for other in grids if other.page == grid.page and _is_under(other, grid)]
    same = [
        other
        for other in grids
        if other.page == grid.page + 1
        and abs(other.box.x0 - grid.box.x0) <= _SAME_SIDES
        and abs(other.box.x1 - grid.box.x1) <= _SAME_SIDES
        and _stands_beside(other, grids)
    ]
    return same[0] if same and not below else None


def _is_under(other: Grid, grid: Grid) -> bool:
    return (
        other.box.top >= grid.box.bottom
        and other.box.x0 < grid.box.x1
        and grid.box.x0 < other.box.x1
    )
