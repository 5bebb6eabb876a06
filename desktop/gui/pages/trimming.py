"""What of the picture of a large cell is worth the room."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform

_WHITE: Final = 240
_MARGIN: Final = 3


def trimmed(image: QImage, highest: int, widest: int) -> QImage:
    """A picture without the empty rows and columns of a large cell, as far as there are some.

    What is printed is never cut: a picture that is full stays as high as it is, and one with
    more across than `widest` device pixels is made smaller.
    """
    rotated = _without_rows(image, highest).transformed(QTransform().rotate(90))
    picture = _without_rows(rotated, widest).transformed(QTransform().rotate(-90))
    if picture.width() > widest:
        return picture.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)
    return picture


def _without_rows(image: QImage, highest: int) -> QImage:
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
