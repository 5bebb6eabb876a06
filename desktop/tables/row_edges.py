"""Lines of values to the edges between their rows, by rulings along x where there are any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from desktop.tables.ruled import Edge
from desktop.tables.value_rows import WRAPPED, Line

# Lines as close as those of a wrapped number are of one row, if rows usually stand further
# apart by this.
_CLOSER: Final = 0.75


def row_edges(
    across: Sequence[Edge], lines: Sequence[Line], left: float, right: float
) -> list[float]:
    """The y of the edges above, between and below rows, in points.

    Args:
        across: rulings along x.
        lines: the lines of values, from the top down; a row has several where numbers wrap.
        left: where the first column of values begins.
        right: where the last one ends.
    """
    drawn = sorted(edge["top"] for edge in across if edge["x0"] <= left and edge["x1"] >= right)
    rows = list(_rows(lines, drawn))
    centres = [_centre(row) for row in rows]
    above = [y for y in drawn if y < centres[0]]
    below = [y for y in drawn if y > centres[-1]]
    gaps = [lower - upper for upper, lower in pairwise(centres)]
    reach = min(gaps, default=2 * lines[0].height) / 2
    first = above[-1] if above else centres[0] - reach
    last = below[0] if below else centres[-1] + reach
    inside = [y for y in drawn if first < y < last]
    if _all_parted(centres, inside):
        # Rows without any value have their rulings too.
        return [first, *inside, last]
    return [first, *_between(centres, inside), last]


def _rows(lines: Sequence[Line], drawn: Sequence[float]) -> Iterator[list[Line]]:
    gaps = [lower.middle - upper.middle for upper, lower in pairwise(lines)]
    usual = median(gaps) if gaps else 0.0
    row: list[Line] = []
    for line in lines:
        if row and not _in_one_row(row[-1], line, usual, drawn):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _in_one_row(upper: Line, lower: Line, usual: float, drawn: Sequence[float]) -> bool:
    if any(upper.middle < y < lower.middle for y in drawn):
        return False
    gap, height = lower.middle - upper.middle, upper.height
    ruled = any(y < upper.middle for y in drawn) and any(y > lower.middle for y in drawn)
    return gap < WRAPPED * height and (ruled or gap < _CLOSER * usual)


def _centre(row: Sequence[Line]) -> float:
    return (row[0].middle + row[-1].middle) / 2


def _all_parted(centres: Sequence[float], drawn: Sequence[float]) -> bool:
    return all(any(upper < y < lower for y in drawn) for upper, lower in pairwise(centres))


def _between(centres: Sequence[float], drawn: Sequence[float]) -> Iterator[float]:
    for upper, lower in pairwise(centres):
        ruled = [y for y in drawn if upper < y < lower]
        yield ruled[0] if ruled else (upper + lower) / 2
