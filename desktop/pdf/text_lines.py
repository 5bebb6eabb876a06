"""The lines drawn on a page: those that underline text or strike it through, and the rulings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.geometry import Box, enclosing
from desktop.pdf.frame import Frame
from desktop.pdf.free_lines import FreeLine, TextLines, free_lines
from desktop.pdf.outlines import PathPoint
from desktop.pdf.page import Difference, Discrepancy, Glyph, Ruling
from desktop.pdf.strikes import Strike, Stroke, slanted_strikes, strikes
from desktop.pdf.transform import Rect
from desktop.pdf.underlines import underlines

# Points: a dash that is drawn in a cell is no longer.
_DASH: Final = 8.0


class Marked(NamedTuple):
    """Glyphs and rulings, without those that belong together, and where text is struck."""

    glyphs: tuple[Glyph, ...]
    rulings: tuple[Ruling, ...]
    struck: tuple[Discrepancy, ...] = ()


class LinesOnText(NamedTuple):
    """What is no ruling and may strike text through.

    `short` are lines along x; `strokes` are slanted lines by their ends, and `struck` the areas
    that annotations strike through, both in the page's own coordinates.
    """

    short: Sequence[Ruling]
    strokes: Sequence[tuple[PathPoint, PathPoint]]
    struck: Sequence[Rect]


def marked_text(drawn: Marked, others: LinesOnText, frame: Frame) -> Marked:
    """Text without what is struck through, and rulings without what marks text.

    Args:
        drawn: all the glyphs and all the lines along x and y.
        others: what else may strike text through.
        frame: the page's reading frame.
    """
    glyphs, rulings, _ = drawn
    lines = free_lines(rulings)
    if not lines and not any(others):
        return drawn
    text = TextLines(glyphs)
    short = (FreeLine(line.at, line.start, line.end, (), hangs=True) for line in others.short)
    found = list(strikes([*lines, *short], text))
    found += slanted_strikes(_strokes(others.strokes, frame), glyphs)
    found += _in_areas([frame.from_page(*area) for area in others.struck], glyphs)
    gone = {glyph for strike in found for glyph in strike.glyphs}
    of_text = {*underlines(lines, text), *(r for strike in found for r in strike.rulings)}
    # A dash that is drawn stands for nothing, and is as short as one that is typed.
    of_text |= {
        line.rulings[0]
        for line in lines
        if line.hangs and len(line.rulings) == 1 and line.end - line.start <= _DASH
    }
    return Marked(
        tuple(glyph for glyph in glyphs if glyph not in gone),
        tuple(ruling for ruling in rulings if ruling not in of_text),
        tuple(Discrepancy(Difference.STRUCK, box) for box in _boxes(found)),
    )


def _strokes(strokes: Sequence[tuple[PathPoint, PathPoint]], frame: Frame) -> Iterator[Stroke]:
    for start, end in strokes:
        one, other = frame.from_page(*start, *start), frame.from_page(*end, *end)
        yield Stroke(one.x0, one.top, other.x0, other.top)


def _in_areas(areas: Sequence[Box], glyphs: Sequence[Glyph]) -> Iterator[Strike]:
    for area in areas:
        inside = [g for g in glyphs if area.contains(g.box.centre_x, g.box.centre_y)]
        if inside:
            yield Strike(tuple(inside))


def _boxes(found: Sequence[Strike]) -> Iterator[Box]:
    """The struck runs, each once: it can have two lines through it."""
    return iter(dict.fromkeys(enclosing(glyph.box for glyph in one.glyphs) for one in found))
