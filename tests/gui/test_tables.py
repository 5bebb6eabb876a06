"""The three tables: every cell in its place, edited, marked, taken back."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.gui.tables.cell_appearance import CellAppearance
from desktop.gui.tables.table_model import APPEARANCE_ROLE
from desktop.gui.tables.table_tabs import TABLES
from desktop.gui.tables.table_view import TableView
from desktop.gui.window import ReviewWindow
from desktop.report.form import Form
from desktop.report.layout import Role, layout_of
from desktop.report.model import Report
from desktop.rules.finding import Severity
from desktop.workspace import review_commands
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED, report_of
from tests.gui.conftest import WindowDriver

NAME = "applications.granted.natural"


def index_of(window: ReviewWindow, name: str) -> QModelIndex:
    return window.panel.tables.views[name.split(".")[0]].source.index_of(name)


def appearance(window: ReviewWindow, name: str) -> CellAppearance:
    found = index_of(window, name).data(APPEARANCE_ROLE)
    assert isinstance(found, CellAppearance)
    return found


def start_editing(window: ReviewWindow, name: str, text: str) -> QLineEdit:
    window.panel.workspace.select_cell(name)
    view = window.panel.tables.current_view()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    # As an input method does it; QTest knows keys of ASCII only.
    editor.insert(text)
    return editor


def finish(driver: WindowDriver, editor: QLineEdit, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(editor, key)
    # The editor sees the key before the view takes its text.
    driver.qtbot.waitUntil(lambda: not shiboken6.isValid(editor) or not editor.isVisible())


def value(window: ReviewWindow, name: str) -> object:
    review = window.panel.workspace.review
    assert review is not None
    return review.report.value(name)


@pytest.mark.parametrize("form", [FORM_2021, FORM_MIXED, FORM_2019], ids=lambda form: form.id)
def test_every_cell_of_the_report_stands_in_its_table(driver: WindowDriver, form: Form) -> None:
    values = {name: 1000 + number for number, name in enumerate(form.slots())}
    window = driver.window(driver.readable(report_of(values, form)))
    shown = {name: str(index_of(window, name).data()) for name in form.slots()}
    assert shown == {name: str(number) for name, number in values.items()}


@pytest.mark.parametrize("table", TABLES)
def test_labels_stand_where_the_official_layout_has_them(
    driver: WindowDriver, right_report: Report, table: str
) -> None:
    window = driver.window(driver.readable(right_report))
    view = window.panel.tables.views[table]
    for cell in layout_of(right_report.form.table(table)).cells:
        index = view.source.index(cell.row, cell.column)
        span = (view.rowSpan(cell.row, cell.column), view.columnSpan(cell.row, cell.column))
        assert span == (cell.row_span, cell.column_span)
        if cell.role is not Role.VALUE:
            assert index.data() == cell.text
            assert not index.flags() & Qt.ItemFlag.ItemIsSelectable
            assert not index.flags() & Qt.ItemFlag.ItemIsEditable


def test_all_seven_columns_are_seen_in_half_of_a_small_screen(
    driver: WindowDriver, right_report: Report
) -> None:
    window = driver.window(driver.readable(right_report))
    view = window.panel.tables.views["applications"]
    window.panel.tables.tabs.setCurrentWidget(view)
    view.resize(1366 // 2, 500)
    assert sum(view.columnWidth(c) for c in range(10)) <= 1366 // 2
    view = window.panel.tables.views["disputes"]
    window.panel.tables.tabs.setCurrentWidget(view)
    view.resize(1366 // 2, 500)
    assert sum(view.columnWidth(c) for c in range(15)) <= 1366 // 2


def test_an_edit_is_checked_again_and_marked_and_undone(
    driver: WindowDriver, right_report: Report
) -> None:
    window = driver.window(driver.readable(right_report))
    before = value(window, NAME)
    editor = start_editing(window, NAME, "777")
    finish(driver, editor)
    assert value(window, NAME) == 777
    assert appearance(window, NAME) == CellAppearance(
        NAME, "777", str(before), Severity.ERROR, in_selected=True
    )
    assert appearance(window, "applications.granted.total").severity is Severity.ERROR
    assert appearance(window, "applications.new.natural").severity is None
    assert "✖2" in window.panel.tables.tabs.tabText(1)
    assert "原文" in str(index_of(window, NAME).data(Qt.ItemDataRole.ToolTipRole))

    undo = window.commands.undo
    assert "予以公开" in undo.text()
    undo.trigger()
    assert value(window, NAME) == before
    assert appearance(window, NAME) == CellAppearance(NAME, str(before))
    assert window.panel.tables.tabs.tabText(1) == "表三"
    window.commands.redo.trigger()
    assert value(window, NAME) == 777


def test_full_width_digits_are_digits(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window(driver.readable(right_report))
    finish(driver, start_editing(window, NAME, "１２"))
    assert value(window, NAME) == 12
    assert appearance(window, NAME).text == "12"


def test_what_is_no_number_is_refused_in_place(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window(driver.readable(right_report))
    before = value(window, NAME)
    editor = start_editing(window, NAME, "abc")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert "不是数字" in window.statusBar().currentMessage()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert value(window, NAME) == before
    assert not window.commands.undo.isEnabled()


def test_typing_begins_an_edit_and_tab_goes_on(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window(driver.readable(right_report))
    window.panel.workspace.select_cell(NAME)
    view = window.panel.tables.current_view()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_5)
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "5"
    finish(driver, editor, Qt.Key.Key_Tab)
    assert value(window, NAME) == 5
    assert window.panel.workspace.cell == "applications.granted.enterprise"


def move(view: TableView, key: Qt.Key) -> str:
    QTest.keyClick(view, key)
    index = view.currentIndex()
    return view.source.name_at(index.row(), index.column())


def test_keys_move_over_values_only(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window(driver.readable(right_report))
    window.panel.workspace.select_cell("applications.new.total")
    view = window.panel.tables.current_view()
    assert move(view, Qt.Key.Key_Right) == "applications.new.total"
    assert move(view, Qt.Key.Key_Tab) == "applications.carried_in.natural"
    assert move(view, Qt.Key.Key_Up) == "applications.new.natural"
    assert move(view, Qt.Key.Key_Left) == "applications.new.natural"
    window.panel.workspace.select_cell("proactive.normative.in_force")
    view = window.panel.tables.current_view()
    assert move(view, Qt.Key.Key_Down) == "proactive.permit.decisions"
    assert move(view, Qt.Key.Key_Down) == "proactive.penalty.decisions"


def test_delete_leaves_a_blank_that_counts_as_nothing(
    driver: WindowDriver, right_report: Report
) -> None:
    window = driver.window(driver.readable(right_report))
    window.panel.workspace.select_cell(NAME)
    QTest.keyClick(window.panel.tables.current_view(), Qt.Key.Key_Delete)
    assert value(window, NAME) == 0
    assert appearance(window, NAME).text == ""


def test_selected_values_are_copied_as_a_table(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window(driver.readable(right_report))
    window.panel.workspace.select_cell("applications.new.natural")
    view = window.panel.tables.current_view()
    selection = view.selectionModel()
    for name in ("new.enterprise", "carried_in.natural", "carried_in.enterprise"):
        index = view.source.index_of(f"applications.{name}")
        selection.select(index, selection.SelectionFlag.Select)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    cells = [
        [str(right_report.value(f"applications.{row}.{column}")) for column in columns]
        for row in ("new", "carried_in")
        for columns in [("natural", "enterprise")]
    ]
    assert QGuiApplication.clipboard().text() == "\n".join("\t".join(row) for row in cells)


def test_a_cell_goes_back_to_what_was_printed(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window(driver.readable(right_report))
    before = value(window, NAME)
    window.panel.workspace.select_cell(NAME)
    review_commands.edit(window.panel.workspace, NAME, "1")
    review_commands.edit(window.panel.workspace, NAME, "2")
    assert window.commands.restore.isEnabled()
    window.commands.restore.trigger()
    assert value(window, NAME) == before
    assert appearance(window, NAME).printed is None
    window.commands.undo.trigger()
    assert value(window, NAME) == 2


def test_a_cell_that_the_page_lacks_can_be_filled(
    driver: WindowDriver, right_report: Report
) -> None:
    window = driver.window(driver.readable(right_report.without_cell(NAME)))
    assert appearance(window, NAME).missing
    finish(driver, start_editing(window, NAME, "3"))
    assert value(window, NAME) == 3
    window.commands.undo.trigger()
    assert appearance(window, NAME).missing


def test_an_edited_cell_shows_its_number(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window(driver.readable(right_report))
    window.panel.workspace.select_cell(NAME)
    view = window.panel.tables.current_view()
    row = index_of(window, NAME).row()
    height = view.rowHeight(row)
    # Painted once, so that what the cell looked like before is remembered.
    view.viewport().grab()
    review_commands.edit(window.panel.workspace, NAME, "777")
    # Room for what was printed.
    assert view.rowHeight(row) > height
    area = view.visualRect(index_of(window, NAME))
    image = view.viewport().grab(area).toImage()
    ground = image.pixelColor(area.width() // 2, area.height() // 2)
    # Tinted, with frames around it; never filled with the colour of a frame.
    assert min(ground.red(), ground.green(), ground.blue()) > 190
