"""Where the rows and columns of a table without (enough) rulings lie, and its header above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop.pdf.page import Glyph
from desktop.tables.row_edges import row_edges
from desktop.tables.ruled import Edge
from desktop.tables.text import lines_of, runs_of, text_of
from desktop.tables.value_rows import Band, word_of

# No header begins like this; a section's heading does.
_HEADING: Final = re.compile(r"[一二三四五六七八九十]+、")
# In glyph heights: header words of neighbouring columns stand closer than words of a text.
HEADER_GAP: Final = 0.15
# Justified labels have gaps of their own; a label by itself stands further off.
_LABEL_GAP: Final = 0.4
# A header ends at a gap of so many glyph heights. A run over this part of so many columns is
# a heading, no header.
_APART: Final = 2.5
_MOST: Final = 0.6
_FEW: Final = 4


Extent = tuple[float, float]
"""from where to where along x, in points"""


@dataclass(frozen=True, slots=True)
class TableFrame:
    """Where a band's rows and columns lie: their edges in y and x, one more than there are.

    `left` is where the label side begins, `top` where the header may begin.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    left: float
    top: float


def frame_of(across: Sequence[Edge], band: Band, glyphs: Sequence[Glyph], top: float) -> TableFrame:
    """The frame of a block of rows.

    Args:
        across: the page's rulings along x.
        band: the rows of values.
        glyphs: all text that may be the table's.
        top: how far up the table can begin, in points.
    """
    columns = list(band.columns)
    ys = row_edges(across, band.rows, columns[0][0], columns[-1][1])
    reach = _label_reach(glyphs, ys, columns[0][0])
    xs = _column_edges(columns, reach, ys[0], top, glyphs)
    head = _header_top(xs, ys[0], top, glyphs)
    blank = _blank_columns(columns, reach, [g for g in glyphs if head <= g.box.centre_y < ys[0]])
    if blank:
        columns = sorted([*columns, *blank])
        reach = _label_reach(glyphs, ys, columns[0][0])
        xs = _column_edges(columns, reach, ys[0], top, glyphs)
    return TableFrame(xs, tuple(ys), min(g.box.x0 for g in glyphs), head)


def _label_reach(glyphs: Sequence[Glyph], ys: Sequence[float], first: float) -> float:
    """How far to the right the labels of the rows reach; 0 where there are none."""
    reach = [g.box.x1 for g in glyphs if ys[0] < g.box.centre_y < ys[-1] and g.box.x1 <= first]
    return max(reach, default=0.0)


def _column_edges(
    columns: Sequence[Extent], reach: float, first: float, top: float, glyphs: Sequence[Glyph]
) -> tuple[float, ...]:
    """The edges of columns, half way between their values."""
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    beside = reach + 0.5
    (left, right), (last_left, last_right) = columns[0], columns[-1]
    if inner:
        start = max(beside, left - (inner[0] - right))
        return start, *inner, last_right + (last_left - inner[-1])
    # A single column is as wide as the table beside its labels.
    beside = max(beside, _corner_end(left, first, top, glyphs) + 0.5)
    return (beside if reach else left), max(glyph.box.x1 for glyph in glyphs)


def _blank_columns(
    columns: Sequence[Extent], reach: float, header: Sequence[Glyph]
) -> list[Extent]:
    """Where the header has labels of their own over columns without a single value."""
    if len(columns) < 2:
        return []
    found: list[Extent] = []
    labels: list[Extent] = []
    for line in reversed(lines_of(header)):
        extents = [(run[0].box.x0, run[-1].box.x1) for run in runs_of(line, _LABEL_GAP)]
        # What stands over labels already met is a label of several columns, or a title.
        leaves = [one for one in extents if not any(_overlap(one, other) for other in labels)]
        alone = [one for one in leaves if not any(_overlap(one, other) for other in columns)]
        if len(alone) < len([leaf for leaf in leaves if leaf[0] > reach]):
            found.extend(alone)
        labels.extend(extents)
    return [extent for extent in found if extent[0] > reach]


def _overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _corner_end(column: float, first: float, top: float, glyphs: Sequence[Glyph]) -> float:
    """Where the corner's text ends: what stands left of a column's header, on its line."""
    lines = lines_of(g for g in glyphs if top <= g.box.centre_y < first)
    words = [word_of(run) for run in runs_of(lines[-1], HEADER_GAP)] if lines else []
    left = [word.box.x1 for word in words if word.box.x1 < column]
    return max(left, default=0.0) if len(left) < len(words) else 0.0


def _header_top(xs: Sequence[float], first: float, top: float, glyphs: Sequence[Glyph]) -> float:
    """How far up the header goes: to the first wide gap, or to text that is no header."""
    lines = lines_of(g for g in glyphs if top <= g.box.centre_y < first)
    start = first
    for line in reversed(lines):
        height = line[0].box.height
        bottom = max(glyph.box.bottom for glyph in line)
        if start - bottom > _APART * height or _is_text(line, xs):
            break
        start = min(glyph.box.top for glyph in line)
    return start


def _is_text(line: Sequence[Glyph], xs: Sequence[float]) -> bool:
    """Whether a line is a heading or a sentence: it runs from the labels over the columns."""
    for run in runs_of(line, HEADER_GAP):
        left, right, height = run[0].box.x0, run[-1].box.x1, run[0].box.height
        if left < xs[0] - height and right > xs[0] + 2 * height:
            return True
        if _HEADING.match(text_of(run)):
            return True
        over = right - max(left, xs[0])
        if len(xs) > _FEW and left < xs[1] and over > _MOST * (xs[-1] - xs[0]):
            return True
    return False
