"""What lies behind a cell's text: tint, edge and sign of a finding, doubt, absence, the grid."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen

from desktop.gui.badges import paint_severity
from desktop.gui.colours import blend
from desktop.gui.paint_context import PaintContext
from desktop.gui.severity_colours import severity_colours
from desktop.gui.tables.cell_appearance import CellAppearance
from desktop.rules.finding import Severity

BADGE: Final = 9
"""pixels across the sign of a severity"""


def _faint(palette: QPalette) -> QColor:
    return blend(palette.base().color(), palette.text().color(), 0.25)


def paint_background(painter: QPainter, context: PaintContext, appearance: CellAppearance) -> None:
    """Severity, doubt and absence of a value, behind its text."""
    area, base = context.area, context.palette.base().color()
    # Over the highlight that the view has painted for a selected cell.
    painter.fillRect(area, base)
    if appearance.missing:
        painter.fillRect(area, QBrush(_faint(context.palette), Qt.BrushStyle.BDiagPattern))
    if appearance.severity is not None:
        shade = severity_colours(appearance.severity, base)
        painter.fillRect(area, shade.strong if appearance.in_selected else shade.tint)
        painter.setPen(QPen(shade.edge, 2))
        painter.drawRect(area.adjusted(1, 1, -2, -2))
        sign = QRectF(area.left() + 4, area.top() + 4, BADGE, BADGE)
        paint_severity(painter, sign, appearance.severity, shade.edge, base)
    if appearance.doubt:
        painter.setPen(QPen(severity_colours(Severity.WARNING, base).edge, 2, Qt.PenStyle.DotLine))
        line = area.bottom() - 3
        painter.drawLine(area.left() + 4, line, area.right() - 4, line)


def paint_grid(painter: QPainter, context: PaintContext) -> None:
    """The style's own grid is hardly seen on a dark background."""
    palette, area = context.palette, context.area
    painter.setPen(QPen(blend(palette.base().color(), palette.text().color(), 0.25), 1))
    painter.drawLine(area.topRight(), area.bottomRight())
    painter.drawLine(area.bottomLeft(), area.bottomRight())
