"""The keyboard stays where the person works."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QToolButton

from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from tests.gui.conftest import WindowDriver
from tests.gui.test_tables import finish

NAME = "applications.granted.natural"


@pytest.fixture
def window(driver: WindowDriver, wrong_report: Callable[..., Report]) -> ReviewWindow:
    """Two reports, and a cell selected in the one shown."""
    made = driver.window(
        driver.readable(wrong_report(disputes__review__total=99), "a.pdf"),
        driver.readable(wrong_report(disputes__review__total=98), "b.pdf"),
    )
    made.show()
    made.panel.workspace.show(made.panel.workspace.reports[0])
    made.panel.workspace.select_cell(NAME)
    return made


@pytest.mark.parametrize("pane", ["reports", "findings"])
def test_a_digit_typed_in_a_list_edits_the_cell(
    driver: WindowDriver, window: ReviewWindow, pane: str
) -> None:
    view: QListView = getattr(window.panel, pane).view
    view.setFocus()
    QTest.keyClicks(view, "7")
    editor = window.panel.tables.current_view().viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "7"
    finish(driver, editor)
    assert window.panel.workspace.review is not None
    assert window.panel.workspace.review.report.value(NAME) == 7


def test_a_digit_without_a_cell_goes_nowhere(window: ReviewWindow) -> None:
    window.panel.workspace.show(window.panel.workspace.reports[1])
    view = window.panel.reports.view
    view.setFocus()
    QTest.keyClicks(view, "7")
    assert window.panel.workspace.current is window.panel.workspace.reports[1]
    assert window.focusWidget() is view


def test_a_report_chosen_with_the_mouse_is_worked_on(
    driver: WindowDriver, window: ReviewWindow
) -> None:
    view = window.panel.reports.view
    second = window.panel.workspace.reports[1]
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    driver.qtbot.waitUntil(lambda: window.panel.workspace.current is second)
    assert window.focusWidget() is window.panel.tables.current_view()


def test_arrows_stay_in_the_list(driver: WindowDriver, window: ReviewWindow) -> None:
    view = window.panel.reports.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    second = window.panel.workspace.reports[1]
    driver.qtbot.waitUntil(lambda: window.panel.workspace.current is second)
    assert window.focusWidget() is view


def test_a_hint_that_is_dismissed_leaves_the_keyboard(window: ReviewWindow) -> None:
    table = window.panel.tables.current_view()
    table.setFocus()
    window.banner.hint("看过就好")
    window.banner.press(0)
    assert window.focusWidget() is table


def test_the_search_takes_the_keyboard_only_when_asked(window: ReviewWindow) -> None:
    search = window.panel.reports.search
    stop = window.panel.reports.findChild(QToolButton)
    assert stop is not None
    stop.show()
    stop.setFocus()
    stop.hide()
    assert window.focusWidget() is not search
    window.commands.find_report.trigger()
    assert window.focusWidget() is search
    search.setText("12")
    heading = window.findChild(QLabel, "reportHeading")
    assert isinstance(heading, QLabel)
    assert heading.text() == "找到 0/2"


def test_hints_wait_for_each_other(window: ReviewWindow) -> None:
    for number in range(5):
        window.banner.hint(f"第 {number} 条")
    assert window.banner.text.splitlines() == ["第 2 条", "第 3 条", "第 4 条", "另有 2 条"]
    window.banner.press(0)
    assert not window.banner.text
