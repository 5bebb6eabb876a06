"""The label side of a table without vertical rulings: which label belongs to which row.

Labels wrap over several lines around their row's values, and the labels of groups stand
between them at the left. Items are told apart by their numbers and by the gaps between.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop.pdf.page import Glyph
from desktop.tables.text import height_of, lines_of, runs_of, text_of

_ITEM: Final = re.compile(r"\d{1,2}[.．、,，](?!\d)")
_GROUP: Final = re.compile(r"[（(][一二三四五六七八九十][）)]")
_STARTS: Final = re.compile(rf"{_ITEM.pattern}|{_GROUP.pattern}|[一二三四五六七八九十][、.．]")
# Points within which left edges are the same; parts of the usual line pitch that part blocks.
_SAME_EDGE: Final = 2.5
_PARTED: Final = 1.35
# In glyph heights: the width of a narrow column for labels; the pitch of a label's lines at
# most; how far from a row's middle a line
# in its middle stands; and a gap that is none.
_NARROW: Final = 4.5
_NEXT_LINE: Final = 1.9
_CENTRED: Final = 0.25
_CONTIGUOUS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one label."""

    lines: tuple[tuple[Glyph, ...], ...]

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All glyphs in reading order."""
        return tuple(glyph for line in self.lines for glyph in line)

    @property
    def centre(self) -> float:
        """The middle between its first and last baseline, in points."""
        return (self.lines[0][0].baseline + self.lines[-1][0].baseline) / 2


def row_labels(glyphs: Sequence[Glyph], ys: Sequence[float]) -> list[list[tuple[Glyph, ...]]]:
    """For each row its labels from the outermost in, as glyphs in reading order.

    Args:
        glyphs: everything on the label side.
        ys: the edges of the rows, one more than there are rows, in points.
    """
    labels: list[list[tuple[Glyph, ...]]] = [[] for _ in range(len(ys) - 1)]
    for lines in _levels(lines_of(glyphs)):
        for block in _blocks(lines, ys):
            labels[row_at(ys, block.centre)].append(block.glyphs)
    return labels


def begins_label(line: Sequence[Glyph]) -> bool:
    """Whether a line begins as the form's labels do: 1. or （一） or 一、."""
    return _STARTS.match(text_of(line)) is not None


def row_at(ys: Sequence[float], y: float) -> int:
    """The row that `y` lies in, the nearest one outside."""
    return min(max(bisect_right(ys, y) - 1, 0), len(ys) - 2)


def _levels(lines: Sequence[Sequence[Glyph]]) -> list[list[tuple[Glyph, ...]]]:
    """The lines of each level of labels: the outermost, groups, items."""
    outermost, rest = _without_narrow([tuple(line) for line in lines])
    levels = [outermost]
    for start in (_GROUP, _ITEM):
        outer, rest = _divided(rest, _left_edge(rest, start))
        levels.append(outer)
    return [*levels, rest]


def _without_narrow(
    lines: Sequence[tuple[Glyph, ...]],
) -> tuple[list[tuple[Glyph, ...]], list[tuple[Glyph, ...]]]:
    """The lines of a narrow column at the far left, such as 三、本年度办理结果, and the rest."""
    left = min((line[0].box.x0 for line in lines), default=0.0)
    narrow: list[tuple[Glyph, ...]] = []
    rest: list[tuple[Glyph, ...]] = []
    wide: Glyph | None = None
    for line in lines:
        first, *others = runs_of(line, _CONTIGUOUS)
        height = height_of(line)
        if first[0].box.x0 >= left + height:
            rest.append(line)
            continue
        ends_wide = wide is not None and line[0].baseline - wide.baseline < _NEXT_LINE * height
        if ends_wide or first[-1].box.x1 - first[0].box.x0 > _NARROW * height:
            wide = first[0]
            rest.append(line)
            continue
        narrow.append(tuple(first))
        if others:
            rest.append(tuple(glyph for run in others for glyph in run))
    return narrow, rest


def _left_edge(lines: Sequence[Sequence[Glyph]], start: re.Pattern[str]) -> float | None:
    """The left edge at which labels with this start begin; None where they have no column.

    A single one has its own column if labels of another level begin further left.
    """
    edges: Counter[int] = Counter()
    for line in lines:
        for match in start.finditer(text_of(line)):
            edges[round(line[match.start()].box.x0 / _SAME_EDGE)] += 1
    if not edges:
        return None
    most, count = edges.most_common(1)[0]
    first = min(line[0].box.x0 for line in lines)
    if count == 1 and most * _SAME_EDGE < first + height_of(lines[0]):
        return None
    return most * _SAME_EDGE - _SAME_EDGE


def _divided(
    lines: Sequence[tuple[Glyph, ...]], edge: float | None
) -> tuple[list[tuple[Glyph, ...]], list[tuple[Glyph, ...]]]:
    """What lies left of an edge, and the rest; a label that runs across the edge lies left."""
    outer: list[tuple[Glyph, ...]] = []
    inner: list[tuple[Glyph, ...]] = []
    for line in lines:
        left = tuple(g for g in line if edge is not None and g.box.x0 < edge)
        right = line[len(left) :]
        if left and right and _runs_across(left, right):
            outer.append(line)
            continue
        if left:
            outer.append(left)
        if right:
            inner.append(right)
    return outer, inner


def _runs_across(left: Sequence[Glyph], right: Sequence[Glyph]) -> bool:
    if _STARTS.match(text_of(right)):
        return False
    return len(list(runs_of([left[-1], right[0]], _CONTIGUOUS))) == 1


def _blocks(lines: Sequence[tuple[Glyph, ...]], ys: Sequence[float]) -> Iterator[Block]:
    """Lines that belong together: no numbered start, wide gap or other row between them."""
    pitch = _pitch(lines)
    block: list[tuple[Glyph, ...]] = []
    for line in lines:
        if block and _begins(line, block, pitch, ys):
            yield Block(tuple(block))
            block = []
        block.append(line)
    if block:
        yield Block(tuple(block))


def _begins(
    line: Sequence[Glyph], block: Sequence[Sequence[Glyph]], pitch: float, ys: Sequence[float]
) -> bool:
    """Whether a line begins a new label after those of `block`."""
    if begins_label(line):
        return True
    if line[0].baseline - block[-1][0].baseline > _PARTED * pitch:
        return True
    # The form numbers the items of a group all: what follows one closely is its own.
    if begins_label(block[0]):
        return False
    row = _centred_on(line, ys)
    others = {_centred_on(other, ys) for other in block} - {None}
    return row is not None and bool(others - {row})


def _centred_on(line: Sequence[Glyph], ys: Sequence[float]) -> int | None:
    """The row in whose middle a line stands."""
    height = height_of(line)
    y = max(line, key=lambda glyph: glyph.box.height).box.centre_y
    row = row_at(ys, y)
    return row if abs(y - (ys[row] + ys[row + 1]) / 2) < _CENTRED * height else None


def _pitch(lines: Sequence[tuple[Glyph, ...]]) -> float:
    """The distance of lines within a label: the smallest that occurs, in points."""
    gaps = [lower[0].baseline - upper[0].baseline for upper, lower in pairwise(lines)]
    heights = [height_of(line) for line in lines]
    least = 0.8 * min(heights, default=1.0)
    return min((gap for gap in gaps if gap > least), default=0.0) or max(heights, default=1.0)
