"""Tables without (enough) rulings: grids from the alignment of their values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.pdf.page import Glyph, Page
from desktop.tables.columns import TableFrame, frame_of
from desktop.tables.fill import HANGING, grid_cell
from desktop.tables.grid import Grid, GridCell
from desktop.tables.header_labels import HEADER_GAP
from desktop.tables.lattice import Edge
from desktop.tables.page_break import PageEnd, set_above
from desktop.tables.stub import begins_label, row_labels
from desktop.tables.text import height_of, lines_of, runs_of
from desktop.tables.value_rows import bands_of, lines_of_tokens, may_hold_rows

# In glyph heights: how far a header word may reach over its column's edge; the pitch of the
# lines of one label at most.
_OVERHANG: Final = 0.5
_LABEL_PITCH: Final = 1.9
# In glyph heights: the gap between labels side by side.
_PARTED: Final = 0.5
# A label reaches at most so many lines below the last row of values, less one.
_LONGEST_END: Final = 8


def stream_grids(
    page: Page, glyphs: Iterable[Glyph], edges: Sequence[Edge], before: PageEnd
) -> list[Grid]:
    """The tables that the given glyphs of a page form, from the top down.

    Args:
        page: where they stand.
        glyphs: those that lie in no ruled table.
        edges: the page's rulings, which part rows or columns where they are drawn.
        before: the end of the page before; the first table's header may begin there, and lies
            then over this page's top.
    """
    upright = [glyph for glyph in glyphs if not glyph.rotated]
    lines = lines_of(upright)
    down = [edge for edge in edges if edge["orientation"] == "v"]
    if not may_hold_rows(lines, down):
        return []
    bands = list(bands_of(lines_of_tokens(lines, down)))
    grids: list[Grid] = []
    text = [*set_above(upright, before), *upright]
    top = min(glyph.box.top for glyph in text)
    for band in bands:
        frame = frame_of(edges, band, text, top)
        if not grids:
            frame = _with_cut_row(frame, upright, band.rows[0].middle)
        grids.append(_grid(page, frame, text))
        top = frame.ys[-1]
    return grids


def _grid(page: Page, frame: TableFrame, glyphs: Sequence[Glyph]) -> Grid:
    words = list(_header_words(frame, glyphs))
    cells = [*_header(frame, words), *_rows(frame, glyphs)]
    area = enclosing(cell.box for cell in cells)
    return Grid(page.number, area, tuple(cells), has_rulings=False, words=tuple(words))


def _rows(frame: TableFrame, glyphs: Sequence[Glyph]) -> Iterator[GridCell]:
    xs, ys = frame.xs, frame.ys
    inside = [g for g in glyphs if ys[0] <= g.box.centre_y <= ys[-1]]
    labels = row_labels(list(_label_side(frame, glyphs)), ys)
    values: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in inside:
        column = bisect_right(xs, glyph.box.centre_x) - 1
        row = min(bisect_right(ys, glyph.box.centre_y) - 1, len(ys) - 2)
        if 0 <= column < len(xs) - 1 and not _is_beside(glyph, xs):
            values.setdefault((row, column), []).append(glyph)
    for row, (top, bottom) in enumerate(pairwise(ys)):
        yield from _stub_cells(frame, labels[row], top, bottom)
        for column, (left, right) in enumerate(pairwise(xs)):
            box = Box(left, top, right, bottom)
            yield grid_cell(box, values.get((row, column), ()))


def _with_cut_row(frame: TableFrame, glyphs: Sequence[Glyph], first: float) -> TableFrame:
    """The frame with a row for the end of a label that the page before began.

    Its values stand there; the first ones here, at the height `first`, have their own label.
    """
    lines = _lines_beside(frame, glyphs)
    start = next((n for n, line in enumerate(lines) if _begins_inside(line)), 0)
    if start == 0 or min(glyph.box.top for glyph in lines[start]) > first:
        return frame
    top = min(glyph.box.top for line in lines[:start] for glyph in line)
    bottom = max(glyph.box.bottom for line in lines[:start] for glyph in line)
    edge = (bottom + min(glyph.box.top for glyph in lines[start])) / 2
    return replace(frame, ys=(top, edge, *frame.ys[1:])) if edge < first else frame


def _label_side(frame: TableFrame, glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """What stands left of the values, with the ends of labels that reach over the outer rows."""
    ys = frame.ys
    lines = _lines_beside(frame, glyphs)
    inside = [n for n, line in enumerate(lines) if ys[0] <= line[0].box.centre_y <= ys[-1]]
    if not inside:
        return
    for line in lines[_first_line(lines, inside[0]) : _last_line(lines, inside[-1]) + 1]:
        yield from line


def _lines_beside(frame: TableFrame, glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The lines left of the values, between the headers before and after the rows."""
    ys = frame.ys
    # The columns' text before and after the rows is that of headers.
    texts = [g.box.centre_y for g in glyphs if g.box.x0 > frame.xs[0]]
    begin = max((y for y in texts if y < ys[0]), default=-inf)
    end = min((y for y in texts if y > ys[-1]), default=inf)
    beside = (g for g in glyphs if _is_beside(g, frame.xs))
    return lines_of(g for g in beside if begin < g.box.top and g.box.bottom < end)


