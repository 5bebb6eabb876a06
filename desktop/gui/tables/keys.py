"""What keys mean in a table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.gui.tables.moves import Move

_Cursor = QAbstractItemView.CursorAction
_MOVES: Final = {
    _Cursor.MoveLeft: Move.LEFT,
    _Cursor.MoveRight: Move.RIGHT,
    _Cursor.MoveUp: Move.UP,
    _Cursor.MoveDown: Move.DOWN,
    _Cursor.MovePageUp: Move.FIRST,
    _Cursor.MovePageDown: Move.LAST,
    _Cursor.MoveHome: Move.ROW_START,
    _Cursor.MoveEnd: Move.ROW_END,
    _Cursor.MoveNext: Move.NEXT,
    _Cursor.MovePrevious: Move.PREVIOUS,
}


def begins_edit(event: QKeyEvent) -> bool:
    """Whether a key opens the cell: Enter, but not with Ctrl.

    Ctrl+Enter takes what is proposed; where nothing is, it must not begin an edit instead.
    """
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not ctrl


def move_of(cursor: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> Move:
    """Where a key goes; Home and End with Ctrl to the first and last cell of the table."""
    move = _MOVES[cursor]
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return {Move.ROW_START: Move.FIRST, Move.ROW_END: Move.LAST}.get(move, move)
    return move


def key_press(text: str) -> QKeyEvent:
    """A key that types this."""
    return QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
