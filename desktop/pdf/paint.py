"""What is painted over text, or behind it, as the objects of a page are drawn in turn.

Many a page has hundreds of texts and of backgrounds that hide none of them: those of each cell
and paragraph are drawn before its own text and after that of others. So the bounds of texts
are compared with a background's in batches, by what was drawn between two backgrounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import byref, c_float
from struct import Struct
from typing import Final, NamedTuple, cast

import pypdfium2.raw as pdfium_c

from desktop.pdf.calls import Pointer, unchecked
from desktop.pdf.colours import PAPER, Colour
from desktop.pdf.matrix import Matrix, Rect, bounds_of

# Points by which an area reaches over a text's bounds before it covers any of it.
_OVER: Final = 1.0

Bounds = tuple[float, float, float, float]
"""left, bottom, right and top"""

_get_bounds = unchecked(pdfium_c.FPDFPageObj_GetBounds)
_four: Final = cast("Callable[[object], Bounds]", Struct("4f").unpack)


class Area(NamedTuple):
    """An area that an object paints; `colour` is None for an image, a shading or a pattern."""

    rect: Rect
    item: Pointer
    is_image: bool
    colour: Colour | None


class _Batch(NamedTuple):
    """Texts that were drawn one after the other, and the bounds of each and of all."""

    texts: list[Pointer]
    bounds: list[Bounds]
    whole: Bounds


class Paint:
    """What has been painted so far.

    `plain` are the colours of text that is seen wherever it stands, as far as is known;
    `texts` are the text objects since the last area, with the matrices of their forms in
    `moved`; `covers` are the areas that were painted over texts, by the addresses of those.
    """

    def __init__(self) -> None:
        self.plain: set[tuple[int, ...]] = set()
        self.texts: list[Pointer] = []
        self.moved: dict[int, Matrix] = {}
        self.covers: dict[int, list[Area]] = {}
        self._areas: list[Area] = []
        self._dark: list[Colour] = []
        self._batches: list[_Batch] = []
        self._sides = (c_float * 4)()
        self._places = [byref(self._sides, 4 * index) for index in range(4)]

    def add(self, area: Area) -> None:
        """An area is painted."""
        if self.texts:
            self._batches.append(self._batch())
            self.texts.clear()
        for text in _texts_under(area.rect, self._batches):
            self.covers.setdefault(text.value or 0, []).append(area)
        self._areas.append(area)
        if area.colour is not None and not area.colour.is_pale:
            self._dark.append(area.colour)
            self.plain -= {text for text in self.plain if not Colour(*text).is_seen_on(area.colour)}

    def shows(self, item: Pointer, matrix: Matrix, colour: Colour, filled: bool) -> bool:
        """Whether text of a colour is seen on what is painted behind it.

        False where that is not known: its outlines may be drawn in another colour.
        """
        if not colour.is_pale and all(colour.is_seen_on(dark) for dark in self._dark):
            self.plain.add(colour)
            return True
        if not filled:
            return False
        bounds = bounds_of(item, matrix)
        behind = next((a for a in reversed(self._areas) if _overlap(a.rect, bounds)), None)
        if behind is None:
            return colour.is_seen_on(PAPER)
        if behind.colour is None:
            return False
        return _holds(behind.rect, bounds) and colour.is_seen_on(behind.colour)

    def _batch(self) -> _Batch:
        """The texts that were drawn since the last area."""
        bounds: list[Bounds] = []
        for item in self.texts:
            matrix = self.moved.get(item.value or 0) if self.moved else None
            if matrix is not None:
                bounds.append(bounds_of(item, matrix))
            else:
                _get_bounds(item, *self._places)
                bounds.append(_four(self._sides))
        if len(bounds) == 1:
            return _Batch([*self.texts], bounds, bounds[0])
        lefts, bottoms, rights, tops = zip(*bounds, strict=True)
        whole = (min(lefts), min(bottoms), max(rights), max(tops))
        return _Batch([*self.texts], bounds, whole)


def _texts_under(rect: Rect, batches: list[_Batch]) -> Iterator[Pointer]:
    """The texts that an area reaches over; it is asked for each area, so it is written out."""
    left, bottom, right, top = rect
    left, bottom, right, top = left + _OVER, bottom + _OVER, right - _OVER, top - _OVER
    for texts, bounds, whole in batches:
        if whole[1] < top and bottom < whole[3] and whole[0] < right and left < whole[2]:
            for text, own in zip(texts, bounds, strict=True):
                if own[1] < top and bottom < own[3] and own[0] < right and left < own[2]:
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
