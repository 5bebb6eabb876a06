"""The header of a table's part that goes on without one, as on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop.reading.header import ColumnSides, Header
from desktop.reading.labels import normalise_label
from desktop.report.form import FormTable
from desktop.tables.matrix import Matrix, distinct

SAME_EDGE: Final = 3.0
"""points within which a grid ends where its header ended"""

# How far a column's edge may lie from where the header's proportions have it, in widths of the
# column; the part of a single column's width that its cells have on the next page at least.
_OUT_OF_PROPORTION: Final = 0.5
_AS_WIDE: Final = 0.6


def continued(header: Header, matrix: Matrix) -> Header | None:
    """The header for a grid that goes on without one.

    By place where the grid stands under the header's; else by counting columns from the right,
    if their widths are in the header's proportions.
    """
    column_sides = sorted(place for place in header.column_sides if place)
    if not column_sides or (len(column_sides) == 1 and not _is_as_wide(column_sides[0], matrix)):
        return None
    if abs(column_sides[-1][1] - matrix.grid.box.x1) <= SAME_EDGE or _fit(column_sides, matrix):
        return replace(header, end=0)
    widest = max(matrix.rows, key=len, default=())
    counted = [(cell.box.x0, cell.box.x1) for cell in widest[-len(header.column_sides) :]]
    # Counting tells nothing where a column is lost.
    if len(counted) < len(header.column_sides) or not _in_proportion(counted, column_sides):
        return None
    moved = dict(zip(column_sides, counted, strict=True))
    return replace(header, column_sides=tuple(p and moved[p] for p in header.column_sides), end=0)


def is_repeated(headers: Sequence[Header], last: Header, matrix: Matrix, table: FormTable) -> bool:
    """Whether the first header of a grid only repeats the table's, over rows of a later block.

    Word processors print the header of 表二, which is that of its first block, on each page.
    """
    first, columns = headers[0], last.block.columns
    if first.block.columns == columns:
        return False
    end = headers[1].end - 1 if len(headers) > 1 else len(matrix.units)
    blocks = (block for block in table.blocks if block.columns == columns)
    own = {normalise_label(row.label[-1]) for block in blocks for row in block.rows}
    labels = {normalise_label(row[0].text) for row in matrix.rows[first.end : end] if row[1:]}
    return bool(labels) and own >= labels


def _is_as_wide(place: ColumnSides, matrix: Matrix) -> bool:
    """Whether the one column of a header goes on in a grid: some cell there is as wide."""
    middle, least = (place[0] + place[1]) / 2, _AS_WIDE * (place[1] - place[0])
    cells = (matrix.at(row, middle) for row in range(len(matrix.units)))
    return any(cell is not None and cell.box.width >= least for cell in cells)


def _fit(column_sides: Sequence[ColumnSides], matrix: Matrix) -> bool:
    """Whether some row has a cell of its own at each place."""
    for row in range(len(matrix.units)):
        cells = [matrix.at(row, (place[0] + place[1]) / 2) for place in column_sides]
        if len(distinct(cells)) == len(column_sides):
            return True
    return False


def _in_proportion(counted: Sequence[ColumnSides], column_sides: Sequence[ColumnSides]) -> bool:
    if len(counted) != len(column_sides):
        return False
    scale = (counted[-1][1] - counted[0][0]) / (column_sides[-1][1] - column_sides[0][0])
    return all(
        abs((there[0] - counted[0][0]) - scale * (here[0] - column_sides[0][0]))
        <= _OUT_OF_PROPORTION * scale * (here[1] - here[0])
        for there, here in zip(counted, column_sides, strict=True)
    )
