"""A line that takes the keyboard for a while and gives it back to where the person was."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class AskingLine(QWidget):
    """Hidden until asked for.

    When it is hidden with the keyboard in it, Qt would give that to whatever comes next in the
    window, as to a button that the next Enter presses.
    """

    _before: QWidget | None = None

    def setVisible(self, visible: bool) -> None:
        focused = self.window().focusWidget()
        inside = focused is not None and (focused is self or self.isAncestorOf(focused))
        if visible and not inside:
            self._before = focused
        elif not visible and inside:
            self._give_back()
        super().setVisible(visible)

    def _give_back(self) -> None:
        before = self._before
        if before is not None and isValid(before) and before.isVisibleTo(self.window()):
            before.setFocus()
