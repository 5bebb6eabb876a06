"""Paints a report in the list: its state as a sign, its name, its counts or what is wrong."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.gui.colours import accent, blend, quiet_text
from desktop.gui.fonts import tabular
from desktop.gui.paper import Paper
from desktop.gui.reports.entry import Entry, Stage, State
from desktop.gui.shades import severity_shade
from desktop.gui.signs import paint_done, paint_question, paint_severity, paint_tick, paint_waiting
from desktop.gui.words import word
from desktop.rules.finding import Severity

ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""the `Entry` of a row"""

_PADDING: Final = 5
_SIGN: Final = 15
_GAP: Final = 8
_SIGNS_ONLY: Final = 116
"""a list this narrow has no room for names"""
Index = QModelIndex | QPersistentModelIndex


def state_text(entry: Entry) -> str:
    """An entry's state in words: its counts, or why there are none."""
    if entry.state is State.READING:
        return _tr("读取中…")
    if entry.state is State.UNREADABLE:
        return _tr("无法读取：{0}").format(entry.reason)
    counts = entry.counts
    parts = [_stage_word(entry.stage)]
    if entry.reason is not None:
        parts.append(_tr("现在无法读取：{0}").format(entry.reason))
    parts += [
        f"{word(severity.word)} {counts[severity]}" for severity in Severity if counts[severity]
    ]
    if not any(counts.values()):
        parts.append(_tr("没有待处理的问题") if entry.index.findings else _tr("未发现问题"))
    if entry.index.loud:
        parts.append(_tr("未能核对 {0}").format(len(entry.index.loud)))
    if entry.has_unsaved_edits:
        parts.append(_tr("未保存"))
    return " · ".join(parts)


def _stage_word(stage: Stage) -> str:
    return {
        Stage.UNSEEN: _tr("未看"),
        Stage.ACTIVE: _tr("在审"),
        Stage.DONE: _tr("已完成"),
    }[stage]


class ReportDelegate(QStyledItemDelegate):
    """Two lines beside a sign, or the counts alone; what has no room is in the tip."""

    def __init__(self, view: QListView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        paper = Paper.of(option)
        painter.save()
        area, palette = paper.area, paper.palette
        if paper.selected:
            painter.fillRect(area, blend(palette.base().color(), accent(palette), 0.14))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), accent(palette))
        _paint_sign(painter, paper, entry)
        text = area.adjusted(_GAP + _SIGN + _GAP, _PADDING, -_GAP, -_PADDING)
        painter.setPen(palette.text().color())
        if area.width() < _SIGNS_ONLY:
            _paint_folded(painter, paper, entry)
            painter.restore()
            return
        # As unread mail: what nobody has looked at yet stands out.
        unseen = entry.state is State.READY and entry.stage is Stage.UNSEEN
        painter.setFont(tabular(paper.font, bold=unseen))
        # A narrow list has no room for the word.
        name = f"* {entry.name}" if entry.has_unsaved_edits else entry.name
        _line(painter, text, name, Qt.AlignmentFlag.AlignTop)
        painter.setPen(quiet_text(palette))
        painter.setFont(tabular(paper.font, smaller=1))
        if entry.state is State.READY:
            _paint_state(painter, paper, text, entry)
        else:
            _line(painter, text, state_text(entry), Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 1.7 if self._view.viewport().width() < _SIGNS_ONLY else 3.4
        height = Paper.of(option).font.pointSizeF() * lines + 2 * _PADDING + 2
        return QSize(0, round(height))


def _line(painter: QPainter, area: QRect, text: str, where: Qt.AlignmentFlag) -> None:
    text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, where | Qt.AlignmentFlag.AlignLeft, text)


def _paint_state(painter: QPainter, paper: Paper, area: QRect, entry: Entry) -> None:
    """The stage in a word, then a sign and a count for each severity."""
    metrics = painter.fontMetrics()
    word = _stage_word(entry.stage)
    if not any(entry.counts.values()):
        word += " · " + (_tr("无待处理") if entry.index.findings else _tr("无问题"))
    _line(painter, area, word, Qt.AlignmentFlag.AlignBottom)
    _paint_counts(painter, paper, area, entry, area.left() + metrics.horizontalAdvance(word) + _GAP)


def _paint_folded(painter: QPainter, paper: Paper, entry: Entry) -> None:
    """Beside the sign the counts of errors and warnings; a star for what is not saved."""
    unseen = entry.state is State.READY and entry.stage is Stage.UNSEEN
    painter.setFont(tabular(paper.font, bold=unseen))
    left = _SIGN + 3 * _GAP // 2
    if entry.has_unsaved_edits:
        star = QRect(paper.area.left() + _GAP + _SIGN + 1, paper.area.top(), left, _SIGN + _GAP)
        painter.drawText(star, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "*")
    area = paper.area.adjusted(left, _PADDING, -2, -_PADDING)
    if entry.state is State.READY:
        _paint_counts(painter, paper, area, entry, area.left() + _GAP)


def _paint_counts(painter: QPainter, paper: Paper, area: QRect, entry: Entry, x: float) -> None:
    """A sign and a count for each severity, as far as there is room."""
    base, metrics = paper.palette.base().color(), painter.fontMetrics()
    side = metrics.height() * 0.72
    top = area.bottom() - metrics.height() + (metrics.height() - side) / 2 + 1
    for severity in Severity:
        count = str(entry.counts[severity])
        width = round(side) + 2 + metrics.horizontalAdvance(count)
        if count == "0" or x + width > area.right():
            continue
        edge = severity_shade(severity, base).edge
        paint_severity(painter, QRectF(x, top, side, side), severity, edge, base)
        number = QRect(round(x + side) + 2, area.top(), width, area.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, count)
        x += width + _GAP


def _paint_sign(painter: QPainter, paper: Paper, entry: Entry) -> None:
    base, quiet = paper.palette.base().color(), quiet_text(paper.palette)
    area = QRectF(paper.area.left() + _GAP, paper.area.top() + _PADDING + 2, _SIGN, _SIGN)
    counts = entry.counts
    worst = next((severity for severity in Severity if counts[severity]), None)
    if entry.state is State.READING:
        paint_waiting(painter, area, quiet)
    elif entry.state is State.UNREADABLE:
        paint_question(painter, area, severity_shade(Severity.ERROR, base).edge)
    elif entry.stage is Stage.DONE:
        paint_done(painter, area, quiet, base)
    elif worst is not None:
        paint_severity(painter, area, worst, severity_shade(worst, base).edge, base)
    elif entry.index.loud:
        paint_question(painter, area, quiet)
    else:
        paint_tick(painter, area, quiet)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReportDelegate", text)
