"""The thin pieces drawn on a page to rulings; the dots of dotted lines are joined first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.geometry import Box
from desktop.pdf.frame import Frame
from desktop.pdf.marks import THICKEST, Marks
from desktop.pdf.page import Ruling

# A piece is a line when it is clearly longer than thick; a dash may be one in either way.
_ASPECT: Final = 2.0
_THICK_ASPECT: Final = 3.0
# Points by which half a ruling reaches over a clip.
_RULING: Final = 1.5
# Points: a dot is no larger, dots of a line no further apart, and a line of them no shorter.
_DOT: Final = 3.0
_DOT_GAP: Final = 3.5
_SHORTEST: Final = 6.0


def rulings_of(marks: Marks, frame: Frame, clip: Box | None = None) -> tuple[Ruling, ...]:
    """The thin pieces as rulings in the reading frame, as far as the page goes.

    Those above or below the page's `clip` do not show: a browser draws the borders of a row
    that it moves to the next page there. What a table has beside it shows that it is cut off.
    """
    dots: list[Box] = []
    rulings: list[Ruling] = []
    right, start, end = frame.width, 0.0, frame.height
    if clip is not None:
        start, end = max(start, clip.top - _RULING), min(end, clip.bottom + _RULING)
    for piece in marks.pieces:
        box = frame.from_page(*piece)
        x0, top, x1, bottom = box
        if x0 < 0 or top < start or x1 > right or bottom > end:
            box = Box(max(x0, 0.0), max(top, start), min(x1, right), min(bottom, end))
            x0, top, x1, bottom = box
            if x0 > x1 or top > bottom:
                continue
        width, height = x1 - x0, bottom - top
        if max(width, height) <= _DOT and width < _ASPECT * height < _ASPECT * _ASPECT * width:
            dots.append(box)
            continue
        if height <= THICKEST and width >= _least_length(height):
            rulings.append(Ruling(True, (top + bottom) / 2, x0, x1))
        if width <= THICKEST and height >= _least_length(width):
            rulings.append(Ruling(False, (x0 + x1) / 2, top, bottom))
    rulings.extend(_dotted(True, ((d.centre_y, d.x0, d.x1) for d in dots)))
    rulings.extend(_dotted(False, ((d.centre_x, d.top, d.bottom) for d in dots)))
    return tuple(rulings)


def _least_length(thickness: float) -> float:
    """How long a piece must be to be a ruling; a short thick one lies behind a character."""
    return thickness / _ASPECT if thickness <= _DOT else thickness * _THICK_ASPECT


def _dotted(horizontal: bool, dots: Iterable[tuple[float, float, float]]) -> Iterator[Ruling]:
    """Dots, as where they lie across and from where to where along the line, joined to rulings."""
    lines: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for dot in dots:
        lines[round(2 * dot[0])].append(dot)
    for line in lines.values():
        line.sort(key=lambda dot: dot[1])
        at, start, end = line[0]
        for _, left, right in line[1:]:
            if left - end > _DOT_GAP:
                if end - start >= _SHORTEST:
                    yield Ruling(horizontal, at, start, end)
                start = left
            end = max(end, right)
        if end - start >= _SHORTEST:
            yield Ruling(horizontal, at, start, end)
