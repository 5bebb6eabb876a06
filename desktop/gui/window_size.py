"""The size and place of the window, as it was left or as the screen allows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop.gui.settings import store, stored

_KEY: Final = "window/geometry"
_LEAST: Final = QSize(900, 560)
_USUAL: Final = QSize(1680, 1000)
_FRAME: Final = QSize(16, 48)
"""what desktops draw around a window, at most"""


def restore_size(window: QWidget) -> None:
    """As it was left; at first as usual, maximized where the screen has no room for that."""
    room = window.screen().availableSize() - _FRAME
    window.setMinimumSize(_LEAST.boundedTo(room))
    geometry = stored(_KEY)
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        window.resize(room.boundedTo(_USUAL))
        if window.size() != _USUAL:
            window.setWindowState(Qt.WindowState.WindowMaximized)


def remember_size(window: QWidget) -> None:
    """For the next start."""
    store(_KEY, window.saveGeometry())
