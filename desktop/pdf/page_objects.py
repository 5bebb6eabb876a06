"""pdfium's page objects to rulings, and what else they tell of a page.

Producers draw a table's lines in many ways: as strokes, as stroked rectangles, as thin
filled rectangles, or as rows of dots. All become rulings here. Filled areas are no rulings:
text lines may lie on background rectangles, and shaded cells may have no lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import pypdfium2.raw as pdfium_c

from desktop.pdf.calls import Pointer, pointer_to, unchecked
from desktop.pdf.document import Handle
from desktop.pdf.matrix import IDENTITY, Matrix, Rect, around, matrix_of

# So many clips tell whether all of a page is clipped.
_CLIPS: Final = 8
# Points that an object reaches beyond a clip which cuts it.
_CUT: Final = 0.5
# The thickest line that offices draw is 4.5 pt; the lowest text line is higher than this.
THICKEST: Final = 5.0
_DEEPEST_FORM: Final = 8
_TEXT: Final = pdfium_c.FPDF_PAGEOBJ_TEXT
_PATH: Final = pdfium_c.FPDF_PAGEOBJ_PATH
_IMAGE: Final = pdfium_c.FPDF_PAGEOBJ_IMAGE
_FORM: Final = pdfium_c.FPDF_PAGEOBJ_FORM
_INVISIBLE: Final = pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE

_count_of = unchecked(pdfium_c.FPDFPage_CountObjects)
_item_at = unchecked(pdfium_c.FPDFPage_GetObject, Pointer)
_inner_count_of = unchecked(pdfium_c.FPDFFormObj_CountObjects)
_inner_item_at = unchecked(pdfium_c.FPDFFormObj_GetObject, Pointer)
_kind_of = unchecked(pdfium_c.FPDFPageObj_GetType)
_mode_of = unchecked(pdfium_c.FPDFTextObj_GetTextRenderMode)
_get_bounds = unchecked(pdfium_c.FPDFPageObj_GetBounds)
_clip_of = unchecked(pdfium_c.FPDFPageObj_GetClipPath, Pointer)
_clip_count_of = unchecked(pdfium_c.FPDFClipPath_CountPaths)
_clip_segment_count_of = unchecked(pdfium_c.FPDFClipPath_CountPathSegments)
_clip_segment_at = unchecked(pdfium_c.FPDFClipPath_GetPathSegment, Pointer)
_get_drawing = unchecked(pdfium_c.FPDFPath_GetDrawMode)
_segment_count_of = unchecked(pdfium_c.FPDFPath_CountSegments)
_segment_at = unchecked(pdfium_c.FPDFPath_GetPathSegment, Pointer)
_segment_kind_of = unchecked(pdfium_c.FPDFPathSegment_GetType)
_closes = unchecked(pdfium_c.FPDFPathSegment_GetClose)
_get_point = unchecked(pdfium_c.FPDFPathSegment_GetPoint)


@dataclass(slots=True)
class PageObjects:
    """What the objects of a page tell: thin pieces, image areas, whether text is hidden.

    `clips` are areas beyond which what is drawn does not show; so many were `looked` at.
    `moved` are the matrices of forms, by the addresses of the text objects in them.
    """

    pieces: list[Rect] = field(default_factory=list)
    images: list[Rect] = field(default_factory=list)
    clips: list[Rect] = field(default_factory=list)
    looked: int = 0
    hidden_text: bool = False
    moved: dict[int, Matrix] = field(default_factory=dict)


def page_objects(page: Handle) -> PageObjects:
    """Look at every object of a page, those inside forms included."""
    objects = PageObjects()
    holder = pointer_to(page)
    for index in range(_count_of(holder)):
        item = _item_at(holder, index)
        # A page has a thousand text objects and few others: no more than a glance for those.
        if _kind_of(item) != _TEXT or _mode_of(item) == _INVISIBLE:
            _look_at(item, IDENTITY, objects, 0)
    return objects


def _look_at(item: Pointer, matrix: Matrix, objects: PageObjects, depth: int) -> None:
    kind = _kind_of(item)
    if kind == _TEXT:
        if _mode_of(item) == _INVISIBLE:
            objects.hidden_text = True
        if matrix is not IDENTITY and item.value is not None:
            objects.moved[item.value] = matrix
    elif kind == _PATH:
        if objects.looked < _CLIPS and not depth and is_clipped(item):
            objects.looked += 1
            objects.clips.extend(cutting_clips(item))
        _look_at_path(item, matrix, objects)
    elif kind == _IMAGE:
        objects.images.append(_bounds(item, matrix))
    elif kind == _FORM and depth < _DEEPEST_FORM:
        inner = matrix_of(item).times(matrix)
        if inner == IDENTITY:
            inner = IDENTITY
        for index in range(_inner_count_of(item)):
            _look_at(_inner_item_at(item, index), inner, objects, depth + 1)


def _look_at_path(item: Pointer, matrix: Matrix, objects: PageObjects) -> None:
    bounds = _bounds(item, matrix)
    segments = _segment_count_of(item)
    thin = min(bounds.right - bounds.left, bounds.top - bounds.bottom) <= THICKEST
    if thin and segments <= 5:
        objects.pieces.append(bounds)
        return
    filled, stroked = c_int(), c_int()
    _get_drawing(item, byref(filled), byref(stroked))
    if stroked.value or segments > 5:
        inner = matrix_of(item).times(matrix)
        for outline in _outlines(item, inner, segments):
            objects.pieces.extend(_pieces(outline, bool(stroked.value)))


def is_clipped(item: Pointer) -> bool:
    """Whether there is an area that a page object is clipped to."""
    return bool(_clip_count_of(_clip_of(item)) > 0)


def cutting_clips(item: Pointer) -> Iterator[Rect]:
    """The outermost area that a clipped page object is clipped to, if that cuts it."""
    clip = _clip_of(item)
    x, y = c_float(), c_float()
    points: list[tuple[float, float]] = []
    for index in range(_clip_segment_count_of(clip, 0)):
        _get_point(_clip_segment_at(clip, 0, index), byref(x), byref(y))
        points.append((x.value, y.value))
    if points:
        area, drawn = around(points), _bounds(item, IDENTITY)
        beyond = (
            area.left - drawn.left, area.bottom - drawn.bottom,
            drawn.right - area.right, drawn.top - area.top,
        )  # fmt: skip
        if max(beyond) > _CUT:
            yield area


def _pieces(outline: list[tuple[float, float]], stroked: bool) -> Iterator[Rect]:
    """The thin parts of one outline: all its sides if stroked, itself if it is a thin fill."""
    if stroked:
        for (x0, y0), (x1, y1) in pairwise(outline):
            side = Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            if min(side.right - side.left, side.top - side.bottom) <= 1:
                yield side
        return
    whole = around(outline)
    if min(whole.right - whole.left, whole.top - whole.bottom) <= THICKEST:
        yield whole


def _outlines(item: Pointer, matrix: Matrix, segments: int) -> Iterator[list[tuple[float, float]]]:
    """The sub-paths of a path as lists of points, closed where the path closes them."""
    x, y = c_float(), c_float()
    outline: list[tuple[float, float]] = []
    for index in range(segments):
        segment = _segment_at(item, index)
        _get_point(segment, byref(x), byref(y))
        point = matrix.point(x.value, y.value)
        if _segment_kind_of(segment) == pdfium_c.FPDF_SEGMENT_MOVETO:
            if len(outline) > 1:
                yield outline
            outline = []
        outline.append(point)
        if _closes(segment):
            outline.append(outline[0])
    if len(outline) > 1:
        yield outline


def _bounds(item: Pointer, matrix: Matrix) -> Rect:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    _get_bounds(item, byref(left), byref(bottom), byref(right), byref(top))
    if matrix is IDENTITY:
        return Rect(left.value, bottom.value, right.value, top.value)
    return matrix.rect(Rect(left.value, bottom.value, right.value, top.value))
