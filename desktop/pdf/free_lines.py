"""Lines along x that end at no line along y, and the text that stands along each.

The lines of a table end at its sides. What ends elsewhere may belong to a text: it underlines
it or strikes it through. The sides of a table can be open, and text can fill a cell, so the
text has to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from operator import itemgetter
from typing import Final, NamedTuple

from desktop.pdf.page import Glyph, Ruling

# Points by which rulings in one line that meet may miss each other, by which they may miss
# one along y, and within which one along y is near.
_MEETING: Final = 2.0
_CROSSING: Final = 0.9
_NEAR: Final = 2.5
# Points by which the parts of one line may be higher or lower.
_LEVEL: Final = 0.3

Downward = Mapping[int, Sequence[Ruling]]
"""rulings along y by their places in whole points"""


class FreeLine(NamedTuple):
    """A line along x, at `at` from `start` to `end`, and the rulings that it is made of.

    `hangs` tells that no line along y is even near one of its ends.
    """

    at: float
    start: float
    end: float
    rulings: tuple[Ruling, ...]
    hangs: bool = False


def free_lines(rulings: Sequence[Ruling]) -> list[FreeLine]:
    """The lines along x that do not lead from one line along y to another."""
    across = sorted(ruling for ruling in rulings if ruling[0])
    if not across:
        return []
    down: dict[int, list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        if not ruling[0]:
            down[round(ruling[1])].append(ruling)
    lines = _joined(across)
    return [
        line._replace(hangs=not (_ends(line.start, line, down) and _ends(line.end, line, down)))
        for line in lines
        if not all(_ends(x, line, down, _CROSSING) for x in (line.start, line.end))
    ]


def _joined(across: Iterable[Ruling]) -> Iterator[FreeLine]:
    """Rulings along x, from top to bottom, as lines: those that meet are one."""
    level: list[Ruling] = []
    highest = -inf
    for ruling in across:
        if ruling[1] > highest + _LEVEL:
            yield from _on_level(level)
            level = []
            highest = ruling[1]
        level.append(ruling)
    yield from _on_level(level)


def _on_level(level: list[Ruling]) -> Iterator[FreeLine]:
    """Rulings of one height as lines."""
    level.sort(key=_start)
    line: list[Ruling] = []
    reach = inf
    for ruling in level:
        _, _, start, end = ruling
        if start > reach:
            yield FreeLine(line[0].at, line[0].start, reach - _MEETING, tuple(line))
            line = []
            reach = -inf
        line.append(ruling)
        if end + _MEETING > reach or len(line) == 1:
            reach = end + _MEETING
    if line:
        yield FreeLine(line[0].at, line[0].start, reach - _MEETING, tuple(line))


_start = itemgetter(2)


def _ends(x: float, line: FreeLine, down: Downward, within: float = _NEAR) -> bool:
    """Whether a line ends, at a place, at one along y that crosses or meets it."""
    return any(
        abs(at - x) <= within and start - _MEETING <= line.at <= end + _MEETING
        for place in range(round(x - within), round(x + within) + 1)
        for _, at, start, end in down.get(place, ())
    )


class TextLines:
    """The glyphs of a page by their baselines, for looking up those along a line."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self._lines: dict[int, list[Glyph]] = defaultdict(list)
        for glyph in glyphs:
            self._lines[round(glyph.baseline)].append(glyph)
        heights = (glyph.box.height for glyph in glyphs)
        self._tallest = max(heights, default=0.0)

    def along(self, line: FreeLine, lowest: float, highest: float) -> list[Glyph]:
        """The upright glyphs over the length of a line that it runs along at a given height.

        Args:
            line: the line.
            lowest: how far above their baselines it runs at least, in parts of their height.
            highest: how far at most.
        """
        first = round(line.at + lowest * self._tallest - 1)
        last = round(line.at + highest * self._tallest + 1)
        return [
            glyph
            for baseline in range(min(first, round(line.at) - 1), last + 1)
            for glyph in self._lines.get(baseline, ())
            if line.start <= glyph.box.centre_x <= line.end
            and lowest <= (glyph.baseline - line.at) / (glyph.box.height or 1) <= highest
            and not glyph.rotated
        ]
