"""The window's thread while a hundred reports are read by real worker processes."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.gui.application import create_app
from desktop.gui.collector import calm_collector
from desktop.resources import resource
from desktop.workspace.states import Readability
from tests.bench.pulse import Pulse

COUNT = 100


@pytest.fixture(autouse=True)
def _usual_collector() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def test_the_window_s_thread_stays_free_while_a_hundred_reports_are_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(COUNT):
        shutil.copy(resource("sample", "sample-2024.pdf"), tmp_path / f"{number:03}.pdf")
    app, window = create_app([])
    calm_collector(app)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    qtbot.wait(200)
    pulse = Pulse()
    pulse.start()
    window.open_paths([tmp_path])

    def done() -> bool:
        entries = window.panel.workspace.reports
        return len(entries) == COUNT and all(not e.is_loading for e in entries)

    qtbot.waitUntil(done, timeout=180_000)
    # And while a person goes through them.
    for _ in range(30):
        # From inside the event loop, as a key comes.
        QTimer.singleShot(0, window.commands.next_finding.trigger)
        qtbot.wait(20)
    pulse.stop()
    assert all(entry.readability is Readability.READ for entry in window.panel.workspace.reports)
    # One that waits for its workers turns once a report at best; `make bench` has the times.
    assert len(pulse.stretches) > 2 * COUNT
