"""A list whose rows are as high as they need to be, and that leaves digits to the tables."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView


class RowList(QListView):
    """Arrows go from row to row; what begins a number goes to the cell chosen in the tables."""

    digit_typed = Signal(str)
    """what a person began to type"""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt leaves it at the old heights where a layout was waiting for its turn already.
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal():
            self.digit_typed.emit(event.text())
        else:
            super().keyPressEvent(event)
