"""The three tables: every cell in its place, edited, marked, taken back."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.gui.fonts import narrowed
from desktop.gui.reports import work
from desktop.gui.tables.look import Look
from desktop.gui.tables.table_model import LOOK_ROLE
from desktop.gui.tables.table_tabs import TABLES
from desktop.gui.tables.table_view import TableView
from desktop.gui.window import ReviewWindow
from desktop.report.form import Form
from desktop.report.layout import Role, layout_of
from desktop.report.model import Report
from desktop.rules.finding import Severity
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED, report_of
from tests.gui.conftest import Desk

NAME = "applications.granted.natural"


def index_of(window: ReviewWindow, name: str) -> QModelIndex:
    return window.bench.tables.views[name.split(".")[0]].source.index_of(name)


def look(window: ReviewWindow, name: str) -> Look:
    found = index_of(window, name).data(LOOK_ROLE)
    assert isinstance(found, Look)
    return found


def start_editing(window: ReviewWindow, name: str, text: str) -> QLineEdit:
    window.bench.desk.select(name)
    view = window.bench.tables.current_view()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    # As an input method does it; QTest knows keys of ASCII only.
    editor.insert(text)
    return editor


def finish(desk: Desk, editor: QLineEdit, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(editor, key)
    # The editor sees the key before the view takes its text.
    desk.qtbot.waitUntil(lambda: not shiboken6.isValid(editor) or not editor.isVisible())


def value(window: ReviewWindow, name: str) -> object:
    review = window.bench.desk.review
    assert review is not None
    return review.report.value(name)


@pytest.mark.parametrize("form", [FORM_2021, FORM_MIXED, FORM_2019], ids=lambda form: form.id)
def test_every_cell_of_the_report_stands_in_its_table(desk: Desk, form: Form) -> None:
    values = {name: 1000 + number for number, name in enumerate(form.slots())}
    window = desk.window(desk.readable(report_of(values, form)))
    shown = {name: str(index_of(window, name).data()) for name in form.slots()}
    assert shown == {name: str(number) for name, number in values.items()}


@pytest.mark.parametrize("table", TABLES)
def test_labels_stand_where_the_official_layout_has_them(
    desk: Desk, right_report: Report, table: str
) -> None:
    window = desk.window(desk.readable(right_report))
    view = window.bench.tables.views[table]
    for cell in layout_of(right_report.form.table(table)).cells:
        index = view.source.index(cell.row, cell.column)
        span = (view.rowSpan(cell.row, cell.column), view.columnSpan(cell.row, cell.column))
        assert span == (cell.row_span, cell.column_span)
        if cell.role is not Role.VALUE:
            assert index.data() == cell.text
            assert not index.flags() & Qt.ItemFlag.ItemIsSelectable
            assert not index.flags() & Qt.ItemFlag.ItemIsEditable


def test_all_seven_columns_are_seen_in_half_of_a_small_screen(
    desk: Desk, right_report: Report
) -> None:
    window = desk.window(desk.readable(right_report))
    view = window.bench.tables.views["applications"]
    window.bench.tables.tabs.setCurrentWidget(view)
    view.resize(1366 // 2, 500)
    assert sum(view.columnWidth(c) for c in range(10)) <= 1366 // 2
    view = window.bench.tables.views["disputes"]
    window.bench.tables.tabs.setCurrentWidget(view)
    view.resize(1366 // 2, 500)
    assert sum(view.columnWidth(c) for c in range(15)) <= 1366 // 2


def test_an_edit_is_checked_again_and_marked_and_undone(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    before = value(window, NAME)
    editor = start_editing(window, NAME, "777")
    finish(desk, editor)
    assert value(window, NAME) == 777
    assert look(window, NAME) == Look(NAME, "777", str(before), Severity.ERROR, pointed=True)
    assert look(window, "applications.granted.total").severity is Severity.ERROR
    assert look(window, "applications.new.natural").severity is None
    assert "✖2" in window.bench.tables.tabs.tabText(1)
    assert "原文" in str(index_of(window, NAME).data(Qt.ItemDataRole.ToolTipRole))

    undo = window.orders_table.undo
    assert "予以公开" in undo.text()
    undo.trigger()
    assert value(window, NAME) == before
    assert look(window, NAME) == Look(NAME, str(before))
    assert window.bench.tables.tabs.tabText(1) == "表三"
    window.orders_table.redo.trigger()
    assert value(window, NAME) == 777


def test_full_width_digits_are_digits(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    finish(desk, start_editing(window, NAME, "１２"))
    assert value(window, NAME) == 12
    assert look(window, NAME).text == "12"


def test_what_is_no_number_is_refused_in_place(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    before = value(window, NAME)
    editor = start_editing(window, NAME, "abc")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert "不是数字" in window.statusBar().currentMessage()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert value(window, NAME) == before
    assert not window.bench.desk.undo_group.canUndo()


def test_typing_begins_an_edit_and_tab_goes_on(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    window.bench.desk.select(NAME)
    view = window.bench.tables.current_view()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_5)
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "5"
    finish(desk, editor, Qt.Key.Key_Tab)
    assert value(window, NAME) == 5
    assert window.bench.desk.cell == "applications.granted.enterprise"


def move(view: TableView, key: Qt.Key) -> str:
    QTest.keyClick(view, key)
    index = view.currentIndex()
    return view.source.name_at(index.row(), index.column())


def test_keys_move_over_values_only(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    window.bench.desk.select("applications.new.total")
    view = window.bench.tables.current_view()
    assert move(view, Qt.Key.Key_Right) == "applications.new.total"
    assert move(view, Qt.Key.Key_Tab) == "applications.carried_in.natural"
    assert move(view, Qt.Key.Key_Up) == "applications.new.natural"
    assert move(view, Qt.Key.Key_Left) == "applications.new.natural"
    window.bench.desk.select("proactive.normative.in_force")
    view = window.bench.tables.current_view()
    assert move(view, Qt.Key.Key_Down) == "proactive.permit.decisions"
    assert move(view, Qt.Key.Key_Down) == "proactive.penalty.decisions"


def test_delete_leaves_a_blank_that_counts_as_nothing(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    window.bench.desk.select(NAME)
    QTest.keyClick(window.bench.tables.current_view(), Qt.Key.Key_Delete)
    assert value(window, NAME) == 0
    assert look(window, NAME).text == ""


def test_selected_values_are_copied_as_a_table(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    window.bench.desk.select("applications.new.natural")
    view = window.bench.tables.current_view()
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


def test_a_cell_goes_back_to_what_was_printed(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    before = value(window, NAME)
    window.bench.desk.select(NAME)
    work.edit(window.bench.desk, NAME, "1")
    work.edit(window.bench.desk, NAME, "2")
    assert window.orders_table.restore.isEnabled()
    window.orders_table.restore.trigger()
    assert value(window, NAME) == before
    assert look(window, NAME).printed is None
    window.orders_table.undo.trigger()
    assert value(window, NAME) == 2


def test_a_cell_that_the_page_lacks_can_be_filled(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report.without_cell(NAME)))
    assert look(window, NAME).missing
    finish(desk, start_editing(window, NAME, "3"))
    assert value(window, NAME) == 3
    window.orders_table.undo.trigger()
    assert look(window, NAME).missing


def test_an_edited_cell_shows_its_number(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    window.bench.desk.select(NAME)
    view = window.bench.tables.current_view()
    row = index_of(window, NAME).row()
    height = view.rowHeight(row)
    # Painted once, so that what the cell looked like before is remembered.
    view.viewport().grab()
    work.edit(window.bench.desk, NAME, "777")
    # Room for what was printed.
    assert view.rowHeight(row) > height
    area = view.visualRect(index_of(window, NAME))
    image = view.viewport().grab(area).toImage()
    ground = image.pixelColor(area.width() // 2, area.height() // 2)
    # Tinted, with frames around it; never filled with the colour of a frame.
    assert min(ground.red(), ground.green(), ground.blue()) > 190


def test_a_long_number_is_made_small_not_cut() -> None:
    font = QFont()
    fitting = narrowed(font, "1234567890", 40)
    assert QFontMetrics(font).horizontalAdvance("1234567890") > 40
    assert QFontMetrics(fitting).horizontalAdvance("1234567890") <= 41
