"""The header over a table without vertical rulings: where its labels lie, and where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.pdf.page import Glyph
from desktop.tables.text import height_of, lines_of, runs_of, text_of

# No header begins like this; a section's heading does.
HEADING: Final = re.compile(r"[一二三四五六七八九十]+、")
# The clause of the Regulation that a block of 表二 is named after stands over all its columns.
_TITLE: Final = re.compile(r"第[一二三四五六七八九十]+条第")
# In glyph heights: header words of neighbouring columns stand closer than words of a text.
HEADER_GAP: Final = 0.15
# Justified labels have gaps of their own; a label by itself stands further off.
_LABEL_GAP: Final = 0.4
# 总　计: characters with a wide space between them.
_SPACED: Final = 1.0
# The lines of a header at most, and of a label in it.
_HEADER_LINES: Final = 8
_LABEL_LINES: Final = 3
# A header ends at a gap of so many glyph heights. A run over this part of so many columns is
# a heading, no header.
APART: Final = 2.5
_MOST: Final = 0.6
_FEW: Final = 4

Extent = tuple[float, float]
"""from where to where along x, in points"""


def label_extents(line: Sequence[Glyph]) -> list[Extent]:
    """Where the labels on a line lie; spaced characters are one label."""
    labels: list[Extent] = []
    single = False
    for run in runs_of(line, _LABEL_GAP):
        left, right, height = run[0].box.x0, run[-1].box.x1, height_of(run)
        if single and len(run) == 1 and left - labels[-1][1] <= _SPACED * height:
            labels[-1] = (labels[-1][0], right)
        else:
            labels.append((left, right))
        single = len(run) == 1
    return labels


def labels_side_by_side(above: Sequence[Glyph]) -> list[Extent]:
    """The innermost labels of a header from the left; what has its line for itself is left out."""
    return _merged(leaf_runs(above, alone=False))


def leaf_runs(above: Sequence[Glyph], *, alone: bool = True) -> list[Extent]:
    """The lines of the innermost labels of a header, without labels and titles over them.

    Args:
        above: what is printed over the values.
        alone: whether lines with nothing else on them count.
    """
    met: list[Extent] = []
    leaves: list[Extent] = []
    for line in reversed(lines_of(above)[-_HEADER_LINES:]):
        if _TITLE.match(text_of(line)):
            continue
        runs = label_extents(line)
        for run in runs if alone or len(runs) > 1 else ():
            below = [other for other in met if overlap(run, other)]
            if len({round(middle(other)) for other in below}) <= 1 and all(
                run[0] <= middle(other) <= run[1] for other in below
            ):
                leaves.append(run)
        met.extend(runs)
    return leaves


def middle(extent: Extent) -> float:
    """Half way along."""
    return (extent[0] + extent[1]) / 2


def overlap(one: Extent, other: Extent) -> bool:
    """Whether they share a part."""
    return one[0] < other[1] and other[0] < one[1]


def corner_end(column: Extent, above: Sequence[Glyph]) -> float:
    """Where the corner's text ends: what stands left of the label over a single column."""
    lines = lines_of(above)[-_HEADER_LINES:]
    runs = [(r[0].box.x0, r[-1].box.x1) for line in lines for r in runs_of(line, HEADER_GAP)]
    over = [run for run in runs[-_HEADER_LINES:] if overlap(run, column)]
    if not over:
        # The label stands in the middle of a wide column, and the values at one of its ends.
        for line in reversed(lines[-_LABEL_LINES:]):
            *corner, _ = runs_of(line)
            if corner and corner[-1][-1].box.x1 < column[0]:
                return corner[-1][-1].box.x1
        # A corner set one character on a line shares no line with the label.
        first, *others = _merged(leaf_runs(above)) or [column]
        return first[1] if others and first[1] < column[0] else 0.0
    start = min(run[0] for run in over)
    return max((run[1] for run in runs if run[1] < start), default=0.0)


def _merged(extents: Iterable[Extent]) -> list[Extent]:
    """Extents from the left, those that overlap as one."""
    result: list[Extent] = []
    for left, right in sorted(extents):
        if result and left < result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], right))
        else:
            result.append((left, right))
    return result


def header_top(xs: Sequence[float], first: float, above: Sequence[Glyph]) -> float:
    """How far up the header goes: to the first wide gap, or to text that is no header."""
    start = first
    met = False
    for line in reversed(lines_of(above)):
        height = height_of(line)
        bottom = max(glyph.box.bottom for glyph in line)
        # Where values stand at the bottom of their row, its label begins above them.
        beside = not met and line[-1].box.centre_x < xs[0]
        if start - bottom > APART * height or (_is_text(line, xs) and not beside):
            break
        met = met or not beside
        start = min(glyph.box.top for glyph in line)
    return start


def _is_text(line: Sequence[Glyph], xs: Sequence[float]) -> bool:
    """Whether a line is a heading or a sentence: it runs from the labels over the columns."""
    for run in runs_of(line, HEADER_GAP):
        left, right, height = run[0].box.x0, run[-1].box.x1, height_of(run)
        if left < xs[0] - height and right > xs[0] + 2 * height:
            return True
        if HEADING.match(text_of(run)):
            return True
        over = right - max(left, xs[0])
        if len(xs) > _FEW and left < xs[1] and over > _MOST * (xs[-1] - xs[0]):
            return True
    return False
