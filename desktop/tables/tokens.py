"""Lines of glyphs to words, where gaps, the columns around and rulings part them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise
from statistics import median_low
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.pdf.page import Glyph
from desktop.report.values import parse_value
from desktop.tables.column_rulings import crossing, parted
from desktop.tables.lattice import Edge
from desktop.tables.stub import begins_label
from desktop.tables.text import runs_of, text_of

# In widths of a digit: digits of one number stand closer than this.
_NUMBER_GAP: Final = 0.4
# In heights: a number stands further from the label before it than characters do; so many
# digits are those of a row.
_LABEL_GAP: Final = 0.3
_ROW: Final = 2
# Points of white between columns at least.
_FREE: Final = 0.5
# So many lines before and after show where columns are.
_AROUND: Final = 5
# In heights: how close characters set down the page follow one another, and how far their
# middles are apart.
_STACKED: Final = 1.6
_IN_STACK: Final = 0.3


@dataclass(frozen=True, slots=True)
class Token:
    """A run of glyphs on one line; `stacked` if it is part of a label set down the page."""

    text: str
    box: Box
    baseline: float
    glyphs: tuple[Glyph, ...]
    stacked: bool = False

    @property
    def is_value(self) -> bool:
        """Whether it can be a printed value: a number, or a sign for nothing."""
        return is_value(self.text) and not self.stacked


def is_value(text: str) -> bool:
    """Whether a text can be a printed value: a number, or a sign for nothing."""
    return parse_value(text).number is not None


def token_of(glyphs: Sequence[Glyph]) -> Token:
    """A word from its glyphs."""
    box = enclosing(glyph.box for glyph in glyphs)
    return Token(text_of(glyphs), box, glyphs[0].baseline, tuple(glyphs))


def wraps(upper: Sequence[Token], lower: Sequence[Token]) -> bool:
    """Whether two lines of words may be one row, some numbers of which go on in the second.

    No number begins with a zero, and none breaks before its line is full; nor do two labels
    begin beside one row.
    """
    pairs = pairs_of(upper, lower)
    # Beside two lines of some wrapped numbers, the label of a group may begin.
    whole = len(pairs) >= max(_values(upper), _values(lower))
    if pairs and whole and _begins_row(upper) and _begins_row(lower):
        return False
    return all(
        not one.text.startswith("0") and len(other.text) <= len(one.text) for one, other in pairs
    )


def wraps_in_part(upper: Sequence[Token], lower: Sequence[Token]) -> bool:
    """Whether both lines have values, but not in the same columns, as where some wrap."""
    most = max(_values(upper), _values(lower))
    both = _values(upper) and _values(lower)
    return bool(both) and len(pairs_of(upper, lower)) < most and wraps(upper, lower)


def pairs_of(upper: Sequence[Token], lower: Sequence[Token]) -> list[tuple[Token, Token]]:
    """The values that stand over one another."""
    values = [word for word in upper if word.is_value]
    return [
        (one, other)
        for other in lower
        if other.is_value
        for one in values
        if one.box.x0 < other.box.x1 and other.box.x0 < one.box.x1
    ]


def _values(words: Sequence[Token]) -> int:
    return sum(word.is_value for word in words)


def _begins_row(words: Sequence[Token]) -> bool:
    """Whether the label next to the values begins as the form's labels do."""
    first = min((word.box.x0 for word in words if word.is_value), default=0.0)
    labels = [word for word in words if not word.is_value and word.box.x0 < first]
    return bool(labels) and begins_label(max(labels, key=lambda word: word.box.x0).glyphs)


