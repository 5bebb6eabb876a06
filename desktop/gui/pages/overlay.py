"""Paints the highlights over a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.gui.colours import ACCENT
from desktop.gui.pages.highlights import Highlight
from desktop.gui.severity_colours import severity_colours

# A page is white whatever the palette.
_PAGE_COLOUR: Final = QColor("white")
# Boxes are whole cells as a rule and touch one another: keep their edges apart.
_INSET: Final = 1.0
_TEXT_TINTS: Final = {
    "hit": QColor(255, 196, 0, 90),
    "current": QColor(255, 150, 0, 130),
    "selected": QColor(31, 111, 235, 80),
}


def paint_highlights(
    painter: QPainter,
    placed: Iterable[tuple[Highlight, QRectF]],
    *,
    selected: str = "",
    hovered: str = "",
) -> None:
    """Paint boxes where they lie in the view; the selected cell's frame comes last, on top."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    last: QRectF | None = None
    for highlight, area in placed:
        if highlight.severity is not None:
            inside = area.adjusted(_INSET, _INSET, -_INSET, -_INSET)
            _paint_finding(painter, highlight, inside)
        if highlight.name and highlight.name == hovered:
            _paint_frame(painter, area, 1, 30)
        if highlight.name and highlight.name == selected:
            last = area
    if last is not None:
        _paint_frame(painter, last.adjusted(-1.5, -1.5, 1.5, 1.5), 2.5, 26)
    painter.restore()


def paint_text(painter: QPainter, found: Iterable[tuple[QRectF, str]]) -> None:
    """Paint what is found in the text (`hit`, `current`) or selected, below the highlights."""
    for area, kind in found:
        painter.fillRect(area.adjusted(-0.5, -0.5, 0.5, 0.5), _TEXT_TINTS[kind])
        if kind == "current":
            painter.setPen(QPen(ACCENT, 2))
            painter.drawRect(area.adjusted(-2, -2, 2, 2))


def _paint_finding(painter: QPainter, highlight: Highlight, area: QRectF) -> None:
    if highlight.severity is None:
        return
    edge = severity_colours(highlight.severity, _PAGE_COLOUR).edge
    tint = QColor(edge)
    tint.setAlpha(70 if highlight.in_selected else 32)
    painter.fillRect(area, tint)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, 2.0 if highlight.in_selected else 1.0))
    painter.drawRect(area)


def _paint_frame(painter: QPainter, area: QRectF, width: float, alpha: int) -> None:
    tint = QColor(ACCENT)
    tint.setAlpha(alpha)
    painter.setBrush(tint)
    painter.setPen(QPen(ACCENT, width))
    painter.drawRoundedRect(area, 2, 2)
