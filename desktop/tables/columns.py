"""Where the rows and columns of a table without (enough) rulings lie, and its header above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from desktop.pdf.page import Glyph
from desktop.tables.row_edges import row_edges
from desktop.tables.ruled import Edge
from desktop.tables.text import lines_of, runs_of, text_of
from desktop.tables.value_rows import Band

# No header begins like this; a section's heading does.
_HEADING: Final = re.compile(r"[一二三四五六七八九十]+、")
# In glyph heights: header words of neighbouring columns stand closer than words of a text.
HEADER_GAP: Final = 0.15
# Justified labels have gaps of their own; a label by itself stands further off.
_LABEL_GAP: Final = 0.4
# Points of white beside a value that is set left or right, and by which a label may reach
# over its column; the lines of a header at most, and of a label in it.
_PADDING: Final = 5.0
_OVERHANG: Final = 2.0
_HEADER_LINES: Final = 8
_LABEL_LINES: Final = 3
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
    above = [g for g in glyphs if top <= g.box.centre_y < ys[0]]
    xs = _column_edges(columns, reach, above, glyphs)
    head = _header_top(xs, ys[0], above)
    header = [g for g in above if g.box.centre_y >= head]
    blank = _blank_columns(columns, xs, reach, header)
    if blank:
        columns = sorted([*columns, *blank])
        reach = _label_reach(glyphs, ys, columns[0][0])
        xs = _column_edges(columns, reach, header, glyphs)
    return TableFrame(xs, tuple(ys), min(g.box.x0 for g in glyphs), head)


def _label_reach(glyphs: Sequence[Glyph], ys: Sequence[float], first: float) -> float:
    """How far to the right the labels of the rows reach; 0 where there are none."""
    reach = [g.box.x1 for g in glyphs if ys[0] < g.box.centre_y < ys[-1] and g.box.x1 <= first]
    return max(reach, default=0.0)


def _column_edges(
    columns: Sequence[Extent], reach: float, above: Sequence[Glyph], glyphs: Sequence[Glyph]
) -> tuple[float, ...]:
    """The edges of columns: as values are set in them, left, centred or right.

    Which of them it is the header tells, whose labels lie within the columns.
    """
    if len(columns) == 1:
        # A single column is as wide as the table beside its labels.
        left = columns[0][0]
        beside = max(reach + 0.5, _corner_end(columns[0], above) + 0.5)
        return (beside if reach else left), max(glyph.box.x1 for glyph in glyphs)
    labels = [run for run in _leaf_runs(above) if run[0] > reach]
    ways = [
        _up_to_the_last(labels, xs)
        for xs in (_centred(columns, reach), _set_left(columns), _set_right(columns, reach))
    ]
    return max(ways, key=lambda xs: _fitting(labels, xs))


def _up_to_the_last(labels: Sequence[Extent], xs: Sequence[float]) -> tuple[float, ...]:
    """The edges with the last column as wide as the label over it."""
    *others, end = xs
    return *others, max([end, *(x1 for x0, x1 in labels if x0 >= others[-1])])


def _leaf_runs(above: Sequence[Glyph]) -> list[Extent]:
    """The lines of the innermost labels of a header, without labels and titles over them."""
    met: list[Extent] = []
    leaves: list[Extent] = []
    for line in reversed(lines_of(above)[-_HEADER_LINES:]):
        runs = [(run[0].box.x0, run[-1].box.x1) for run in runs_of(line, _LABEL_GAP)]
        for run in runs:
            below = [other for other in met if _overlap(run, other)]
            if len({round(_middle(other)) for other in below}) <= 1 and all(
                run[0] <= _middle(other) <= run[1] for other in below
            ):
                leaves.append(run)
        met.extend(runs)
    return leaves


def _centred(columns: Sequence[Extent], reach: float) -> tuple[float, ...]:
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    (left, right), (last_left, last_right) = columns[0], columns[-1]
    start = max(reach + 0.5, left - (inner[0] - right))
    return start, *inner, last_right + (last_left - inner[-1])


def _set_left(columns: Sequence[Extent]) -> tuple[float, ...]:
    starts = [left - _PADDING for left, _ in columns]
    widths = [right - left for left, right in pairwise(starts)]
    return *starts, max(starts[-1] + median(widths), columns[-1][1])


def _set_right(columns: Sequence[Extent], reach: float) -> tuple[float, ...]:
    ends = [right + _PADDING for _, right in columns]
    widths = [right - left for left, right in pairwise(ends)]
    return max(min(ends[0] - median(widths), columns[0][0]), reach + 0.5), *ends


def _fitting(labels: Sequence[Extent], xs: Sequence[float]) -> int:
    """How many labels lie within a column."""
    return sum(
        any(left - _OVERHANG <= x0 and x1 <= right + _OVERHANG for left, right in pairwise(xs))
        for x0, x1 in labels
    )


def _blank_columns(
    columns: Sequence[Extent], xs: Sequence[float], reach: float, header: Sequence[Glyph]
) -> list[Extent]:
    """Where the header has labels of their own over columns without a single value."""
    if len(columns) < 2:
        return []
    found: list[Extent] = []
    labels: list[Extent] = []
    for line in reversed(lines_of(header)):
        extents = [(run[0].box.x0, run[-1].box.x1) for run in runs_of(line, _LABEL_GAP)]
        # What stands over labels already met is a label of several columns, or a title.
        leaves = [
            one
            for one in extents
            if one[0] > reach and not any(_overlap(one, other) for other in labels)
        ]
        found.extend(_not_nearest(leaves, columns, xs))
        labels.extend(extents)
    return found


def _not_nearest(
    labels: Sequence[Extent], columns: Sequence[Extent], xs: Sequence[float]
) -> Iterator[Extent]:
    """Of several labels side by side over one column, those that are not the column's own."""
    for column, (left, right) in zip(columns, pairwise(xs), strict=True):
        over = [label for label in labels if left <= _middle(label) < right]
        over.sort(key=lambda label: abs(_middle(label) - _middle(column)))
        yield from (label for label in over[1:] if not _overlap(label, column))


def _middle(extent: Extent) -> float:
    return (extent[0] + extent[1]) / 2


def _overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _corner_end(column: Extent, above: Sequence[Glyph]) -> float:
    """Where the corner's text ends: what stands left of the label over a single column."""
    lines = lines_of(above)[-_HEADER_LINES:]
    runs = [(r[0].box.x0, r[-1].box.x1) for line in lines for r in runs_of(line, HEADER_GAP)]
    over = [run for run in runs[-_HEADER_LINES:] if _overlap(run, column)]
    if not over:
        # The label stands in the middle of a wide column, and the values at one of its ends.
        for line in reversed(lines[-_LABEL_LINES:]):
            *corner, _ = runs_of(line)
            if corner and corner[-1][-1].box.x1 < column[0]:
                return corner[-1][-1].box.x1
        # A corner set one character on a line shares no line with the label.
        first, *others = _merged(_leaf_runs(above)) or [column]
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


def _header_top(xs: Sequence[float], first: float, above: Sequence[Glyph]) -> float:
    """How far up the header goes: to the first wide gap, or to text that is no header."""
    start = first
    for line in reversed(lines_of(above)):
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
