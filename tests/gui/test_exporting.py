"""Corrected reports to files, and what happens to edits when the window closes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import ReviewFileError
from desktop.gui import dialogs
from desktop.gui.dialogs import Unsaved
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.review.review import Review
from desktop.review.store import load_saved
from desktop.workspace import review_commands, writer
from tests.gui.conftest import WindowDriver

TOTAL = "disputes.review.total"


@pytest.fixture
def edited(driver: WindowDriver, right_report: Report) -> ReviewWindow:
    window = driver.window(driver.readable(right_report))
    review_commands.edit(window.panel.workspace, TOTAL, "54321")
    return window


def test_the_named_file_is_written(
    driver: WindowDriver, edited: ReviewWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    presets: list[Path] = []

    def answer(_parent: object, preset: Path) -> Path:
        presets.append(preset)
        return driver.folder / "out.csv"

    monkeypatch.setattr(dialogs, "ask_file_name", answer)
    with driver.qtbot.waitSignal(edited.panel.services.file_written, timeout=20000):
        edited.commands.export_csv.trigger()
    assert presets == [driver.folder / "report.csv"]
    with (driver.folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["编号"]: row for row in csv.DictReader(file)}
    assert rows[TOTAL]["更正值"] == "54321"
    assert str(driver.folder / "out.csv") in edited.statusBar().currentMessage()
    # What is exported for others is no place to go on from.
    assert edited.isWindowModified()


def test_saving_writes_the_review_beside_the_pdf(
    driver: WindowDriver, edited: ReviewWindow
) -> None:
    assert edited.isWindowModified()
    (driver.folder / "report-已核对.xlsx").write_bytes(b"mine")
    with driver.qtbot.waitSignal(edited.panel.services.file_written, timeout=20000):
        edited.commands.save.trigger()
    saved = load_saved(driver.folder / "report.gouji")
    assert [edit.name for step in saved.steps for edit in step.edits] == [TOTAL]
    assert not edited.isWindowModified()
    # Undo reaches back behind the saving.
    edited.commands.undo.trigger()
    assert edited.isWindowModified()
    assert edited.panel.workspace.review is not None
    assert edited.panel.workspace.review.edited() == {}
    edited.commands.redo.trigger()
    assert not edited.isWindowModified()
    # An exported workbook of an earlier day is nobody's to overwrite.
    assert (driver.folder / "report-已核对.xlsx").read_bytes() == b"mine"


def test_nothing_is_written_when_the_dialog_is_left(
    edited: ReviewWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_file_name", lambda _parent, _preset: None)
    edited.commands.export_excel.trigger()
    assert not edited.panel.services.writer.is_busy


def test_a_failure_is_told_in_one_sentence(
    driver: WindowDriver, edited: ReviewWindow, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    def fail(_review: Review, _path: Path, _time: str) -> None:
        raise ReviewFileError("磁盘已满。", "ENOSPC")

    monkeypatch.setattr(writer, "save_review", fail)
    with driver.qtbot.waitSignal(edited.panel.services.write_failed):
        edited.commands.save.trigger()
    assert said == ["磁盘已满。"]
    assert edited.isWindowModified()


def answer_with(monkeypatch: pytest.MonkeyPatch, answer: Unsaved) -> list[int]:
    asked: list[int] = []

    def ask(_parent: object, count: int) -> Unsaved:
        asked.append(count)
        return answer

    monkeypatch.setattr(dialogs, "ask_unsaved", ask)
    return asked


def test_closing_with_edits_asks(edited: ReviewWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer_with(monkeypatch, Unsaved.CANCEL)
    assert not edited.close()
    assert asked == [1]
    answer_with(monkeypatch, Unsaved.DISCARD)
    assert edited.close()


def test_closing_can_save_first(
    driver: WindowDriver, edited: ReviewWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer_with(monkeypatch, Unsaved.SAVE)
    edited.close()
    driver.qtbot.waitUntil(lambda: not edited.isVisible(), timeout=20000)
    assert asked == [1]
    assert (driver.folder / "report.gouji").exists()


def test_closing_without_edits_does_not_ask(
    driver: WindowDriver, right_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer_with(monkeypatch, Unsaved.CANCEL)
    assert driver.window(driver.readable(right_report)).close()
    assert asked == []


def test_the_contract_s_actions_are_found_by_name(driver: WindowDriver) -> None:
    window = driver.window()
    for name in (
        *("actionOpen", "actionSave", "actionUndo", "actionRedo", "actionNextFinding"),
        *("actionPreviousFinding", "actionExportExcel", "actionExportCsv"),
    ):
        assert isinstance(window.findChild(QAction, name), QAction)


@pytest.mark.parametrize("name", ["b.gouji", "nothing.gouji"])
def test_a_saved_review_that_is_none_is_one_sentence(
    driver: WindowDriver, said: list[str], name: str
) -> None:
    path = driver.folder / "b.gouji"
    path.write_text("[]", "utf-8")
    window = driver.window()
    window.open_paths([driver.folder / name])
    driver.qtbot.waitUntil(lambda: bool(said), timeout=2000)
    assert window.panel.workspace.reports == []


def test_the_file_dialog_adds_the_ending_itself_and_so_asks_before_it_overwrites(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[QFileDialog] = []

    def accept(dialog: QFileDialog) -> bool:
        seen.append(dialog)
        dialog.selectFile(str(tmp_path / "out"))
        return True

    monkeypatch.setattr(QFileDialog, "exec", accept)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert dialogs.ask_file_name(parent, tmp_path / "report.xlsx") == tmp_path / "out.xlsx"
    assert seen[0].defaultSuffix() == "xlsx"
    assert seen[0].acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert not seen[0].testOption(QFileDialog.Option.DontConfirmOverwrite)
