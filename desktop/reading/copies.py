"""A table that a document prints more than once, as beside last year's: the rows of each copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.reading.row_fit import is_value_row
from desktop.reading.rows import PrintedRow
from desktop.reading.wording import ExpectedRow

# A copy begins where more than this part of a header's rows has been met before.
_MET_AGAIN: Final = 0.5


def copies_of(
    rows: Sequence[PrintedRow], expected: Sequence[ExpectedRow]
) -> list[list[PrintedRow]]:
    """The rows of each copy: a header over rows nearly all met before begins the next.

    A page break may repeat a header; then other rows follow it.
    """
    known = {text for line in expected for text in (line.wording.wordings if line.wording else "")}
    copies: list[list[PrintedRow]] = [[]]
    met: set[tuple[str, int]] = set()
    for run in _runs(rows):
        labels = {(row.label, len(row.header.block.columns)) for row in run if is_value_row(row)}
        own = {key for key in labels if key[0] in known or not known}
        if own and len(own & met) > _MET_AGAIN * len(own):
            copies.append([])
            met = set()
        met |= own
        copies[-1].extend(run)
    return copies


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
