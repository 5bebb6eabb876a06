"""The areas that page objects are clipped to."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_void_p
from typing import Final

import pypdfium2.raw as pdfium_c

from desktop.pdf.calls import Pointer, unchecked
from desktop.pdf.transform import IDENTITY, Bounds, Rect, Transform, around

# Points that an object reaches beyond a clip which cuts it.
_CUT: Final = 0.5

clip_of = unchecked(pdfium_c.FPDFPageObj_GetClipPath, c_void_p)
clip_count_of = unchecked(pdfium_c.FPDFClipPath_CountPaths, c_int, c_void_p)
_segment_count_of = unchecked(pdfium_c.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
_segment_at = unchecked(pdfium_c.FPDFClipPath_GetPathSegment, Pointer, c_void_p, c_int, c_int)
_get_point = unchecked(pdfium_c.FPDFPathSegment_GetPoint)


def is_clipped(item: Pointer) -> bool:
    """Whether there is an area that a page object is clipped to."""
    return bool(clip_count_of(clip_of(item)) > 0)


def cutting_clips(item: Pointer) -> Iterator[Rect]:
    """The outermost area that a clipped page object is clipped to, if that cuts it."""
    area = _area(clip_of(item), 0)
    if area is not None and _cuts(area, Bounds().of(item)):
        yield area


def shown_part(item: Pointer, matrix: Transform) -> Rect | None:
    """The area to which an object is clipped, if that cuts it; None if all of it shows.

    Args:
        item: a page object that is clipped.
        matrix: that of the form in which it lies.
    """
    clip = clip_of(item)
    areas = [_area(clip, index) for index in range(clip_count_of(clip))]
    drawn = Bounds().of(item)
    cutting = [area for area in areas if area is not None and _cuts(area, drawn)]
    if not cutting:
        return None
    lefts, bottoms, rights, tops = zip(*cutting, strict=True)
    left, bottom = max(lefts), max(bottoms)
    shown = Rect(left, bottom, max(left, min(rights)), max(bottom, min(tops)))
    return shown if matrix is IDENTITY else matrix.rect(shown)


def _area(clip: int, path: int) -> Rect | None:
    """The rectangle around one of the paths of a clip."""
    x, y = c_float(), c_float()
    points: list[tuple[float, float]] = []
    for index in range(_segment_count_of(clip, path)):
        _get_point(_segment_at(clip, path, index), byref(x), byref(y))
        points.append((x.value, y.value))
    return around(points) if points else None


def _cuts(area: Rect, drawn: Rect) -> bool:
    return (
        area.left - drawn.left > _CUT
        or area.bottom - drawn.bottom > _CUT
        or drawn.right - area.right > _CUT
        or drawn.top - area.top > _CUT
    )
