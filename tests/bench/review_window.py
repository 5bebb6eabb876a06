"""The window's bars, in a running program: `python -m tests.bench.review_window [FILE]`.

From the drop of a report to its page and filled tables on the screen, and from a key press
to the table checked again and painted: medians of several rounds, after one to warm up. Then
the work between two turns of its event loop, while a hundred reports are read.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.gui.application import create_app
from desktop.gui.window import ReviewWindow
from desktop.resources import resource
from desktop.workspace import review_commands
from tests.bench.pulse import Pulse

ROUNDS = 9
EDITS = 40
HUNDRED = 100
PATIENCE = 60.0
CELL = "applications.granted.natural"


def wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()


def painted(window: ReviewWindow) -> None:
    """Paint what waits to be painted."""
    QApplication.processEvents()
    assert not window.panel.tables.current_view().viewport().visibleRegion().isEmpty()


def drops(window: ReviewWindow, file: Path, folder: Path) -> list[float]:
    """Seconds from a drop to page and tables, for fresh copies of a file."""
    seconds = []
    for number in range(ROUNDS + 1):
        path = folder / f"{number}.pdf"
        path.write_bytes(file.read_bytes())
        started = time.perf_counter()
        window.open_paths([path])

        def shown(path: Path = path) -> bool:
            entry = window.panel.workspace.current
            ready = entry is not None and entry.path.name == path.name and entry.review is not None
            return ready and window.panel.pages.view.is_drawn()

        wait(shown)
        painted(window)
        seconds.append(time.perf_counter() - started)
    return seconds[1:]


def keys(window: ReviewWindow) -> list[float]:
    """Seconds from an edit to the table checked again and painted."""
    window.panel.workspace.select_cell(CELL)
    painted(window)
    seconds = []
    for number in range(EDITS + 1):
        started = time.perf_counter()
        review_commands.edit(window.panel.workspace, CELL, str(300 + number))
        painted(window)
        seconds.append(time.perf_counter() - started)
    return seconds[1:]


def stretches(window: ReviewWindow, file: Path, folder: Path) -> list[float]:
    """Seconds of the window's thread between two turns, while a hundred files are read."""
    before = len(window.panel.workspace.reports)
    for number in range(HUNDRED):
        (folder / f"hundred-{number}.pdf").write_bytes(file.read_bytes())
    pulse = Pulse()
    pulse.start()
    window.open_paths(sorted(folder.glob("hundred-*.pdf")))

    def done() -> bool:
        entries = window.panel.workspace.reports[before:]
        return len(entries) == HUNDRED and all(not e.is_loading for e in entries)

    wait(done)
    pulse.stop()
    return pulse.stretches


def main(file: Path) -> None:
    """Measure all, and print them."""
    with tempfile.TemporaryDirectory() as name:
        _, window = create_app([])
        window.resize(1366, 768)
        QApplication.processEvents()
        for what, seconds, bar in (
            ("drop to page and tables", drops(window, file, Path(name)), 500),
            ("key to checked table", keys(window), 30),
            ("work between turns", stretches(window, file, Path(name)), 50),
        ):
            middle, worst = statistics.median(seconds) * 1000, max(seconds) * 1000
            print(f"{what}: {middle:.0f} ms (worst {worst:.0f}, bar {bar})")
        for report in window.panel.workspace.reports.unsaved():
            if report.review is not None:
                report.review.mark_saved(report.review.history)
        window.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[variable] = home
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else resource("sample", "sample-2024.pdf"))
