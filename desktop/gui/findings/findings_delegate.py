"""Paints a finding: its sign, its sentence over as many lines as it needs, its place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.gui.any_index import AnyIndex
from desktop.gui.badges import paint_question, paint_severity, paint_tick
from desktop.gui.colours import accent, blend, secondary_text
from desktop.gui.findings.findings_model import ROW_ROLE, FindingRow
from desktop.gui.fonts import tabular, wrapped_height
from desktop.gui.paint_context import PaintContext
from desktop.gui.severity_colours import severity_colours
from desktop.review.judgement import Verdict

_PADDING: Final = 5
_BADGE: Final = 15
_GAP: Final = 10
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_SETTLED: Final = (Verdict.ACCEPTED, Verdict.REPORT_WRONG)


class FindingsDelegate(QStyledItemDelegate):
    """Colours are decided here; the model only names what a row is."""

    def __init__(self, view: QListView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = index.data(ROW_ROLE)
        if not isinstance(line, FindingRow):
            return
        context = PaintContext.of(option)
        # A root cause cannot be chosen, which is no reason to grey it out.
        context.palette.setCurrentColorGroup(QPalette.ColorGroup.Active)
        painter.save()
        background = _background(context, line)
        painter.fillRect(context.area, background)
        if context.selected:
            painter.fillRect(_bar(context), accent(context.palette))
        _paint_badge(painter, context, line, background)
        message, place = _areas(context.area, context.font, line)
        painter.setFont(tabular(context.font))
        settled = line.resolved or line.verdict in _SETTLED
        painter.setPen(
            secondary_text(context.palette) if settled else context.palette.text().color()
        )
        painter.drawText(message, _WRAP, line.message)
        painter.setPen(secondary_text(context.palette))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, line.place)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line = index.data(ROW_ROLE)
        width = self._narrowest()
        if not isinstance(line, FindingRow):
            return QSize(width, 0)
        font = tabular(PaintContext.of(option).font)
        message, _ = _areas(QRect(0, 0, width, 1 << 20), font, line)
        height = wrapped_height(QFontMetrics(font), line.message, message.width())
        return QSize(0, max(height, _BADGE) + 2 * _PADDING)

    def _narrowest(self) -> int:
        """The width of the list with its scroll bar.

        The bar comes with the very layout that asks for the rows' heights, and Qt does not ask
        again: a sentence that just fitted would lose the line that it needs beside the bar.
        """
        bar = self._view.verticalScrollBar()
        beside = 0 if bar.isVisibleTo(self._view) else bar.sizeHint().width()
        return self._view.viewport().width() - beside


def _areas(area: QRect, font: QFont, line: FindingRow) -> tuple[QRect, QRect]:
    """Where the sentence and the place stand."""
    metrics = QFontMetrics(font)
    inside = area.adjusted(_left(line) + _BADGE + _GAP, _PADDING, -_GAP, -_PADDING)
    across = metrics.horizontalAdvance(line.place) if line.place else 0
    across = min(across, inside.width() // 2)
    message = inside.adjusted(0, 0, -(across + 2 * _GAP if across else 0), 0)
    return message, QRect(inside.right() - across, inside.top(), across + 1, inside.height())


def _left(line: FindingRow) -> int:
    """Where the sign stands: findings with one root cause are indented under it."""
    return _GAP + (_BADGE + _GAP if line.cause else 0)


def _background(context: PaintContext, line: FindingRow) -> QColor:
    base = context.palette.base().color()
    if not context.selected:
        return base
    if line.severity is not None:
        return severity_colours(line.severity, base).tint
    return blend(base, accent(context.palette), 0.1)


def _bar(context: PaintContext) -> QRect:
    return QRect(context.area.left(), context.area.top(), 3, context.area.height())


def _paint_badge(
    painter: QPainter, context: PaintContext, line: FindingRow, background: QColor
) -> None:
    top = context.area.top() + _PADDING
    area = QRectF(context.area.left() + _left(line), top + 1, _BADGE, _BADGE)
    base = context.palette.base().color()
    if line.resolved or line.verdict in _SETTLED:
        paint_tick(painter, area, secondary_text(context.palette))
    elif line.severity is not None and line.cause:
        # The severity's own sign stands once, at the root cause.
        painter.setFont(tabular(context.font, bold=True))
        painter.setPen(severity_colours(line.severity, base).edge)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "≠")
    elif line.severity is not None:
        edge = severity_colours(line.severity, base).edge
        paint_severity(painter, area, line.severity, edge, background)
    elif line.unchecked:
        paint_question(painter, area, secondary_text(context.palette))
    else:
        paint_tick(painter, area, secondary_text(context.palette))
