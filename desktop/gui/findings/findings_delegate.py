"""Paints a finding: its sign, its sentence over as many lines as it needs, its place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.gui.colours import accent, blend, quiet_text
from desktop.gui.findings.findings_model import LINE_ROLE, Line
from desktop.gui.fonts import tabular, wrapped_height
from desktop.gui.paper import Paper
from desktop.gui.shades import severity_shade
from desktop.gui.signs import paint_question, paint_severity, paint_tick
from desktop.review.judgement import Verdict

_PADDING: Final = 5
_SIGN: Final = 15
_GAP: Final = 10
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_SETTLED: Final = (Verdict.ACCEPTED, Verdict.REPORT_WRONG)
Index = QModelIndex | QPersistentModelIndex


class FindingsDelegate(QStyledItemDelegate):
    """Colours are decided here; the model only names what a row is."""

    def __init__(self, view: QListView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        paper = Paper.of(option)
        # A root cause cannot be chosen, which is no reason to grey it out.
        paper.palette.setCurrentColorGroup(QPalette.ColorGroup.Active)
        painter.save()
        ground = _ground(paper, line)
        painter.fillRect(paper.area, ground)
        if paper.selected:
            painter.fillRect(_bar(paper), accent(paper.palette))
        _paint_sign(painter, paper, line, ground)
        message, place = _areas(paper.area, paper.font, line)
        painter.setFont(tabular(paper.font))
        settled = line.verdict in _SETTLED
        painter.setPen(quiet_text(paper.palette) if settled else paper.palette.text().color())
        painter.drawText(message, _WRAP, line.message)
        painter.setPen(quiet_text(paper.palette))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, line.place)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        width = self._narrowest()
        if not isinstance(line, Line):
            return QSize(width, 0)
        font = tabular(Paper.of(option).font)
        message, _ = _areas(QRect(0, 0, width, 1 << 20), font, line)
        height = wrapped_height(QFontMetrics(font), line.message, message.width())
        return QSize(0, max(height, _SIGN) + 2 * _PADDING)

    def _narrowest(self) -> int:
        """The width of the list with its scroll bar.

        The bar comes with the very layout that asks for the rows' heights, and Qt does not ask
        again: a sentence that just fitted would lose the line that it needs beside the bar.
        """
        bar = self._view.verticalScrollBar()
        beside = 0 if bar.isVisibleTo(self._view) else bar.sizeHint().width()
        return self._view.viewport().width() - beside


def _areas(area: QRect, font: QFont, line: Line) -> tuple[QRect, QRect]:
    """Where the sentence and the place stand."""
    metrics = QFontMetrics(font)
    inside = area.adjusted(_left(line) + _SIGN + _GAP, _PADDING, -_GAP, -_PADDING)
    across = metrics.horizontalAdvance(line.place) if line.place else 0
    across = min(across, inside.width() // 2)
    message = inside.adjusted(0, 0, -(across + 2 * _GAP if across else 0), 0)
    return message, QRect(inside.right() - across, inside.top(), across + 1, inside.height())


def _left(line: Line) -> int:
    """Where the sign stands: findings with one root cause are indented under it."""
    return _GAP + (_SIGN + _GAP if line.cause else 0)


def _ground(paper: Paper, line: Line) -> QColor:
    base = paper.palette.base().color()
    if not paper.selected:
        return base
    if line.severity is not None:
        return severity_shade(line.severity, base).tint
    return blend(base, accent(paper.palette), 0.1)


def _bar(paper: Paper) -> QRect:
    return QRect(paper.area.left(), paper.area.top(), 3, paper.area.height())


def _paint_sign(painter: QPainter, paper: Paper, line: Line, ground: QColor) -> None:
    top = paper.area.top() + _PADDING
    area = QRectF(paper.area.left() + _left(line), top + 1, _SIGN, _SIGN)
    base = paper.palette.base().color()
    if line.verdict in _SETTLED:
        paint_tick(painter, area, quiet_text(paper.palette))
    elif line.severity is not None and line.cause:
        # The severity's own sign stands once, at the root cause.
        painter.setFont(tabular(paper.font, bold=True))
        painter.setPen(severity_shade(line.severity, base).edge)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "≠")
    elif line.severity is not None:
        edge = severity_shade(line.severity, base).edge
        paint_severity(painter, area, line.severity, edge, ground)
    elif line.unchecked:
        paint_question(painter, area, quiet_text(paper.palette))
    else:
        paint_tick(painter, area, quiet_text(paper.palette))
