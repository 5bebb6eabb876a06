"""How high rows must be: not every program fits them to wrapped texts when it opens a file."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from desktop.exports.rows import Value
from desktop.report.layout import Layout

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# A Chinese character is as wide as two of the units that columns are measured in.
_WIDE: Final = 2
_LINE_HEIGHT: Final = 14.5
_HIGHEST: Final = 409.0
"""as Excel allows"""


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of this width."""
    units = (sum(1 if char.isascii() else _WIDE for char in line) for line in text.splitlines())
    return sum(max(1, math.ceil(part / max(width - _WIDE, 1))) for part in units)


def set_lines(sheet: Worksheet, row: int, lines: float) -> None:
    """Make a row so many lines of text high."""
    sheet.row_dimensions[row].height = min(_LINE_HEIGHT * lines + 4, _HIGHEST)


def fit_row(sheet: Worksheet, row: int, values: Sequence[Value], widths: Sequence[float]) -> None:
    """Make a row of a list as high as its texts."""
    texts = (value if isinstance(value, str) else "" for value in values)
    longest = (lines_of(text, width) for text, width in zip(texts, widths, strict=True))
    lines = max(longest, default=1)
    if lines > 1:
        set_lines(sheet, row, lines)


def fit_layout(sheet: Worksheet, layout: Layout, top: int, widths: Sequence[float]) -> None:
    """Make the rows of a statutory table as high as its labels, merged ones too.

    `top` is the number of rows above it.
    """
    heights = dict.fromkeys(range(layout.rows), 1.0)
    for laid in sorted(layout.cells, key=lambda cell: cell.row_span):
        lines = lines_of(laid.text, sum(widths[laid.column : laid.column + laid.column_span]))
        rows = range(laid.row, laid.row + laid.row_span)
        lacking = lines - sum(heights[row] for row in rows)
        for row in rows if lacking > 0 else ():
            heights[row] += lacking / laid.row_span
    for row, height in heights.items():
        set_lines(sheet, row + 1 + top, height)
