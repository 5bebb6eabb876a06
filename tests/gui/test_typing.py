"""What is shown while a number is typed, and ranges from spreadsheets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop.gui import dialogs
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.workspace import review_commands
from tests.gui.conftest import WindowDriver
from tests.gui.test_tables import finish, start_editing, value

TOTAL = "disputes.review.total"


def test_while_a_number_is_typed_its_equations_are_shown(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    wrong = driver.window(driver.readable(wrong_report(disputes__review__total=99)))
    label = wrong.panel.tables.findChild(QLabel, "cellLine")
    assert isinstance(label, QLabel)
    editor = start_editing(wrong, TOTAL, "5")
    assert "99" in label.text()
    assert "仍不成立" in label.text() or "改后成立" in label.text()
    editor.setText("x")
    assert "不是数字" in label.text()
    finish(driver, editor, Qt.Key.Key_Escape)
    driver.qtbot.waitUntil(lambda: "原文 99" in label.text(), timeout=2000)
    assert value(wrong, TOTAL) == 99


def test_enter_begins_an_edit_and_ctrl_enter_does_not(
    driver: WindowDriver, right_report: Report
) -> None:
    window = driver.window(driver.readable(right_report))
    window.panel.workspace.select_cell(TOTAL)
    view = window.panel.tables.current_view()
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.viewport().findChild(QLineEdit) is None
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.viewport().findChild(QLineEdit) is not None


@pytest.mark.parametrize("order", ["next_report", "save", "finish"])
def test_an_order_takes_in_what_is_being_typed(
    driver: WindowDriver, right_report: Report, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    window = driver.window(
        driver.readable(right_report), driver.readable(right_report, "other.pdf")
    )
    review = window.panel.workspace.review
    assert review is not None
    start_editing(window, TOTAL, "97")
    getattr(window.commands, order).trigger()
    assert review.report.value(TOTAL) == 97


@pytest.mark.parametrize("order", ["next_report", "save", "finish"])
def test_no_order_is_carried_out_over_what_is_no_number(
    driver: WindowDriver, right_report: Report, order: str
) -> None:
    window = driver.window(
        driver.readable(right_report), driver.readable(right_report, "other.pdf")
    )
    said: list[str] = []
    window.panel.tables.refused.connect(said.append)
    entry, review = window.panel.workspace.current, window.panel.workspace.review
    assert entry is not None
    assert review is not None
    editor = start_editing(window, TOTAL, "9x")
    getattr(window.commands, order).trigger()
    assert "9x" in said[0]
    assert editor.isVisible()
    assert window.panel.workspace.current is entry
    assert not review.done
    assert not window.commands.finish.isChecked()
    assert not entry.path.with_suffix(".gouji").exists()
    # Nor does the window close over it.
    window.close()
    assert window.isVisible()
    finish(driver, editor, Qt.Key.Key_Escape)


def test_closing_asks_about_what_was_being_typed(
    driver: WindowDriver, right_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def ask(_parent: object, unsaved: int) -> dialogs.Unsaved:
        asked.append(unsaved)
        return dialogs.Unsaved.DISCARD

    monkeypatch.setattr(dialogs, "ask_unsaved", ask)
    window = driver.window(driver.readable(right_report))
    start_editing(window, TOTAL, "97")
    window.close()
    assert asked == [1]


def test_a_cell_gone_to_is_selected_alone_whatever_key_is_down(
    driver: WindowDriver, right_report: Report
) -> None:
    window = driver.window(driver.readable(right_report))
    review_commands.edit(window.panel.workspace, TOTAL, "97")
    window.panel.workspace.select_cell("disputes.review.other")
    view = window.panel.tables.current_view()
    QTest.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    window.commands.undo.trigger()
    QTest.keyRelease(view, Qt.Key.Key_Control)
    assert value(window, TOTAL) == right_report.value(TOTAL)
    assert view.selected_names() == [TOTAL]


def paste(window: ReviewWindow, name: str, text: str) -> None:
    window.panel.workspace.select_cell(name)
    QApplication.clipboard().setText(text)
    view = window.panel.tables.current_view()
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_range_from_a_spreadsheet_is_one_step(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window(driver.readable(right_report))
    paste(window, "applications.granted.enterprise", "１\t2\r\n3\t4,000\r\n")
    names = [
        f"applications.{row}.{organ}"
        for row in ("granted", "partial")
        for organ in ("enterprise", "research")
    ]
    assert [value(window, name) for name in names] == [1, 2, 3, 4000]
    window.commands.undo.trigger()
    assert [value(window, name) for name in names] == [right_report.value(n) for n in names]


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("applications.granted.total", "1\t2", "超出"),
        ("disputes.after_review.total", "1\n2", "超出"),
        ("applications.granted.natural", "1\t二", "不是数字"),
    ],
)
def test_what_does_not_fit_changes_nothing(
    driver: WindowDriver, right_report: Report, name: str, text: str, sentence: str
) -> None:
    window = driver.window(driver.readable(right_report))
    paste(window, name, text)
    assert sentence in window.statusBar().currentMessage()
    assert window.panel.workspace.review is not None
    assert window.panel.workspace.review.edited() == {}
