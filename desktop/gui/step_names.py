"""What the menu calls a step that can be undone or made again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.gui.ui_terms import ui_term
from desktop.review.changes import Judgement, Remark, SettingAside, Step
from desktop.review.review import Review
from desktop.rules.labels import cell_words


def step_name(review: Review, step: Step) -> str:
    """`修改表三“总计”行“商业企业”列`, `填报有误`, `备注`."""
    slots = review.report.form.slots()
    names = [edit.name for edit in step.edits if edit.name in slots]
    if names:
        where = cell_words(slots[names[0]])
        if len(names) > 1:
            where += _tr("等 {0} 格").format(len(names))
        return _tr("修改{0}").format(where)
    first = step.changes[0] if step.changes else None
    if isinstance(first, Judgement):
        decision = first.after or first.before
        return ui_term(decision.verdict.word) if decision is not None else _tr("处理意见")
    if isinstance(first, SettingAside):
        return _tr("搁置")
    return _tr("备注") if isinstance(first, Remark) else _tr("完成状态")


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepNames", text)
