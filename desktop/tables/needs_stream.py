"""Do rulings part a table's values? Where they part only rows, or only columns, they do not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from desktop.tables.grid import Grid, GridCell
from desktop.tables.lattice import Edge
from desktop.tables.stub import begins_label
from desktop.tables.text import runs_of, words_of
from desktop.tables.tokens import Token, is_value, token_of, wraps

# A cell with this many numbers (texts, where no ruling parts any) on one line holds columns.
_COLUMNS: Final = 3
# Cells as wide as this part of a table are not parted by rulings along y.
_WHOLE: Final = 0.98
# Points between a grid and the rulings at its edges.
_TOUCHING: Final = 1.0
# Points of white on both sides of a number that wraps in its cell, together, at most.
_PADDING: Final = 14.0


def needs_stream(grid: Grid, edges: Sequence[Edge]) -> bool:
    """Whether the grid's cells hold several values each: of a row, or of a column.

    Where none of the page's `edges` runs along x at the grid, no ruling parts its rows: it may
    be a header at the end of a page, or the one row of a table.
    """
    if not any(_runs_across(edge, grid) for edge in edges):
        return True
    if all(cell.box.width > _WHOLE * grid.box.width for cell in grid.cells):
        return any(_is_row(list(words_of(line))) for cell in grid.cells for line in cell.lines)
    valued = [cell for cell in grid.cells if any(map(is_value, cell.words))]
    # Nearly all cells have one word, and are no further looked at.
    several = [cell for cell in valued if len(cell.words) > 1]
    rows = 0
    joined = {_level(cell) for cell in grid.cells if _begins_twice(cell)} if several else ()
    for cell in several:
        values = [[w for w in map(token_of, runs_of(line)) if w.is_value] for line in cell.lines]
        if any(len(words) >= _COLUMNS for words in values):
            return True
        rows += _level(cell) in joined or _holds_rows(cell, values)
    return rows * 2 > len(valued)


def _runs_across(edge: Edge, grid: Grid) -> bool:
    box = grid.box.grown(_TOUCHING)
    level = edge["orientation"] == "h" and box.top <= edge["top"] <= box.bottom
    return bool(level and edge["x0"] < box.x1 and edge["x1"] > box.x0)


def _is_row(texts: list[str]) -> bool:
    """Whether the texts on a line are a row of a header, or a label with its value."""
    return len(texts) >= _COLUMNS or (len(texts) > 1 and any(map(is_value, texts)))


def _holds_rows(cell: GridCell, values: list[list[Token]]) -> bool:
    """Whether a cell has values one below the other, or a header above its value.

    A number that wraps looks like two, but fills each of its lines, and begins with no zero.
    """
    if values[-1] and not values[0]:
        return True
    first = [words[0] for words in values if words]
    return any(
        _has_room(cell, upper) or not wraps([upper], [lower]) for upper, lower in pairwise(first)
    )


def _begins_twice(cell: GridCell) -> bool:
    """Whether labels of several rows stand in a cell, one below the other."""
    return sum(map(begins_label, cell.lines)) > 1


def _level(cell: GridCell) -> tuple[float, float]:
    return cell.box.top, cell.box.bottom


def _has_room(cell: GridCell, value: Token) -> bool:
    digit = value.box.width / len(value.text)
    return value.box.width + digit + _PADDING < cell.box.width
