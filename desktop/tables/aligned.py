"""Tables without (enough) rulings: grids from the alignment of their values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.pdf.page import Glyph, Page
from desktop.tables.fill import grid_cell
from desktop.tables.grid import Grid, GridCell
from desktop.tables.ruled import Edge
from desktop.tables.stub import row_labels
from desktop.tables.text import lines_of, runs_of, text_of
from desktop.tables.value_rows import Band, Line, bands_of, line_of, word_of

# No header begins like this; a section's heading does.
_HEADING: Final = re.compile(r"[一二三四五六七八九十]+、")
# In glyph heights: header words of neighbouring columns stand closer than words of a text;
# and how far a header word may reach over its column's edge.
_HEADER_GAP: Final = 0.15
_OVERHANG: Final = 0.5
# A header ends at a gap of so many glyph heights. A run over this part of so many columns is
# a heading, no header.
_APART: Final = 2.5
_MOST: Final = 0.6
_FEW: Final = 4


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a band's rows and columns lie: their edges in y and x, one more than there are.

    `left` is where the label side begins, `top` where the header may begin.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    left: float
    top: float


def aligned_grids(page: Page, glyphs: Iterable[Glyph], across: Sequence[Edge]) -> list[Grid]:
    """The tables that the given glyphs of a page form, from the top down.

    Args:
        page: where they stand.
        glyphs: those that lie in no ruled table.
        across: the page's rulings along x, which part rows where they are drawn.
    """
    upright = [glyph for glyph in glyphs if not glyph.turned]
    lines = [line_of(line) for line in lines_of(upright)]
    grids: list[Grid] = []
    top = 0.0
    for band in bands_of(lines):
        frame = _frame(across, band, upright, top)
        grids.append(_grid(page, frame, upright))
        top = frame.ys[-1]
    return grids


def _frame(across: Sequence[Edge], band: Band, glyphs: Sequence[Glyph], top: float) -> _Frame:
    first, last = band.columns[0], band.columns[-1]
    ys = _row_edges(across, band.rows, first[0], last[1])
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(band.columns)]
    reach = [g.box.x1 for g in glyphs if ys[0] < g.box.centre_y < ys[-1] and g.box.x1 <= first[0]]
    beside = max(reach, default=0.0) + 0.5
    if inner:
        start = max(beside, first[0] - (inner[0] - first[1]))
        end = last[1] + (last[0] - inner[-1])
    else:
        # A single column is as wide as the table beside its labels.
        beside = max(beside, _corner_end(first[0], ys[0], top, glyphs) + 0.5)
        start, end = (beside if reach else first[0]), max(glyph.box.x1 for glyph in glyphs)
    xs = (start, *inner, end)
    left = min(g.box.x0 for g in glyphs)
    return _Frame(xs, tuple(ys), left, _header_top(xs, ys[0], top, glyphs))


def _corner_end(column: float, first: float, top: float, glyphs: Sequence[Glyph]) -> float:
    """Where the corner's text ends: what stands left of a column's header, on its line."""
    lines = lines_of(g for g in glyphs if top <= g.box.centre_y < first)
    words = [word_of(run) for run in runs_of(lines[-1], _HEADER_GAP)] if lines else []
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
    for run in runs_of(line, _HEADER_GAP):
        left, right, height = run[0].box.x0, run[-1].box.x1, run[0].box.height
        if left < xs[0] - height and right > xs[0] + 2 * height:
            return True
        if _HEADING.match(text_of(run)):
            return True
        over = right - max(left, xs[0])
        if len(xs) > _FEW and left < xs[1] and over > _MOST * (xs[-1] - xs[0]):
            return True
    return False


def _row_edges(
    across: Sequence[Edge], rows: Sequence[Line], left: float, right: float
) -> list[float]:
    """The edges between rows: a ruling across the values where there is one, else half way."""
    centres = [row.values[0].box.centre_y for row in rows]
    drawn = sorted(edge["top"] for edge in across if edge["x0"] <= left and edge["x1"] >= right)
    gaps = [lower - upper for upper, lower in pairwise(centres)]
    reach = min(gaps, default=2 * rows[0].words[0].box.height) / 2
    above = [y for y in drawn if y < centres[0]]
    below = [y for y in drawn if y > centres[-1]]
    edges = [above[-1] if above else centres[0] - reach]
    for upper, lower in pairwise(centres):
        between = [y for y in drawn if upper < y < lower]
        edges.append(between[0] if between else (upper + lower) / 2)
    edges.append(below[0] if below else centres[-1] + reach)
    return edges


def _grid(page: Page, frame: _Frame, glyphs: Sequence[Glyph]) -> Grid:
    cells = [*_header(frame, glyphs), *_rows(frame, glyphs)]
    area = enclosing(cell.box for cell in cells)
    return Grid(page.number, area, tuple(cells), ruled=False)


def _rows(frame: _Frame, glyphs: Sequence[Glyph]) -> Iterator[GridCell]:
    xs, ys = frame.xs, frame.ys
    inside = [g for g in glyphs if ys[0] <= g.box.centre_y <= ys[-1]]
    labels = row_labels([g for g in inside if g.box.centre_x < xs[0]], ys)
    values: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in inside:
        column = bisect_right(xs, glyph.box.centre_x) - 1
        row = min(bisect_right(ys, glyph.box.centre_y) - 1, len(ys) - 2)
        if 0 <= column < len(xs) - 1:
            values.setdefault((row, column), []).append(glyph)
    for row, (top, bottom) in enumerate(pairwise(ys)):
        yield from _stub_cells(frame, labels[row], top, bottom)
        for column, (left, right) in enumerate(pairwise(xs)):
            box = Box(left, top, right, bottom)
            yield grid_cell(box, values.get((row, column), ()))


def _stub_cells(
    frame: _Frame, labels: Sequence[Sequence[Glyph]], top: float, bottom: float
) -> Iterator[GridCell]:
    """The labels of a row side by side, the innermost last."""
    if not labels:
        return
    width = (frame.xs[0] - frame.left) / len(labels)
    for index, glyphs in enumerate(labels):
        left = frame.left + index * width
        yield grid_cell(Box(left, top, left + width, bottom), glyphs)


def _header(frame: _Frame, glyphs: Sequence[Glyph]) -> Iterator[GridCell]:
    """One cell over each column, of the words above it that do not stand over several."""
    xs = frame.xs
    above = [g for g in glyphs if frame.top <= g.box.centre_y < frame.ys[0]]
    columns: dict[int, list[Glyph]] = {}
    for line in lines_of(above):
        for run in runs_of(line, _HEADER_GAP):
            word = word_of(run)
            column = bisect_right(xs, word.box.centre_x) - 1
            if 0 <= column < len(xs) - 1:
                slack = _OVERHANG * word.box.height
                within = xs[column] - slack <= word.box.x0 and word.box.x1 <= xs[column + 1] + slack
                if within:
                    columns.setdefault(column, []).extend(run)
    for column, own in columns.items():
        yield grid_cell(Box(xs[column], frame.top, xs[column + 1], frame.ys[0]), own)
