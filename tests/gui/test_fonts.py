"""Fonts that keep a number whole."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics

from desktop.gui.fonts import narrowed


def test_a_long_number_is_made_small_not_cut() -> None:
    font = QFont()
    fitting = narrowed(font, "1234567890", 40)
    assert QFontMetrics(font).horizontalAdvance("1234567890") > 40
    assert QFontMetrics(fitting).horizontalAdvance("1234567890") <= 41
