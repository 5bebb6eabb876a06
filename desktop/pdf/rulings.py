"""The thin pieces drawn on a page to rulings; the dots and dashes of lines are joined first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.geometry import Box
from desktop.pdf.frame import Frame
from desktop.pdf.outlines import THICKEST
from desktop.pdf.page import Ruling
from desktop.pdf.transform import Rect

# A piece is a line when it is clearly longer than thick; a dash may be one in either way.
_ASPECT: Final = 2.0
_THICK_ASPECT: Final = 3.0
# Points by which half a ruling reaches over a clip.
_RULING: Final = 1.5
# Points: a dot is no larger, dots of a line no further apart, and a line of them no shorter.
_DOT: Final = 3.0
_DOT_GAP: Final = 3.5
_SHORTEST: Final = 6.0
# Points: the narrowest digits are wider.
_SHORTEST_STRIKE: Final = 2.5
# Points: a dash is no longer; browsers spread dashes evenly, so that the gap is rarely a dash
# and never much more.
_DASH: Final = 9.0
_DASH_GAP: Final = 1.25

Piece = tuple[float, float, float]
"""a dot or a dash: from where to where along its line, and where the line is"""


class Lines(NamedTuple):
    """The lines of a page: its rulings, and lines along x too short for any table's.

    These may strike a character through.
    """

    rulings: tuple[Ruling, ...]
    short: tuple[Ruling, ...]


def rulings_of(pieces: Iterable[Rect], frame: Frame, clip: Box | None = None) -> Lines:
    """The thin pieces as rulings in the reading frame, as far as the page goes.

    Those above or below the page's `clip` do not show: a browser draws the borders of a row
    that it moves to the next page there. What a table has beside it shows that it is cut off.
    """
    rulings: list[Ruling] = []
    short: dict[bool, list[Piece]] = {True: [], False: []}
    for x0, top, x1, bottom in _shown(pieces, frame, clip):
        width, height = x1 - x0, bottom - top
        if max(width, height) <= _DOT and width < _ASPECT * height < _ASPECT * _ASPECT * width:
            short[True].append((x0, x1, (top + bottom) / 2))
            short[False].append((top, bottom, (x0 + x1) / 2))
            continue
        if height <= THICKEST and width >= _least_length(height):
            if height < width <= _DASH:
                short[True].append((x0, x1, (top + bottom) / 2))
            else:
                rulings.append(Ruling(True, (top + bottom) / 2, x0, x1))
        if width <= THICKEST and height >= _least_length(width):
            if width < height <= _DASH:
                short[False].append((top, bottom, (x0 + x1) / 2))
            else:
                rulings.append(Ruling(False, (x0 + x1) / 2, top, bottom))
    joined = [*_joined(True, short[True]), *_joined(False, short[False])]
    rulings += (line for line in joined if line.end - line.start >= _SHORTEST)
    return Lines(tuple(rulings), tuple(line for line in joined if _may_strike(line)))


def _may_strike(line: Ruling) -> bool:
    return line.horizontal and _SHORTEST_STRIKE <= line.end - line.start < _SHORTEST


def _shown(pieces: Iterable[Rect], frame: Frame, clip: Box | None) -> Iterator[Box]:
    """The pieces in the reading frame, as far as they are on the page."""
    right, start, end = frame.width, 0.0, frame.height
    if clip is not None:
        start, end = max(start, clip.top - _RULING), min(end, clip.bottom + _RULING)
    for piece in pieces:
        box = frame.from_page(*piece)
        x0, top, x1, bottom = box
        if x0 < 0 or top < start or x1 > right or bottom > end:
            box = Box(max(x0, 0.0), max(top, start), min(x1, right), min(bottom, end))
            if box.x0 > box.x1 or box.top > box.bottom:
                continue
        yield box


def _least_length(thickness: float) -> float:
    """How long a piece must be to be a ruling; a short thick one lies behind a character."""
    return thickness / _ASPECT if thickness <= _DOT else thickness * _THICK_ASPECT


def _joined(horizontal: bool, pieces: Iterable[Piece]) -> Iterator[Ruling]:
    """The dots and dashes of lines along x or along y, joined to rulings."""
    lines: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        lines[round(2 * piece[2])].append(piece)
    for line in lines.values():
        line.sort()
        start, end, at = line[0]
        last = end - start
        for left, right, _ in line[1:]:
            length = right - left
            if left - end > max(_DOT_GAP, _DASH_GAP * max(last, length)):
                yield Ruling(horizontal, at, start, end)
                start = left
            end, last = max(end, right), length
        yield Ruling(horizontal, at, start, end)
