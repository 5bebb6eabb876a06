"""Why a finding is accepted as it is: a short list and free text, in place, never empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from desktop.gui.asking_line import AskingLine
from desktop.gui.plain_text import plain_label


class WaiverForm(AskingLine):
    """One line to choose or type a reason; Enter accepts, Escape leaves."""

    given = Signal(str)
    """the reason"""
    cancelled = Signal()
    refused = Signal(str)
    """a sentence about what is missing"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = QComboBox()
        self.reason.setObjectName("waiverReason")
        self.reason.setEditable(True)
        self.reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reason.addItems(
            [
                self.tr("已向报告单位核实，数字属实"),
                self.tr("统计口径不同，正文已有说明"),
                self.tr("上级机关已同意按此发布"),
                self.tr("报告已发布，随更正公告一并处理"),
            ]
        )
        self.reason.setMinimumWidth(120)
        label = plain_label(self.tr("接受的理由"))
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(label.text())
        accept = QPushButton(self.tr("接受"))
        accept.setObjectName("waiverAccept")
        accept.clicked.connect(self._give)
        cancel = QPushButton(self.tr("取消"))
        cancel.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.reason, 1)
        row.addWidget(accept)
        row.addWidget(cancel)
        editor = self.reason.lineEdit()
        if editor is not None:
            editor.setAcceptDrops(False)
            editor.setPlaceholderText(self.tr("从列表中选，或写明理由"))
        self.hide()

    def ask(self) -> None:
        """Begin; nothing is chosen for the person."""
        self.reason.setCurrentIndex(-1)
        self.reason.clearEditText()
        self.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give(self) -> None:
        text = self.reason.currentText().strip()
        if not text:
            self.refused.emit(self.tr("请写明接受的理由，或按 Esc 取消"))
            return
        self.hide()
        self.given.emit(text)

    def _leave(self) -> None:
        self.hide()
        self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        else:
            super().keyPressEvent(event)