def tokens_of_lines(lines: Sequence[Sequence[Glyph]], down: Sequence[Edge]) -> list[list[Token]]:
    """The words of each line of a page, from left to right.

    Args:
        lines: from the top down.
        down: rulings along y; no word goes on behind one.
    """
    digits = [[glyph for glyph in line if is_of_number(glyph.char)] for line in lines]
    words: list[list[Token]] = []
    for index, line in enumerate(lines):
        parts: Iterable[Sequence[Glyph]] = runs_of(line)
        xs = crossing(down, line)
        if xs:
            parts = [part for run in parts for part in parted(run, xs)]
        if len(digits[index]) > 1:
            near = [glyph for n in _near(index, lines) for glyph in digits[n]]
            parts = [part for run in parts for part in _numbers_apart(run, near)]
            rows = [n for n in _near(index, lines) if len(digits[n]) > _ROW]
            if len(rows) > 1:
                text = [glyph for n in rows for glyph in lines[n]]
                parts = [part for run in parts for part in _number_off_label(run, text)]
        words.append([token_of(part) for part in parts])
    return _with_stacks(words)


def _with_stacks(lines: Sequence[list[Token]]) -> list[list[Token]]:
    """The words, with signs between the characters of a label set down the page told: 增/减."""
    result = [list(line) for line in lines]
    for index, line in enumerate(lines):
        for place, word in enumerate(line):
            if len(word.text) == 1 and not word.text.isdigit() and word.is_value:
                # The characters of a label beside it may stand on lines of their own between.
                above, below = lines[max(0, index - 2) : index], lines[index + 1 : index + 3]
                if all(_follows(word, chain.from_iterable(side)) for side in (above, below)):
                    result[index][place] = replace(word, stacked=True)
    return result


def _follows(sign: Token, words: Iterable[Token]) -> bool:
    """Whether a single character that is no value stands next to a sign in a column."""
    return any(
        len(word.text) == 1
        and not is_value(word.text)
        and abs(word.box.centre_x - sign.box.centre_x) < _IN_STACK * word.box.height
        and abs(word.baseline - sign.baseline) < _STACKED * word.box.height
        for word in words
    )


def _numbers_apart(run: Sequence[Glyph], near: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """A run in parts where the gap between two columns separates two numbers.

    Such a gap is narrower than one between words; it goes on through the lines around. `near`
    are the digits of those lines.
    """
    gaps = [
        right.box.x0 - left.box.x1 if is_of_number(left.char) and is_of_number(right.char) else None
        for left, right in pairwise(run)
    ]
    usual = median_low([gap for gap in gaps if gap is not None] or [0.0])
    part = [run[0]]
    for gap, glyph in zip(gaps, run[1:], strict=True):
        wide = gap is not None and gap - usual > _NUMBER_GAP * glyph.box.width
        if wide and _goes_on(part[-1].box.x1, glyph.box.x0, near):
            yield part
            part = []
        part.append(glyph)
    yield part


def _near(index: int, lines: Sequence[Sequence[Glyph]]) -> list[int]:
    """The lines before and after one."""
    first, last = max(0, index - _AROUND), min(len(lines), index + _AROUND)
    return [n for n in range(first, last) if n != index]


def _number_off_label(run: Sequence[Glyph], text: Sequence[Glyph]) -> Iterator[Sequence[Glyph]]:
    """A run in two where a label ends and a number follows behind the edge of its column.

    No label of the forms ends in a number. `text` are the rows around, none of which has
    anything at the edge.
    """
    start = len(run)
    while start and run[start - 1].char.isdigit():
        start -= 1
    if 0 < start < len(run):
        left, right = run[start - 1].box.x1, run[start].box.x0
        if right - left > _LABEL_GAP * run[start].box.height and _goes_on(left, right, text):
            yield run[:start]
            yield run[start:]
            return
    yield run


@lru_cache(maxsize=4096)
def is_of_number(char: str) -> bool:
    """Whether a character can begin or end a value: a digit, or a sign for nothing."""
    return char.isdigit() or is_value(char)


def _goes_on(left: float, right: float, near: Sequence[Glyph]) -> bool:
    """Whether some x between `left` and `right` is free of the glyphs."""
    for box in sorted(glyph.box for glyph in near):
        if box.x1 > left and box.x0 < right:
            if box.x0 - left > _FREE:
                return True
            left = box.x1
    return right - left > _FREE
