"""The reading frame of a page: the quarter turn in which its text stands upright.

A page can be displayed turned (/Rotate), and text can be drawn turned on it. Tables are
read in the frame where the text is upright; places are given as the page is displayed.
Both are quarter turns of the page's own coordinates.
"""

from __future__ import annotations

from typing import NamedTuple

from desktop.geometry import Box


class Frame(NamedTuple):
    """A quarter turn of a page.

    `quarter` counts turns of the text against the clock (0 to 3) that the frame undoes;
    `displayed_quarter` is the same for the page as displayed. `x0`, `y0`, `x1`, `y1` are the
    visible part of the page in its own coordinates (points, y upwards).
    """

    quarter: int
    displayed_quarter: int
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width of the frame in points."""
        return self.y1 - self.y0 if self.quarter % 2 else self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height of the frame in points."""
        return self.x1 - self.x0 if self.quarter % 2 else self.y1 - self.y0

    def from_page(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle in the page's own coordinates to the frame."""
        return self._rotated(self.quarter, left, bottom, right, top)

    def down(self, x: float, y: float) -> float:
        """How far below the frame's top a point of the page's own coordinates lies."""
        if self.quarter == 0:
            return self.y1 - y
        return (0.0, x - self.x0, y - self.y0, self.x1 - x)[self.quarter]

    def displayed(self, box: Box) -> Box:
        """A rectangle of the frame as the page is displayed."""
        if self.quarter == self.displayed_quarter:
            return box
        return self._rotated(self.displayed_quarter, *self._to_page(box))

    def _rotated(self, quarter: int, left: float, bottom: float, right: float, top: float) -> Box:
        if quarter == 0:
            return Box(left - self.x0, self.y1 - top, right - self.x0, self.y1 - bottom)
        if quarter == 1:
            return Box(bottom - self.y0, left - self.x0, top - self.y0, right - self.x0)
        if quarter == 2:
            return Box(self.x1 - right, bottom - self.y0, self.x1 - left, top - self.y0)
        return Box(self.y1 - top, self.x1 - right, self.y1 - bottom, self.x1 - left)

    def _to_page(self, box: Box) -> tuple[float, float, float, float]:
        left, top, right, bottom = box
        if self.quarter == 0:
            return left + self.x0, self.y1 - bottom, right + self.x0, self.y1 - top
        if self.quarter == 1:
            return top + self.x0, left + self.y0, bottom + self.x0, right + self.y0
        if self.quarter == 2:
            return self.x1 - right, top + self.y0, self.x1 - left, bottom + self.y0
        return self.x1 - bottom, self.y1 - right, self.x1 - top, self.y1 - left
