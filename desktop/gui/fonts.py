"""The system's font with Chinese behind it, and figures of one width."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

_CHINESE: Final = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "思源黑体 CN",
    "WenQuanYi Micro Hei",
)


def interface_font(system: QFont) -> QFont:
    """The system's font; Chinese characters from a Chinese face where it has none.

    Only fonts that exist are named: Qt warns about others.
    """
    present = set(QFontDatabase.families())
    chinese = [family for family in _CHINESE if family in present]
    font = QFont(system)
    # A Latin system font first would leave the choice of the Chinese face to chance, which
    # on a machine set to no language is a Japanese one.
    font.setFamilies([*chinese[:1], *system.families(), *chinese[1:]])
    return font


@cache
def _adjusted(key: str, bold: bool, smaller: int) -> QFont:
    font = QFont()
    font.fromString(key)
    font.setBold(bold or font.bold())
    if smaller and font.pointSizeF() > 0:
        font.setPointSizeF(max(7.0, font.pointSizeF() - smaller))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def tabular(font: QFont, *, bold: bool = False, smaller: int = 0) -> QFont:
    """A font whose figures are equally wide, bold or smaller by so many points if asked."""
    return _adjusted(font.toString(), bold, smaller)


def narrowed(font: QFont, text: str, width: int) -> QFont:
    """The font, made small enough for a text to fit a width in pixels."""
    needed = QFontMetrics(font).horizontalAdvance(text)
    smaller = QFont(font)
    if needed > width > 0 and font.pointSizeF() > 0:
        smaller.setPointSizeF(font.pointSizeF() * width / needed * 0.97)
    return smaller


def wrapped_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """The height of a text wrapped to a width, in pixels."""
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    return metrics.boundingRect(QRect(0, 0, max(width, 1), 1 << 20), flags, text).height()


def label_height(font: QFont, text: str, width: int) -> int:
    """The same for a label that is measured again and again."""
    return _label_height(font.toString(), text, width)


@lru_cache(maxsize=4096)
def _label_height(key: str, text: str, width: int) -> int:
    font = QFont()
    font.fromString(key)
    return wrapped_height(QFontMetrics(font), text, width)
