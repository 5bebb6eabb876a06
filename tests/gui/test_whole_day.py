"""A working day with keys alone: walked, repaired, waived, edited, killed, taken up, exported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from desktop.report.values import Number
from desktop.resources import resource
from tests.builders import FORM_2021, right_values
from tests.drawing.report import Content, draw_report

pytestmark = pytest.mark.screen

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"

COMMON = """
import json, sys, time
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from desktop.gui import create_app, dialogs

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

def wait(condition):
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, condition
        QApplication.processEvents()
        time.sleep(0.005)

def press(key, modifier=NONE):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    for _ in range(5):
        QApplication.processEvents()

def state():
    found = {}
    for entry in window.panel.workspace.reports:
        review = entry.review
        found[entry.path.name] = {
            "edits": {name: str(review.report.value(name)) for name in review.edited()},
            "decisions": sorted([d.verdict, d.reason] for d in review.decisions.values()),
            "done": review.done,
        }
    return found
"""

MORNING = (
    COMMON
    + """
if __name__ == "__main__":
    app, window = create_app(sys.argv[1:])
    window.activateWindow()
    reports = window.panel.workspace.reports
    wait(lambda: reports and all(report.review for report in reports))
    window.panel.workspace.show(window.panel.workspace.reports.in_work_order()[0])
    # All findings, by one key, until the first comes round again.
    seen = []
    while True:
        press(Qt.Key.Key_F8)
        place = (window.panel.workspace.current.path.name, window.panel.workspace.position)
        if place in seen:
            break
        seen.append(place)
    open_ = [(e.path.name, n) for e in window.panel.workspace.reports
             for n, is_open in enumerate(e.index.open) if is_open]
    assert sorted(seen) == sorted(open_), (seen, open_)
    # A repair that is offered, one waiver, one edit.
    for _ in range(len(seen)):
        if window.commands.take_repair.isEnabled():
            break
        press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_F7)
    QTest.keyClicks(window.panel.findings.detail.form.reason, "confirmed by phone")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_PageDown, CONTROL)
    view = window.panel.tables.current_view()
    window.panel.workspace.select_cell(view.source.names()[0])
    view.setFocus()
    press(Qt.Key.Key_F2)
    QTest.keyClicks(view.viewport().findChild(QLineEdit), "4321")
    QTest.keyClick(view.viewport().findChild(QLineEdit), Qt.Key.Key_Return)
    wait(lambda: "4321" in str(state()))
    print(json.dumps(state()), flush=True)
    time.sleep(60)
"""
)

AFTERNOON = (
    COMMON
    + """
from pathlib import Path

if __name__ == "__main__":
    app, window = create_app([])
    window.activateWindow()
    assert window.banner.text
    # The first answer, as the keyboard reaches it.
    window.banner.setFocus()
    while not (QApplication.focusWidget() and QApplication.focusWidget().parent() is window.banner):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    reports = window.panel.workspace.reports
    wait(lambda: reports and all(report.review for report in reports))
    print(json.dumps(state()), flush=True)
    for number, entry in enumerate(window.panel.workspace.reports):
        window.panel.workspace.show(entry)
        target = Path(sys.argv[1]) / f"{entry.path.stem}.xlsx"
        dialogs.ask_file_name = lambda _parent, _preset, target=target: target
        press(Qt.Key.Key_F12)
        wait(lambda: not window.panel.services.writer.is_busy)
        press(Qt.Key.Key_S, CONTROL)
        wait(lambda: not window.panel.services.writer.is_busy)
    assert not window.panel.workspace.reports.unsaved()
    assert window.close()
"""
)


def run(code: str, folder: Path, *words: object) -> subprocess.Popen[str]:
    driver = folder / "driver.py"
    driver.write_text(code, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    environment.pop("QT_QPA_PLATFORM", None)
    return subprocess.Popen(
        [sys.executable, str(driver), *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


def reports(folder: Path) -> list[Path]:
    """The packaged sample, two drawn reports with an error each, and the shared samples.

    Those are there where they are at hand; a scan is left out, which has nothing to review.
    """
    folder.mkdir()
    paths = [folder / name for name in ("sample.pdf", "cell.pdf", "total.pdf")]
    paths[0].write_bytes(resource("sample", "sample-2024.pdf").read_bytes())
    for path, name in zip(
        paths[1:], ("applications.granted.natural", "disputes.review.total"), strict=True
    ):
        values: dict[str, Number | str] = dict(right_values(Random(path.name)))
        values[name] = 777
        draw_report(path, Content(FORM_2021, values))
    for sample in sorted(SAMPLES.glob("*.pdf")):
        if "scan" not in sample.stem:
            paths.append(folder / sample.name)
            paths[-1].write_bytes(sample.read_bytes())
    return paths


def test_a_day_at_the_desk(tmp_path: Path) -> None:
    paths = reports(tmp_path / "reports")
    with run(MORNING, tmp_path, *paths) as morning:
        assert morning.stdout is not None
        line = morning.stdout.readline()
        morning.kill()
        _, complaints = morning.communicate()
    assert line, complaints
    before = json.loads(line)
    assert sum(len(report["edits"]) for report in before.values()) >= 2
    accepted = ["accepted", "confirmed by phone"]
    # What one wrong cell explains was accepted at once, and of nothing else.
    assert [[accepted] == r["decisions"][:1] for r in before.values()].count(True) == 1

    target = tmp_path / "out"
    target.mkdir()
    afternoon = run(AFTERNOON, tmp_path, target)
    out, complaints = afternoon.communicate(timeout=120)
    assert afternoon.returncode == 0, complaints
    assert json.loads(out) == before
    for path in paths:
        edits = before[path.name]["edits"]
        book = load_workbook(target / f"{path.stem}.xlsx")
        cells = [c for sheet in book for row in sheet.iter_rows(values_only=True) for c in row]
        book.close()
        shown = {str(cell) for cell in cells if cell is not None}
        assert set(edits.values()) <= shown
        assert path.with_suffix(".gouji").exists()
        # The PDF itself is never written.
    assert paths[0].read_bytes() == resource("sample", "sample-2024.pdf").read_bytes()
