"""Rulings to the rectangles they enclose, with pdfplumber's table finder.

The finder makes a cell where four rulings meet at its corners. Tables that offices print
often lack some: sides left open, a table cut by the end of a page. Loose ends of rulings in
a row are therefore joined first by the ruling that a reader's eye supplies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from desktop.geometry import Box
from desktop.pdf.page import Page, Ruling
from desktop.tables.crossings import cells_between, tables_of

# Points. Double rulings are drawn up to 3 pt apart; dots and dashes leave gaps up to 3 pt;
# no row of a readable table is lower than 6 pt.
_SNAP: Final = 3.0
_JOIN: Final = 3.0
_SHORTEST: Final = 6.0

Edge = dict[str, Any]
"""pdfplumber's form of a ruling"""

End = tuple[float, float]
"""an end of a ruling: the line it could be closed in, and its place along that line"""


def joined_edges(page: Page) -> list[Edge]:
    """The page's rulings, those in one line joined; pieces too short to be rulings left out."""
    if not page.rulings:
        return []
    from pdfplumber import table

    edges = table.merge_edges([_edge(r) for r in page.rulings], _SNAP, _SNAP, _JOIN, _JOIN)
    return [edge for edge in edges if max(edge["width"], edge["height"]) >= _SHORTEST]


def ruled_tables(edges: list[Edge]) -> list[list[Box]]:
    """The tables that joined rulings enclose, as lists of cell rectangles (reading frame)."""
    if not edges:
        return []
    from pdfplumber import table

    closing = list(_closing(edges))
    closed = table.merge_edges(edges + closing, _SNAP, _SNAP, _JOIN, _JOIN) if closing else edges
    crossings = table.edges_to_intersections(closed, _SNAP, _SNAP)
    return tables_of(cells_between(crossings))


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
    """Rulings through the loose ends of others, as far as the next ones in the same line."""
    across = [edge for edge in edges if edge["orientation"] == "h"]
    down = [edge for edge in edges if edge["orientation"] == "v"]
    for side in ("top", "bottom"):
        loose = [(v[side], v["x0"]) for v in down if not _meets_across(v["x0"], v[side], across)]
        fixed = [(h["top"], x) for h in across for x in (h["x0"], h["x1"])]
        for y, x0, x1 in _spans(loose, fixed):
            yield _horizontal(y, x0, x1)
    for side in ("x0", "x1"):
        loose = [(h[side], h["top"]) for h in across if not _meets_down(h[side], h["top"], down)]
        fixed = [(v["x0"], y) for v in down for y in (v["top"], v["bottom"])]
        for x, top, bottom in _spans(loose, fixed):
            yield _vertical(x, top, bottom)


def _meets_across(x: float, y: float, across: Sequence[Edge]) -> bool:
    return any(
        abs(h["top"] - y) <= _SNAP and h["x0"] - _SNAP <= x <= h["x1"] + _SNAP for h in across
    )


def _meets_down(x: float, y: float, down: Sequence[Edge]) -> bool:
    return any(
        abs(v["x0"] - x) <= _SNAP and v["top"] - _SNAP <= y <= v["bottom"] + _SNAP for v in down
    )


def _spans(loose: list[End], fixed: Sequence[End]) -> Iterator[tuple[float, float, float]]:
    """For each line of loose ends: where it lies, and from where to where it runs."""
    loose.sort()
    line: list[End] = []
    for end in [*loose, (float("inf"), 0.0)]:
        if line and end[0] - line[-1][0] > _SNAP:
            at = line[0][0]
            along = [other for _, other in line]
            along += [other for place, other in fixed if abs(place - at) <= _SNAP]
            if len(along) > 1:
                yield at, min(along), max(along)
            line = []
        line.append(end)
