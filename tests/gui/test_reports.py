"""Files onto the desk: dropped, named, twice, not readable."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.batch.files import named_files
from desktop.gui import dialogs
from desktop.gui.application import create_app
from desktop.gui.reports import work
from desktop.gui.reports.entry import State
from desktop.gui.reports.intake import Pool
from desktop.gui.reports.report_delegate import ENTRY_ROLE
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from tests.gui.conftest import Desk


def drop(target: QWidget, *paths: Path) -> bool:
    """Drop files as the platform does; false where they are not wanted."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where = QPointF(target.rect().center())
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), *how, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, QDropEvent(where, *how, none))
    return True


def texts(window: ReviewWindow) -> str:
    return "\n".join(label.text() for label in window.bench.notice.findChildren(QLabel))


def test_the_first_view_says_what_to_do(desk: Desk) -> None:
    window = desk.window()
    assert window.stack.currentWidget() is window.start
    assert any("拖到这里" in label.text() for label in window.start.findChildren(QLabel))


def test_a_file_dropped_on_the_window_opens(desk: Desk, right_report: Report) -> None:
    window = desk.window()
    path = desk.readable(right_report)
    assert drop(window, path)
    desk.wait_read(window, [path])
    assert window.stack.currentWidget() is window.bench.panes
    assert window.bench.desk.review is not None


