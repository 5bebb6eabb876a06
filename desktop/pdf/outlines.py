"""Path objects to what they are on a page: thin pieces, slanted strokes, shapes.

Producers draw a table's lines in many ways: as strokes, as stroked rectangles, as thin
filled rectangles, or as rows of dots. All become thin pieces here. Filled areas are none:
text lines may lie on background rectangles, and shaded cells may have no lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium_c

from desktop.pdf.calls import Pointer, unchecked
from desktop.pdf.transform import Rect, Transform, around

# The thickest line that offices draw is 4.5 pt; the lowest text line is higher than this.
THICKEST: Final = 5.0
# Points: characters that are drawn as curves are so high, and so wide.
_LOWEST_SHAPE: Final = 3.5
_LARGEST_SHAPE: Final = 40.0
# Points by which a side must rise and run to be slanted.
_SLANTED: Final = 0.6
_BEZIER: Final = pdfium_c.FPDF_SEGMENT_BEZIERTO
_MOVE: Final = pdfium_c.FPDF_SEGMENT_MOVETO

_segment_at = unchecked(pdfium_c.FPDFPath_GetPathSegment, Pointer)
_kind_of = unchecked(pdfium_c.FPDFPathSegment_GetType)
_closes = unchecked(pdfium_c.FPDFPathSegment_GetClose)
_get_point = unchecked(pdfium_c.FPDFPathSegment_GetPoint)

PathPoint = tuple[float, float]


class Outline(NamedTuple):
    """A part of a path that is drawn without lifting the pen; a curve by its control points.

    `curves` are the positions of the points to which no straight line leads.
    """

    points: list[PathPoint]
    curves: frozenset[int]

    @property
    def curved(self) -> bool:
        """Whether some of it is a curve."""
        return bool(self.curves)


@dataclass(slots=True)
class PathParts:
    """What paths draw, in the page's own coordinates.

    `pieces` are thin along x or y, `strokes` straight and slanted lines by their ends, and
    `shapes` are the areas of what is as large as a character and no rectangle.
    """

    pieces: list[Rect] = field(default_factory=list)
    strokes: list[tuple[PathPoint, PathPoint]] = field(default_factory=list)
    shapes: list[Rect] = field(default_factory=list)


def add_parts(
    parts: PathParts, item: Pointer, matrix: Transform, segments: int, stroked: bool
) -> None:
    """Add what a path draws to what others do.

    Args:
        parts: what is added to.
        item: a path object.
        matrix: its own, and that of the form in which it lies.
        segments: how many it has.
        stroked: whether it is stroked.
    """
    outlines: list[Outline] = []
    for outline in _outlines(item, matrix, segments):
        points = outline.points
        if stroked and len(points) == 2 and not outline.curved and _is_slanted(*points):
            parts.strokes.append((points[0], points[1]))
        else:
            outlines.append(outline)
    shapes = [around(outline.points) for outline in outlines if _is_shape(outline)]
    parts.shapes.extend(shapes)
    for outline in outlines:
        # A filled character is no line, nor is what is left open in it, however slim; a small
        # rounded frame has lines.
        if stroked or not shapes or _is_long(outline):
            parts.pieces.extend(_pieces(outline, stroked))


def _outlines(item: Pointer, matrix: Transform, segments: int) -> Iterator[Outline]:
    """The outlines of a path, closed where the path closes them."""
    x, y = c_float(), c_float()
    points: list[PathPoint] = []
    curves: list[int] = []
    for index in range(segments):
        segment = _segment_at(item, index)
        _get_point(segment, byref(x), byref(y))
        point = matrix.point(x.value, y.value)
        kind = _kind_of(segment)
        if kind == _MOVE:
            if len(points) > 1:
                yield Outline(points, frozenset(curves))
            points, curves = [], []
        elif kind == _BEZIER:
            curves.append(len(points))
        points.append(point)
        if _closes(segment):
            points.append(points[0])
    if len(points) > 1:
        yield Outline(points, frozenset(curves))


def _pieces(outline: Outline, stroked: bool) -> Iterator[Rect]:
    """The thin parts of one outline: its straight sides if stroked, itself if a thin fill."""
    points, curves = outline.points, outline.curves
    if stroked:
        for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(points), 1):
            if index in curves:
                continue
            side = Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            if min(side.width, side.height) <= 1:
                yield side
        return
    whole = around(points)
    if min(whole.width, whole.height) <= THICKEST:
        yield whole


def _is_shape(outline: Outline) -> bool:
    """Whether an outline may be that of a character."""
    if not outline.curved and not any(_is_slanted(*side) for side in pairwise(outline.points)):
        return False
    whole = around(outline.points)
    return _LOWEST_SHAPE <= whole.height <= _LARGEST_SHAPE and whole.width <= _LARGEST_SHAPE


def _is_long(outline: Outline) -> bool:
    """Whether an outline is too long for a part of a character."""
    whole = around(outline.points)
    return max(whole.width, whole.height) > _LARGEST_SHAPE


def _is_slanted(start: PathPoint, end: PathPoint) -> bool:
    return abs(start[0] - end[0]) > _SLANTED and abs(start[1] - end[1]) > _SLANTED
