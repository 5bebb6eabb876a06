"""What a person is told of earlier work: left by a killed program, or on another version."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.gui.ui_terms import ui_term
from desktop.review.rebase import Rebased
from desktop.workspace.open_report import OpenReport
from desktop.workspace.recovery import Recovery


def refusal_text(recovery: Recovery) -> str:
    """Why some journals stay where they are; empty where all could be read."""
    if not recovery.newer:
        return ""
    return _tr(
        "有 {0} 份操作记录由更新版本的勾稽写下，本版本不能读取，也不会改动；请用新版打开。"
    ).format(recovery.newer)


def recovery_text(recovery: Recovery) -> str:
    """What is offered."""
    count = len(recovery.reports)
    unsaved = [report for report in recovery.reports if report.is_unsaved]
    if not unsaved:
        return _tr("上次程序没有正常关闭。当时打开了 {0} 份报告。").format(count)
    # Where all that was saved is taken back, that is the step.
    steps = sum(max(len(report.steps) - (report.saved or 0), 1) for report in unsaved)
    return _tr(
        "上次程序没有正常关闭。当时打开了 {0} 份报告，"
        "其中 {1} 份有未保存的处理（{2} 步），都已记下。"
    ).format(count, len(unsaved), steps)


def rebased_text(report: OpenReport, rebased: Rebased) -> str:
    """What of earlier work could not be taken up; empty where all of it was."""
    if rebased.same:
        if not rebased.dropped:
            return ""
        return _tr("“{0}”有 {1} 格在恢复之前又改过，保留现在的值。").format(
            report.name, len(rebased.dropped)
        )
    if rebased.reread:
        parts = [_tr("“{0}”的读取结果与上次核对时不同").format(report.name)]
    else:
        parts = [_tr("“{0}”的 PDF 在上次核对之后变了").format(report.name)]
    parts.append(_tr("{0} 格数字不同").format(len(rebased.cells)))
    if rebased.dropped:
        parts.append(_tr("其中 {0} 格的旧修改没有沿用").format(len(rebased.dropped)))
    if rebased.reopened:
        parts.append(_tr("{0} 条处理意见需要重新确认").format(rebased.reopened))
    if rebased.was_done:
        parts.append(_tr("原来已完成，请再看一遍"))
    if rebased.was_set_aside:
        parts.append(_tr("原来已搁置，请再看一遍"))
    if found := rebased.findings:
        parts.append(
            _tr("问题：已消除 {0}，仍存在 {1}，新出现 {2}").format(
                len(found.gone), len(found.still), len(found.new)
            )
        )
    return "；".join(parts) + "。"


def lost_text(report: OpenReport) -> str:
    """Why a file that was read before cannot be read any more, and what of it is left."""
    return _tr("“{0}”的 PDF 现在无法读取：{1}窗口中仍是上次读到的内容，已做的处理都还在。").format(
        report.name, ui_term(report.reason or "")
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecoveryTexts", text)
