"""What a delegate paints on: area, colours and font."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


@dataclass(frozen=True, slots=True)
class PaintContext:
    """A cell's area on the screen, and how the view around it looks."""

    area: QRect
    palette: QPalette
    font: QFont
    selected: bool = False

    @classmethod
    def of(cls, option: QStyleOptionViewItem) -> PaintContext:
        """From Qt's own description, whose members PySide's type stubs leave out."""
        raw = cast("Any", option)
        selected = bool(raw.state & QStyle.StateFlag.State_Selected)
        return cls(QRect(raw.rect), QPalette(raw.palette), QFont(raw.font), selected)
