"""Glyphs to lines and words, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from operator import attrgetter, eq
from typing import Final

from desktop.geometry import Box
from desktop.pdf.page import Glyph

# In parts of the glyph's height: how far baselines of one line may differ, the gap that
# separates words, and how far one glyph must cover another to be its doubled print.
_SAME_LINE: Final = 0.45
# Points by which the baselines of one line differ by rounding.
_SAME_BASELINE: Final = 0.2
# So many glyphs show how large a line's are.
_SEEN: Final = 3
WORD_GAP: Final = 0.9
_DOUBLED: Final = 0.2

_by_baseline = attrgetter("baseline")
_by_left = attrgetter("box.x0")


def lines_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs as lines from top to bottom, each from left to right."""
    ordered = sorted(glyphs, key=_by_baseline)
    if len(ordered) < 2:
        return [ordered] if ordered else []
    if ordered[-1].baseline - ordered[0].baseline < _SAME_BASELINE:
        return [_without_doubles(sorted(ordered, key=_by_left))]
    lines: list[list[Glyph]] = []
    first = size = 0.0
    for level in _levels(ordered):
        own = max(map(_size, level[:_SEEN]))
        if lines and level[0].baseline - first <= _SAME_LINE * min(size, own):
            lines[-1].extend(level)
            size = max(size, own)
        else:
            first, size = level[0].baseline, own
            lines.append(level)
    return [_without_doubles(sorted(line, key=_by_left)) for line in lines]


def _levels(ordered: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs by their baselines, from top to bottom; those of rounding's difference as one."""
    level: list[Glyph] = []
    last = inf
    for glyph in ordered:
        if level and glyph.baseline >= last:
            yield level
            level = []
        if not level:
            last = glyph.baseline + _SAME_BASELINE
        level.append(glyph)
    yield level


def glyphs_outside(glyphs: Iterable[Glyph], areas: Sequence[Box]) -> Iterator[Glyph]:
    """The glyphs whose middle lies in none of the areas."""
    if not areas:
        yield from glyphs
        return
    for glyph in glyphs:
        x0, top, x1, bottom = glyph.box
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        for left, upper, right, lower in areas:
            if left <= x <= right and upper <= y <= lower:
                break
        else:
            yield glyph


def runs_of(line: Sequence[Glyph], widest: float = WORD_GAP) -> Iterator[list[Glyph]]:
    """A line's runs of glyphs without a gap wider than `widest` (in glyph heights) in them."""
    run: list[Glyph] = []
    for glyph in line:
        # Most glyphs touch the one before, which is seen without their heights.
        if run and glyph.box.x0 > run[-1].box.x1 and _gap(run[-1], glyph) > widest:
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def height_of(glyphs: Iterable[Glyph]) -> float:
    """The height of a text's tallest glyph, in points: the box of 一 can be as flat as it is."""
    return max(map(_height, glyphs))


def words_of(line: Sequence[Glyph]) -> Iterator[str]:
    """A line's runs of glyphs as text."""
    return (text_of(run) for run in runs_of(line))


def digits_alone(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The digits among glyphs that are no part of a longer text."""
    for line in lines_of(glyphs):
        for run in runs_of(line):
            if text_of(run).isdigit():
                yield from run


def text_of(glyphs: Iterable[Glyph]) -> str:
    """The characters of glyphs in their order."""
    return "".join(glyph.char for glyph in glyphs)


def _size(glyph: Glyph) -> float:
    # The box of 一 can be as flat as the character, but is as wide as others.
    x0, top, x1, bottom = glyph.box
    return max(x1 - x0, bottom - top)


def _height(glyph: Glyph) -> float:
    return glyph.box.bottom - glyph.box.top


def _gap(one: Glyph, other: Glyph) -> float:
    # The box of 一 can be as flat as the character.
    height = max(_height(one), _height(other))
    return (other.box.x0 - one.box.x1) / height if height else 0.0


def _without_doubles(line: list[Glyph]) -> list[Glyph]:
    """The line without glyphs printed again over themselves to look bold."""
    chars = [glyph.char for glyph in line]
    if not any(map(eq, chars, chars[1:])) and not any(map(eq, chars, chars[2:])):
        return line
    kept: list[Glyph] = []
    for glyph in line:
        for other in kept[-2:]:
            if other.char == glyph.char and _covers(glyph.box, other.box):
                break
        else:
            kept.append(glyph)
    return kept


def _covers(box: Box, other: Box) -> bool:
    return abs(box.x0 - other.x0) < _DOUBLED * (other.x1 - other.x0)
