"""The grids of a document to one statutory table: which printed cell is which of the form's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop.reading.binding import Bound
from desktop.reading.copies import copies_of
from desktop.reading.page_cuts import rejoined
from desktop.reading.row_binding import bound_rows
from desktop.reading.row_fit import value_likeness
from desktop.reading.rows import Parts, PrintedRow, printed_rows
from desktop.reading.wording import ExpectedRow, expected_rows
from desktop.report.form import FormColumn, FormTable, Slot
from desktop.tables.grid import GridCell
from desktop.tables.matrix import Matrix

# What has less than this part of a table is no copy of it.
_COPY: Final = 0.5


def printed_part(parts: Parts) -> tuple[int, GridCell]:
    """The piece with the text; the others are what a page break leaves blank."""
    return next((part for part in parts if part[1].text), parts[0])


@dataclass(frozen=True, slots=True)
class TableReading:
    """A form table as found: the parts of each named cell, and what does not fit the form.

    `rows` are the printed rows with the form's and why it is not sure that they are; `fit` adds
    up how well their labels fit. `extra` are rows that the form does not have. `contested` are
    the cells that another copy of the table in the document has otherwise.
    """

    table: FormTable
    cells: Mapping[str, Parts]
    rows: tuple[tuple[PrintedRow, ExpectedRow, str | None], ...]
    extra: tuple[PrintedRow, ...]
    fit: float = 0.0
    contested: frozenset[str] = frozenset()

    def names(self, expected: ExpectedRow) -> Iterator[str]:
        """The names of the cells in a row of the form."""
        return (slot.name for slot in self.slots(expected))

    def slots(self, expected: ExpectedRow) -> Sequence[Slot]:
        """The places of the cells in a row of the form."""
        return self.table.slots_of(expected.row)

    @property
    def is_exact(self) -> bool:
        """Whether every cell was found, below labels that are the form's to the letter."""
        return self.part == 1.0 and self.fit == len(expected_rows(self.table))

    @property
    def part(self) -> float:
        """The part of the table's cells that were found."""
        return len(self.cells) / len(self.table.slots())

    @property
    def explained(self) -> float:
        """How much of what is printed the form's rows explain.

        A row among them that the form does not have speaks against it. One that lacks does not:
        offices leave rows out, and some are not read.
        """
        own = {row.grid for row, _, _ in self.rows}
        extra = (row for row in self.extra if row.grid in own and row.path)
        strange = sum(value_likeness(row) == 1.0 for row in extra)
        return round(self.fit - strange, 6)


def header_cells(reading: TableReading) -> Iterator[GridCell]:
    """The labels of a table's columns as printed."""
    headers = {id(row.header): row.header for row, _, _ in reading.rows}
    return (cell for header in headers.values() for cell in header.labels if cell is not None)


def read_best(matrices: Sequence[Matrix], versions: Sequence[FormTable]) -> TableReading:
    """Find a table in the version that fits best, the first of those that fit alike.

    None can fit better than to the letter.
    """
    readings: list[TableReading] = []
    found: dict[tuple[tuple[FormColumn, ...], ...], Sequence[PrintedRow]] = {}
    for version in versions:
        # Versions that differ in their rows alone have the same printed rows below their headers.
        columns = tuple(block.columns for block in version.blocks)
        if columns not in found:
            found[columns] = printed_rows(matrices, version)
        readings.append(read_table(found[columns], version))
        if readings[-1].is_exact:
            break
    return max(readings, key=lambda reading: reading.explained)


def read_table(printed: Sequence[PrintedRow], table: FormTable) -> TableReading:
    """Find the table in the rows that are printed below headers such as it has.

    Where a document prints it more than once, as beside last year's, the most complete copy is
    taken, the first of equal ones; cells that another copy has otherwise are contested.
    """
    expected = expected_rows(table)
    rows = rejoined(printed, expected)
    copies = [_read_copy(table, copy, expected) for copy in copies_of(rows, expected)]
    best = max(copies, key=lambda copy: copy.part)
    rivals = [copy for copy in copies if copy is not best and copy.part >= _COPY]
    return replace(best, contested=frozenset(_contested(best, rivals)))


def _contested(best: TableReading, rivals: Sequence[TableReading]) -> Iterator[str]:
    for rival in rivals:
        for name, parts in rival.cells.items():
            if name in best.cells and _text(parts) != _text(best.cells[name]):
                yield name


def _text(parts: Parts) -> str:
    return "".join(cell.text for _, cell in parts)


def _read_copy(
    table: FormTable, rows: Sequence[PrintedRow], expected: Sequence[ExpectedRow]
) -> TableReading:
    return _reading(table, rows, expected, bound_rows(rows, expected))


def _reading(
    table: FormTable,
    rows: Sequence[PrintedRow],
    expected: Sequence[ExpectedRow],
    bound: Sequence[Bound],
) -> TableReading:
    cells: dict[str, Parts] = {}
    for pair in bound:
        printed = rows[pair.printed].cells
        for slot in table.slots_of(expected[pair.expected].row):
            if slot.column.id in printed:
                cells[slot.name] = printed[slot.column.id]
    used = {pair.printed for pair in bound}
    return TableReading(
        table,
        cells,
        tuple((rows[pair.printed], expected[pair.expected], pair.doubt) for pair in bound),
        tuple(row for index, row in enumerate(rows) if index not in used),
        sum(pair.score for pair in bound),
    )
