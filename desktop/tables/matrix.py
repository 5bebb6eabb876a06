"""A grid's cells by row and column: which cell covers which unit of the table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.tables.grid import Grid, GridCell


@dataclass(frozen=True, slots=True)
class Matrix:
    """`units[row][column]` is the cell that covers the unit, None where there is none.

    `xs` and `ys` are the edges of columns and rows, in points; `rows` has the cells of each
    row from left to right, each once, and `ending` those of them that do not go on below it.
    """

    grid: Grid
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    units: tuple[tuple[GridCell | None, ...], ...]
    rows: tuple[tuple[GridCell, ...], ...]
    ending: tuple[tuple[GridCell, ...], ...]

    def at(self, row: int, x: float) -> GridCell | None:
        """The cell of a row that lies at `x`."""
        column = bisect_left(self.xs, x) - 1
        return self.units[row][column] if 0 <= column < len(self.xs) - 1 else None

    def above(self, row: int, x: float) -> list[GridCell]:
        """The cells over that place, from the top down, the row's own left out."""
        own = self.at(row, x)
        cells = distinct(self.at(other, x) for other in range(row))
        return [cell for cell in cells if cell is not own]


def distinct(cells: Iterable[GridCell | None]) -> list[GridCell]:
    """The cells without repetition, in order."""
    return list({id(cell): cell for cell in cells if cell is not None}.values())


def matrix_of(grid: Grid) -> Matrix:
    """The grid by rows and columns."""
    xs = _edges(edge for cell in grid.cells for edge in (cell.box.x0, cell.box.x1))
    ys = _edges(edge for cell in grid.cells for edge in (cell.box.top, cell.box.bottom))
    units: list[list[GridCell | None]] = [[None] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    for cell in grid.cells:
        rows = range(_index(ys, cell.box.top), _index(ys, cell.box.bottom))
        columns = range(_index(xs, cell.box.x0), _index(xs, cell.box.x1))
        for row in rows:
            for column in columns:
                units[row][column] = cell
    whole = tuple(tuple(distinct(row)) for row in units)
    ending = tuple(
        tuple(cell for cell in row if cell.box.bottom <= bottom + 0.5)
        for row, bottom in zip(whole, ys[1:], strict=True)
    )
    return Matrix(grid, tuple(xs), tuple(ys), tuple(map(tuple, units)), whole, ending)


def _edges(edges: Iterable[float]) -> list[float]:
    """Edges in order; those that differ only by rounding are one."""
    result: list[float] = []
    for edge in sorted(edges):
        if not result or edge - result[-1] > 0.5:
            result.append(edge)
    return result


def _index(edges: Sequence[float], edge: float) -> int:
    return max(0, bisect_left(edges, edge - 0.5))
