"""The few colours of the window, for light and dark palettes, and the contrast they keep."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor, QPalette

ACCENT: Final = QColor("#1f6feb")
"""the frame around what is selected, on a page"""


def is_dark(palette: QPalette) -> bool:
    """Whether text is light on dark."""
    return palette.base().color().lightness() < palette.text().color().lightness()


def header_colour(palette: QPalette) -> QColor:
    """The background of a table's labels."""
    return blend(palette.base().color(), palette.text().color(), 0.06)


def secondary_text(palette: QPalette) -> QColor:
    """Text of second rank, still readable."""
    return blend(palette.text().color(), palette.base().color(), 0.2)


def accent(palette: QPalette) -> QColor:
    """The frame around the selected cell of a table; a colour of the caller's own."""
    return QColor("#6cb2ff") if is_dark(palette) else QColor(ACCENT)


def blend(below: QColor, above: QColor, part: float) -> QColor:
    """`above` laid over `below` with this opacity."""
    return QColor(_blend(below.rgba(), above.rgba(), part))


@lru_cache(maxsize=512)
def _blend(below: int, above: int, part: float) -> QColor:
    one, other = QColor(below), QColor(above)
    return QColor.fromRgbF(
        one.redF() * (1 - part) + other.redF() * part,
        one.greenF() * (1 - part) + other.greenF() * part,
        one.blueF() * (1 - part) + other.blueF() * part,
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(p) for p in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
