"""Rulings along y where rulings along x are missing: they part words, and columns of values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.pdf.page import Glyph
from desktop.tables.header_labels import Extent
from desktop.tables.lattice import Edge

# A ruling parts columns if it runs along this part of their rows.
_MOST: Final = 0.75


def crossing(down: Sequence[Edge], line: Sequence[Glyph]) -> list[float]:
    """Where rulings along y cross a line of text, in points from the left."""
    middle = line[0].box.centre_y
    return [edge["x0"] for edge in down if edge["top"] <= middle <= edge["bottom"]]


def parted(run: Sequence[Glyph], xs: Sequence[float]) -> Iterator[list[Glyph]]:
    """The parts of a run between rulings."""
    part: list[Glyph] = []
    for glyph in run:
        if part and any(part[-1].box.centre_x < x < glyph.box.centre_x for x in xs):
            yield part
            part = []
        part.append(glyph)
    if part:
        yield part


def column_rulings(
    edges: Sequence[Edge],
    xs: Sequence[float],
    columns: Sequence[Extent],
    reach: float,
    ys: Sequence[float],
) -> tuple[float, ...]:
    """The edges of columns, in points, with those that a ruling shows in its place.

    Args:
        edges: the page's rulings.
        xs: the edges of columns as values and labels have them, one more than columns.
        columns: the extents of the columns' values, from the left.
        reach: how far to the right the labels of the rows reach.
        ys: the edges of the rows.
    """
    length = _MOST * (ys[-1] - ys[0])
    drawn = sorted(
        edge["x0"]
        for edge in edges
        if edge["orientation"] == "v"
        and min(edge["bottom"], ys[-1]) - max(edge["top"], ys[0]) > length
    )
    *starts, end = xs
    before = [reach, *(right for _, right in columns)]
    # A column's own rulings lie next to its values.
    left = [
        max((at for at in drawn if least <= at <= column[0]), default=x)
        for x, least, column in zip(starts, before, columns, strict=False)
    ]
    return *left, min((at for at in drawn if at >= columns[-1][1]), default=end)
