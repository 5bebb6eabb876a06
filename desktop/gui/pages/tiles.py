"""Parts of page images, and a store of them that is bounded in bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtGui import QImage

SIDE: Final = 1536
"""pixels along a tile's side: a page at usual zoom is one tile, at 600 % a few are enough"""


class Tile(NamedTuple):
    """A part of a page's image: page from 1, device pixels for each point, and its place."""

    page: int
    scale: float
    column: int
    row: int

    @property
    def x(self) -> int:
        """Left edge in device pixels of the page's image."""
        return self.column * SIDE

    @property
    def y(self) -> int:
        """Top edge in device pixels of the page's image."""
        return self.row * SIDE


def tiles_of(
    page: int, scale: float, size: tuple[int, int], top: float = 0, bottom: float = float("inf")
) -> Iterator[Tile]:
    """The tiles of a page of `size` device pixels that lie between two heights in it."""
    width, height = size
    for row in range((height + SIDE - 1) // SIDE):
        if row * SIDE < bottom and (row + 1) * SIDE > top:
            for column in range((width + SIDE - 1) // SIDE):
                yield Tile(page, scale, column, row)


class TileStore:
    """Images by tile; those not used for longest give way when `limit` bytes are passed."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._used = 0
        self._images: OrderedDict[Tile, QImage] = OrderedDict()

    @property
    def used(self) -> int:
        """Bytes held now."""
        return self._used

    def __contains__(self, tile: Tile) -> bool:
        return tile in self._images

    def get(self, tile: Tile) -> QImage | None:
        """The image of a tile, which counts as a use of it."""
        image = self._images.get(tile)
        if image is not None:
            self._images.move_to_end(tile)
        return image

    def keep(self, tile: Tile, image: QImage) -> None:
        """Hold an image from now on."""
        old = self._images.pop(tile, None)
        self._used += image.sizeInBytes() - (0 if old is None else old.sizeInBytes())
        self._images[tile] = image
        while self._used > self._limit and len(self._images) > 1:
            _, dropped = self._images.popitem(last=False)
            self._used -= dropped.sizeInBytes()

    def of_page(self, page: int, *, but: float) -> list[tuple[Tile, QImage]]:
        """What there is of a page at the other scale used last, to show meanwhile."""
        held = [item for item in self._images.items() if item[0].page == page]
        scales = [tile.scale for tile, _ in held if tile.scale != but]
        return [item for item in held if item[0].scale == scales[-1]] if scales else []

    def clear(self) -> None:
        """Forget everything."""
        self._images.clear()
        self._used = 0
