"""Above pages that can be looked at and not read: why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.gui.plain_text import plain_label


class ObstacleLine(QWidget):
    """Hidden while the pages are those of a report that was read."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = plain_label()
        self._text.setObjectName("obstacleText")
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        for action in actions:
            row.addWidget(_button(action))
        self.hide()

    def say(self, reason: str) -> None:
        """Show why; nothing for an empty text."""
        self._text.setText(reason)
        self.setVisible(bool(reason))


def _button(action: QAction) -> QToolButton:
    """Shown while its action can be done."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    action.changed.connect(lambda: button.setVisible(action.isEnabled()))
    button.setVisible(action.isEnabled())
    return button
