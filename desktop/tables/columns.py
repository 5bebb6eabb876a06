"""Where the rows and columns of a table without (enough) rulings lie, and its header above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median
from typing import Final

from desktop.pdf.page import Glyph
from desktop.tables.column_rulings import column_rulings
from desktop.tables.header_labels import (
    Extent,
    corner_end,
    header_top,
    label_extents,
    labels_side_by_side,
    leaf_runs,
    middle,
    overlap,
)
from desktop.tables.lattice import Edge
from desktop.tables.row_edges import row_edges
from desktop.tables.text import lines_of
from desktop.tables.value_rows import Band

# Points of white beside a value that is set left or right, and by which a label may reach
# over its column.
_PADDING: Final = 5.0
_OVERHANG: Final = 2.0
_TOUCHING: Final = 1.0
_SAME_EDGE: Final = 1.0
# Points by which a label's first and last lines stand above and below its values.
_LINE: Final = 12.0


@dataclass(frozen=True, slots=True)
class TableFrame:
    """Where a band's rows and columns lie: their edges in y and x, one more than there are.

    `left` is where the label side begins, `top` where the header may begin.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    left: float
    top: float


def frame_of(edges: Sequence[Edge], band: Band, glyphs: Sequence[Glyph], top: float) -> TableFrame:
    """The frame of a block of rows.

    Args:
        edges: the page's rulings.
        band: the rows of values.
        glyphs: all text that may be the table's.
        top: how far up the table can begin, in points.
    """
    columns = list(band.columns)
    across = [edge for edge in edges if edge["orientation"] == "h"]
    ys = row_edges(across, band.rows, columns, glyphs)
    reach = _label_reach(glyphs, ys, columns[0][0])
    above = [g for g in glyphs if top <= g.box.centre_y < ys[0]]
    xs = _column_edges(columns, reach, above, glyphs)
    head = header_top(xs, ys[0], above)
    header = [g for g in above if g.box.centre_y >= head]
    blank = _blank_columns(columns, xs, reach, header)
    if blank:
        columns = sorted([*columns, *blank])
        reach = _label_reach(glyphs, ys, columns[0][0])
        xs = _column_edges(columns, reach, header, glyphs)
    xs = column_rulings(edges, xs, columns, reach, ys)
    return TableFrame(xs, tuple(ys), min(g.box.x0 for g in glyphs), head)


def _label_reach(glyphs: Sequence[Glyph], ys: Sequence[float], first: float) -> float:
    """How far to the right the labels of the rows reach; 0 where there are none.

    A label may have lines above the first row's values and below the last one's, which begin
    where those beside the values do.
    """
    # A full line of a label touches a value that is set left.
    end = first + _TOUCHING
    beside = [g.box for g in glyphs if ys[0] < g.box.centre_y < ys[-1] and g.box.x1 <= end]
    if not beside:
        return 0.0
    left = min(box.x0 for box in beside)
    around = [g for g in glyphs if ys[0] - _LINE < g.box.centre_y < ys[-1] + _LINE]
    for line in lines_of(around):
        if abs(line[0].box.x0 - left) < _SAME_EDGE and line[-1].box.x1 <= end:
            beside.extend(glyph.box for glyph in line)
    return min(first, max(box.x1 for box in beside))


def _column_edges(
    columns: Sequence[Extent], reach: float, above: Sequence[Glyph], glyphs: Sequence[Glyph]
) -> tuple[float, ...]:
    """The edges of columns: as values are set in them, left, centred or right.

    Which of them it is the header tells, whose labels lie within the columns. In columns of
    very different widths none may fit; then each label and the values under it are a column.
    """
    if len(columns) == 1:
        # A single column is as wide as the table beside its labels.
        left = columns[0][0]
        beside = max(reach + 0.5, corner_end(columns[0], above) + 0.5)
        return (beside if reach else left), max(glyph.box.x1 for glyph in glyphs)
    met = labels_side_by_side(above)
    # One label more than there are columns: the corner's.
    corner = met[: max(0, len(met) - len(columns))]
    if reach and len(corner) == 1 and corner[0][1] < columns[0][0]:
        reach = max(reach, corner[0][1])
    labels = [run for run in leaf_runs(above) if run[0] > reach]
    ways = [
        _up_to_the_last(labels, xs)
        for xs in (_centred(columns, reach), _set_left(columns, reach), _set_right(columns, reach))
    ]
    best = max(ways, key=lambda xs: _fitting(labels, xs))
    if _fitting(labels, best) == len(labels):
        return best
    return _labelled(columns, reach, met) or best


def _labelled(
    columns: Sequence[Extent], reach: float, labels: Sequence[Extent]
) -> tuple[float, ...] | None:
    """The edges of columns by their labels, one over each; before them may stand the corner's."""
    corner = labels[: len(labels) - len(columns)]
    if len(labels) < len(columns) or len(corner) > 1:
        return None
    own = zip(labels[len(corner) :], columns, strict=True)
    spans = [(min(one[0], other[0]), max(one[1], other[1])) for one, other in own]
    start = max([reach, *(end for _, end in corner)]) + 0.5
    if spans[0][0] < start or any(left[1] >= right[0] for left, right in pairwise(spans)):
        return None
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(spans)]
    return start, *inner, spans[-1][1] + _OVERHANG


def _up_to_the_last(labels: Sequence[Extent], xs: Sequence[float]) -> tuple[float, ...]:
    """The edges with the last column as wide as the label over it."""
    *others, end = xs
    return *others, max([end, *(x1 for x0, x1 in labels if x0 >= others[-1])])


def _centred(columns: Sequence[Extent], reach: float) -> tuple[float, ...]:
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    (left, right), (last_left, last_right) = columns[0], columns[-1]
    start = max(reach + 0.5, left - (inner[0] - right))
    return start, *inner, last_right + (last_left - inner[-1])


def _set_left(columns: Sequence[Extent], reach: float) -> tuple[float, ...]:
    before = [reach, *(right for _, right in columns)]
    starts = [max(x - _PADDING, (x + b) / 2) for (x, _), b in zip(columns, before, strict=False)]
    widths = [right - left for left, right in pairwise(starts)]
    return *starts, max(starts[-1] + median(widths), columns[-1][1])


def _set_right(columns: Sequence[Extent], reach: float) -> tuple[float, ...]:
    after = [*(left for left, _ in columns[1:]), inf]
    ends = [min(x + _PADDING, (x + a) / 2) for (_, x), a in zip(columns, after, strict=True)]
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
        extents = label_extents(line)
        # What stands over labels already met is a label of several columns, or a title.
        leaves = [
            one
            for one in extents
            if one[0] > reach and not any(overlap(one, other) for other in labels)
        ]
        found.extend(_not_nearest(leaves, columns, xs))
        labels.extend(extents)
    return found


def _not_nearest(
    labels: Sequence[Extent], columns: Sequence[Extent], xs: Sequence[float]
) -> Iterator[Extent]:
    """Of several labels side by side over one column, those that are not the column's own."""
    for column, (left, right) in zip(columns, pairwise(xs), strict=True):
        over = [label for label in labels if left <= middle(label) < right]
        over.sort(key=lambda label: abs(middle(label) - middle(column)))
        yield from (label for label in over[1:] if not overlap(label, column))
