"""Grids to the printed rows of one statutory table, in document order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.reading.continued import SAME_EDGE, continued, is_repeated
from desktop.reading.header import Header, headers_in
from desktop.reading.labels import normalise_label
from desktop.reading.numbering import is_column_numbers, without_row_numbers
from desktop.reading.wording import PrintedLabel
from desktop.report.form import FormTable
from desktop.tables.grid import GridCell
from desktop.tables.matrix import Matrix, distinct

Parts = tuple[tuple[int, GridCell], ...]
"""a cell's pieces with their pages"""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row as printed: its labels from the outermost in, and the cell at each column.

    `cells` has the parts of each cell: two where a page break cut the row. `grid` is the
    position of its grid among those read, `has_rulings` whether rulings made it; `ends_grid` and
    `starts_grid` tell whether the row is the last or the first of it, below its header.
    `loose`: the row has a number beside the values that is in no column. `aside` are cells that
    number the table's rows and columns, or are of columns that the form does not have. `stub` is
    the cell of the innermost label.
    """

    header: Header
    labels: tuple[str, ...]
    cells: Mapping[str, Parts]
    grid: int = 0
    has_rulings: bool = True
    ends_grid: bool = False
    starts_grid: bool = False
    loose: bool = False
    aside: tuple[GridCell, ...] = ()
    stub: GridCell | None = None

    @property
    def label(self) -> str:
        """The innermost label, normalised."""
        return normalise_label(self.labels[-1]) if self.labels else ""

    @property
    def path(self) -> str:
        """All labels joined, normalised."""
        return normalise_label("".join(self.labels))

    @property
    def printed(self) -> PrintedLabel:
        """The innermost label with those left of it.

        Where no rulings part them, a group's label may stand beside any of its rows.
        """
        above = tuple(map(normalise_label, self.labels[:-1])) if self.has_rulings else ()
        return PrintedLabel(self.labels[-1] if self.labels else "", above)

    @property
    def is_blank(self) -> bool:
        """Whether no value cell has any text."""
        return not any(cell.text for parts in self.cells.values() for _, cell in parts)


def printed_rows(matrices: Sequence[Matrix], table: FormTable) -> list[PrintedRow]:
    """Every row of the matrices that can be the table's.

    A grid without the table's header goes on with the last header of the grid before it, if
    its columns fit: whether its rows belong is for their labels to say.
    """
    rows: list[PrintedRow] = []
    last: Header | None = None
    ended = False
    for grid, matrix in enumerate(matrices):
        if not any(cell.text for cell in matrix.grid.cells):
            continue  # an empty frame is no end of a table
        headers = headers_in(matrix, table, None if ended else _page_before(matrices, grid))
        if last is not None and not (headers and _is_at_top(headers[0], matrix)):
            carried = continued(last, matrix)
            headers = ([carried] if carried else []) + headers
        elif last is not None and is_repeated(headers, last, matrix, table):
            carried = continued(last, matrix)
            headers = [replace(carried, end=headers[0].end), *headers[1:]] if carried else headers
        for index, header in enumerate(headers):
            end = headers[index + 1].end - 1 if index + 1 < len(headers) else len(matrix.units)
            rows.extend(_rows_between(matrix, grid, header, end, first=index == 0))
        last = headers[-1] if headers else None
        # What follows a whole header are values, no more of its labels.
        ended = last is not None and last.end == len(matrix.units)
    return rows


def _is_at_top(header: Header, matrix: Matrix) -> bool:
    """Whether nothing but its own labels stands above a header's end."""
    return not any(cell.text.isdigit() for row in matrix.rows[: header.end] for cell in row)


def _page_before(matrices: Sequence[Matrix], grid: int) -> Matrix | None:
    """The last matrix of the page before, for the first one of a page that may go on from it."""
    before = matrices[grid - 1] if grid else None
    if before is None or before.grid.page != matrices[grid].grid.page - 1:
        return None
    return before


def _rows_between(
    matrix: Matrix, grid: int, header: Header, end: int, *, first: bool
) -> list[PrintedRow]:
    """The rows below a header, down to the row `end`.

    `grid` is the position of their grid; `first` tells whether the header is its first, which
    a page break may have repeated.
    """
    merged: list[PrintedRow] = []
    numbers: list[GridCell] = []
    for place in range(header.end, end):
        row = _row(matrix, grid, header, place)
        if row is None:
            continue
        if is_column_numbers(row.labels, _values(row), below=place < end - 1):
            numbers += matrix.rows[place]
            continue
        if merged and _same_values(merged[-1], row):
            # Stub cells may be split finer than the row of values beside them.
            labels = dict.fromkeys(merged[-1].labels + row.labels)
            merged[-1] = replace(merged[-1], labels=tuple(labels))
        else:
            merged.append(replace(row, aside=(*row.aside, *numbers)))
            numbers = []
    if first:
        _leave_out_empty(merged, 0)
    if end == len(matrix.units):
        _leave_out_empty(merged, -1)
    if merged and first:
        merged[0] = replace(merged[0], starts_grid=True)
    if merged and end == len(matrix.units):
        merged[-1] = replace(merged[-1], ends_grid=True)
    return merged


def _leave_out_empty(rows: list[PrintedRow], place: int) -> None:
    """Take away rows without any text at one end: a page break leaves strips of cells."""
    while rows and rows[place].is_blank and not rows[place].path:
        del rows[place]


def _row(matrix: Matrix, grid: int, header: Header, row: int) -> PrintedRow | None:
    cells: dict[str, Parts] = {}
    for column, place in zip(header.block.columns, header.column_sides, strict=True):
        cell = matrix.at(row, (place[0] + place[1]) / 2) if place else None
        if cell is not None:
            cells[column.id] = ((matrix.grid.page, cell),)
    values = [parts[0][1] for parts in cells.values()]
    if not values:
        return None
    left = min(cell.box.x0 for cell in values)
    stub = [cell for cell in matrix.rows[row] if cell.box.x1 <= left + 0.5]
    labels = without_row_numbers(stub)
    if len(header.column_sides) > 1 and len(distinct(values)) == 1 and not labels:
        return None  # a title or a note over the whole width
    own = set(map(id, (*values, *labels)))
    others = [cell for cell in matrix.rows[row] if id(cell) not in own]
    aside = [cell for cell in others if cell in stub or _is_of_extra(cell, header)]
    return PrintedRow(
        header,
        tuple(cell.text for cell in labels if cell.text),
        cells,
        grid,
        matrix.grid.has_rulings,
        loose=any(_is_number(cell) for cell in others if cell not in aside),
        aside=tuple(aside),
        stub=next((cell for cell in reversed(labels) if cell.text), None),
    )


def _is_of_extra(cell: GridCell, header: Header) -> bool:
    """Whether a cell stands under a header cell of its own: in a column that the form lacks."""
    return any(
        abs(extra.box.x0 - cell.box.x0) <= SAME_EDGE
        and abs(extra.box.x1 - cell.box.x1) <= SAME_EDGE
        for extra in header.extra
    )


def _values(row: PrintedRow) -> list[GridCell]:
    """The row's cells of values, as they stand from left to right."""
    cells = distinct(parts[0][1] for parts in row.cells.values())
    return sorted(cells, key=lambda cell: cell.box.x0)


def _is_number(cell: GridCell) -> bool:
    return any(map(str.isdigit, cell.text))


def _same_values(one: PrintedRow, other: PrintedRow) -> bool:
    return all(
        column in other.cells and parts[0][1] is other.cells[column][0][1]
        for column, parts in one.cells.items()
    )
