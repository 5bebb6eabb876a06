"""Lines of a page to rows of values that stand in columns, without the help of rulings.

What is certain in a table without rulings are its numbers: they stand on one line in a row
and over one another in columns. Labels wrap around them and are placed afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.pdf.page import Glyph
from desktop.tables.lattice import Edge
from desktop.tables.text import height_of
from desktop.tables.tokens import Token, is_of_number, tokens_of_lines, wraps, wraps_in_part

# In parts of the glyph's height: the width of a text that can only be a header or a title.
HEADER_WIDTH: Final = 5.5
# Lines closer than this cannot be two rows, nor a bit further if only some numbers wrap.
_INTERLOCKED: Final = 0.8
_WRAPS_IN_PART: Final = 1.0
# Numbers on lines further apart than this are of two rows: a number does not wrap so far.
WRAPPED: Final = 1.5
# A line with this many values is a row without a label beside them: its label wraps, or
# there is none (表四).
_UNLABELLED: Final = 3
# Points: numbers closer to what comes before them are parts of its word.
_APART: Final = 1.0
# So many texts over columns are a header; a single one may be a note at a value.
_HEADS: Final = 2


@dataclass(slots=True)
class ValueLine:
    """The words of a line, from left to right; of several lines where they interlock."""

    words: list[Token]

    @property
    def middle(self) -> float:
        """The y half way up its values (its words if it has none), in points."""
        return enclosing(word.box for word in self.values or self.words).centre_y

    @property
    def height(self) -> float:
        """The height of its tallest word, in points."""
        return max(word.box.height for word in self.words)

    @property
    def values(self) -> list[Token]:
        """The words that can be values and stand behind the first label, if there is one."""
        return [word for word in self.words if word.is_value]

    @property
    def is_row(self) -> bool:
        """Whether the line looks like a row of a table: values behind a label, or many."""
        count = len(self.values)
        return (count >= 1 and len(self.words) > count) or count >= _UNLABELLED


@dataclass(slots=True)
class Band:
    """The rows of one block: `columns` are the extents of values in x, from the left."""

    rows: list[ValueLine] = field(default_factory=list)
    columns: list[tuple[float, float]] = field(default_factory=list)

    def takes(self, line: ValueLine) -> bool:
        """Whether the line's values stand in this block's columns, one in each."""
        places = [self._columns_at(word.box) for word in line.values]
        inside = sum(1 for place in places if place)
        taken = [place[0] for place in places if place]
        return (
            all(len(place) <= 1 for place in places)
            and len(set(taken)) == len(taken)
            and inside * 2 > len(places)
        )

    def add(self, line: ValueLine) -> None:
        """Take the line in, widening the columns to its values."""
        self.rows.append(line)
        for word in line.values:
            places = self._columns_at(word.box)
            if places:
                left, right = self.columns[places[0]]
                self.columns[places[0]] = (min(left, word.box.x0), max(right, word.box.x1))
            else:
                self.columns.append((word.box.x0, word.box.x1))
        self.columns.sort()

    def _columns_at(self, box: Box) -> list[int]:
        return [i for i, (x0, x1) in enumerate(self.columns) if box.x0 <= x1 and x0 <= box.x1]


def lines_of_tokens(lines: Sequence[Sequence[Glyph]], down: Sequence[Edge]) -> list[ValueLine]:
    """Lines of glyphs as words; lines that interlock, as where numbers wrap, are one.

    Labels over several rows interlock with all of them, and keep no two rows together. No word
    goes on behind one of the rulings along y, `down`.
    """
    joined: list[list[Token]] = []
    last = valued = 0.0
    for line, words in zip(lines, tokens_of_lines(lines, down), strict=True):
        baseline, height = words[0].baseline, height_of(line)
        has_values = any(word.is_value for word in words)
        above = joined[-1] if joined else []
        reach = _WRAPS_IN_PART if wraps_in_part(above, words) else _INTERLOCKED
        close = baseline - last < reach * height
        far = has_values and baseline - valued > WRAPPED * height
        another = far or not wraps(above, words)
        if joined and close and not (another and valued):
            joined[-1].extend(words)
        else:
            joined.append(words)
            valued = 0.0
        last = baseline
        if has_values:
            valued = last
    return [ValueLine(sorted(words, key=lambda word: word.box.x0)) for words in joined]


def may_hold_rows(lines: Sequence[Sequence[Glyph]], down: Sequence[Edge]) -> bool:
    """Whether some line can be one of values, by a look at each alone.

    The numbers in running text are no words of their own, and the page's own stands alone.
    """
    for index, line in enumerate(lines):
        if down or _has_number_apart(line):
            single = ValueLine(tokens_of_lines([line], down)[0])
            if single.is_row or (single.values and _is_close_to_others(lines, index)):
                return True
    return False


def _has_number_apart(line: Sequence[Glyph]) -> bool:
    """Whether a number begins a line, or stands off what comes before it."""
    return is_of_number(line[0].char) or any(
        glyph.box.x0 - before.box.x1 > _APART and is_of_number(glyph.char)
        for before, glyph in pairwise(line)
    )


def _is_close_to_others(lines: Sequence[Sequence[Glyph]], index: int) -> bool:
    """Whether a line is so close to the one before or after that they may interlock."""
    return any(
        lower[0].baseline - upper[0].baseline < _WRAPS_IN_PART * height_of(lower)
        for upper, lower in pairwise(lines[max(0, index - 1) : index + 2])
    )


def bands_of(lines: Sequence[ValueLine]) -> Iterator[Band]:
    """The blocks of rows on a page, from the top down.

    A block ends where the columns change, or where a text that can only be a title or a
    header stands over the columns.
    """
    band = Band()
    for line in lines:
        if band.rows and _heads(line, band):
            yield band
            band = Band()
        if line.is_row:
            if band.rows and not band.takes(line):
                yield band
                band = Band()
            band.add(line)
    if band.rows:
        yield band


def _heads(line: ValueLine, band: Band) -> bool:
    """Whether a line stands over columns, and so begins the next block.

    Over one column alone, far from a value set at its right end, it may not reach the values;
    but it stands off the labels.
    """
    if line.is_row:
        return False
    left = band.columns[0][0]
    wide = (word.box for word in line.words if word.box.width > HEADER_WIDTH * word.box.height)
    if len(band.columns) > 1:
        over = sum(word.box.x1 > left for word in line.words)
        return over >= _HEADS or any(box.x1 > left for box in wide)
    labels = max((w.box.x1 for row in band.rows for w in row.words if not w.is_value), default=left)
    return any(box.x1 > left or box.x0 > labels + box.height for box in wide)
