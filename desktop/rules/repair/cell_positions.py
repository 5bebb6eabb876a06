"""Which cells of a form lie beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from desktop.report.form import Form


class CellPosition(NamedTuple):
    """A cell's position: block, row and column, counted over the whole form."""

    block: int
    row: int
    column: int


@cache
def positions_of(form: Form) -> Mapping[str, CellPosition]:
    """The position of every cell."""
    positions: dict[str, CellPosition] = {}
    blocks: dict[int, int] = {}
    for slot in form.slots().values():
        block = blocks.setdefault(id(slot.block), len(blocks))
        row = slot.block.rows.index(slot.row)
        positions[slot.name] = CellPosition(block, row, slot.block.columns.index(slot.column))
    return positions


@cache
def neighbours_of(form: Form) -> Sequence[tuple[str, str]]:
    """Every two cells that share an edge."""
    cells = {place: name for name, place in positions_of(form).items()}
    return tuple(
        (name, cells[beside])
        for (block, row, column), name in cells.items()
        for beside in (CellPosition(block, row, column + 1), CellPosition(block, row + 1, column))
        if beside in cells
    )


def are_neighbours(form: Form, first: str, second: str) -> bool:
    """Whether two cells share an edge."""
    one, other = positions_of(form)[first], positions_of(form)[second]
    if one.block != other.block:
        return False
    return abs(one.row - other.row) + abs(one.column - other.column) == 1
