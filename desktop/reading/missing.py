"""What of a table was not found: not printed for certain, or only not read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from desktop.geometry import Box
from desktop.pdf.frame import Frame
from desktop.reading.header import ColumnSides
from desktop.reading.rows import PrintedRow
from desktop.reading.table import TableReading
from desktop.reading.wording import ExpectedRow, expected_rows
from desktop.report.form import FormTable, Slot
from desktop.report.model import Observation, ObservationKind, Source
from desktop.tables.grid import Grid

# Points between rows, or columns, that leave no room for another.
_NO_ROOM: Final = 3.0
# So many rows or columns are named.
_NAMED: Final = 3


def missing_parts(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> Iterator[Observation]:
    """The rows and columns that are not printed, and in one observation all that was not read."""
    left_out = [*_left_out_rows(reading), *_left_out_columns(reading)]
    yield from left_out
    told = {name for observation in left_out for name in observation.cells}
    unread = [
        slot
        for slot in reading.table.slots()
        if slot.name not in reading.cells and slot.name not in told
    ]
    if unread:
        yield Observation(
            ObservationKind.UNREAD,
            reading.table.table,
            expected=_in_words(reading.table, unread),
            cells=tuple(slot.name for slot in unread),
            sources=_sources(reading, grids, frames),
        )


def _left_out_rows(reading: TableReading) -> Iterator[Observation]:
    """The rows between two neighbours that are read without a doubt and touch each other."""
    expected = expected_rows(reading.table)
    found = {id(line): (row, doubt) for row, line, doubt in reading.rows}
    for index, line in enumerate(expected):
        if id(line) in found or line.wording is None:
            continue
        before = _nearest(expected[:index][::-1], line, found)
        after = _nearest(expected[index + 1 :], line, found)
        if before and after and _touch(before, after):
            names = tuple(reading.names(line))
            yield Observation(
                ObservationKind.MISSING_ROW,
                reading.table.table,
                expected=line.wording.label,
                cells=names,
            )


def _nearest(
    lines: Sequence[ExpectedRow],
    line: ExpectedRow,
    found: Mapping[int, tuple[PrintedRow, str | None]],
) -> PrintedRow | None:
    """The first of these rows of the form that was found, if its label leaves no question."""
    for other in lines:
        if other.block is not line.block:
            return None
        if id(other) in found:
            row, doubt = found[id(other)]
            exact = other.wording is not None and row.label in other.wording.wordings
            return row if exact and doubt is None else None
    return None


def _touch(upper: PrintedRow, lower: PrintedRow) -> bool:
    """Whether rulings show that nothing stands between two rows."""
    if not (upper.has_rulings and lower.has_rulings) or upper.grid != lower.grid:
        return False
    bottom = max(cell.box.bottom for parts in upper.cells.values() for _, cell in parts)
    top = min(cell.box.top for parts in lower.cells.values() for _, cell in parts)
    return abs(top - bottom) <= _NO_ROOM


def _left_out_columns(reading: TableReading) -> Iterator[Observation]:
    """The columns between two neighbours whose labels leave no question and touch each other."""
    rows = {id(line.block): row for row, line, _ in reading.rows if row.has_rulings}
    for block in reading.table.blocks:
        row = rows.get(id(block))
        for index in range(1, len(block.columns) - 1) if row else ():
            names = tuple(s.name for s in reading.table.slots() if s.column is block.columns[index])
            if row and _is_left_out(row, index) and reading.cells.keys().isdisjoint(names):
                label = block.columns[index].label[-1]
                yield Observation(
                    ObservationKind.MISSING_COLUMN, reading.table.table, expected=label, cells=names
                )


def _is_left_out(row: PrintedRow, index: int) -> bool:
    """Whether a column's neighbours are surely found and leave no room for it.

    They do where the row's own cells are as wide as their labels, and touch.
    """
    header, columns = row.header, row.header.block.columns
    if header.labels[index] is not None or header.doubts[index - 1] or header.doubts[index + 1]:
        return False
    sides: list[ColumnSides] = []
    for neighbour in (index - 1, index + 1):
        place, parts = header.column_sides[neighbour], row.cells.get(columns[neighbour].id)
        if place is None or not parts or not _fills(parts[0][1].box, place):
            return False
        sides.append(place)
    return abs(sides[1][0] - sides[0][1]) <= _NO_ROOM


def _fills(box: Box, place: ColumnSides) -> bool:
    return abs(box.x0 - place[0]) <= _NO_ROOM and abs(box.x1 - place[1]) <= _NO_ROOM


def _in_words(table: FormTable, unread: Sequence[Slot]) -> str:
    """`“规章”“行政许可”等 5 行，共 9 格`; columns where whole ones lack; or the whole table."""
    if len(unread) == len(table.slots()):
        return f"“{table.heading}”整张表"
    lacking = {slot.name for slot in unread}
    columns = [
        column.label[-1]
        for block in table.blocks
        for column in block.columns
        if len(block.rows) > 1
        and lacking.issuperset(
            s.name for s in table.slots() if s.block is block and s.column is column
        )
    ]
    labels = dict.fromkeys(columns or ("".join(slot.row.label[-1:]) for slot in unread))
    named = "".join(f"“{label}”" for label in list(labels)[:_NAMED] if label)
    more = f"等 {len(labels)} " if len(labels) > _NAMED else ""
    kind = "列" if columns else "行"
    place = f"{named}{more}{kind}，" if named else ""
    return f"{place}共 {len(unread)} 格"


def _sources(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> tuple[Source, ...]:
    """Where the rest of the table stands."""
    return tuple(
        Source(grids[index].page, frames[grids[index].page].displayed(grids[index].box))
        for index in sorted({row.grid for row, _, _ in reading.rows})
    )
