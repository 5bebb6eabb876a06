"""The signs of severities and states, painted: no font of the target machines need have them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.rules.finding import Severity


def paint_severity(
    painter: QPainter, area: QRectF, severity: Severity, colour: QColor, background: QColor
) -> None:
    """A cross in a disc, an exclamation mark in a triangle, or an i in a ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    size = area.width()
    centre = area.center()
    if severity is Severity.ERROR:
        painter.drawEllipse(area)
        painter.setPen(_pen(background, size * 0.13))
        arm = size * 0.2
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))
    elif severity is Severity.WARNING:
        triangle = [area.bottomLeft(), QPointF(centre.x(), area.top()), area.bottomRight()]
        painter.drawPolygon(QPolygonF(triangle))
        _paint_stroke(
            painter, centre + QPointF(0, size * 0.08), size * 0.85, background, upside_down=False
        )
    else:
        painter.drawEllipse(area)
        _paint_stroke(painter, centre, size, background, upside_down=True)
    painter.restore()


def paint_tick(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """A tick: read, and nothing found."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(colour, area.width() * 0.14))
    path = QPainterPath(area.topLeft() + QPointF(area.width() * 0.15, area.height() * 0.55))
    path.lineTo(area.topLeft() + QPointF(area.width() * 0.4, area.height() * 0.8))
    path.lineTo(area.topLeft() + QPointF(area.width() * 0.85, area.height() * 0.22))
    painter.drawPath(path)
    painter.restore()


def paint_done(painter: QPainter, area: QRectF, colour: QColor, background: QColor) -> None:
    """A tick in a disc: a person has finished with it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(area)
    painter.restore()
    inset = area.width() * 0.2
    paint_tick(painter, area.adjusted(inset, inset, -inset, -inset), background)


def paint_waiting(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """A dashed ring: not read yet."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = _pen(colour, area.width() * 0.12)
    pen.setDashPattern([1.2, 2.0])
    painter.setPen(pen)
    painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    painter.restore()


def paint_question(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """A ring with a bar: could not be read, or could not be checked."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(colour, area.width() * 0.12))
    ring = area.adjusted(1, 1, -1, -1)
    painter.drawEllipse(ring)
    reach = ring.width() * 0.34
    painter.drawLine(ring.center() + QPointF(-reach, reach), ring.center() + QPointF(reach, -reach))
    painter.restore()


def _paint_stroke(
    painter: QPainter, centre: QPointF, size: float, colour: QColor, *, upside_down: bool
) -> None:
    """A stroke and a dot, as in ! and i."""
    way = -1 if upside_down else 1
    painter.setPen(_pen(colour, size * 0.14))
    painter.drawLine(
        centre + QPointF(0, -size * 0.22 * way), centre + QPointF(0, size * 0.06 * way)
    )
    painter.drawPoint(centre + QPointF(0, size * 0.27 * way))


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
