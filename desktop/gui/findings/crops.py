"""Which piece of a page shows a term, and what of its picture is worth the room."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtGui import QImage

from desktop.geometry import Box
from desktop.gui.pages.renderer import Crop
from desktop.report.model import Source

_ZOOM: Final = 1.7
"""pixels for each point of a page, where there is room: digits of one size in all pictures"""
_RULING: Final = 1.5
"""points at a cell's edge that are its rulings' and never a digit's"""
_WHITE: Final = 240
_MARGIN: Final = 3


def crop_of(source: Source, ratio: float, widest: int) -> Crop:
    """The piece of a page that shows a place, inside its rulings.

    Args:
        source: the place; a whole cell as a rule.
        ratio: device pixels for each pixel.
        widest: pixels there are across.
    """
    x0, top, x1, bottom = source.box
    inset = _RULING if min(x1 - x0, bottom - top) > 6 * _RULING else 0.0
    box = Box(x0 + inset, top + inset, x1 - inset, bottom - inset)
    scale = min(_ZOOM, widest / max(1.0, box.width))
    return Crop(source.page, box, scale * ratio)


def trimmed(image: QImage, highest: int) -> QImage:
    """A picture without the empty rows of a tall cell, down to `highest` device pixels.

    What is printed is never cut: a picture that is full stays as high as it is.
    """
    spare = image.height() - highest
    if spare <= 0:
        return image
    inked = [row for row in range(image.height()) if _has_ink(image, row)]
    if not inked:
        return image.copy(0, spare // 2, image.width(), highest)
    first, last = max(0, inked[0] - _MARGIN), min(image.height(), inked[-1] + 1 + _MARGIN)
    top = min(first, max(0, min(spare, (first + last - highest) // 2)))
    return image.copy(0, top, image.width(), max(last - top, highest))


def _has_ink(image: QImage, row: int) -> bool:
    # The stubs of PySide call this memory an object.
    pixels = bytes(cast("memoryview", image.constScanLine(row)))[: 4 * image.width()]
    return min(min(pixels[channel::4]) for channel in range(3)) < _WHITE
