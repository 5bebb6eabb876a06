"""Pages below one another at a zoom: where each lies, and points between view and page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.geometry import Box

GAP: Final = 12
"""pixels around and between pages"""


class PagePoint(NamedTuple):
    """A place on a page: its number from 1, and points from its top left as displayed."""

    page: int
    x: float
    y: float


class Strip:
    """All pages in one column, each centred, in logical pixels.

    Args:
        sizes: width and height of each page, in points.
        scale: logical pixels for each point.
        view_width: pixels there are across.
    """

    def __init__(self, sizes: Sequence[tuple[float, float]], scale: float, view_width: int) -> None:
        self.sizes = tuple(sizes)
        self.scale = scale
        widest = max((round(width * scale) for width, _ in self.sizes), default=0)
        self.width = max(view_width, widest + 2 * GAP)
        self._tops: list[int] = []
        top = GAP
        for _, height in self.sizes:
            self._tops.append(top)
            top += round(height * scale) + GAP
        self.height = top

    def place(self, page: int) -> Box:
        """The rectangle of a page, in pixels of the strip."""
        width, height = self.sizes[page - 1]
        across = round(width * self.scale)
        left = (self.width - across) // 2
        top = self._tops[page - 1]
        return Box(left, top, left + across, top + round(height * self.scale))

    def pages_between(self, top: float, bottom: float) -> range:
        """The numbers of the pages that lie, in part at least, between two heights."""
        if not self.sizes:
            return range(1, 1)
        first = max(1, bisect_right(self._tops, top))
        last = max(first, bisect_right(self._tops, bottom))
        return range(first, last + 1)

    def page_at(self, y: float) -> int:
        """The page at a height; the nearest above where there is a gap."""
        return min(len(self.sizes), max(1, bisect_right(self._tops, y)))

    def to_strip(self, page: int, box: Box) -> Box:
        """A rectangle on a page, in points, to pixels of the strip."""
        left, top, *_ = self.place(page)
        return Box(
            left + box.x0 * self.scale,
            top + box.top * self.scale,
            left + box.x1 * self.scale,
            top + box.bottom * self.scale,
        )

    def to_page(self, x: float, y: float) -> PagePoint:
        """A point of the strip to the page it lies on, or nearest to."""
        page = self.page_at(y)
        left, top, *_ = self.place(page)
        return PagePoint(page, (x - left) / self.scale, (y - top) / self.scale)
