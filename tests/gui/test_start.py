"""The window comes up before most of the program is loaded, and misses nothing by it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.files.folders import data_folder
from desktop.gui.application import start
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.resources import resource
from tests.gui.conftest import WindowDriver

# Shows the window with nothing to open, then has the panes made.
STARTING = """
import sys
from desktop.gui.application import start

program = start([])
program.app.processEvents()
assert program.window.isVisible()
panel = "desktop.gui.review_panel"
late = {panel, "desktop.report.model", "desktop.rules.engine", "multiprocessing", "pandas", "numpy"}
print("loaded:", *sorted(late & set(sys.modules)))
program.make_ready()
print("then:", *sorted(late & set(sys.modules)))
program.window.close()
"""


def test_the_window_is_up_before_what_reviews_reports_is_loaded(tmp_path: Path) -> None:
    place = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", STARTING],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
        env={**os.environ, **place, "QT_QPA_PLATFORM": "offscreen"},
    )
    first, then = done.stdout.splitlines()
    assert first == "loaded:"
    assert "desktop.gui.review_panel" in then
    # Sets of reports alone want these, and ask for them.
    assert not {"pandas", "numpy"} & set(then.split())


def test_a_window_closed_at_once_asks_for_nothing_more(
    driver: WindowDriver, right_report: Report
) -> None:
    program = start([], lambda: driver.answers)
    driver.qtbot.addWidget(program.window)
    visible: list[bool] = []
    program.ending.connect(lambda: visible.append(program.window.isVisible()))
    program.window.close()
    # Later starts are turned away before the window goes, which may take a while.
    assert visible == [True]
    program.make_ready()
    program.receive([driver.readable(right_report)])
    assert not driver.answers.is_warm
    assert not program.window.isVisible()
    assert program.window.findChild(QWidget, "findingsView") is None


def enabled(window: ReviewWindow) -> set[str]:
    names = type(window.commands)._fields
    return {n for n, a in zip(names, window.commands, strict=True) if a.isEnabled()}


def test_before_the_first_report_only_what_makes_sense_can_be_done(driver: WindowDriver) -> None:
    program = start([], lambda: driver.answers)
    driver.qtbot.addWidget(program.window)
    assert enabled(program.window) == {"open", "quit", "settings", "shortcuts", "about"}
    program.make_ready()
    driver.qtbot.waitUntil(lambda: driver.answers.is_warm)
    assert {"open", "zoom_in", "fit_width", "next_page"} <= enabled(program.window)
    assert not {"save", "next_finding", "undo"} & enabled(program.window)
    assert program.window.stack.currentWidget() is program.window.start


def test_a_pane_folded_before_the_panes_are_there_is_folded_then(
    driver: WindowDriver, right_report: Report
) -> None:
    program = start([], lambda: driver.answers)
    window = program.window
    driver.qtbot.addWidget(window)
    (switch,) = (a for a in window.findChildren(QAction) if a.text() == "问题清单")
    switch.setChecked(False)
    path = driver.readable(right_report)
    window.open_paths([path])
    driver.wait_read(window, [path])
    pane: QWidget = window.panel.findings
    assert pane.isHidden()
    switch.setChecked(True)
    assert not pane.isHidden()


def test_the_sample_is_opened_where_what_is_done_to_it_can_be_kept(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start([], lambda: driver.answers).window
    driver.qtbot.addWidget(window)
    opened: list[Path] = []
    monkeypatch.setattr(window, "open_paths", opened.extend)
    window.start.sample_clicked.emit()
    (path,) = opened
    assert path.is_relative_to(data_folder())
    assert path.read_bytes() == resource("sample", "sample-2024.pdf").read_bytes()


def test_with_the_first_report_the_keys_go_to_its_tables(
    driver: WindowDriver, right_report: Report
) -> None:
    paths = [driver.readable(right_report, name) for name in ("a.pdf", "b.pdf")]
    window = driver.window(*paths)
    assert window.focusWidget() is window.panel.tables.current_view()
