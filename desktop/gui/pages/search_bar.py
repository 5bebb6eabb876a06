"""The line in which a person says what to find on the pages."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from desktop.gui.asking_line import AskingLine
from desktop.gui.pages.text_layer import TextLayer
from desktop.gui.plain_text import plain_label


class SearchBar(AskingLine):
    """Hidden until asked for; Enter goes on, Shift+Enter back, Escape ends it."""

    def __init__(self, layer: TextLayer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBar")
        self._layer = layer
        self.field = QLineEdit()
        self.field.setObjectName("searchField")
        self.field.setPlaceholderText(self.tr("在原文中查找"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setAcceptDrops(False)
        self.field.installEventFilter(self)
        self._count = plain_label()
        self._count.setObjectName("searchCount")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        up, down = Qt.ArrowType.UpArrow, Qt.ArrowType.DownArrow
        for arrow, name, step in ((up, self.tr("上一个"), -1), (down, self.tr("下一个"), 1)):
            button = QToolButton()
            button.setArrowType(arrow)
            button.setAutoRaise(True)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(partial(layer.step, step))
            row.addWidget(button)
        self.field.textChanged.connect(layer.find)
        layer.changed.connect(self._tell)
        self.hide()

    def ask(self) -> None:
        """Show the line, with what was looked for last selected in it."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._layer.find(self.field.text())

    def leave(self) -> None:
        """End the search."""
        self.hide()
        self._layer.find("")

    def _tell(self) -> None:
        hits = len(self._layer.hits)
        if not self.field.text():
            self._count.setText("")
        elif not self._layer.is_ready:
            self._count.setText(self.tr("正在读取…"))
        elif hits:
            self._count.setText(f"{self._layer.current + 1}/{hits}")
        else:
            self._count.setText(self.tr("没有找到"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._layer.step(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)
