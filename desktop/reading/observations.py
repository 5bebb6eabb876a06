"""What does not fit the form, noticed while a table was read; rules judge it later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from desktop.geometry import enclosing
from desktop.pdf.characters import UNCODED
from desktop.pdf.frame import Frame
from desktop.reading.labels import bare, similarity
from desktop.reading.missing import missing_parts
from desktop.reading.rows import PrintedRow
from desktop.reading.table import TableReading
from desktop.reading.wording import column_wordings
from desktop.report.model import Notice, Observation, Source
from desktop.report.values import Reading, parse_value
from desktop.tables.grid import Grid
from desktop.tables.matrix import distinct

# The word that a corner with a note has, and how like the form's that note must be.
_NOTED: Final = "勾稽"
_SAME_NOTE: Final = 0.9


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
        yield from _row_labels(reading, frames)
        yield from _column_labels(reading, grids, frames)
        yield from _corner(reading, grids, frames)
        yield from _extra(reading, frames)
        yield from _strays(reading, grids, frames)
        yield from _uncoded(reading, grids, frames)


def _row_labels(reading: TableReading, frames: Mapping[int, Frame]) -> Iterator[Observation]:
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


def _column_labels(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> Iterator[Observation]:
    """The labels of columns that differ from the form's, each once though pages repeat them."""
    told: set[tuple[str, str]] = set()
    for row, line, _ in reading.rows:
        wordings = column_wordings(line.block)
        for wording, cell, text in zip(
            wordings, row.header.labels, row.header.printed, strict=True
        ):
            # Without rulings a label may run together with what stands above it.
            if cell is None or text is None or not row.ruled or bare(text) in wording.wordings:
                continue
            if (wording.path, text) not in told and row.header.end:
                told.add((wording.path, text))
                page = grids[row.grid].page
                yield Observation(
                    Notice.LABEL,
                    reading.table.table,
                    expected=wording.label,
                    printed=text,
                    sources=(Source(page, frames[page].displayed(cell.box)),),
                )


def _corner(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> Iterator[Observation]:
    """The note on 勾稽 in a table's corner, where it lacks or says something else."""
    for row in {row.header.block.corner: row for row, _, _ in reversed(reading.rows)}.values():
        expected = row.header.block.corner
        cells = [cell for cell in row.header.others if cell.box.x1 <= row.header.first + 1.0]
        if _NOTED not in expected or not row.ruled or not row.header.end or not cells:
            continue
        text = "".join(cell.text for cell in cells)
        if similarity(bare(text), bare(expected)) < _SAME_NOTE:
            page = grids[row.grid].page
            box = frames[page].displayed(enclosing(cell.box for cell in cells))
            yield Observation(
                Notice.CORNER,
                reading.table.table,
                expected=expected,
                printed=text,
                sources=(Source(page, box),),
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
        for cell in header.extra:
            if cell.text:
                yield Observation(Notice.EXTRA_COLUMN, reading.table.table, printed=cell.text)


def _is_labelled(row: PrintedRow) -> bool:
    """Whether a row has a label of its own, and a cell of its own in every column."""
    cells = [parts[0][1] for parts in row.cells.values()]
    own = len(distinct(cells)) == sum(1 for place in row.header.places if place)
    return own and not all(char.isdigit() for char in row.label)


def _has_numbers(row: PrintedRow) -> bool:
    values = [parse_value(cell.text) for parts in row.cells.values() for _, cell in parts]
    printed = any(value.reading is not Reading.BLANK for value in values)
    return printed and all(value.number is not None for value in values)


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
                Notice.UNCODED,
                reading.table.table,
                sources=tuple(Source(grid.page, frame.displayed(g.box)) for g in found),
            )


def _row_source(row: PrintedRow, frames: Mapping[int, Frame]) -> Source:
    parts = [part for parts in row.cells.values() for part in parts]
    page = parts[0][0]
    box = enclosing(cell.box for other, cell in parts if other == page)
    return Source(page, frames[page].displayed(box))
