"""Lines that underline text, told from the rulings of tables.

An underlined number in a cell has a line below it as long as itself. Taken for a ruling it
would part its row, or draw the row's own ruling to itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.pdf.page import Glyph, Ruling

# Points: no text in a cell is wider.
_WIDEST: Final = 150.0
# Points between the ends of a line and those of the text over it.
_BESIDE: Final = 1.0
# Whole points by which rulings that meet may miss each other.
_MEETING: Final = 2
# Parts of a character's height by which the line is below its baseline.
_BELOW: Final = 0.2


def without_underlines(rulings: tuple[Ruling, ...], glyphs: Sequence[Glyph]) -> tuple[Ruling, ...]:
    """The rulings but for those that hang free and are as long as the text that they are under."""
    free = list(_free(rulings))
    if not free:
        return rulings
    starts: dict[int, list[Glyph]] = defaultdict(list)
    ends: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        starts[round(glyph.box.x0)].append(glyph)
        ends[round(glyph.box.x1)].append(glyph)
    underlines = {
        line
        for line in free
        if any(
            _is_under(line, glyph) and abs(glyph.box.x0 - line.start) <= _BESIDE
            for glyph in _near(starts, line.start)
        )
        and any(
            _is_under(line, glyph) and abs(glyph.box.x1 - line.end) <= _BESIDE
            for glyph in _near(ends, line.end)
        )
    }
    return tuple(ruling for ruling in rulings if ruling not in underlines)


def _free(rulings: Sequence[Ruling]) -> Iterator[Ruling]:
    """The short rulings along x that continue no other, and lead from none down to another."""
    misses = range(-_MEETING, _MEETING + 1)
    columns = {round(ruling.at) for ruling in rulings if not ruling.horizontal}
    down = {column + miss for column in columns for miss in misses}
    short = [
        ruling
        for ruling in rulings
        if ruling.horizontal
        and ruling.end - ruling.start <= _WIDEST
        and not (round(ruling.start) in down and round(ruling.end) in down)
    ]
    if not short:
        return
    across = [ruling for ruling in rulings if ruling.horizontal]
    ends = {(round(ruling.at), round(ruling.end)) for ruling in across}
    starts = {(round(ruling.at), round(ruling.start)) for ruling in across}
    for line in short:
        at, start, end = round(line.at), round(line.start), round(line.end)
        places = [(y, miss) for y in (at - 1, at, at + 1) for miss in misses]
        if not any((y, start + miss) in ends or (y, end + miss) in starts for y, miss in places):
            yield line


def _near(glyphs: dict[int, list[Glyph]], x: float) -> Iterator[Glyph]:
    for place in (round(x) - 1, round(x), round(x) + 1):
        yield from glyphs.get(place, ())


def _is_under(line: Ruling, glyph: Glyph) -> bool:
    return 0 <= line.at - glyph.baseline <= _BELOW * glyph.box.height
