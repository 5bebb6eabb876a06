"""What is found and what is selected in the text of the pages shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.geometry import Box
from desktop.gui.pages.page_text import PageText, Place, Run
from desktop.gui.pages.strip import PagePoint


class TextLayer(QObject):
    """State over `PageText`; the view paints it."""

    changed = Signal()
    """something else is found or selected"""
    revealed = Signal(int, Box)
    """page and box of the occurrence to look at"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text: PageText | None = None
        self._wanted = ""
        self.hits: list[Run] = []
        self.current = -1
        self._anchor: Place | None = None
        self._end: Place | None = None

    @property
    def is_ready(self) -> bool:
        """Whether the letters are there."""
        return self._text is not None

    def forget(self) -> None:
        """Another document."""
        self._text = None
        self.hits, self.current = [], -1
        self._anchor = self._end = None

    def take(self, text: PageText) -> None:
        """The letters of the document."""
        self._text = text
        if self._wanted:
            self.find(self._wanted)

    def find(self, wanted: str) -> None:
        """Look for a text from the beginning; an empty one ends the search."""
        self._wanted = wanted
        self.hits = self._text.find(wanted) if self._text is not None else []
        self.current = -1
        self.step(1)

    def step(self, by: int) -> None:
        """On to the next occurrence, or the one before."""
        if self.hits:
            start = self.current if self.current >= 0 or by > 0 else 0
            self.current = (start + by) % len(self.hits)
            hit = self.hits[self.current]
            self.revealed.emit(hit.page, hit.boxes[0])
        self.changed.emit()

    def begin(self, point: PagePoint) -> None:
        """A selection starts here, and has nothing in it yet."""
        self._anchor = None if self._text is None else self._text.at(point)
        self._end = None
        self.changed.emit()

    def extend(self, point: PagePoint) -> None:
        """The selection reaches to here."""
        if self._text is not None:
            self._end = self._text.at(point)
            self.changed.emit()

    def copy(self) -> bool:
        """Put the selected text on the clipboard; False where nothing is selected."""
        text = self.selected()
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def selected(self) -> str:
        """The text selected."""
        if self._text is None or self._anchor is None or self._end is None:
            return ""
        return self._text.text(self._anchor, self._end)

    def boxes(self) -> Iterator[tuple[int, Box, str]]:
        """What to paint: page, rectangle, and `hit`, `current` or `selected`."""
        for number, hit in enumerate(self.hits):
            for box in hit.boxes:
                yield hit.page, box, "current" if number == self.current else "hit"
        if self._text is not None and self._anchor is not None and self._end is not None:
            for run in self._text.between(self._anchor, self._end):
                for box in run.boxes:
                    yield run.page, box, "selected"
