"""Widths and heights of a laid-out table, from the room there is; labels wrap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from desktop.report.layout import Layout, Role

PADDING: Final = 4
"""pixels between text and a cell's edge"""

# In widths of a Chinese character: labels of an outer level, and the innermost at least.
_OUTER: Final = 4.0
_INNER: Final = 9.0
_VALUE_MOST: Final = 11.0


def column_widths(layout: Layout, room: int, character: int) -> list[int]:
    """The width of each grid column so that the table fills `room` pixels.

    Values get equal columns, wide enough for six digits and a mark; labels share the rest.

    Args:
        layout: the table.
        room: pixels across.
        character: the width of one Chinese character in pixels.
    """
    stubs = _stub_columns(layout)
    values = layout.columns - stubs
    if not stubs:
        # 15 columns of 表四 beside one another: three digits are plenty there.
        return _shared(max(room, values * (round(character * 2.2) + 2 * PADDING)), values)
    least = round(character * 3.2) + 2 * PADDING
    outer = round(character * _OUTER) + 2 * PADDING
    labels = (stubs - 1) * outer + round(character * _INNER) + 2 * PADDING
    each = min(round(character * _VALUE_MOST), max(least, (room - labels) // values))
    if stubs > 1:
        # The long labels of the innermost level are worth more room than the numbers.
        each = max(least, min(each, round(room * 0.078)))
    rest = max(labels, room - each * values) - (stubs - 1) * outer
    return [outer] * (stubs - 1) + [rest] + [each] * values


def row_heights(
    layout: Layout,
    widths: Sequence[int],
    text_height: Callable[[str, int], int],
    least: Sequence[int],
) -> list[int]:
    """The height of each row so that no label is cut.

    Args:
        layout: the table.
        widths: of the grid columns.
        text_height: the height of a text wrapped to a width.
        least: the least height of each row.
    """
    heights = list(least)
    labels = [cell for cell in layout.cells if cell.role is not Role.VALUE and cell.text]
    # Labels over several rows only add what their rows do not have yet.
    for cell in sorted(labels, key=lambda cell: cell.row_span):
        width = sum(widths[cell.column : cell.column + cell.column_span]) - 2 * PADDING
        lacking = text_height(cell.text, width) + PADDING
        lacking -= sum(heights[cell.row : cell.row + cell.row_span])
        if lacking > 0:
            heights[cell.row + cell.row_span - 1] += lacking
    return heights


def balanced_width(text: str, width: int, text_height: Callable[[str, int], int]) -> int:
    """The narrowest width, in steps, that breaks a label into no more lines than `width` does.

    So `商业企业` stands as 商业 / 企业, not as 商业企 / 业.
    """
    height = text_height(text, width)
    for part in range(50, 100, 5):
        narrower = width * part // 100
        if text_height(text, narrower) <= height:
            return narrower
    return width


def _stub_columns(layout: Layout) -> int:
    stubs = (cell.column + cell.column_span for cell in layout.cells if cell.role is Role.STUB)
    return max(stubs, default=0)


def _shared(room: int, parts: int) -> list[int]:
    if not parts:
        return []
    each, over = divmod(room, parts)
    return [each + (index < over) for index in range(parts)]
