"""A person's edits on Qt's undo stack; the edit itself knows before and after."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from desktop.review.edit import Edit
from desktop.review.review import Review
from desktop.rules.words import cell_words


class EditCommand(QUndoCommand):
    """Makes edits in a review, and takes them back."""

    def __init__(self, review: Review, *edits: Edit) -> None:
        slots = review.report.form.slots()
        where = "、".join(cell_words(slots[edit.name]) for edit in edits[:1])
        if len(edits) > 1:
            where += QCoreApplication.translate("EditCommand", "等 {0} 格").format(len(edits))
        super().__init__(QCoreApplication.translate("EditCommand", "修改{0}").format(where))
        self._review = review
        self._edits = edits

    def redo(self) -> None:
        self._review.apply(*self._edits)

    def undo(self) -> None:
        self._review.revert(*self._edits)
