"""What lies behind a cell's text: tint, edge and sign of a finding, doubt, absence, the grid."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen

from desktop.gui.colours import blend
from desktop.gui.paper import Paper
from desktop.gui.shades import severity_shade
from desktop.gui.signs import paint_severity
from desktop.gui.tables.look import Look
from desktop.rules.finding import Severity

SIGN: Final = 9
"""pixels across the sign of a severity"""


def _faint(palette: QPalette) -> QColor:
    return blend(palette.base().color(), palette.text().color(), 0.25)


def paint_ground(painter: QPainter, paper: Paper, look: Look) -> None:
    """Severity, doubt and absence of a value, behind its text."""
    area, base = paper.area, paper.palette.base().color()
    # Over the highlight that the view has painted for a selected cell.
    painter.fillRect(area, base)
    if look.missing:
        painter.fillRect(area, QBrush(_faint(paper.palette), Qt.BrushStyle.BDiagPattern))
    if look.severity is not None:
        shade = severity_shade(look.severity, base)
        painter.fillRect(area, shade.strong if look.pointed else shade.tint)
        painter.setPen(QPen(shade.edge, 2))
        painter.drawRect(area.adjusted(1, 1, -2, -2))
        sign = QRectF(area.left() + 4, area.top() + 4, SIGN, SIGN)
        paint_severity(painter, sign, look.severity, shade.edge, base)
    if look.doubt:
        painter.setPen(QPen(severity_shade(Severity.WARNING, base).edge, 2, Qt.PenStyle.DotLine))
        line = area.bottom() - 3
        painter.drawLine(area.left() + 4, line, area.right() - 4, line)


def paint_grid(painter: QPainter, paper: Paper) -> None:
    """The style's own grid is hardly seen on a dark ground."""
    palette, area = paper.palette, paper.area
    painter.setPen(QPen(blend(palette.base().color(), palette.text().color(), 0.25), 1))
    painter.drawLine(area.topRight(), area.bottomRight())
    painter.drawLine(area.bottomLeft(), area.bottomRight())
