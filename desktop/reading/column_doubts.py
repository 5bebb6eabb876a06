"""Rows without rulings along y whose numbers may stand in the columns beside their own.

Where a row has a number in each of the form's columns, their order tells which is which. Where a
column is blank, only places tell; and where numbers of one column are set at different places,
two columns may be made of it: the number in the one is then lost, and the other is blank.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.reading.numbering import numbers_rows
from desktop.reading.rows import PrintedRow
from desktop.reading.table import TableReading
from desktop.reading.wording import ExpectedRow
from desktop.tables.grid import GridCell
from desktop.tables.tokens import is_value

SHIFTED: Final = "没有竖线分栏，此行有空格，数字可能错列，请对照原文"

# A number is its own column's where the label of a blank column beside it is so many times as far.
_CLEARLY: Final = 2.0
# Points within which numbers of a column are set alike.
_SAME: Final = 1.0

FoundRow = tuple[PrintedRow, ExpectedRow]


def unsure_columns(reading: TableReading, displaced: Container[str]) -> Iterator[str]:
    """The cells of rows with a blank whose numbers may be of other columns.

    Args:
        reading: the table as found.
        displaced: the cells whose numbers do not stand as those of one cell do.
    """
    parts: dict[int, list[FoundRow]] = {}
    for row, line, _ in reading.rows:
        if not row.has_rulings and len(row.cells) > 1:
            parts.setdefault(id(row.header), []).append((row, line))
    for rows in parts.values():
        whole = [row for row, _ in rows if not _blanks(row)]
        lost = any(_blanks(row) and _has_number_beside(row) for row, _ in rows)
        for row, line in rows:
            if _blanks(row) and (
                lost
                or any(name in displaced for name in reading.names(line))
                or _is_between_labels(row, whole)
            ):
                yield from reading.names(line)


def _blanks(row: PrintedRow) -> list[int]:
    """The positions of the row's columns without a number."""
    return [place for place, box in enumerate(_extents(row)) if box is None]


def _extents(row: PrintedRow) -> list[Box | None]:
    """Where the number of each column stands."""
    cells = (row.cells.get(column.id) for column in row.header.block.columns)
    return [_extent(parts[0][1]) if parts else None for parts in cells]


def _extent(cell: GridCell) -> Box | None:
    return enclosing(glyph.box for glyph in cell.glyphs) if cell.lines else None


def _has_number_beside(row: PrintedRow) -> bool:
    """Whether a number stands behind the row's label and in none of the form's columns.

    Numbers of rows stand before the labels, or below a label of their own.
    """
    if row.loose:
        return True
    values = [parts[0][1].box for parts in row.cells.values()]
    top, bottom = min(box.top for box in values), max(box.bottom for box in values)
    start = row.stub.box.x0 if row.stub else 0.0
    return any(
        is_value(cell.text)
        and top < cell.box.centre_y < bottom
        and cell.box.x0 > start
        and not _is_row_number(cell, row)
        for cell in row.aside
    )


def _is_row_number(cell: GridCell, row: PrintedRow) -> bool:
    return any(
        label.box.x0 < cell.box.centre_x < label.box.x1 and numbers_rows(label.text)
        for label in row.header.others
    )


def _is_between_labels(row: PrintedRow, whole: Sequence[PrintedRow]) -> bool:
    """Whether a number next to a blank is not clearly below the label of its own column.

    One set as that of a row without a blank is of the same column.
    """
    numbers = _extents(row)
    labels = [cell and cell.lines and _last_line(cell) for cell in row.header.labels]
    known = [_extents(other) for other in whole]
    for blank in _blanks(row):
        for place in (blank - 1, blank + 1):
            box = numbers[place] if 0 <= place < len(numbers) else None
            if box is None or any(_is_set_alike(box, other[place]) for other in known):
                continue
            own, beside = labels[place], labels[blank]
            if own and beside and _CLEARLY * _apart(box, own) > _apart(box, beside):
                return True
    return False


def _last_line(cell: GridCell) -> Box:
    """Where a label's last line stands, over which there may be others."""
    return enclosing(glyph.box for glyph in cell.lines[-1])


def _is_set_alike(one: Box, other: Box | None) -> bool:
    return other is not None and any(
        abs(apart) < _SAME
        for apart in (one.x0 - other.x0, one.centre_x - other.centre_x, one.x1 - other.x1)
    )


def _apart(one: Box, other: Box) -> float:
    """The white between two texts along x, in points."""
    return max(0.0, one.x0 - other.x1, other.x0 - one.x1)
