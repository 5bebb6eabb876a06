"""What is painted over text, or behind it, as the objects of a page are drawn in turn.

Many a page has hundreds of texts and of backgrounds that hide none of them: those of each cell
and paragraph are drawn before its own text and after that of others. So the bounds of texts
are compared with a background's in batches, by what was drawn between two backgrounds.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterator
from ctypes import byref, c_float
from operator import itemgetter
from typing import Any, Final, NamedTuple, cast

import pypdfium2.raw as pdfium_c

from desktop.pdf.calls import Pointer, unchecked
from desktop.pdf.colours import PAGE_COLOUR, Colour
from desktop.pdf.transform import Bounds, Rect, Transform

# So many texts at most are compared with an area at once.
_BATCH: Final = 32
# Points by which an area reaches over a text's bounds before it covers any of it.
_OVER: Final = 1.0

# What a named tuple's own constructor does, in half the time.
_new: Final = cast("Callable[[type[_Batch], tuple[Any, ...]], _Batch]", tuple.__new__)
_low = itemgetter(0)
_get_bounds = unchecked(pdfium_c.FPDFPageObj_GetBounds)


class Area(NamedTuple):
    """An area that an object paints; `colour` is None for an image, a shading or a pattern."""

    rect: Rect
    item: Pointer
    is_image: bool
    colour: Colour | None


class _Batch(NamedTuple):
    """Texts that were drawn one after the other.

    `low` is the lowest bottom of them, `left`, `right` and `top` are those of all together, and
    `sides` are the left, bottom, right and top of each in turn.
    """

    low: float
    left: float
    right: float
    top: float
    texts: list[Pointer]
    sides: list[float]


class Paint:
    """What has been painted so far.

    `plain` are the colours of text that is seen wherever it stands, as far as is known;
    `texts` are the text objects since the last area, with the matrices of their forms in
    `moved`; `covers` are the areas that were painted over texts, by the addresses of those.
    """

    def __init__(self) -> None:
        self.plain: set[tuple[int, ...]] = set()
        self.texts: list[Pointer] = []
        self.moved: dict[int, Transform] = {}
        self.covers: dict[int, list[Area]] = {}
        self._areas: list[Area] = []
        self._dark: list[Colour] = []
        self._light: set[Colour] = set()
        # From the lowest up.
        self._batches: list[_Batch] = []
        self._bounds = Bounds()
        self._sides = (c_float * (4 * _BATCH))()
        self._targets = [
            [byref(self._sides, 4 * (4 * text + side)) for side in range(4)]
            for text in range(_BATCH)
        ]

    def add(self, area: Area) -> None:
        """An area is painted."""
        if self.texts:
            self._close_batches()
        for text in _texts_under(area.rect, self._batches):
            self.covers.setdefault(text.value or 0, []).append(area)
        self._areas.append(area)
        colour = area.colour
        if colour is not None and colour not in self._light:
            if colour.is_pale:
                self._light.add(colour)
            else:
                self._dark.append(colour)
                self.plain -= {text for text in self.plain if not Colour(*text).is_seen_on(colour)}

    def shows(self, item: Pointer, matrix: Transform, colour: Colour, filled: bool) -> bool:
        """Whether text of a colour is seen on what is painted behind it.

        False where that is not known: its outlines may be drawn in another colour.
        """
        if not colour.is_pale and all(colour.is_seen_on(dark) for dark in self._dark):
            self.plain.add(colour)
            return True
        if not filled:
            return False
        bounds = self._bounds.of(item, matrix)
        behind = next((a for a in reversed(self._areas) if _overlap(a.rect, bounds)), None)
        if behind is None:
            return colour.is_seen_on(PAGE_COLOUR)
        if behind.colour is None:
            return False
        return _holds(behind.rect, bounds) and colour.is_seen_on(behind.colour)

    def _close_batches(self) -> None:
        """Look up the bounds of the texts that were drawn since the last area."""
        texts = self.texts
        for start in range(0, len(texts), _BATCH):
            insort(self._batches, self._batch(texts[start : start + _BATCH]), key=_low)
        texts.clear()

    def _batch(self, texts: list[Pointer]) -> _Batch:
        """Some of those texts, with their bounds."""
        for text, targets in zip(texts, self._targets, strict=False):
            _get_bounds(text, *targets)
        sides: list[float] = self._sides[: 4 * len(texts)]
        if self.moved:
            sides = self._placed(texts, sides)
        low = min(sides[1::4])
        whole = (min(sides[0::4]), max(sides[2::4]), max(sides[3::4]))
        return _new(_Batch, (low, *whole, texts, sides))

    def _placed(self, texts: list[Pointer], sides: list[float]) -> list[float]:
        """The sides of texts, some of which lie in forms, on the page."""
        for index, text in enumerate(texts):
            matrix = self.moved.get(text.value or 0)
            if matrix is not None:
                own = slice(4 * index, 4 * index + 4)
                sides[own] = matrix.rect(Rect(*sides[own]))
        return sides


def _texts_under(rect: Rect, batches: list[_Batch]) -> Iterator[Pointer]:
    """The texts that an area reaches over; it is asked for each area, so all is written out."""
    left, bottom, right, top = rect
    left, bottom, right, top = left + _OVER, bottom + _OVER, right - _OVER, top - _OVER
    for low, first, last, high, texts, sides in batches:
        if low >= top:  # so are all that follow: most of what was drawn before stands above
            return
        if bottom < high and first < right and left < last:
            for index, text in enumerate(texts):
                x0, y0, x1, y1 = sides[4 * index : 4 * index + 4]
                if y0 < top and bottom < y1 and x0 < right and left < x1:
                    yield text


def _overlap(rect: Rect, other: Rect) -> bool:
    return (
        rect.bottom + _OVER < other.top
        and other.bottom + _OVER < rect.top
        and rect.left + _OVER < other.right
        and other.left + _OVER < rect.right
    )


def _holds(rect: Rect, other: Rect) -> bool:
    left, bottom, right, top = other
    return rect[0] <= left and rect[1] <= bottom and right <= rect[2] and top <= rect[3]
