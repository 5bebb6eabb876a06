"""Intersections of rulings to the cells between them, and cells to tables.

The cells are those of pdfplumber's `intersections_to_cells`: from each intersection the smallest
rectangle downwards and to the right whose corners are joined by rulings. The tables are those
of its `cells_to_tables`: cells that share corners. Both are done here over neighbours and not
over everything on the page, which takes a part of the time, and on large grids a small one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from desktop.geometry import Box

Intersection = tuple[float, float]
Intersections = Mapping[Intersection, Mapping[str, Sequence[object]]]
"""pdfplumber's form: for each intersection the edges along `h` and `v` that meet there"""


def cells_between(intersections: Intersections) -> list[Box]:
    """The cells, by their upper left corners from left to right and from the top down."""
    points = sorted(intersections)
    below = _next_in_line(points, 0)
    beside = _next_in_line(sorted(points, key=itemgetter(1, 0)), 1)
    down = {point: frozenset(map(id, edges["v"])) for point, edges in intersections.items()}
    across = {point: frozenset(map(id, edges["h"])) for point, edges in intersections.items()}
    cells: list[Box] = []
    for point in points:
        for left in _along(point, below, down):
            corner = _corner(point, left, beside, down, across)
            if corner is not None:
                cells.append(Box(*point, *corner))
                break
    return cells


def tables_of(cells: Iterable[Box]) -> list[list[Box]]:
    """The cells of each table; a cell that touches no other is no table."""
    at: dict[Intersection, list[Box]] = {}
    for cell in cells:
        corners = [(x, y) for x in (cell.x0, cell.x1) for y in (cell.top, cell.bottom)]
        met = {id(table): table for table in map(at.get, corners) if table is not None}
        table = max(met.values(), key=len, default=[])
        for other in met.values():
            if other is not table:
                table.extend(other)
                at.update(dict.fromkeys((p for p, held in at.items() if held is other), table))
        table.append(cell)
        at.update(dict.fromkeys(corners, table))
    tables = {id(table): table for table in at.values()}
    return [table for table in tables.values() if len(table) > 1]


def _next_in_line(points: Iterable[Intersection], axis: int) -> dict[Intersection, Intersection]:
    """For each point the next one with the same x (axis 0) or y (axis 1)."""
    return {one: other for one, other in pairwise(points) if one[axis] == other[axis]}


def _along(
    point: Intersection,
    following: Mapping[Intersection, Intersection],
    edges: Mapping[Intersection, frozenset[int]],
) -> Iterator[Intersection]:
    """The points after this one in its line, as far as one ruling joins them."""
    other = following.get(point)
    while other is not None and not edges[point].isdisjoint(edges[other]):
        yield other
        other = following.get(other)


def _corner(
    point: Intersection,
    left: Intersection,
    beside: Mapping[Intersection, Intersection],
    down: Mapping[Intersection, frozenset[int]],
    across: Mapping[Intersection, frozenset[int]],
) -> Intersection | None:
    """The nearest corner opposite `point` that closes a rectangle with `left` below it."""
    for right in _along(point, beside, across):
        corner = (right[0], left[1])
        if (
            corner in down
            and not down[right].isdisjoint(down[corner])
            and not across[left].isdisjoint(across[corner])
        ):
            return corner
    return None
