"""Rulings to the rectangles they enclose, with pdfplumber's table finder.

The finder makes a cell where four rulings meet at its corners. Tables that offices print
often lack some: sides left open, a table cut by the end of a page. Loose ends of rulings in
a row are therefore joined first by the ruling that a reader's eye supplies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from operator import itemgetter
from typing import Any, Final

from desktop.geometry import Box
from desktop.pdf.page import Page, Ruling
from desktop.tables.intersections import cells_between, tables_of

# Points. Double rulings are drawn up to 3 pt apart; dots and dashes leave gaps up to 3 pt;
# no row of a readable table is lower than 6 pt.
_SNAP: Final = 3.0
_JOIN: Final = 3.0
_SHORTEST: Final = 6.0
# Points between tables at least; a title over all columns is lower.
_APART: Final = 30.0

Edge = dict[str, Any]
"""pdfplumber's form of a ruling"""

LooseEnd = tuple[float, float]
"""an end of a ruling: the line it could be closed in, and its place along that line"""


def joined_edges(page: Page) -> list[Edge]:
    """The page's rulings, those in one line joined; pieces too short to be rulings left out."""
    if not page.rulings:
        return []
    edges = _merged([_edge(r) for r in page.rulings])
    return [edge for edge in edges if max(edge["width"], edge["height"]) >= _SHORTEST]


def lattice_tables(edges: list[Edge]) -> list[list[Box]]:
    """The tables that joined rulings enclose, as lists of cell rectangles (reading frame)."""
    if not edges:
        return []
    from pdfplumber import table

    closing = list(_closing(edges))
    closed = _merged(edges + closing) if closing else edges
    intersections = table.edges_to_intersections(closed, _SNAP, _SNAP)
    return tables_of(cells_between(intersections))


def _merged(edges: Sequence[Edge]) -> list[Edge]:
    """The edges, those that are nearly in one line moved into it, and joined.

    Along y that is done for one table at a time: columns of different tables that nearly
    coincide are not in one line.
    """
    from pdfplumber import table

    across = [edge for edge in edges if edge["orientation"] == "h"]
    merged: list[Edge] = table.merge_edges(across, _SNAP, _SNAP, _JOIN, _JOIN)
    for group in _over_one_another([edge for edge in edges if edge["orientation"] == "v"]):
        merged += table.merge_edges(group, _SNAP, _SNAP, _JOIN, _JOIN)
    return merged


def _over_one_another(down: Sequence[Edge]) -> Iterator[list[Edge]]:
    """Rulings along y by the tables that they stand in: between tables none of them runs."""
    group: list[Edge] = []
    end = -inf
    for edge in sorted(down, key=itemgetter("top")):
        if group and edge["top"] > end + _JOIN:
            yield group
            group = []
        group.append(edge)
        end = max(end, edge["bottom"])
    if group:
        yield group


def _edge(ruling: Ruling) -> Edge:
    if ruling.horizontal:
        return _horizontal(ruling.at, ruling.start, ruling.end)
    return _vertical(ruling.at, ruling.start, ruling.end)


def _horizontal(y: float, x0: float, x1: float) -> Edge:
    return {
        "orientation": "h", "x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0, "height": 0
    }  # fmt: skip


def _vertical(x: float, top: float, bottom: float) -> Edge:
    return {
        "orientation": "v", "x0": x, "x1": x, "top": top, "bottom": bottom, "width": 0,
        "height": bottom - top,
    }  # fmt: skip


def _closing(edges: Sequence[Edge]) -> Iterator[Edge]:
    """Rulings through the loose ends of others, as far as the next ones in the same line.

    Below the last ruling along x of an open table, and above its first, they are as wide.
    """
    across = [edge for edge in edges if edge["orientation"] == "h"]
    down = [edge for edge in edges if edge["orientation"] == "v"]
    for side in ("top", "bottom"):
        loose = [(v[side], v["x0"]) for v in down if not _meets_across(v["x0"], v[side], across)]
        fixed = [(h["top"], x) for h in across for x in (h["x0"], h["x1"])]
        fixed += [(y, x) for y, at in loose for x in _outer_width(at, y, side, across, down)]
        closing = [_horizontal(y, xs[0], xs[-1]) for y, xs in _lines(loose, fixed)]
        yield from closing
        across += closing
    for side in ("x0", "x1"):
        loose = [(h[side], h["top"]) for h in across if not _meets_down(h[side], h["top"], down)]
        fixed = [(v["x0"], y) for v in down for y in (v["top"], v["bottom"])]
        for x, ys in _lines(loose, fixed):
            for top, bottom in _stretches(ys, down):
                yield _vertical(x, top, bottom)


def _outer_width(
    x: float, y: float, side: str, across: Sequence[Edge], down: Sequence[Edge]
) -> tuple[float, ...]:
    """The ends of the ruling next to a loose end at the top or bottom of a table.

    None where other rulings through that one go on further: there the table does not end.
    """
    way = 1 if side == "bottom" else -1
    inner = [
        h for h in across if h["x0"] - _SNAP <= x <= h["x1"] + _SNAP and h["top"] * way < y * way
    ]
    if not inner:
        return ()
    last = max(inner, key=lambda h: h["top"] * way)
    through = [
        v
        for v in down
        if last["x0"] - _SNAP <= v["x0"] <= last["x1"] + _SNAP
        and v["top"] - _SNAP <= last["top"] <= v["bottom"] + _SNAP
    ]
    if any(v[side] * way > y * way + _SNAP for v in through):
        return ()
    return last["x0"], last["x1"]


def _meets_across(x: float, y: float, across: Sequence[Edge]) -> bool:
    return any(
        abs(h["top"] - y) <= _SNAP and h["x0"] - _SNAP <= x <= h["x1"] + _SNAP for h in across
    )


def _meets_down(x: float, y: float, down: Sequence[Edge]) -> bool:
    return any(
        abs(v["x0"] - x) <= _SNAP and v["top"] - _SNAP <= y <= v["bottom"] + _SNAP for v in down
    )


def _lines(loose: list[LooseEnd], fixed: Sequence[LooseEnd]) -> Iterator[tuple[float, list[float]]]:
    """The lines that loose ends lie in: where each lies, and the ends' places along it."""
    loose.sort()
    line: list[LooseEnd] = []
    for end in [*loose, (inf, 0.0)]:
        if line and end[0] - line[-1][0] > _SNAP:
            at = line[0][0]
            along = [other for _, other in line]
            along += [other for place, other in fixed if abs(place - at) <= _SNAP]
            if len(along) > 1:
                yield at, sorted(along)
            line = []
        line.append(end)


def _stretches(ys: Sequence[float], down: Sequence[Edge]) -> Iterator[tuple[float, float]]:
    """From where to where a table's side runs; between two tables no ruling runs down."""
    start = ys[0]
    for upper, lower in pairwise(ys):
        if lower - upper > _APART and not any(
            edge["top"] < lower - _SNAP and edge["bottom"] > upper + _SNAP for edge in down
        ):
            if upper > start:
                yield start, upper
            start = lower
    if ys[-1] > start:
        yield start, ys[-1]