def test_drops_on_child_views_reach_the_window(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    takers = [w for w in window.findChildren(QWidget) if w.acceptDrops()]
    assert takers == []


def test_a_folder_is_searched(desk: Desk, right_report: Report) -> None:
    inner = desk.folder / "inner"
    inner.mkdir()
    (inner / "note.txt").write_text("no report")
    (inner / "~$c.pdf").write_text("lock file")
    paths = [desk.readable(right_report, name) for name in ("inner/b.PDF", "inner/a.pdf")]
    assert named_files([desk.folder]) == sorted(paths)
    window = desk.window()
    drop(window, desk.folder)
    desk.wait_read(window, paths)
    assert [entry.path for entry in window.bench.desk.entries] == sorted(paths)


def test_a_folder_without_reports_is_told(desk: Desk) -> None:
    window = desk.window()
    drop(window, desk.folder)
    desk.qtbot.waitUntil(lambda: "没有 PDF" in window.statusBar().currentMessage(), timeout=5000)


def test_the_same_file_twice_is_one_entry(desk: Desk, right_report: Report) -> None:
    path = desk.readable(right_report)
    window = desk.window(path)
    drop(window, path, path.parent / "." / path.name)
    work.edit(window.bench.desk, "disputes.review.total", "5")
    with desk.qtbot.waitSignal(window.bench.intake.found):
        window.open_paths([path])
    assert len(window.bench.desk.entries) == 1
    assert desk.answers.submitted == [path]
    review = window.bench.desk.review
    assert review is not None
    assert review.is_edited("disputes.review.total")


def test_a_file_that_cannot_be_read_stays_with_its_sentence(
    desk: Desk, right_report: Report
) -> None:
    good = desk.readable(right_report)
    bad = desk.unreadable("文件已损坏，请重新获取该报告的 PDF。")
    window = desk.window(bad, good)
    assert [entry.state for entry in window.bench.desk.entries] == [State.UNREADABLE, State.READY]
    window.bench.desk.turn_to(window.bench.desk.entries[0])
    assert window.bench.middle.currentWidget() is window.bench.notice
    assert "文件已损坏，请重新获取该报告的 PDF。" in texts(window)
    assert "bad.pdf" in texts(window)
    assert window.bench.tables.current_view().source.rowCount() == 0
    assert not window.orders_table.export_excel.isEnabled()
    tip = window.bench.reports.view.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "文件已损坏" in str(tip)
    window.bench.desk.turn_to(window.bench.desk.entries[1])
    assert window.bench.middle.currentWidget() is window.bench.pages


def test_the_first_to_finish_opens_and_later_ones_do_not_push_it_away(
    desk: Desk, right_report: Report
) -> None:
    paths = [desk.readable(right_report, name) for name in ("a.pdf", "b.pdf", "c.pdf")]
    desk.answers.hold.update(paths)
    window = desk.window(*paths)
    desk.qtbot.waitUntil(lambda: len(desk.answers.held) == 3, timeout=5000)
    assert "读取中" in texts(window)
    desk.answers.release(paths[1])
    desk.qtbot.waitUntil(lambda: window.bench.desk.review is not None, timeout=5000)
    desk.answers.release(paths[0])
    desk.qtbot.waitUntil(lambda: window.bench.desk.entries[0].review is not None, timeout=5000)
    assert window.bench.desk.current is window.bench.desk.entries[1]


def test_choosing_in_the_list_turns_to_that_report(desk: Desk, right_report: Report) -> None:
    paths = [desk.readable(right_report, name) for name in ("a.pdf", "b.pdf")]
    window = desk.window(*paths)
    view = window.bench.reports.view

    def choose(row: int) -> None:
        view.setCurrentIndex(view.model().index(row, 0))
        entry = window.bench.desk.entries[row]
        desk.qtbot.waitUntil(lambda: window.bench.desk.current is entry, timeout=2000)

    choose(1)
    work.edit(window.bench.desk, "disputes.review.total", "5")
    choose(0)
    assert not window.orders_table.undo.isEnabled()
    choose(1)
    assert window.orders_table.undo.isEnabled()


def test_the_row_clicked_is_the_one_shown_and_marked(desk: Desk, right_report: Report) -> None:
    paths = [desk.readable(right_report, f"{name}.pdf") for name in "abcdefghijklmnopqrst"]
    window = desk.window(*paths)
    view = window.bench.reports.view
    view.setFixedHeight(round(4.5 * view.sizeHintForRow(0)))
    desk.qtbot.wait(150)
    # The last row that is seen, by half: being chosen it scrolls, and is sorted elsewhere.
    place = QPoint(20, view.viewport().height() - 4)
    clicked = view.indexAt(place).data(ENTRY_ROLE)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.qtbot.waitUntil(lambda: window.bench.desk.current is clicked, timeout=2000)
    marked = [index.data(ENTRY_ROLE) for index in view.selectedIndexes()]
    assert marked == [clicked]


def test_files_are_chosen_in_a_dialog(
    desk: Desk, right_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.readable(right_report)
    window = desk.window()
    monkeypatch.setattr(dialogs, "ask_files", lambda _parent, _folder: [path])
    window.orders_table.open.trigger()
    desk.wait_read(window, [path])
    assert len(window.bench.desk.entries) == 1


def test_closing_ends_reading(desk: Desk, right_report: Report) -> None:
    window = desk.window(desk.readable(right_report))
    assert window.close()
    assert desk.answers.closed
    assert not window.bench.pages.view.renderer.isRunning()


def test_panes_fold_and_stay_so(desk: Desk, right_report: Report) -> None:
    path = desk.readable(right_report)
    window = desk.window(path)
    switch = next(a for a in window.findChildren(QAction) if a.text() == "报告列表")
    switch.trigger()
    assert not window.bench.reports.isVisible()
    window.close()
    again = desk.window(path)
    assert not again.bench.reports.isVisible()
    switch = next(a for a in again.findChildren(QAction) if a.text() == "报告列表")
    switch.trigger()
    assert again.bench.reports.isVisible()
    assert again.bench.reports.width() > 60


def test_workers_that_cannot_start_are_told(desk: Desk, right_report: Report) -> None:
    def fail() -> Pool:
        raise OSError("no more processes")

    path = desk.readable(right_report)
    _, window = create_app([str(path)], fail)
    desk.qtbot.addWidget(window)
    desk.wait_read(window, [path])
    assert "读取进程无法启动" in (window.bench.desk.entries[0].reason or "")


def test_reading_can_be_stopped_and_taken_up_again(desk: Desk, right_report: Report) -> None:
    paths = [desk.readable(right_report, name) for name in ("a.pdf", "b.pdf")]
    desk.answers.hold.add(paths[1])
    window = desk.window(*paths)
    desk.qtbot.waitUntil(lambda: len(desk.answers.submitted) == 2, timeout=5000)
    heading = window.bench.reports.findChild(QLabel, "reportHeading")
    assert isinstance(heading, QLabel)
    desk.qtbot.waitUntil(lambda: "1/2" in heading.text(), timeout=5000)
    window.bench.reports.stop_clicked.emit()
    assert "已停止" in (window.bench.desk.entries[1].reason or "")
    desk.answers.hold.clear()
    window.open_paths([paths[1]])
    desk.qtbot.waitUntil(lambda: window.bench.desk.entries[1].review is not None, timeout=5000)
