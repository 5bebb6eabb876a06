"""Outline icons in the palette's text colour."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.resources import resource

_SIDE: Final = 20
RATIOS: Final = (1.0, 2.0, 3.0)
"""device pixels for each pixel, on the screens there are"""
_PROGRAM_SIDES: Final = (32, 64, 128)


def icon(name: str, palette: QPalette, ratios: Sequence[float] = RATIOS) -> QIcon:
    """The icon `resources/icons/NAME.svg`, drawn in the palette's colours.

    Raises:
        FileNotFoundError: no such icon is packaged.
    """
    made = QIcon()
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    for ratio in ratios:
        usual = _drawn(name, palette.windowText().color(), ratio)
        made.addPixmap(usual, QIcon.Mode.Normal)
        made.addPixmap(_drawn(name, disabled, ratio), QIcon.Mode.Disabled)
    return made


def program_icon() -> QIcon:
    """The program's own icon, as task bars show it."""
    made = QIcon()
    for side in _PROGRAM_SIDES:
        made.addPixmap(drawing("gouji", QColor(), side, 1))
    return made


def drawing(name: str, colour: QColor, side: int, ratio: float) -> QPixmap:
    """One icon at a size of its own, for a picture in a page."""
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    source = _source(name).replace("currentColor", colour.name())
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _drawn(name: str, colour: QColor, ratio: float) -> QPixmap:
    return drawing(name, colour, _SIDE, ratio)


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")
