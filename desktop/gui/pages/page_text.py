"""The letters of all pages as text to find in, to select and to copy."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.geometry import Box, enclosing
from desktop.gui.pages.strip import PagePoint

if TYPE_CHECKING:
    # pdfium loads with the first page, not with the window.
    from desktop.pdf.letters import Letter

Place = tuple[int, int]
"""page from 1, letter from 0"""


class Run(NamedTuple):
    """Letters on a page, each line's in a rectangle of its own."""

    page: int
    boxes: tuple[Box, ...]


class PageText:
    """Letters in the order they were written, which is the reading order nearly always.

    Args:
        pages: the letters of each page; white space is not among them.
    """

    def __init__(self, pages: Sequence[Sequence[Letter]] = ()) -> None:
        self._pages = pages
        self._flat: dict[int, tuple[str, list[int]]] = {}

    def find(self, wanted: str) -> list[Run]:
        """Every occurrence, spaces and widths of letters apart; none for an empty text."""
        bare = _plain("".join(wanted.split()))
        found: list[Run] = []
        for page in range(1, len(self._pages) + 1) if bare else ():
            text, letters = self._text_of(page)
            start = text.find(bare)
            while start >= 0:
                last = letters[start + len(bare) - 1]
                found.append(self._run(page, letters[start], last))
                start = text.find(bare, start + len(bare))
        return found

    def at(self, point: PagePoint) -> Place | None:
        """The letter nearest to a point, on its line if there is one there."""
        if not 1 <= point.page <= len(self._pages):
            return None
        letters = self._pages[point.page - 1]
        if not letters:
            return None

        def distance(index: int) -> float:
            box = letters[index].box
            across = max(box.x0 - point.x, 0, point.x - box.x1)
            down = max(box.top - point.y, 0, point.y - box.bottom)
            # A line counts for more than a column.
            return across + 20 * down

        return point.page, min(range(len(letters)), key=distance)

    def between(self, one: Place, other: Place) -> list[Run]:
        """What lies between two letters, both included."""
        return [self._run(page, *ends) for page, ends in self._spans(one, other)]

    def text(self, one: Place, other: Place) -> str:
        """The text between two letters: lines as printed, tabs over gaps as in tables."""
        parts = []
        for page, (first, last) in self._spans(one, other):
            letters = self._pages[page - 1][first : last + 1]
            parts.append("".join(_spaced(letters)))
        return "\n".join(parts)

    def _spans(self, one: Place, other: Place) -> Iterator[tuple[int, tuple[int, int]]]:
        first, last = sorted((one, other))
        for page in range(first[0], last[0] + 1):
            count = len(self._pages[page - 1])
            start = first[1] if page == first[0] else 0
            end = last[1] if page == last[0] else count - 1
            if start <= end < count:
                yield page, (start, end)

    def _text_of(self, page: int) -> tuple[str, list[int]]:
        """A page's letters in their plain form, and which letter each character is of."""
        if page not in self._flat:
            plain = [_plain(letter.char) for letter in self._pages[page - 1]]
            letters = [index for index, text in enumerate(plain) for _ in text]
            self._flat[page] = "".join(plain), letters
        return self._flat[page]

    def _run(self, page: int, first: int, last: int) -> Run:
        lines: list[list[Box]] = []
        for letter in self._pages[page - 1][first : last + 1]:
            if lines and _same_line(lines[-1][-1], letter.box):
                lines[-1].append(letter.box)
            else:
                lines.append([letter.box])
        return Run(page, tuple(enclosing(line) for line in lines))


def _spaced(letters: Sequence[Letter]) -> Iterator[str]:
    before: Box | None = None
    for char, box in letters:
        if before is not None:
            if not _same_line(before, box):
                yield "\n"
            elif box.x0 - before.x1 > 1.2 * box.height:
                yield "\t"
            elif box.x0 - before.x1 > 0.2 * box.height and char.isascii():
                yield " "
        yield char
        before = box


def _same_line(one: Box, other: Box) -> bool:
    middle = other.centre_y
    return one.top < middle < one.bottom and other.x0 >= one.x0 - one.height


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
