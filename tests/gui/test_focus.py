"""The keyboard stays where the person works."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QToolButton

from desktop.gui.actions import keys_of
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.workspace import review_commands
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


def test_the_search_ends_where_the_person_works(driver: WindowDriver, window: ReviewWindow) -> None:
    pane, first = window.panel.reports, window.panel.workspace.reports[0]
    window.commands.find_report.trigger()
    assert window.focusWidget() is pane.search
    QTest.keyClicks(pane.search, "no such office")
    assert pane.shown.rowCount() == 0
    # There is nothing to go to.
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    assert window.focusWidget() is pane.search
    QTest.keyClick(pane.search, Qt.Key.Key_Escape)
    assert (pane.search.text(), pane.shown.rowCount()) == ("", 2)
    assert window.focusWidget() is window.panel.tables.current_view()
    assert window.panel.workspace.current is first


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_what_is_found_is_gone_to(driver: WindowDriver, window: ReviewWindow, key: Qt.Key) -> None:
    pane, second = window.panel.reports, window.panel.workspace.reports[1]
    window.commands.find_report.trigger()
    QTest.keyClicks(pane.search, "b.pdf")
    QTest.keyClick(pane.search, key)
    driver.qtbot.waitUntil(lambda: window.panel.workspace.current is second, timeout=5000)
    assert window.focusWidget() is pane.view
    assert pane.shown.rowCount() == 1


def test_keys_are_listed_by_the_names_that_actions_always_have(window: ReviewWindow) -> None:
    review_commands.edit(window.panel.workspace, NAME, "7")
    undo = next(keys for name, keys in keys_of(window.commands) if name == "撤销")
    assert window.commands.undo.text() != "撤销"
    assert undo == window.commands.undo.shortcuts()
