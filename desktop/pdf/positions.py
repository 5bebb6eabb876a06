"""Hidden glyphs and drawn shapes to the places that they take on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.pdf.page import Glyph

# In parts of a glyph's height, the gap that parts two words; parts of a line's baseline.
_WORD_GAP: Final = 0.6
_SAME_LINE: Final = 0.3
# Points: shapes in one square of the page, or in two that one of them lies in, are one place.
_FIELD: Final = 6.0
_AROUND: Final = 1.0
# The part of a glyph's width at each side that may lie over what stands beside it.
_SIDE: Final = 0.15


def words(glyphs: Iterable[Glyph]) -> Iterator[Box]:
    """The areas of words, from glyphs that stand beside one another on a line."""
    word: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (round(glyph.baseline), glyph.box.x0)):
        if word and not _continues(word[-1], glyph):
            yield enclosing(one.box for one in word)
            word = []
        word.append(glyph)
    if word:
        yield enclosing(one.box for one in word)


def _continues(one: Glyph, other: Glyph) -> bool:
    height = max(one.box.height, other.box.height)
    return (
        abs(one.baseline - other.baseline) <= _SAME_LINE * height
        and other.box.x0 - one.box.x1 <= _WORD_GAP * height
    )


def without_replaced(areas: Iterable[Box], seen: Sequence[Glyph]) -> Iterator[Box]:
    """The places of hidden words but for those where other text is seen instead."""
    inner: list[Box] | None = None
    for area in areas:
        if inner is None:
            inner = [_inner(glyph.box) for glyph in seen]
        if not any(area.overlaps(box) for box in inner):
            yield area


def _inner(box: Box) -> Box:
    """A glyph's box without what may lie over its neighbours."""
    side = _SIDE * box.width
    return Box(box.x0 + side, box.top, box.x1 - side, box.bottom)


def connected(boxes: Iterable[Box]) -> Iterator[Box]:
    """The areas of groups of boxes that lie close to one another."""
    groups: dict[int, list[Box]] = {}
    fields: dict[tuple[int, int], int] = {}
    for number, box in enumerate(boxes):
        groups[number] = [box]
        for field in _fields(box.grown(_AROUND)):
            other = fields.get(field, number)
            if other != number and other in groups:
                groups[number] += groups.pop(other)
        # Of the fields of those groups, some still name a group that is no more.
        fields |= {field: number for one in groups[number] for field in _fields(one.grown(_AROUND))}
    return (enclosing(group) for group in groups.values())


def _fields(box: Box) -> Iterator[tuple[int, int]]:
    """The squares of the page that a box reaches into."""
    columns = range(int(box.x0 // _FIELD), int(box.x1 // _FIELD) + 1)
    rows = range(int(box.top // _FIELD), int(box.bottom // _FIELD) + 1)
    return product(columns, rows)
