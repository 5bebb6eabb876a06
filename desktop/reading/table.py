"""The grids of a document to one statutory table: which printed cell is which of the form's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop.reading.binding import LEAST, Bound, bound_labels
from desktop.reading.rows import PrintedRow, printed_rows
from desktop.reading.wording import ExpectedRow, expected_rows
from desktop.report.form import FormBlock, FormTable, Slot
from desktop.report.values import parse_value
from desktop.tables.grid import GridCell
from desktop.tables.matrix import Matrix

# What a row without a label may be.
_UNLABELLED: Final = 0.5
# What has less than this part of a table is no copy of it; a copy begins where more than this
# part of a header's rows has been met before.
_COPY: Final = 0.5
_MET_AGAIN: Final = 0.5
# What a row that lacks speaks against a version of a table, where one too many speaks 1.
_LACKING: Final = 0.05

Parts = tuple[tuple[int, GridCell], ...]
"""a cell's pieces with their pages"""


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

        A row that the form does not have speaks against it, one that lacks far less: offices
        leave rows out.
        """
        strange = sum(bool(row.path) and _value_likeness(row) == 1.0 for row in self.extra)
        lacking = len(expected_rows(self.table)) - len(self.rows)
        return self.fit - strange - _LACKING * lacking


def header_cells(reading: TableReading) -> Iterator[GridCell]:
    """The labels of a table's columns as printed."""
    headers = {id(row.header): row.header for row, _, _ in reading.rows}
    return (cell for header in headers.values() for cell in header.labels if cell is not None)


def read_best(matrices: Sequence[Matrix], versions: Sequence[FormTable]) -> TableReading:
    """Find a table in the version that fits best; none can fit better than to the letter."""
    readings: list[TableReading] = []
    for version in versions:
        readings.append(read_table(matrices, version))
        if readings[-1].is_exact:
            break
    return max(readings, key=lambda reading: (reading.explained, reading.part))


def read_table(matrices: Sequence[Matrix], table: FormTable) -> TableReading:
    """Find the table in the grids of a document.

    Where a document prints it more than once, as beside last year's, the most complete copy is
    taken, the first of equal ones; cells that another copy has otherwise are contested.
    """
    expected = expected_rows(table)
    rows = _rejoined(printed_rows(matrices, table), expected)
    copies = [_read_copy(table, copy, expected) for copy in _copies(rows, expected)]
    best = max(copies, key=lambda copy: copy.part)
    rivals = [copy for copy in copies if copy is not best and copy.part >= _COPY]
    return replace(best, contested=frozenset(_contested(best, rivals)))


def _copies(rows: Sequence[PrintedRow], expected: Sequence[ExpectedRow]) -> list[list[PrintedRow]]:
    """The rows of each copy: a header over rows that have nearly all been met begins the next.

    A page break may repeat a header; then other rows follow it.
    """
    known = {text for line in expected for text in (line.wording.wordings if line.wording else "")}
    copies: list[list[PrintedRow]] = [[]]
    met: set[tuple[str, int]] = set()
    for run in _runs(rows):
        labels = {(row.label, len(row.header.block.columns)) for row in run if _is_value_row(row)}
        own = {key for key in labels if key[0] in known or not known}
        if own and len(own & met) > _MET_AGAIN * len(own):
            copies.append([])
            met = set()
        met |= own
        copies[-1].extend(run)
    return copies


def _is_value_row(row: PrintedRow) -> bool:
    return _value_likeness(row) >= LEAST


def _runs(rows: Sequence[PrintedRow]) -> Iterator[list[PrintedRow]]:
    """The rows under each header that is printed."""
    run: list[PrintedRow] = []
    for row in rows:
        if run and row.header is not run[-1].header and row.header.end:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


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
    bound: list[Bound] = []
    for block in {line.block.columns: line.block for line in expected}.values():
        bound.extend(_bound_rows(rows, expected, block))
    bound.sort(key=lambda pair: pair.expected)
    return _reading(table, rows, expected, bound)


