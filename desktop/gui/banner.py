"""A line above the panes that says something and offers to act on it; it blocks nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.gui.asking_line import AskingLine
from desktop.gui.colours import accent, blend
from desktop.gui.plain_text import plain_label, tip

_MOST_HINTS: Final = 3

Answers = Sequence[tuple[str, Callable[[], None]]]
"""what stands on each button, and what it does"""


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence and what can be done about it; an empty text where all is well again."""

    text: str
    answers: Answers


class Banner(AskingLine):
    """Hidden until there is something to say; each button ends what is said.

    Nothing that is said pushes away what nobody has answered yet: questions come first, then
    hints, then advice.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAutoFillBackground(True)
        self._text = plain_label()
        self._text.setObjectName("bannerText")
        self._text.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self._questions: list[Advice] = []
        self._hints: list[str] = []
        self._advice: Advice | None = None
        self._shown: Advice | None = None
        self._colour()
        self.hide()

    def ask(self, question: Advice) -> None:
        """Show a sentence until one of its answers is given; the last question goes first."""
        self._questions.insert(0, question)
        self._refresh()

    def withdraw(self, question: Advice) -> None:
        """Take a question back that nobody has answered."""
        self._questions = [other for other in self._questions if other is not question]
        self._refresh()

    def hint(self, sentence: str) -> None:
        """Show a sentence that needs no answer, with those that nobody took notice of yet."""
        self._hints.append(sentence)
        self._refresh()

    def advise(self, advice: Advice) -> None:
        """Show a sentence that holds until it is taken back by an empty one."""
        self._advice = advice if advice.text else None
        self._refresh()

    @property
    def text(self) -> str:
        """What is said now; empty while nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def press(self, position: int) -> None:
        """Give one of the answers."""
        self._buttons[position].click()

    def _next(self) -> Advice | None:
        if self._questions:
            return self._questions[0]
        if self._hints:
            return Advice(_listed(self._hints), ((self.tr("知道了"), lambda: None),))
        return self._advice

    def _refresh(self) -> None:
        shown, self._shown = self._shown, self._next()
        if self._shown is None:
            self.hide()
        elif shown is not self._shown:
            self._show(self._shown)

    def _show(self, advice: Advice) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(*answer) for answer in advice.answers]
        self._text.setText(advice.text)
        self._text.setToolTip("" if self._questions else tip("\n".join(self._hints)))
        self.setAccessibleName(advice.text)
        self.show()

    def _button(self, text: str, work: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        # A click leaves the keyboard where the person works.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._answer(work))
        self._row.addWidget(button)
        return button

    def _answer(self, work: Callable[[], None]) -> None:
        if self._questions:
            self._questions.pop(0)
        elif self._hints:
            self._hints.clear()
        else:
            self._advice = None
        self._refresh()
        work()

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


def _listed(hints: Sequence[str]) -> str:
    """The last of the sentences; the others are in the tip."""
    more = len(hints) - _MOST_HINTS
    lines = [*hints[-_MOST_HINTS:]]
    if more > 0:
        lines.append(QCoreApplication.translate("Banner", "另有 {0} 条").format(more))
    return "\n".join(lines)
