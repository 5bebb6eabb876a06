"""The repairs of a problem that arithmetic cannot tell apart: one button, a menu of them all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.gui.plain_text import tip
from desktop.rules.finding import Repair


class Choices(QToolButton):
    """Hidden while there is nothing to choose from; none of them is the default."""

    chosen = Signal(Repair)
    """the one chosen"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("repairChoices")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        self.hide()

    def offer(self, choices: Sequence[tuple[str, Repair]]) -> None:
        """Offer these, each with what it changes in words."""
        self._menu.clear()
        for text, repair in choices:
            # A lone & would underline the letter behind it.
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setToolTip(tip(repair.reason or text))
            action.triggered.connect(partial(self.chosen.emit, repair))
        self.setText(self.tr("可能的改法 {0}").format(len(choices)))
        self.setVisible(bool(choices))
