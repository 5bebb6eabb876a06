"""Labels of rows and columns, and the corner's note, that are not as the form has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.pdf.frame import Frame
from desktop.reading.binding import CONTRADICTED
from desktop.reading.labels import best_similarity, normalise_label, similarity
from desktop.reading.rows import PrintedRow
from desktop.reading.table import TableReading
from desktop.reading.wording import SURE, Wording, column_wordings
from desktop.report.model import Observation, ObservationKind, Source
from desktop.tables.grid import Grid

# The word that a corner with a note has, and how like the form's that note must be.
_FORMULA_REMARK: Final = "勾稽"
_SAME_NOTE: Final = 0.9


def label_observations(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> Iterator[Observation]:
    """Every label that differs from the form's: what is printed, and what should be."""
    yield from _row_labels(reading, frames)
    yield from _column_labels(reading, grids, frames)
    yield from _corner(reading, grids, frames)


def row_source(row: PrintedRow, frames: Mapping[int, Frame]) -> Source:
    """Where a row's cells stand, on the first of its pages."""
    parts = [part for parts in row.cells.values() for part in parts]
    page = parts[0][0]
    box = enclosing(cell.box for other, cell in parts if other == page)
    return Source(page, frames[page].displayed(box))


def _label_source(row: PrintedRow, frames: Mapping[int, Frame]) -> Source:
    """Where a row's innermost label stands; its cells where the label is not known to stand."""
    where = row_source(row, frames)
    if row.stub is None:
        return where
    return Source(where.page, frames[where.page].displayed(row.stub.box))


def _row_labels(reading: TableReading, frames: Mapping[int, Frame]) -> Iterator[Observation]:
    for row, line, doubt in reading.rows:
        depth = _wrong_depth(row, line.wording, doubt) if line.wording else 0
        if depth:
            yield Observation(
                ObservationKind.LABEL,
                reading.table.table,
                expected="".join(line.row.label[-depth:]),
                printed="".join(row.labels[-depth:]),
                sources=(_label_source(row, frames),),
            )


def _wrong_depth(row: PrintedRow, wording: Wording, doubt: str | None) -> int:
    """How many of a row's labels, from the innermost out, tell what is wrong; 0 if none is."""
    if not {row.label, row.path} & set(wording.wordings):
        return 1
    return 2 if doubt == CONTRADICTED else 0


def _column_labels(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> Iterator[Observation]:
    """The labels of columns that differ from the form's, each once though pages repeat them."""
    found: dict[tuple[str, str], tuple[int, Box]] = {}
    headers = {id(row.header): (row, line) for row, line, _ in reading.rows if row.header.end}
    for row, line in headers.values():
        # Without rulings a label may run together with what stands above it.
        for index, wording in enumerate(column_wordings(line.block) if row.has_rulings else ()):
            cell, wrong = row.header.labels[index], _wrong_label(row, index, wording)
            if wrong and cell:
                found.setdefault(wrong, (grids[row.grid].page, cell.box))
    for (expected, printed), (page, box) in found.items():
        source = Source(page, frames[page].displayed(box))
        yield Observation(
            ObservationKind.LABEL,
            reading.table.table,
            expected=expected,
            printed=printed,
            sources=(source,),
        )


def _wrong_label(row: PrintedRow, index: int, wording: Wording) -> tuple[str, str] | None:
    """What the form has and what is printed over a column; None where they are the same."""
    text, above = row.header.printed[index], row.header.above[index]
    if text is not None and normalise_label(text) not in wording.wordings:
        return wording.label, text
    if row.header.doubts[index] != CONTRADICTED:
        return None
    expected = [own for own in wording.above if best_similarity(own, above) < SURE]
    printed = [text for text in above if best_similarity(text, wording.above) < SURE]
    return "".join(expected[:1] or wording.above), "".join(printed[:1] or above)


def _corner(
    reading: TableReading, grids: Sequence[Grid], frames: Mapping[int, Frame]
) -> Iterator[Observation]:
    """The note on 勾稽 in a table's corner, where it lacks or says something else."""
    for row in {row.header.block.corner: row for row, _, _ in reversed(reading.rows)}.values():
        expected = row.header.block.corner
        cells = [cell for cell in row.header.others if cell.box.x1 <= row.header.first + 1.0]
        if (
            _FORMULA_REMARK not in expected
            or not row.has_rulings
            or not row.header.end
            or not cells
        ):
            continue
        text = "".join(cell.text for cell in cells)
        if similarity(normalise_label(text), normalise_label(expected)) < _SAME_NOTE:
            page = grids[row.grid].page
            box = frames[page].displayed(enclosing(cell.box for cell in cells))
            yield Observation(
                ObservationKind.CORNER,
                reading.table.table,
                expected=expected,
                printed=text,
                sources=(Source(page, box),),
            )
