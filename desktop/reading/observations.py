"""What does not fit the form, noticed while a table was read; rules judge it later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desktop.geometry import enclosing
from desktop.pdf.frame import Frame
from desktop.reading.rows import PrintedRow
from desktop.reading.table import TableReading
from desktop.report.form import FormTable
from desktop.report.model import Notice, Observation, Source
from desktop.report.values import Reading, parse_value
from desktop.tables.grid import Grid
from desktop.tables.matrix import distinct


def table_observations(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> Iterator[Observation]:
    """Everything noticed about one table.

    Args:
        reading: the table as found.
        grids: the grids it was found in.
        frames: the reading frame of each page, by number.
    """
    if not reading.cells:
        yield _missing_table(reading.table)
        return
    yield from _missing(reading)
    yield from _labels(reading, frames)
    yield from _extra(reading, frames)
    yield from _strays(reading, grids, frames)


def _missing_table(table: FormTable) -> Observation:
    names = tuple(slot.name for slot in table.slots())
    return Observation(Notice.MISSING_TABLE, table.table, expected=table.heading, cells=names)


def _missing(reading: TableReading) -> Iterator[Observation]:
    """Rows and columns of which nothing was found, then single cells."""
    table = reading.table
    lacking = [slot for slot in table.slots() if slot.name not in reading.cells]
    told: set[str] = set()
    for notice, part in ((Notice.MISSING_ROW, "row"), (Notice.MISSING_COLUMN, "column")):
        groups: dict[tuple[int, str], list[str]] = {}
        every: dict[tuple[int, str], int] = {}
        labels: dict[tuple[int, str], str] = {}
        for slot in table.slots():
            line = getattr(slot, part)
            key = (id(slot.block), line.id)
            every[key] = every.get(key, 0) + 1
            labels[key] = "".join(line.label[-1:]) or table.name
            if slot in lacking and slot.name not in told:
                groups.setdefault(key, []).append(slot.name)
        for key, names in groups.items():
            if len(names) == every[key]:
                told.update(names)
                yield Observation(notice, table.table, expected=labels[key], cells=tuple(names))
    for slot in lacking:
        if slot.name not in told:
            yield Observation(
                Notice.MISSING_CELL, table.table, expected=slot.label, cells=(slot.name,)
            )


def _labels(reading: TableReading, frames: Mapping[int, Frame]) -> Iterator[Observation]:
    for row, expected, _ in reading.rows:
        wording = expected.wording
        if wording is not None and not {row.label, row.path} & set(wording.wordings):
            yield Observation(
                Notice.LABEL,
                reading.table.table,
                expected=wording.label,
                printed="".join(row.labels[-1:]),
                cells=tuple(reading.names(expected)),
                sources=(_row_source(row, frames),),
            )


def _extra(reading: TableReading, frames: Mapping[int, Frame]) -> Iterator[Observation]:
    """Rows with a label and numbers that the form does not have, inside the table."""
    own = {row.grid for row, _, _ in reading.rows}
    for row in reading.extra:
        if row.grid in own and _is_labelled(row) and _has_numbers(row):
            yield Observation(
                Notice.EXTRA_ROW,
                reading.table.table,
                printed="".join(row.labels[-1:]),
                sources=(_row_source(row, frames),),
            )
    for header in {id(row.header): row.header for row, _, _ in reading.rows}.values():
        for label in header.extra:
            yield Observation(Notice.EXTRA_COLUMN, reading.table.table, printed=label)


def _is_labelled(row: PrintedRow) -> bool:
    """Whether a row has a label of its own, and a cell of its own in every column."""
    cells = [parts[0][1] for parts in row.cells.values()]
    own = len(distinct(cells)) == sum(1 for place in row.header.places if place)
    return own and not all(char.isdigit() for char in row.label)


def _has_numbers(row: PrintedRow) -> bool:
    readings = [parse_value(cell.text).reading for parts in row.cells.values() for _, cell in parts]
    return Reading.TEXT not in readings and any(r is not Reading.BLANK for r in readings)


def _strays(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> Iterator[Observation]:
    """Digits in the table's area that ended up in no cell."""
    for index in sorted({row.grid for row, _, _ in reading.rows}):
        grid = grids[index]
        digits = [glyph for glyph in grid.strays if glyph.char.isdigit()]
        if digits:
            frame = frames[grid.page]
            yield Observation(
                Notice.STRAY_DIGITS,
                reading.table.table,
                printed="".join(glyph.char for glyph in digits),
                sources=tuple(Source(grid.page, frame.displayed(g.box)) for g in digits),
            )


def _row_source(row: PrintedRow, frames: Mapping[int, Frame]) -> Source:
    parts = [part for parts in row.cells.values() for part in parts]
    page = parts[0][0]
    box = enclosing(cell.box for other, cell in parts if other == page)
    return Source(page, frames[page].displayed(box))
