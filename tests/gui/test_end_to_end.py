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
from desktop.gui.reports import work
from desktop.gui.reports.entry import State
from desktop.gui.window import ReviewWindow
from desktop.resources import resource

DRIVER = """
import sys, time
from desktop.gui import create_app

if __name__ == "__main__":
    app, window = create_app([sys.argv[1]])
    end = time.monotonic() + 60
    while not window.bench.pages.view.is_drawn():
        assert time.monotonic() < end
        app.processEvents()
        time.sleep(0.01)
    window.bench.desk.point(0)
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
    qtbot.waitUntil(lambda: window.bench.desk.review is not None, timeout=60000)
    return window


def test_the_sample_is_read_corrected_and_exported(
    qtbot: QtBot, window: ReviewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review, entry = window.bench.desk.review, window.bench.desk.current
    assert review is not None
    assert entry is not None
    assert review.report.form.slots().keys() == review.report.cells.keys()
    assert entry.index.findings
    for name, cell in review.report.cells.items():
        table = window.findChild(QTableView, f"table_{name.split('.')[0]}")
        assert isinstance(table, QTableView)
        shown = window.bench.tables.views[name.split(".")[0]].source.index_of(name).data()
        assert str(shown) == "".join(cell.text.split())

    qtbot.waitUntil(window.bench.pages.view.is_drawn, timeout=10000)
    window.orders_table.next_finding.trigger()
    name = window.bench.desk.cell
    assert name
    assert work.edit(window.bench.desk, name, "4321")

    target = tmp_path / "out.xlsx"
    monkeypatch.setattr("desktop.gui.dialogs.ask_file_name", lambda _parent, _preset: target)
    with qtbot.waitSignal(window.bench.exporter.written, timeout=30000):
        window.orders_table.export_excel.trigger()
    book = load_workbook(target)
    values = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    book.close()
    assert 4321 in values


def test_the_window_closes_while_files_are_read(qtbot: QtBot) -> None:
    _, window = create_app([str(resource("sample", "sample-2024.pdf"))])
    assert isinstance(window, ReviewWindow)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: bool(window.bench.desk.entries), timeout=60000)
    assert window.bench.desk.entries[0].state is State.READING
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
