"""From a value cell to the next one that the keyboard asks for, over labels and spans."""

from __future__ import annotations

from enum import Enum

from desktop.report.layout import LaidCell, Layout, Role


class Move(Enum):
    """Where the keyboard wants to go."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    NEXT = "next"
    PREVIOUS = "previous"
    ROW_START = "row_start"
    ROW_END = "row_end"
    FIRST = "first"
    LAST = "last"


def next_value(layout: Layout, row: int, column: int, move: Move) -> tuple[int, int] | None:
    """The place of the value cell a move leads to; None where there is none further on."""
    values = sorted(
        (cell for cell in layout.cells if cell.role is Role.VALUE),
        key=lambda cell: (cell.row, cell.column),
    )
    if not values:
        return None
    here = next((cell for cell in values if _covers(cell, row, column)), values[0])
    if move in (Move.UP, Move.DOWN):
        found = _vertical(values, here, column, 1 if move is Move.DOWN else -1)
    elif move in (Move.ROW_START, Move.ROW_END):
        in_row = [cell for cell in values if cell.row == here.row]
        found = in_row[0 if move is Move.ROW_START else -1]
    elif move in (Move.FIRST, Move.LAST):
        found = values[0 if move is Move.FIRST else -1]
    else:
        found = _along(values, here, move)
    return None if found is None else (found.row, found.column)


def _along(values: list[LaidCell], here: LaidCell, move: Move) -> LaidCell | None:
    position = values.index(here) + (1 if move in (Move.RIGHT, Move.NEXT) else -1)
    if not 0 <= position < len(values):
        return None
    found = values[position]
    if move in (Move.LEFT, Move.RIGHT) and found.row != here.row:
        return None
    return found


def _vertical(values: list[LaidCell], here: LaidCell, column: int, step: int) -> LaidCell | None:
    rows = sorted({cell.row for cell in values if (cell.row - here.row) * step > 0})
    if not rows:
        return None
    row = rows[0] if step > 0 else rows[-1]
    in_row = [cell for cell in values if cell.row == row]
    return min(in_row, key=lambda cell: (not _covers(cell, row, column), abs(cell.column - column)))


def _covers(cell: LaidCell, row: int, column: int) -> bool:
    return (
        cell.row <= row < cell.row + cell.row_span
        and cell.column <= column < cell.column + cell.column_span
    )
