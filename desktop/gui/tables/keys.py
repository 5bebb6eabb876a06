"""What keys mean in a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def begins_edit(event: QKeyEvent) -> bool:
    """Whether a key opens the cell: Enter, but not with Ctrl.

    Ctrl+Enter takes what is proposed; where nothing is, it must not begin an edit instead.
    """
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not ctrl
