"""Rectangles and transformations in a page's own coordinates: points, y upwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import byref, c_float
from struct import Struct
from typing import Final, NamedTuple, cast

import pypdfium2.raw as pdfium_c

from desktop.pdf.calls import Pointer, unchecked

# What a named tuple's own constructor does, in half the time.
_new: Final = cast("Callable[[type[Rect], tuple[float, ...]], Rect]", tuple.__new__)
_four: Final = Struct("4f").unpack
_get_matrix = unchecked(pdfium_c.FPDFPageObj_GetMatrix)
_get_bounds = unchecked(pdfium_c.FPDFPageObj_GetBounds)


class Rect(NamedTuple):
    """A rectangle in the page's own coordinates."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in points."""
        return self.top - self.bottom


class Transform(NamedTuple):
    """A transformation as PDF writes it: x' = ax + cy + e, y' = bx + dy + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def times(self, other: Transform) -> Transform:
        """This transformation, then the other."""
        return Transform(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            self.e * other.a + self.f * other.c + other.e,
            self.e * other.b + self.f * other.d + other.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where it moves a point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def rect(self, rect: Rect) -> Rect:
        """The rectangle around where it moves a rectangle."""
        left, bottom, right, top = rect
        return around([self.point(x, y) for x in (left, right) for y in (bottom, top)])


IDENTITY: Final = Transform(1, 0, 0, 1, 0, 0)


def around(points: Sequence[tuple[float, float]]) -> Rect:
    """The smallest rectangle around points; there must be one."""
    xs, ys = zip(*points, strict=True)
    return Rect(min(xs), min(ys), max(xs), max(ys))


def matrix_of(item: Pointer) -> Transform:
    """The transformation of a page object; the identity where it has none."""
    matrix = pdfium_c.FS_MATRIX()
    if not _get_matrix(item, byref(matrix)):
        return IDENTITY
    return Transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


class Bounds:
    """Asks for the bounds of page objects, in a buffer of its own."""

    def __init__(self) -> None:
        self._sides = (c_float * 4)()
        self._targets = tuple(byref(self._sides, 4 * index) for index in range(4))

    def of(self, item: Pointer, matrix: Transform = IDENTITY) -> Rect:
        """The rectangle around a page object in a form of the given matrix."""
        _get_bounds(item, *self._targets)
        bounds = _new(Rect, _four(self._sides))
        return bounds if matrix is IDENTITY else matrix.rect(bounds)
