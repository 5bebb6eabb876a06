"""Text on the pages: found, selected, copied."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from reportlab.pdfgen import canvas as reportlab_canvas

from desktop.geometry import Box
from desktop.gui.application import create_app
from desktop.gui.pages.page_text import PageText
from desktop.gui.pages.strip import PagePoint
from desktop.gui.window import ReviewWindow
from desktop.pdf.letters import Letter
from desktop.pdf.raster import PageRaster
from desktop.report.model import Report
from desktop.resources import resource
from tests.gui.conftest import WindowDriver


def written(*lines: str) -> list[Letter]:
    """Lines 20 points apart, letters of 10 points; a bar stands for a gap of a column."""
    letters = []
    for row, line in enumerate(lines):
        x = 0.0
        for char in line:
            if char == "|":
                x += 30
                continue
            letters.append(Letter(char, Box(x, 20.0 * row, x + 10, 20.0 * row + 10)))
            x += 10
    return letters


TEXT = PageText([written("本年新收Ａ１2件", "总计|12|7"), written("结转", "新收")])


def test_an_occurrence_is_found_across_widths_spaces_and_lines() -> None:
    (hit,) = TEXT.find("a12")
    assert hit.page == 1
    assert hit.boxes == (Box(40, 0, 70, 10),)
    assert [hit.page for hit in TEXT.find("新 收")] == [1, 2]
    # Over the end of a line: a rectangle for each.
    (hit,) = TEXT.find("2件总")
    assert hit.boxes == (Box(60, 0, 80, 10), Box(0, 20, 10, 30))
    assert TEXT.find("  ") == []
    assert TEXT.find("没有") == []
    assert PageText().find("件") == []


def test_a_selection_keeps_lines_and_columns() -> None:
    first = TEXT.at(PagePoint(1, 1, 1))
    last = TEXT.at(PagePoint(2, 500, 25))
    assert first == (1, 0)
    assert last == (2, 3)
    assert TEXT.text(first, last) == "本年新收Ａ１2件\n总计\t12\t7\n结转\n新收"
    assert TEXT.text(last, first) == TEXT.text(first, last)
    assert [run.page for run in TEXT.between(first, last)] == [1, 2]
    middle = TEXT.at(PagePoint(1, 44, 14))
    assert middle == (1, 4)


@pytest.mark.parametrize(
    ("turn", "x", "y"), [(0, 100, 742), (90, 100, 100), (180, 495, 100), (270, 495, 742)]
)
def test_letters_of_a_turned_page_lie_where_the_page_shows_them(
    tmp_path: Path, turn: int, x: float, y: float
) -> None:
    path = tmp_path / "turned.pdf"
    canvas: Any = cast("Any", reportlab_canvas).Canvas(str(path), pagesize=(595, 842))
    canvas.setPageRotation(turn)
    canvas.drawString(100, 100, "8")
    canvas.save()
    with PageRaster(path.read_bytes()) as raster:
        (letter,) = raster.letters(1)
        with pytest.raises(IndexError):
            raster.letters(2)
    assert letter.char == "8"
    # Where the string begins, as the page is displayed.
    assert letter.box.grown(4).contains(x, y)


@pytest.fixture
def window(driver: WindowDriver, right_report: Report) -> ReviewWindow:
    window = driver.window(driver.readable(right_report))
    driver.qtbot.waitUntil(window.panel.pages.view.is_drawn, timeout=5000)
    return window


def count(window: ReviewWindow) -> str:
    label = window.panel.pages.search.findChild(QLabel, "searchCount")
    assert isinstance(label, QLabel)
    return label.text()


def test_what_is_typed_is_found_and_enter_goes_on(driver: WindowDriver) -> None:
    _, window = create_app([str(resource("sample", "sample-2024.pdf"))])
    driver.qtbot.addWidget(window)
    driver.qtbot.waitUntil(lambda: window.panel.workspace.review is not None, timeout=60000)
    table = window.panel.tables.current_view()
    table.setFocus()
    window.commands.find.trigger()
    field = window.panel.pages.search.field
    assert window.focusWidget() is field
    assert field.isVisibleTo(window)
    field.insert("总计")
    driver.qtbot.waitUntil(lambda: count(window).startswith("1/"), timeout=5000)
    total = int(count(window).split("/")[1])
    assert total >= 3
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert count(window) == f"2/{total}"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert count(window) == f"{total}/{total}"
    field.setText("没有这样的字")
    assert count(window) == "没有找到"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisibleTo(window)
    assert window.panel.pages.view.text.hits == []
    assert window.focusWidget() is table


def test_text_drawn_over_is_copied_and_a_click_still_selects_a_cell(
    driver: WindowDriver, window: ReviewWindow, right_report: Report
) -> None:
    view = window.panel.pages.view
    view.want_text()
    driver.qtbot.waitUntil(lambda: view.text.is_ready, timeout=5000)
    names = list(right_report.cells)[:3]
    sources = [right_report.cells[name].source for name in names]
    areas = [view.rect_of(s.page, s.box) for s in sources if s is not None]
    start = areas[0].topLeft() + QPointF(-4, 2)
    end = areas[2].bottomRight() + QPointF(6, -2)
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start.toPoint())
    QTest.mouseMove(port, areas[1].center().toPoint())
    QTest.mouseMove(port, end.toPoint())
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end.toPoint())
    assert window.panel.workspace.cell == ""
    expected = "\n".join(right_report.cells[name].text for name in names)
    assert view.text.selected() == expected
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == expected
    QTest.mouseClick(
        port, Qt.MouseButton.LeftButton, pos=areas[1].center().toPoint() + QPoint(1, 0)
    )
    assert window.panel.workspace.cell == names[1]
    assert view.text.selected() == ""