def _is_beside(glyph: Glyph, xs: Sequence[float]) -> bool:
    """Whether a glyph stands left of the values; punctuation may hang over the edge."""
    return glyph.box.centre_x < xs[0] or (glyph.char in HANGING and glyph.box.x0 < xs[0])


def _first_line(lines: Sequence[Sequence[Glyph]], first: int) -> int:
    """Where the label begins that a line belongs to which does not begin as labels do."""
    if begins_label(lines[first]):
        return first
    for above in range(first - 1, max(-1, first - _LONGEST_END), -1):
        if not _is_close(lines[above], lines[above + 1]):
            break
        if _begins_inside(lines[above]):
            return above
    return first


def _last_line(lines: Sequence[Sequence[Glyph]], last: int) -> int:
    """Where the label ends that a line belongs to."""
    right = max(line[-1].box.x1 for line in lines[: last + 1])
    for below in range(last + 1, min(len(lines), last + _LONGEST_END)):
        line = lines[below]
        if begins_label(line) or line[0].box.x0 > right or not _is_close(lines[below - 1], line):
            return below - 1
        last = below
    return last


def _begins_inside(line: Sequence[Glyph]) -> bool:
    """Whether a label begins on a line, be it behind the end of one further left."""
    return any(map(begins_label, runs_of(line, _PARTED)))


def _is_close(upper: Sequence[Glyph], lower: Sequence[Glyph]) -> bool:
    return lower[0].baseline - upper[0].baseline < _LABEL_PITCH * height_of(lower)


def _stub_cells(
    frame: TableFrame, labels: Sequence[Sequence[Glyph]], top: float, bottom: float
) -> Iterator[GridCell]:
    """The labels of a row side by side, the innermost last."""
    if not labels:
        return
    width = (frame.xs[0] - frame.left) / len(labels)
    for index, glyphs in enumerate(labels):
        left = frame.left + index * width
        yield grid_cell(Box(left, top, left + width, bottom), glyphs)


def _header_words(frame: TableFrame, glyphs: Sequence[Glyph]) -> Iterator[GridCell]:
    """The words above the values, line by line."""
    above = [g for g in glyphs if frame.top <= g.box.centre_y < frame.ys[0]]
    for line in lines_of(above):
        for run in runs_of(line, HEADER_GAP):
            yield grid_cell(enclosing(glyph.box for glyph in run), run)


def _header(frame: TableFrame, words: Sequence[GridCell]) -> Iterator[GridCell]:
    """One cell over each column, of the words above it that do not stand over several."""
    xs = frame.xs
    columns: dict[int, list[Glyph]] = {}
    for word in words:
        column = bisect_right(xs, word.box.centre_x) - 1
        if 0 <= column < len(xs) - 1:
            slack = _OVERHANG * word.box.height
            within = xs[column] - slack <= word.box.x0 and word.box.x1 <= xs[column + 1] + slack
            if within:
                columns.setdefault(column, []).extend(word.glyphs)
    for column, own in columns.items():
        yield grid_cell(Box(xs[column], frame.top, xs[column + 1], frame.ys[0]), own)
