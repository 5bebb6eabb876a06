"""Files onto the driver: dropped, named, twice, not readable."""

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
from desktop.gui.reports.report_delegate import REPORT_ROLE
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.workspace import review_commands
from desktop.workspace.loader import Pool
from desktop.workspace.states import Readability
from tests.gui.conftest import WindowDriver


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
    return "\n".join(label.text() for label in window.panel.empty_page.findChildren(QLabel))


def test_the_first_view_says_what_to_do(driver: WindowDriver) -> None:
    window = driver.window()
    assert window.stack.currentWidget() is window.start
    assert any("拖到这里" in label.text() for label in window.start.findChildren(QLabel))


def test_a_file_dropped_on_the_window_opens(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window()
    path = driver.readable(right_report)
    assert drop(window, path)
    driver.wait_read(window, [path])
    assert window.stack.currentWidget() is window.panel.splitter
    assert window.panel.workspace.review is not None


def test_drops_on_child_views_reach_the_window(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window(driver.readable(right_report))
    takers = [w for w in window.findChildren(QWidget) if w.acceptDrops()]
    assert takers == []


def test_a_folder_is_searched(driver: WindowDriver, right_report: Report) -> None:
    inner = driver.folder / "inner"
    inner.mkdir()
    (inner / "note.txt").write_text("no report")
    (inner / "~$c.pdf").write_text("lock file")
    paths = [driver.readable(right_report, name) for name in ("inner/b.PDF", "inner/a.pdf")]
    assert named_files([driver.folder]) == sorted(paths)
    window = driver.window()
    drop(window, driver.folder)
    driver.wait_read(window, paths)
    assert [entry.path for entry in window.panel.workspace.reports] == sorted(paths)


def test_a_folder_without_reports_is_told(driver: WindowDriver) -> None:
    window = driver.window()
    drop(window, driver.folder)
    driver.qtbot.waitUntil(lambda: "没有 PDF" in window.statusBar().currentMessage(), timeout=5000)


def test_the_same_file_twice_is_one_entry(driver: WindowDriver, right_report: Report) -> None:
    path = driver.readable(right_report)
    window = driver.window(path)
    drop(window, path, path.parent / "." / path.name)
    review_commands.edit(window.panel.workspace, "disputes.review.total", "5")
    with driver.qtbot.waitSignal(window.panel.services.files_found):
        window.open_paths([path])
    assert len(window.panel.workspace.reports) == 1
    assert driver.answers.submitted == [path]
    review = window.panel.workspace.review
    assert review is not None
    assert review.is_edited("disputes.review.total")


def test_a_file_that_cannot_be_read_stays_with_its_sentence(
    driver: WindowDriver, right_report: Report
) -> None:
    good = driver.readable(right_report)
    bad = driver.unreadable("文件已损坏，请重新获取该报告的 PDF。")
    window = driver.window(bad, good)
    assert [entry.readability for entry in window.panel.workspace.reports] == [
        Readability.UNREADABLE,
        Readability.READ,
    ]
    window.panel.workspace.show(window.panel.workspace.reports[0])
    assert window.panel.middle.currentWidget() is window.panel.empty_page
    assert "文件已损坏，请重新获取该报告的 PDF。" in texts(window)
    assert "bad.pdf" in texts(window)
    assert window.panel.tables.current_view().source.rowCount() == 0
    assert not window.commands.export_excel.isEnabled()
    tip = window.panel.reports.view.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "文件已损坏" in str(tip)
    window.panel.workspace.show(window.panel.workspace.reports[1])
    assert window.panel.middle.currentWidget() is window.panel.pages


def test_the_first_to_finish_opens_and_later_ones_do_not_push_it_away(
    driver: WindowDriver, right_report: Report
) -> None:
    paths = [driver.readable(right_report, name) for name in ("a.pdf", "b.pdf", "c.pdf")]
    driver.answers.hold.update(paths)
    window = driver.window(*paths)
    driver.qtbot.waitUntil(lambda: len(driver.answers.held) == 3, timeout=5000)
    assert "读取中" in texts(window)
    driver.answers.release(paths[1])
    driver.qtbot.waitUntil(lambda: window.panel.workspace.review is not None, timeout=5000)
    driver.answers.release(paths[0])
    driver.qtbot.waitUntil(
        lambda: window.panel.workspace.reports[0].review is not None, timeout=5000
    )
    assert window.panel.workspace.current is window.panel.workspace.reports[1]


def test_choosing_in_the_list_turns_to_that_report(
    driver: WindowDriver, right_report: Report
) -> None:
    paths = [driver.readable(right_report, name) for name in ("a.pdf", "b.pdf")]
    window = driver.window(*paths)
    view = window.panel.reports.view

    def choose(row: int) -> None:
        view.setCurrentIndex(view.model().index(row, 0))
        entry = window.panel.workspace.reports[row]
        driver.qtbot.waitUntil(lambda: window.panel.workspace.current is entry, timeout=2000)

    choose(1)
    review_commands.edit(window.panel.workspace, "disputes.review.total", "5")
    choose(0)
    assert not window.commands.undo.isEnabled()
    choose(1)
    assert window.commands.undo.isEnabled()


def test_the_row_clicked_is_the_one_shown_and_marked(
    driver: WindowDriver, right_report: Report
) -> None:
    paths = [driver.readable(right_report, f"{name}.pdf") for name in "abcdefghijklmnopqrst"]
    window = driver.window(*paths)
    view = window.panel.reports.view
    view.setFixedHeight(round(4.5 * view.sizeHintForRow(0)))
    driver.qtbot.wait(150)
    # The last row that is seen, by half: being chosen it scrolls, and is sorted elsewhere.
    place = QPoint(20, view.viewport().height() - 4)
    clicked = view.indexAt(place).data(REPORT_ROLE)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    driver.qtbot.waitUntil(lambda: window.panel.workspace.current is clicked, timeout=2000)
    marked = [index.data(REPORT_ROLE) for index in view.selectedIndexes()]
    assert marked == [clicked]


def test_files_are_chosen_in_a_dialog(
    driver: WindowDriver, right_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = driver.readable(right_report)
    window = driver.window()
    monkeypatch.setattr(dialogs, "ask_files", lambda _parent, _folder: [path])
    window.commands.open.trigger()
    driver.wait_read(window, [path])
    assert len(window.panel.workspace.reports) == 1


def test_closing_ends_reading(driver: WindowDriver, right_report: Report) -> None:
    window = driver.window(driver.readable(right_report))
    assert window.close()
    assert driver.answers.closed
    assert not window.panel.pages.view.renderer.isRunning()


def test_panes_fold_and_stay_so(driver: WindowDriver, right_report: Report) -> None:
    path = driver.readable(right_report)
    window = driver.window(path)
    switch = next(a for a in window.findChildren(QAction) if a.text() == "报告列表")
    switch.trigger()
    assert not window.panel.reports.isVisible()
    window.close()
    again = driver.window(path)
    assert not again.panel.reports.isVisible()
    switch = next(a for a in again.findChildren(QAction) if a.text() == "报告列表")
    switch.trigger()
    assert again.panel.reports.isVisible()
    assert again.panel.reports.width() > 60


def test_workers_that_cannot_start_are_told(driver: WindowDriver, right_report: Report) -> None:
    def fail() -> Pool:
        raise OSError("no more processes")

    path = driver.readable(right_report)
    _, window = create_app([str(path)], fail)
    driver.qtbot.addWidget(window)
    driver.wait_read(window, [path])
    assert "读取进程无法启动" in (window.panel.workspace.reports[0].reason or "")


def test_reading_can_be_stopped_and_taken_up_again(
    driver: WindowDriver, right_report: Report
) -> None:
    paths = [driver.readable(right_report, name) for name in ("a.pdf", "b.pdf")]
    driver.answers.hold.add(paths[1])
    window = driver.window(*paths)
    driver.qtbot.waitUntil(lambda: len(driver.answers.submitted) == 2, timeout=5000)
    heading = window.panel.reports.findChild(QLabel, "reportHeading")
    assert isinstance(heading, QLabel)
    driver.qtbot.waitUntil(lambda: "1/2" in heading.text(), timeout=5000)
    window.panel.reports.stop_clicked.emit()
    assert "已停止" in (window.panel.workspace.reports[1].reason or "")
    driver.answers.hold.clear()
    window.open_paths([paths[1]])
    driver.qtbot.waitUntil(
        lambda: window.panel.workspace.reports[1].review is not None, timeout=5000
    )
