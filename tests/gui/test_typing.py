"""What is shown while a number is typed, and ranges from spreadsheets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from tests.gui.conftest import Desk
from tests.gui.test_tables import finish, start_editing, value

TOTAL = "disputes.review.total"


def test_while_a_number_is_typed_its_equations_are_shown(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    wrong = desk.window(desk.readable(wrong_report(disputes__review__total=99)))
    label = wrong.bench.tables.findChild(QLabel, "cellLine")
    assert isinstance(label, QLabel)
    editor = start_editing(wrong, TOTAL, "5")
    assert "99" in label.text()
    assert "仍不成立" in label.text() or "改后成立" in label.text()
    editor.setText("x")
    assert "不是数字" in label.text()
    finish(desk, editor, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: "原文 99" in label.text(), timeout=2000)
    assert value(wrong, TOTAL) == 99


def paste(window: ReviewWindow, name: str, text: str) -> None:
    window.bench.desk.select(name)
    QApplication.clipboard().setText(text)
    view = window.bench.tables.current_view()
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_range_from_a_spreadsheet_is_one_step(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    paste(window, "applications.granted.enterprise", "１\t2\r\n3\t4,000\r\n")
    names = [
        f"applications.{row}.{organ}"
        for row in ("granted", "partial")
        for organ in ("enterprise", "research")
    ]
    assert [value(window, name) for name in names] == [1, 2, 3, 4000]
    window.orders_table.undo.trigger()
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
    desk: Desk, right_report: Report, name: str, text: str, sentence: str
) -> None:
    window = desk.window(desk.readable(right_report))
    paste(window, name, text)
    assert sentence in window.statusBar().currentMessage()
    assert window.bench.desk.review is not None
    assert window.bench.desk.review.edited() == {}
