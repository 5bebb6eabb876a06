"""Text that is struck through: a line runs through its middle from its one end to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.geometry import Box
from desktop.pdf.free_lines import FreeLine, TextLines
from desktop.pdf.page import Glyph, Ruling

# In parts of a character's height, where a line through it runs above its baseline.
_LOWEST: Final = 0.12
_HIGHEST: Final = 0.6
# In widths of a character, how far a line ends from the ends of the text that it strikes.
_BESIDE: Final = 1.1
# Points: the same where there is a ruling along y near, which the line might lead to.
_FLUSH: Final = 1.5
# The part of a line that its text must fill: there are blanks in it.
_FILLED: Final = 0.4
# Points: what runs slanted from one side of a larger area to the other is part of a drawing.
_WIDEST: Final = 150.0


class Stroke(NamedTuple):
    """A straight line that is drawn slanted, in points."""

    x0: float
    y0: float
    x1: float
    y1: float


class Strike(NamedTuple):
    """A run of glyphs with a line through them; the line was taken for `rulings`."""

    glyphs: tuple[Glyph, ...]
    rulings: tuple[Ruling, ...] = ()


def strikes(lines: Iterable[FreeLine], text: TextLines) -> Iterator[Strike]:
    """The runs that are struck through by lines which end at no side of a table."""
    for line in lines:
        through = text.along(line, _LOWEST, _HIGHEST)
        if through and _is_struck(line, through):
            yield Strike(tuple(through), line.rulings)


def slanted_strikes(strokes: Iterable[Stroke], glyphs: Sequence[Glyph]) -> Iterator[Strike]:
    """The runs that are struck through by slanted lines about as long as themselves."""
    for stroke in strokes:
        start, end = sorted((stroke.x0, stroke.x1))
        through = [glyph for glyph in glyphs if _crosses(stroke, glyph.box)]
        if end - start <= _WIDEST and through:
            line = FreeLine(0.0, start, end, (), hangs=True)
            if _is_struck(line, through):
                yield Strike(tuple(through))


def _is_struck(line: FreeLine, through: Sequence[Glyph]) -> bool:
    first = min(through, key=lambda glyph: glyph.box.x0).box
    last = max(through, key=lambda glyph: glyph.box.x1).box
    before, behind = _BESIDE * first.width, _BESIDE * last.width
    if not line.hangs:
        before, behind = min(before, _FLUSH), min(behind, _FLUSH)
    return (
        abs(first.x0 - line.start) <= before
        and abs(last.x1 - line.end) <= behind
        and sum(glyph.box.width for glyph in through) >= _FILLED * (line.end - line.start)
    )


def _crosses(stroke: Stroke, box: Box) -> bool:
    """Whether a stroke passes through the middle of a glyph, from left to right."""
    x0, y0, x1, y1 = stroke
    if not min(x0, x1) <= box.centre_x <= max(x0, x1):
        return False
    y = y0 + (y1 - y0) * (box.centre_x - x0) / (x1 - x0)
    return box.top <= y <= box.bottom
