"""Cells that hold more than a number: how much room their text needs, beside the sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop.gui.fonts import tabular
from desktop.gui.tables.cell_appearance import CellAppearance
from desktop.gui.tables.cell_background import BADGE
from desktop.gui.tables.measures import PADDING
from desktop.gui.tables.table_model import TableModel
from desktop.report.values import parse_typed


def least_heights(model: TableModel, widths: Sequence[int], font: QFont) -> list[int]:
    """The height in pixels that each row needs for its values, edited ones and remarks."""
    metrics = QFontMetrics(font)
    plain = metrics.height() + 2 * PADDING
    edited = plain + metrics.height() * 3 // 4 + PADDING + 2
    heights = [plain] * model.layout_shown.rows
    for row, column, span, appearance in model.appearances():
        note = 0
        if appearance.printed is not None:
            note = metrics.height()
            heights[row] = max(heights[row], edited)
        if is_remark(appearance.text):
            small = QFontMetrics(tabular(font, bold=appearance.printed is not None, smaller=2))
            width = sum(widths[column : column + span])
            heights[row] = max(heights[row], remark_height(small, appearance, width) + note)
    return heights


def is_remark(text: str) -> bool:
    """Whether a text is more than a number, and may need several lines."""
    return bool(text) and parse_typed(text) is None


def remark_area(area: QRect, appearance: CellAppearance) -> QRect:
    """Where a remark may stand: beside the sign, never under it."""
    room = inside(area).adjusted(0, 0, -2, 0)
    return room.adjusted(BADGE + 2 if appearance.severity else 0, 0, 0, 0)


def remark_height(metrics: QFontMetrics, appearance: CellAppearance, width: int) -> int:
    """The height that a cell of this width needs for its remark."""
    room = remark_area(QRect(0, 0, width, 1 << 16), appearance)
    flags = Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignRight
    return metrics.boundingRect(room, flags, appearance.text).height() + 8


def inside(area: QRect) -> QRect:
    """Where text may stand in a cell."""
    return area.adjusted(PADDING, 3, -PADDING, -3)
