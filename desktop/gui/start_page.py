"""What the window shows before a report is open, or in place of one that cannot be shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.gui.colours import secondary_text
from desktop.gui.icons import drawing
from desktop.gui.plain_text import plain_label


class EmptyPage(QWidget):
    """A calm page: a picture, a heading, a sentence, and room for buttons below."""

    def __init__(self, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._image, self._heading, self._text = plain_label(), plain_label(), plain_label()
        for label in (self._image, self._heading, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._heading.setWordWrap(True)
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self._heading.setFont(font)
        self._text.setWordWrap(True)
        self._text.setObjectName("emptyPageText")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self._image, self._heading, self._text):
            column.addWidget(widget)
        self.below = QVBoxLayout()
        column.addLayout(self.below)
        column.addStretch(3)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Put a button below for each of these, shown while it can be done."""
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        for action in actions:
            row.addWidget(_action_button(action))
        row.addStretch()
        self.below.addLayout(row)

    def say(self, heading: str, text: str, picture: str = "") -> None:
        """Show this."""
        self._picture = picture or self._picture
        self._heading.setText(heading)
        self._text.setText(text)
        self._colour()

    def _colour(self) -> None:
        """Draw the picture in the palette's colours."""
        colour = secondary_text(self.palette())
        self._image.setPixmap(drawing(self._picture, colour, 56, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()


def _action_button(action: QAction) -> QPushButton:
    button = QPushButton(action.text())
    button.setMinimumHeight(32)
    button.clicked.connect(action.trigger)
    action.changed.connect(lambda: button.setVisible(action.isEnabled()))
    button.setVisible(action.isEnabled())
    return button


class StartPage(EmptyPage):
    """Says what to drop where, and offers the two ways to begin."""

    open_clicked = Signal()
    sample_clicked = Signal()

    def __init__(self, *, with_sample: bool, parent: QWidget | None = None) -> None:
        super().__init__("report", parent)
        self.say(
            self.tr("把年度报告的 PDF 拖到这里"),
            self.tr(
                "可以一次拖入多个文件或整个文件夹。读取后，页面旁边是三张法定表格，"
                "不符合勾稽关系的数字会在两边标出。全部在本机完成，不改动原文件。"
            ),
        )
        # A wrapping label in a column takes its height from a width it does not get.
        width = self._text.fontMetrics().horizontalAdvance("国") * 40
        self._text.setFixedSize(width, self._text.heightForWidth(width))
        layout = self.layout()
        if layout is not None:
            layout.setAlignment(self._text, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(self._button(self.tr("打开文件…"), self.open_clicked, default=True))
        if with_sample:
            row.addWidget(self._button(self.tr("打开示例报告"), self.sample_clicked))
        row.addStretch()
        self.below.addSpacing(12)
        self.below.addLayout(row)

    def _button(self, text: str, clicked: SignalInstance, *, default: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setMinimumHeight(36)
        button.setMinimumWidth(128)
        button.setDefault(default)
        button.clicked.connect(clicked)
        return button
