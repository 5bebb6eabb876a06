"""How well a printed row fits one of the form's, by its label or by its values."""

from __future__ import annotations

from typing import Final

from desktop.reading.binding import LEAST
from desktop.reading.rows import PrintedRow
from desktop.reading.wording import ExpectedRow
from desktop.report.values import parse_value

UNLABELLED: Final = 0.5
"""what a row without a label may be"""


def row_likeness(row: PrintedRow, expected: ExpectedRow) -> float:
    """How well a row fits one of the form's, 0 to 1."""
    if row.header.block.columns != expected.block.columns:
        return 0.0
    if expected.wording is None:
        return value_likeness(row)
    if not row.path:
        return UNLABELLED
    return expected.wording.likeness(row.printed)


def value_likeness(row: PrintedRow) -> float:
    """How much a row looks like one of values, 0 to 1, its label left aside."""
    texts = [parts[0][1].text for parts in row.cells.values()]
    values = sum(1 for text in texts if parse_value(text).number is not None)
    printed = sum(1 for text in texts if text)
    return values / len(row.header.column_sides) if printed else UNLABELLED


def is_value_row(row: PrintedRow) -> bool:
    """Whether a row's cells hold values."""
    return value_likeness(row) >= LEAST