def _bound_rows(
    rows: Sequence[PrintedRow], expected: Sequence[ExpectedRow], block: FormBlock
) -> Iterator[Bound]:
    """The rows below headers of one kind, bound to the form's rows that stand below such."""
    own = [n for n, row in enumerate(rows) if _may_be_of(row, block)]
    lines = [n for n, line in enumerate(expected) if line.block.columns == block.columns]
    wordings = [line.wording for n in lines if (line := expected[n]).wording]
    if not wordings:
        pairs = _bound_values([rows[n] for n in own])
    else:
        free = [_is_value_row(rows[n]) for n in own]
        pairs = bound_labels([rows[n].printed for n in own], wordings, free)
    for pair in pairs:
        yield pair._replace(printed=own[pair.printed], expected=lines[pair.expected])


def _may_be_of(row: PrintedRow, block: FormBlock) -> bool:
    """Whether a row stands below a header of the block, and is none of another one."""
    return row.header.block.columns == block.columns and (
        len(block.columns) == 1 or _value_likeness(row) > 0
    )


def _bound_values(rows: Sequence[PrintedRow]) -> list[Bound]:
    """The one row without a label (表四): that which is most like one of values."""
    likeness = [_value_likeness(row) for row in rows]
    best = max(likeness, default=0.0)
    return [Bound(likeness.index(best), 0, best, None)] if best >= LEAST else []


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


def _likeness(row: PrintedRow, expected: ExpectedRow) -> float:
    if row.header.block.columns != expected.block.columns:
        return 0.0
    if expected.wording is None:
        return _value_likeness(row)
    if not row.path:
        return _UNLABELLED
    return expected.wording.likeness(row.printed)


def _value_likeness(row: PrintedRow) -> float:
    """How much an unlabelled row looks like one of values."""
    texts = [parts[0][1].text for parts in row.cells.values()]
    values = sum(1 for text in texts if parse_value(text).number is not None)
    printed = sum(1 for text in texts if text)
    return values / len(row.header.places) if printed else _UNLABELLED


def _rejoined(rows: Sequence[PrintedRow], expected: Sequence[ExpectedRow]) -> list[PrintedRow]:
    """Rows that a page break cut in two, whole again."""
    result: list[PrintedRow] = []
    for row in rows:
        if (
            result
            and result[-1].ends_grid
            and row.starts_grid
            and _is_cut(result[-1], row, expected)
        ):
            result[-1] = _joined(result[-1], row)
        else:
            result.append(row)
    return result


def _is_cut(upper: PrintedRow, lower: PrintedRow, expected: Sequence[ExpectedRow]) -> bool:
    if upper.cells.keys() != lower.cells.keys():
        return False
    if not (upper.is_blank or lower.is_blank):
        return not lower.path and _complete_each_other(upper, lower)
    if not lower.path and _has_words(lower):
        return False  # a title or a header at the top of the page
    whole = _best(_joined(upper, lower), expected)
    return whole > max(_best(upper, expected), _best(lower, expected)) or not (
        upper.path and lower.path
    )


def _complete_each_other(upper: PrintedRow, lower: PrintedRow) -> bool:
    """Whether one of two rows has numbers just where the other is blank."""
    return all(
        not (_text(parts) and _text(lower.cells[column])) for column, parts in upper.cells.items()
    )


def _has_words(row: PrintedRow) -> bool:
    """Whether a value cell holds text that is no value."""
    texts = [cell.text for parts in row.cells.values() for _, cell in parts]
    return any(parse_value(text).number is None for text in texts)


def _best(row: PrintedRow, expected: Sequence[ExpectedRow]) -> float:
    return max((_likeness(row, other) for other in expected), default=0.0)


def _joined(upper: PrintedRow, lower: PrintedRow) -> PrintedRow:
    cells = {column: parts + lower.cells[column] for column, parts in upper.cells.items()}
    label = (upper.labels[-1] if upper.labels else "") + (lower.labels[-1] if lower.labels else "")
    return replace(
        upper, labels=(*upper.labels[:-1], label), cells=cells, ends_grid=lower.ends_grid
    )
