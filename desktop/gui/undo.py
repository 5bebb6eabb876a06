"""A person's steps on Qt's undo stack; the step itself knows before and after."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from desktop.gui.settings import author, now
from desktop.gui.words import word
from desktop.review.changes import Change, Judgement, Remark, Step
from desktop.review.review import Review
from desktop.rules.words import cell_words


def step_of(*changes: Change) -> Step:
    """Changes as a step made here and now."""
    return Step(changes, author(), now())


class StepCommand(QUndoCommand):
    """Makes a step in a review, and takes it back.

    Args:
        review: where the step is made.
        step: what is done.
        made: whether the review holds the step already, taken up from a file.
    """

    def __init__(self, review: Review, step: Step, *, made: bool = False) -> None:
        super().__init__(_words(review, step))
        self._review = review
        self._step = step
        self._made = made

    def redo(self) -> None:
        # Qt calls this once as the command is pushed.
        if self._made:
            self._made = False
        else:
            self._review.make(self._step)

    def undo(self) -> None:
        self._review.take_back(self._step)


def _words(review: Review, step: Step) -> str:
    """What the menu calls a step."""
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
        return word(decision.verdict.word) if decision is not None else _tr("处理意见")
    return _tr("备注") if isinstance(first, Remark) else _tr("完成状态")


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepCommand", text)
