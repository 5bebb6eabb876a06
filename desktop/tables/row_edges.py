"""Lines of values to the edges between their rows, by rulings along x where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import Final

from desktop.pdf.page import Glyph
from desktop.tables.header_labels import HEADING, Extent
from desktop.tables.lattice import Edge
from desktop.tables.text import height_of, lines_of, runs_of, text_of
from desktop.tables.tokens import Token, pairs_of, wraps
from desktop.tables.value_rows import HEADER_WIDTH, WRAPPED, ValueLine

# Lines as close as those of a wrapped number are of one row, if rows usually stand further
# apart by this.
_CLOSER: Final = 0.75
# Points of white beside a number that has room for another digit at least.
_ROOM: Final = 25.0


def row_edges(
    across: Sequence[Edge],
    lines: Sequence[ValueLine],
    columns: Sequence[Extent],
    glyphs: Iterable[Glyph],
) -> list[float]:
    """The y of the edges above, between and below rows, in points.

    Args:
        across: rulings along x.
        lines: the lines of values, from the top down; a row has several where numbers wrap.
        columns: the extents in x of the columns of values, from the left.
        glyphs: all text of the page; between a row and its ruling stands none.
    """
    left, right = columns[0][0], columns[-1][1]
    drawn = sorted(edge["top"] for edge in across if edge["x0"] <= left and edge["x1"] >= right)
    rows = list(_rows(lines, drawn, columns))
    centres = [_centre(row) for row in rows]
    top = min(word.box.top for word in lines[0].values)
    bottom = max(word.box.bottom for word in lines[-1].values)
    before, after = _text_around(lines, columns, glyphs, top, bottom)
    above = [y for y in drawn if before <= y < centres[0]]
    below = [y for y in drawn if centres[-1] < y <= after]
    gaps = [lower - upper for upper, lower in pairwise(centres)]
    reach = min(gaps, default=2 * lines[0].height) / 2
    first = above[-1] if above else max(centres[0] - reach, (before + top) / 2)
    last = below[0] if below else min(centres[-1] + reach, (bottom + after) / 2)
    inside = [y for y in drawn if first < y < last]
    if _all_parted(centres, inside):
        # Rows without any value have their rulings too.
        return [first, *inside, last]
    return [first, *_between(centres, inside), last]


def _text_around(
    lines: Sequence[ValueLine],
    columns: Sequence[Extent],
    glyphs: Iterable[Glyph],
    top: float,
    bottom: float,
) -> tuple[float, float]:
    """The y of the last header or title above `top`, and of the first below `bottom`."""
    first = columns[0][0]
    labels = max((w.box.x1 for line in lines for w in line.words if w.box.x1 < first), default=0.0)
    middles = [
        line[0].box.centre_y
        for line in lines_of(glyphs)
        if _is_header([run for run in runs_of(line) if run[0].box.x0 > labels], len(columns))
        or (line[0].box.top > bottom and HEADING.match(text_of(line)))
    ]
    before = max((y for y in middles if y < top), default=-inf)
    return before, min((y for y in middles if y > bottom), default=inf)


def _is_header(runs: Sequence[Sequence[Glyph]], columns: int) -> bool:
    """Whether texts on a line are no notes beside values: one too wide, or one to a column."""
    wide = (run[-1].box.x1 - run[0].box.x0 > HEADER_WIDTH * height_of(run) for run in runs)
    return any(wide) or len(runs) * 2 >= columns > 1


def _rows(
    lines: Sequence[ValueLine], drawn: Sequence[float], columns: Sequence[Extent]
) -> Iterator[list[ValueLine]]:
    gaps = [lower.middle - upper.middle for upper, lower in pairwise(lines)]
    usual = median(gaps) if gaps else 0.0
    row: list[ValueLine] = []
    for line in lines:
        one = row and _in_one_row(row[-1], line, usual, drawn)
        if row and not (one and _may_wrap(row[-1], line, columns)):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _in_one_row(upper: ValueLine, lower: ValueLine, usual: float, drawn: Sequence[float]) -> bool:
    if any(upper.middle < y < lower.middle for y in drawn):
        return False
    gap, height = lower.middle - upper.middle, upper.height
    enclosed = any(y < upper.middle for y in drawn) and any(y > lower.middle for y in drawn)
    return gap < WRAPPED * height and (enclosed or gap < _CLOSER * usual)


def _may_wrap(upper: ValueLine, lower: ValueLine, columns: Sequence[Extent]) -> bool:
    """Whether the numbers of one line may go on in the next."""
    return wraps(upper.words, lower.words) and all(
        _is_full(word, width, upper)
        for word, _ in pairs_of(upper.words, lower.words)
        for width in [right - left for left, right in columns if left <= word.box.centre_x <= right]
    )


def _is_full(value: Token, column: float, line: ValueLine) -> bool:
    """Whether its column has no room for a digit more, by the widest value or its neighbours."""
    box, digit = value.box, value.box.width / len(value.text)
    if box.width + digit < column:
        return False
    beside = [other.box for other in line.words if other is not value]
    near = [other.x0 - box.x1 < _ROOM and box.x0 - other.x1 < _ROOM for other in beside]
    return any(near) or not near


def _centre(row: Sequence[ValueLine]) -> float:
    return (row[0].middle + row[-1].middle) / 2


def _all_parted(centres: Sequence[float], drawn: Sequence[float]) -> bool:
    return all(any(upper < y < lower for y in drawn) for upper, lower in pairwise(centres))


def _between(centres: Sequence[float], drawn: Sequence[float]) -> Iterator[float]:
    for upper, lower in pairwise(centres):
        between = [y for y in drawn if upper < y < lower]
        yield between[0] if between else (upper + lower) / 2
