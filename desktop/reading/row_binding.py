"""Which of the form's rows each printed row is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.reading.binding import LEAST, Bound, bound_labels
from desktop.reading.row_fit import is_value_row, value_likeness
from desktop.reading.rows import PrintedRow
from desktop.reading.wording import ExpectedRow, Wording
from desktop.report.form import FormBlock


def bound_rows(rows: Sequence[PrintedRow], expected: Sequence[ExpectedRow]) -> list[Bound]:
    """The printed rows bound to the form's, in the form's order."""
    bound: list[Bound] = []
    for block in {line.block.columns: line.block for line in expected}.values():
        bound.extend(_below_headers_of(block, rows, expected))
    return sorted(bound, key=lambda pair: pair.expected)


def _below_headers_of(
    block: FormBlock, rows: Sequence[PrintedRow], expected: Sequence[ExpectedRow]
) -> Iterator[Bound]:
    """The rows below headers of one kind, bound to the form's rows that stand below such."""
    own = [n for n, row in enumerate(rows) if _may_be_of(row, block)]
    lines = [n for n, line in enumerate(expected) if line.block.columns == block.columns]
    wordings = [line.wording for n in lines if (line := expected[n]).wording]
    if not wordings:
        pairs = _bound_values([rows[n] for n in own])
    else:
        pairs = _bound_labelled([rows[n] for n in own], wordings)
    for pair in pairs:
        yield pair._replace(printed=own[pair.printed], expected=lines[pair.expected])


def _bound_labelled(rows: Sequence[PrintedRow], wordings: Sequence[Wording]) -> list[Bound]:
    """Rows bound by their labels; in a grid without any of these, none is bound by its place."""
    known = {text for wording in wordings for text in wording.wordings}
    grids = {row.grid for row in rows if row.label in known}
    free = [is_value_row(row) and row.grid in grids for row in rows]
    return bound_labels([row.printed for row in rows], wordings, free)


def _may_be_of(row: PrintedRow, block: FormBlock) -> bool:
    """Whether a row stands below a header of the block, and is none of another one."""
    return row.header.block.columns == block.columns and (
        len(block.columns) == 1 or value_likeness(row) > 0
    )


def _bound_values(rows: Sequence[PrintedRow]) -> list[Bound]:
    """The one row without a label (表四): that which is most like one of values."""
    likeness = [value_likeness(row) for row in rows]
    best = max(likeness, default=0.0)
    return [Bound(likeness.index(best), 0, best, None)] if best >= LEAST else []
