"""Numbers in rows of a fixed height, of which only what fits into one line is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.reading.full_cells import is_full
from desktop.reading.labels import normalise_label
from desktop.reading.table import TableReading, printed_part
from desktop.tables.grid import GridCell

# Offices shorten a label; that several end in the middle is no choice of theirs.
_CUT_LABELS: Final = 2
# Characters of a label, of which one alone may be the rest of any.
_LEAST: Final = 2
# Heights of a digit: a higher cell has room for a second line.
_TWO_LINES: Final = 2.2


def cut_by_rows(reading: TableReading) -> Iterator[str]:
    """The names of numbers that may have lost their last digits to a row too low for them.

    Word processors leave a line that a row of a fixed height does not show out of the file. That
    a table has such rows is seen by its labels, which end in the middle too.
    """
    if len(set(_cut_labels(reading))) < _CUT_LABELS:
        return
    for name, parts in reading.cells.items():
        _, cell = printed_part(parts)
        if is_full(cell) and _has_one_line(cell):
            yield name


def _cut_labels(reading: TableReading) -> Iterator[str]:
    """The labels that end early, normalised; one that is printed again on a page again."""
    for row, line, _ in reading.rows:
        if line.wording is not None and _ends_early(row.label, line.wording.wordings):
            yield row.label
    headers = {id(row.header): row.header for row, _, _ in reading.rows}
    for header in headers.values():
        for column, printed in zip(header.block.columns, header.printed, strict=True):
            label = normalise_label(printed or "")
            wordings = [normalise_label(text) for text in (column.label[-1], *column.aliases)]
            if _ends_early(label, wordings):
                yield label


def _ends_early(printed: str, wordings: Sequence[str]) -> bool:
    """Whether a label is the beginning of one of the wordings, and none of them."""
    return (
        len(printed) >= _LEAST
        and printed not in wordings
        and any(wording.startswith(printed) for wording in wordings)
    )


def _has_one_line(cell: GridCell) -> bool:
    """Whether a cell is too low for a second line."""
    return len(cell.lines) == 1 and cell.box.height < _TWO_LINES * cell.glyphs[0].box.height
