"""Rectangles on a page.

One convention everywhere: PDF points, origin at the top left of the page *as
displayed* (after /Rotate), x to the right, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in points: left, top, right, bottom."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    @property
    def centre_x(self) -> float:
        """Middle between left and right, in points."""
        return (self.x0 + self.x1) / 2

    @property
    def centre_y(self) -> float:
        """Middle between top and bottom, in points."""
        return (self.top + self.bottom) / 2

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def overlaps(self, other: Box) -> bool:
        """Whether the two rectangles share an area."""
        return (
            self.x0 < other.x1
            and other.x0 < self.x1
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def grown(self, by: float) -> Box:
        """The rectangle with each side moved outwards by so many points."""
        return Box(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)


def enclosing(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle around all of `boxes`.

    Raises:
        ValueError: `boxes` is empty.
    """
    every = tuple(boxes)
    if len(every) == 1:
        return every[0]
    x0s, tops, x1s, bottoms = zip(*every, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))
