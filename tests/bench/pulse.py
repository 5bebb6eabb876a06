"""The turns of the window's event loop: how many, and how long the work between them took."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer


class Pulse:
    """Measures the stretches between two turns of the event loop, in the thread's own time."""

    def __init__(self) -> None:
        self.stretches: list[float] = []
        self._before = time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._before = time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = time.thread_time()
        self.stretches.append(now - self._before)
        self._before = now
