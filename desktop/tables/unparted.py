"""Do rulings part a table's values? Where they part only rows, or only columns, they do not."""

from __future__ import annotations

from typing import Final

from desktop.tables.grid import Grid, GridCell
from desktop.tables.text import runs_of
from desktop.tables.value_rows import Word, word_of

# A cell with this many numbers on one line holds columns.
_COLUMNS: Final = 3
# Points of white on both sides of a number that wraps in its cell, together, at most.
_PADDING: Final = 14.0


def is_unparted(grid: Grid) -> bool:
    """Whether the grid's cells hold several values each: of a row, or of a column."""
    lines = [
        (cell, [[word_of(run) for run in runs_of(line)] for line in cell.lines])
        for cell in grid.cells
    ]
    if any(_holds_columns(words) for _, words in lines):
        return True
    valued = [(cell, words) for cell, words in lines if any(map(_values, words))]
    rows = sum(_holds_rows(cell, words) for cell, words in valued)
    return rows * 2 > len(valued)


def _holds_columns(lines: list[list[Word]]) -> bool:
    return any(len(_values(words)) >= _COLUMNS for words in lines)


def _holds_rows(cell: GridCell, lines: list[list[Word]]) -> bool:
    """Whether a cell has values one below the other, or a header above its value.

    A number that wraps looks like two, but fills each of its lines.
    """
    values = [_values(words) for words in lines]
    if values[-1] and not values[0]:
        return True
    first = [words[0] for words in values if words]
    return any(_has_room(cell, upper) for upper in first[:-1])


def _has_room(cell: GridCell, value: Word) -> bool:
    digit = value.box.width / len(value.text)
    return value.box.width + digit + _PADDING < cell.box.width


def _values(words: list[Word]) -> list[Word]:
    return [word for word in words if word.is_value]
