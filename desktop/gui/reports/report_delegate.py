"""Paints a report in the list: its state as a sign, its name, its counts or what is wrong."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.gui.any_index import AnyIndex
from desktop.gui.badges import paint_done, paint_question, paint_severity, paint_tick, paint_waiting
from desktop.gui.colours import accent, blend, secondary_text
from desktop.gui.fonts import tabular
from desktop.gui.paint_context import PaintContext
from desktop.gui.severity_colours import severity_colours
from desktop.gui.ui_terms import ui_term
from desktop.rules.finding import Severity
from desktop.workspace.open_report import OpenReport
from desktop.workspace.states import CheckState, Readability, WorkState

REPORT_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""the `OpenReport` of a row"""

_PADDING: Final = 5
_BADGE: Final = 15
_GAP: Final = 8
_BADGES_ONLY: Final = 116
"""a list this narrow has no room for names"""


def state_text(report: OpenReport) -> str:
    """A report's state in words: its counts, or why there are none."""
    if report.is_loading:
        return _tr("读取中…")
    if report.set_aside:
        return _tr("搁置：{0}").format(report.set_aside)
    if report.readability is Readability.UNREADABLE:
        return _tr("无法读取：{0}").format(ui_term(report.reason or ""))
    counts = report.counts
    parts = [_work_term(report.work_state)]
    if report.reason is not None:
        parts.append(_tr("现在无法读取：{0}").format(ui_term(report.reason or "")))
    parts += [
        f"{ui_term(severity.word)} {counts[severity]}" for severity in Severity if counts[severity]
    ]
    if not any(counts.values()):
        parts.append(_nothing_open(report))
    if report.index.blocking:
        parts.append(_tr("未能核对 {0}").format(len(report.index.blocking)))
    if report.has_unsaved_steps:
        parts.append(_tr("未保存"))
    return " · ".join(parts)


def _nothing_open(report: OpenReport) -> str:
    """Why no finding is counted."""
    if _is_unsure(report):
        return _tr("未能全部核对")
    return _tr("无待处理") if report.index.findings else _tr("无问题")


def _is_unsure(report: OpenReport) -> bool:
    """Whether more may be wrong than the hints that are counted."""
    return bool(report.index.blocking) or report.check_state is not CheckState.CLEAN


def _work_term(work: WorkState) -> str:
    return {
        WorkState.UNSEEN: _tr("未看"),
        WorkState.IN_REVIEW: _tr("在审"),
        WorkState.PASSED: _tr("已完成"),
        WorkState.SET_ASIDE: _tr("搁置"),
        WorkState.RETURNED: _tr("退回"),
        WorkState.RESUBMITTED: _tr("重报"),
        WorkState.ARCHIVED: _tr("归档"),
    }[work]


class ReportDelegate(QStyledItemDelegate):
    """Two lines beside a sign, or the counts alone; what has no room is in the tip."""

    def __init__(self, view: QListView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        report = index.data(REPORT_ROLE)
        if not isinstance(report, OpenReport):
            return
        context = PaintContext.of(option)
        painter.save()
        area, palette = context.area, context.palette
        if context.selected:
            painter.fillRect(area, blend(palette.base().color(), accent(palette), 0.14))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), accent(palette))
        _paint_badge(painter, context, report)
        text = area.adjusted(_GAP + _BADGE + _GAP, _PADDING, -_GAP, -_PADDING)
        painter.setPen(palette.text().color())
        if area.width() < _BADGES_ONLY:
            _paint_folded(painter, context, report)
            painter.restore()
            return
        # As unread mail: what nobody has looked at yet stands out.
        unseen = report.is_readable and report.work_state is WorkState.UNSEEN
        painter.setFont(tabular(context.font, bold=unseen))
        # A narrow list has no room for the word.
        name = f"* {report.name}" if report.has_unsaved_steps else report.name
        _line(painter, text, name, Qt.AlignmentFlag.AlignTop)
        painter.setPen(secondary_text(palette))
        painter.setFont(tabular(context.font, smaller=1))
        if report.is_readable:
            _paint_state(painter, context, text, report)
        else:
            _line(painter, text, state_text(report), Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        lines = 1.7 if self._view.viewport().width() < _BADGES_ONLY else 3.4
        height = PaintContext.of(option).font.pointSizeF() * lines + 2 * _PADDING + 2
        return QSize(0, round(height))


def _line(painter: QPainter, area: QRect, text: str, where: Qt.AlignmentFlag) -> None:
    text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, where | Qt.AlignmentFlag.AlignLeft, text)


def _paint_state(painter: QPainter, context: PaintContext, area: QRect, report: OpenReport) -> None:
    """The stage in a word, then a sign and a count for each severity."""
    metrics = painter.fontMetrics()
    term = _work_term(report.work_state)
    if not any(report.counts.values()):
        term += " · " + _nothing_open(report)
    _line(painter, area, term, Qt.AlignmentFlag.AlignBottom)
    _paint_counts(
        painter, context, area, report, area.left() + metrics.horizontalAdvance(term) + _GAP
    )


def _paint_folded(painter: QPainter, context: PaintContext, report: OpenReport) -> None:
    """Beside the sign the counts of errors and warnings; a star for what is not saved."""
    unseen = report.is_readable and report.work_state is WorkState.UNSEEN
    painter.setFont(tabular(context.font, bold=unseen))
    left = _BADGE + 3 * _GAP // 2
    if report.has_unsaved_steps:
        star = QRect(
            context.area.left() + _GAP + _BADGE + 1, context.area.top(), left, _BADGE + _GAP
        )
        painter.drawText(star, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "*")
    area = context.area.adjusted(left, _PADDING, -2, -_PADDING)
    if report.is_readable:
        _paint_counts(painter, context, area, report, area.left() + _GAP)


def _paint_counts(
    painter: QPainter, context: PaintContext, area: QRect, report: OpenReport, x: float
) -> None:
    """A sign and a count for each severity, as far as there is room."""
    base, metrics = context.palette.base().color(), painter.fontMetrics()
    side = metrics.height() * 0.72
    top = area.bottom() - metrics.height() + (metrics.height() - side) / 2 + 1
    for severity in Severity:
        count = str(report.counts[severity])
        width = round(side) + 2 + metrics.horizontalAdvance(count)
        if count == "0" or x + width > area.right():
            continue
        edge = severity_colours(severity, base).edge
        paint_severity(painter, QRectF(x, top, side, side), severity, edge, base)
        number = QRect(round(x + side) + 2, area.top(), width, area.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, count)
        x += width + _GAP


def _paint_badge(painter: QPainter, context: PaintContext, report: OpenReport) -> None:
    base, secondary = context.palette.base().color(), secondary_text(context.palette)
    area = QRectF(context.area.left() + _GAP, context.area.top() + _PADDING + 2, _BADGE, _BADGE)
    counts = report.counts
    worst = next((severity for severity in Severity if counts[severity]), None)
    unsure = _is_unsure(report)
    if report.is_loading:
        paint_waiting(painter, area, secondary)
    elif report.work_state.is_done:
        paint_done(painter, area, secondary, base)
    elif report.readability is Readability.UNREADABLE:
        paint_question(painter, area, severity_colours(Severity.ERROR, base).edge)
    elif worst is not None and (worst is not Severity.HINT or not unsure):
        paint_severity(painter, area, worst, severity_colours(worst, base).edge, base)
    elif unsure:
        paint_question(painter, area, secondary)
    else:
        paint_tick(painter, area, secondary)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReportDelegate", text)
