"""A line above the panes that says something and offers to act on it; it blocks nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.gui.colours import accent, blend

Answers = Sequence[tuple[str, Callable[[], None]]]
"""what stands on each button, and what it does"""


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence and what can be done about it; an empty text where all is well again."""

    text: str
    answers: Answers


class Banner(QFrame):
    """Hidden until there is something to say; each button ends it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAutoFillBackground(True)
        self._text = QLabel()
        self._text.setObjectName("bannerText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self._is_advice = False
        self._waiting: Advice | None = None
        self._colour()
        self.hide()

    def advise(self, advice: Advice) -> None:
        """Show a sentence once nothing else is said; it replaces the one advised before.

        An empty text takes that one back.
        """
        other = bool(self.text) and not self._is_advice
        self._waiting = advice if advice.text and other else None
        if advice.text and not other:
            self.say(advice.text, advice.answers)
            self._is_advice = True
        elif not other:
            self.hide()

    def say(self, text: str, answers: Answers) -> None:
        """Show a sentence, and a button for each answer with what it does."""
        self._is_advice = False
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(*answer) for answer in answers]
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()

    @property
    def text(self) -> str:
        """What is said now; empty while nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def press(self, position: int) -> None:
        """Give one of the answers."""
        self._buttons[position].click()

    def _button(self, text: str, work: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: work())
        button.clicked.connect(self._say_what_waits)
        self._row.addWidget(button)
        return button

    def _say_what_waits(self) -> None:
        if self._waiting is not None and self.isHidden():
            self.advise(self._waiting)

    def _colour(self) -> None:
        palette = QPalette(self.palette())
        background = blend(palette.base().color(), accent(palette), 0.14)
        if palette.window().color() != background:
            palette.setColor(QPalette.ColorRole.Window, background)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._colour()
