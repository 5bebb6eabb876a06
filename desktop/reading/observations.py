"""What does not fit the form, noticed while a table was read; rules judge it later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desktop.pdf.characters import UNCODED
from desktop.pdf.frame import Frame
from desktop.reading.label_observations import label_observations, row_source
from desktop.reading.missing import missing_parts
from desktop.reading.rows import PrintedRow
from desktop.reading.table import TableReading
from desktop.report.model import Observation, ObservationKind, Source
from desktop.report.values import Reading, parse_value
from desktop.tables.grid import Grid, GridCell
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
    yield from missing_parts(reading, grids, frames)
    if reading.cells:
        yield from label_observations(reading, grids, frames)
        yield from _extra(reading, frames, grids)
        yield from _orphans(reading, grids, frames)
        yield from _uncoded(reading, grids, frames)


def _extra(
    reading: TableReading, frames: Mapping[int, Frame], grids: Sequence[Grid]
) -> Iterator[Observation]:
    """Rows with a label and numbers that the form does not have, inside the table."""
    own = {row.grid for row, _, _ in reading.rows}
    for row in reading.extra:
        if row.grid in own and _is_labelled(row) and _has_numbers(row):
            yield Observation(
                ObservationKind.EXTRA_ROW,
                reading.table.table,
                printed="".join(row.labels[-1:]),
                sources=(row_source(row, frames),),
            )
    yield from _extra_columns(reading, frames, grids)


def _extra_columns(
    reading: TableReading, frames: Mapping[int, Frame], grids: Sequence[Grid]
) -> Iterator[Observation]:
    """Columns with a label that the form does not have, each once though pages repeat it."""
    found: dict[str, tuple[int, GridCell]] = {}
    for row, _, _ in reading.rows:
        for cell in row.header.extra if row.header.end else ():
            if cell.text:
                found.setdefault(cell.text, (grids[row.grid].page, cell))
    for label, (page, cell) in found.items():
        source = Source(page, frames[page].displayed(cell.box))
        yield Observation(
            ObservationKind.EXTRA_COLUMN, reading.table.table, printed=label, sources=(source,)
        )


def _is_labelled(row: PrintedRow) -> bool:
    """Whether a row has a label of its own, and a cell of its own in every column."""
    cells = [parts[0][1] for parts in row.cells.values()]
    own = len(distinct(cells)) == sum(1 for place in row.header.column_sides if place)
    return own and not all(char.isdigit() for char in row.label)


def _has_numbers(row: PrintedRow) -> bool:
    values = [parse_value(cell.text) for parts in row.cells.values() for _, cell in parts]
    printed = any(value.reading is not Reading.BLANK for value in values)
    return printed and all(value.number is not None for value in values)


def _orphans(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> Iterator[Observation]:
    """Digits in the table's area that ended up in no cell."""
    for index in sorted({row.grid for row, _, _ in reading.rows}):
        grid = grids[index]
        digits = [glyph for glyph in grid.orphans if glyph.char.isdigit()]
        if digits:
            frame = frames[grid.page]
            yield Observation(
                ObservationKind.ORPHAN_DIGITS,
                reading.table.table,
                printed="".join(glyph.char for glyph in digits),
                sources=tuple(Source(grid.page, frame.displayed(g.box)) for g in digits),
            )


def _uncoded(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> Iterator[Observation]:
    """Characters of the table that have no usable code."""
    for index in sorted({row.grid for row, _, _ in reading.rows}):
        grid = grids[index]
        found = [g for cell in grid.cells for g in cell.glyphs if g.char == UNCODED]
        if found:
            frame = frames[grid.page]
            yield Observation(
                ObservationKind.UNCODED,
                reading.table.table,
                sources=tuple(Source(grid.page, frame.displayed(g.box)) for g in found),
            )
