"""The whole way with real worker processes: a file opened, corrected, exported, closed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from desktop.gui import create_app
from desktop.gui.window import ReviewWindow
from desktop.resources import resource
from desktop.workspace import review_commands
from desktop.workspace.states import Readability

DRIVER = """
import sys, time
from desktop.gui import create_app

if __name__ == "__main__":
    app, window = create_app([sys.argv[1]])
    end = time.monotonic() + 60
    while not window.panel.pages.view.is_drawn():
        assert time.monotonic() < end
        app.processEvents()
        time.sleep(0.01)
    window.panel.workspace.select_finding(0)
    for _ in range(50):
        app.processEvents()
        time.sleep(0.01)
    assert app.platformName() in ("xcb", "windows")
    picture = window.screen().grabWindow(0).toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7)
               for y in range(0, picture.height(), 7)}
    assert len(colours) > 50, len(colours)
    assert window.close()
    print("closed")
"""


@pytest.fixture
def window(qtbot: QtBot) -> ReviewWindow:
    _, window = create_app([str(resource("sample", "sample-2024.pdf"))])
    assert isinstance(window, ReviewWindow)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.panel.workspace.review is not None, timeout=60000)
    return window


def test_the_sample_is_read_corrected_and_exported(
    qtbot: QtBot, window: ReviewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review, entry = window.panel.workspace.review, window.panel.workspace.current
    assert review is not None
    assert entry is not None
    assert review.report.form.slots().keys() == review.report.cells.keys()
    assert entry.index.findings
    for name, cell in review.report.cells.items():
        table = window.findChild(QTableView, f"table_{name.split('.')[0]}")
        assert isinstance(table, QTableView)
        shown = window.panel.tables.views[name.split(".")[0]].source.index_of(name).data()
        assert str(shown) == "".join(cell.text.split())

    qtbot.waitUntil(window.panel.pages.view.is_drawn, timeout=10000)
    window.commands.next_finding.trigger()
    name = window.panel.workspace.cell
    assert name
    assert review_commands.edit(window.panel.workspace, name, "4321")

    target = tmp_path / "out.xlsx"
    monkeypatch.setattr("desktop.gui.dialogs.ask_file_name", lambda _parent, _preset: target)
    with qtbot.waitSignal(window.panel.services.file_written, timeout=30000):
        window.commands.export_excel.trigger()
    book = load_workbook(target)
    values = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    book.close()
    assert 4321 in values


def test_the_window_closes_while_files_are_read(qtbot: QtBot) -> None:
    _, window = create_app([str(resource("sample", "sample-2024.pdf"))])
    assert isinstance(window, ReviewWindow)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: bool(window.panel.workspace.reports), timeout=60000)
    assert window.panel.workspace.reports[0].readability is Readability.LOADING
    assert window.close()


@pytest.mark.screen
def test_the_window_shows_on_a_real_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text(DRIVER, "utf-8")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    sample = str(resource("sample", "sample-2024.pdf"))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    done = subprocess.run(
        [sys.executable, str(driver), sample],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "closed"
    assert done.stderr.strip() == ""
