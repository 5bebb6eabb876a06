"""Python's garbage collector, kept from making the window stutter.

A full collection looks at every object of every open report, 50 ms for a hundred of them. What
the program leaves behind in cycles is little, so the young generations suffice while someone
works, and the full collection waits until the window is left.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_YOUNG: Final = 20_000
_NEVER: Final = 1_000_000


def calm_collector(app: QApplication) -> None:
    """Collect rarely while the program is in front, and fully when it no longer is."""
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, _NEVER)
    app.applicationStateChanged.connect(_collect_when_left)


def _collect_when_left(state: Qt.ApplicationState) -> None:
    if state is not Qt.ApplicationState.ApplicationActive:
        gc.collect()
