"""A report that was read and worked on, and whose file cannot be read any more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.gui.reports import work
from desktop.gui.reports.entry import State
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from tests.gui.conftest import Desk

TOTAL = "disputes.review.total"
REASON = "文件已损坏，请重新获取该报告的 PDF。"


@pytest.fixture
def lost(desk: Desk, wrong_report: Callable[..., Report]) -> ReviewWindow:
    """A window with an edited report, opened again after its file was damaged."""
    path = desk.readable(wrong_report(disputes__review__total=99))
    window = desk.window(path)
    work.edit(window.bench.desk, TOTAL, "7")
    desk.unreadable(REASON, path.name)
    window.open_paths([path])
    desk.qtbot.waitUntil(lambda: window.bench.desk.entries[0].reason is not None, timeout=5000)
    return window


def test_the_window_says_why_and_keeps_the_work(lost: ReviewWindow) -> None:
    assert REASON in lost.banner.text
    assert "云山市林业局 2024" in lost.banner.text
    (entry,) = lost.bench.desk.entries
    assert entry.state is State.READY
    assert entry.review is not None
    assert entry.review.report.value(TOTAL) == 7
    tip = str(lost.bench.reports.view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert REASON in tip


def test_an_edit_afterwards_is_told_once(lost: ReviewWindow) -> None:
    told: list[object] = []
    lost.bench.desk.edited.connect(told.append)
    work.edit(lost.bench.desk, TOTAL, "8")
    assert told == [(TOTAL,)]


def test_a_file_that_is_back_is_read_with_the_work(
    desk: Desk, lost: ReviewWindow, wrong_report: Callable[..., Report]
) -> None:
    path = desk.readable(wrong_report(disputes__review__total=99))
    lost.open_paths([path])
    (entry,) = lost.bench.desk.entries
    desk.qtbot.waitUntil(lambda: entry.reason is None and entry.state is State.READY, timeout=5000)
    assert entry.review is not None
    assert entry.review.report.value(TOTAL) == 7


def test_stopping_a_second_reading_leaves_the_first(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    path = desk.readable(wrong_report(disputes__review__total=99))
    window = desk.window(path)
    (entry,) = window.bench.desk.entries
    path.write_bytes(path.read_bytes() + b"\n")
    desk.answers.hold.add(path)
    window.open_paths([path])
    desk.qtbot.waitUntil(lambda: entry.state is State.READING, timeout=5000)
    window.bench.reports.stop_clicked.emit()
    assert entry.state is State.READY
    assert window.bench.middle.currentWidget() is window.bench.pages
