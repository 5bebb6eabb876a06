"""The grids of a document to one statutory table: which printed cell is which of the form's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.reading.alignment import Pair, aligned
from desktop.reading.rows import PrintedRow, printed_rows
from desktop.reading.wording import ExpectedRow, expected_rows, labelled_rows
from desktop.report.form import FormTable, Slot
from desktop.report.values import Reading, parse_value
from desktop.tables.grid import GridCell
from desktop.tables.matrix import Matrix

_LEAST = 0.5
# A row whose label is lost can still be placed by its neighbours.
_UNLABELLED = 0.5
# What has less than this part of a table is no copy of it.
_COPY = 0.5

Parts = tuple[tuple[int, GridCell], ...]
"""a cell's pieces with their pages"""


def printed_part(parts: Parts) -> tuple[int, GridCell]:
    """The piece with the text; the others are what a page break leaves blank."""
    return next((part for part in parts if part[1].text), parts[0])


@dataclass(frozen=True, slots=True)
class TableReading:
    """A form table as found: the parts of each named cell, and what does not fit the form.

    `contested` are the cells that another copy of the table in the document has otherwise.
    """

    table: FormTable
    cells: Mapping[str, Parts]
    rows: tuple[tuple[PrintedRow, ExpectedRow, float], ...]
    extra: tuple[PrintedRow, ...]
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
        return self.score == (1.0, float(len(expected_rows(self.table))))

    @property
    def score(self) -> tuple[float, float]:
        """How well the table fits: the part of its cells found, then the labels' likeness."""
        expected = sum(1 for _ in self.table.slots())
        return len(self.cells) / expected, sum(score for _, _, score in self.rows)


def read_best(matrices: Sequence[Matrix], versions: Sequence[FormTable]) -> TableReading:
    """Find a table in the version that fits best; none can fit better than to the letter."""
    readings: list[TableReading] = []
    for version in versions:
        readings.append(read_table(matrices, version))
        if readings[-1].is_exact:
            break
    return max(readings, key=lambda reading: reading.score)


def read_table(matrices: Sequence[Matrix], table: FormTable) -> TableReading:
    """Find the table in the grids of a document.

    Where a document prints it more than once, as beside last year's, the most complete copy is
    taken, the first of equal ones; cells that another copy has otherwise are contested.
    """
    expected = expected_rows(table)
    rows = _rejoined(printed_rows(matrices, table), expected)
    copies = [_read_copy(table, copy, expected) for copy in _copies(rows, table)]
    best = max(copies, key=lambda copy: copy.score[0])
    rivals = [copy for copy in copies if copy is not best and copy.score[0] >= _COPY]
    return replace(best, contested=frozenset(_contested(best, rivals)))


def _copies(rows: Sequence[PrintedRow], table: FormTable) -> list[list[PrintedRow]]:
    """The rows of each copy: a label that comes before one already met begins the next."""
    known = labelled_rows(table)
    copies: list[list[PrintedRow]] = [[]]
    last = -1
    for row in rows:
        place = known.get(row.label)
        if place is not None:
            if place <= last:
                copies.append([])
            last = place
        copies[-1].append(row)
    return copies


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
    known = labelled_rows(table)
    scores = [_scores(row, expected, known.get(row.label)) for row in rows]
    return _reading(table, rows, expected, aligned(scores, _LEAST))


def _scores(row: PrintedRow, expected: Sequence[ExpectedRow], exact: int | None) -> Sequence[float]:
    """How well a row fits each of the form's; a label that is one's to the letter is no other's."""
    if exact is None:
        return [_likeness(row, other) for other in expected]
    scores = [0.0] * len(expected)
    scores[exact] = _likeness(row, expected[exact])
    return scores


def _reading(
    table: FormTable,
    rows: Sequence[PrintedRow],
    expected: Sequence[ExpectedRow],
    pairs: Sequence[Pair],
) -> TableReading:
    cells: dict[str, Parts] = {}
    for pair in pairs:
        printed = rows[pair.printed].cells
        for slot in table.slots_of(expected[pair.expected].row):
            if slot.column.id in printed:
                cells[slot.name] = printed[slot.column.id]
    used = {pair.printed for pair in pairs}
    return TableReading(
        table,
        cells,
        tuple((rows[p.printed], expected[p.expected], p.score) for p in pairs),
        tuple(row for index, row in enumerate(rows) if index not in used),
    )


def _likeness(row: PrintedRow, expected: ExpectedRow) -> float:
    if row.header.block.columns != expected.block.columns:
        return 0.0
    if expected.wording is None:
        return _value_likeness(row)
    if not row.path:
        return _UNLABELLED
    return expected.wording.likeness(row.label, row.path)


def _value_likeness(row: PrintedRow) -> float:
    """How much an unlabelled row looks like one of values."""
    texts = [parts[0][1].text for parts in row.cells.values()]
    values = sum(1 for text in texts if parse_value(text).reading is not Reading.TEXT)
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
    if not (upper.is_blank or lower.is_blank) or upper.cells.keys() != lower.cells.keys():
        return False
    if not lower.path and _has_words(lower):
        return False  # a title or a header at the top of the page
    whole = _best(_joined(upper, lower), expected)
    return whole > max(_best(upper, expected), _best(lower, expected)) or not (
        upper.path and lower.path
    )


def _has_words(row: PrintedRow) -> bool:
    """Whether a value cell holds text that is no value."""
    texts = [cell.text for parts in row.cells.values() for _, cell in parts]
    return any(parse_value(text).reading is Reading.TEXT for text in texts)


def _best(row: PrintedRow, expected: Sequence[ExpectedRow]) -> float:
    return max((_likeness(row, other) for other in expected), default=0.0)


def _joined(upper: PrintedRow, lower: PrintedRow) -> PrintedRow:
    cells = {column: parts + lower.cells[column] for column, parts in upper.cells.items()}
    label = (upper.labels[-1] if upper.labels else "") + (lower.labels[-1] if lower.labels else "")
    return replace(
        upper, labels=(*upper.labels[:-1], label), cells=cells, ends_grid=lower.ends_grid
    )
