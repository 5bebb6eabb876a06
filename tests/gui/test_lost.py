"""A report that was read and worked on, and whose file cannot be read any more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.workspace import review_commands
from desktop.workspace.change import Change
from desktop.workspace.states import Readability
from tests.gui.conftest import WindowDriver

TOTAL = "disputes.review.total"
REASON = "文件已损坏，请重新获取该报告的 PDF。"


@pytest.fixture
def lost(driver: WindowDriver, wrong_report: Callable[..., Report]) -> ReviewWindow:
    """A window with an edited report, opened again after its file was damaged."""
    path = driver.readable(wrong_report(disputes__review__total=99))
    window = driver.window(path)
    review_commands.edit(window.panel.workspace, TOTAL, "7")
    driver.unreadable(REASON, path.name)
    window.open_paths([path])
    driver.qtbot.waitUntil(
        lambda: window.panel.workspace.reports[0].reason is not None, timeout=5000
    )
    return window


def test_the_window_says_why_and_keeps_the_work(lost: ReviewWindow) -> None:
    assert REASON in lost.banner.text
    assert "云山市林业局 2024" in lost.banner.text
    (entry,) = lost.panel.workspace.reports
    assert entry.readability is Readability.READ
    assert entry.review is not None
    assert entry.review.report.value(TOTAL) == 7
    tip = str(lost.panel.reports.view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert REASON in tip


def test_an_edit_afterwards_is_told_once(lost: ReviewWindow) -> None:
    said: list[Change] = []
    lost.panel.services.changed.connect(said.append)
    review_commands.edit(lost.panel.workspace, TOTAL, "8")
    assert [change.findings for change in said] == [True]


def test_a_file_that_is_back_is_read_with_the_work(
    driver: WindowDriver, lost: ReviewWindow, wrong_report: Callable[..., Report]
) -> None:
    path = driver.readable(wrong_report(disputes__review__total=99))
    lost.open_paths([path])
    (entry,) = lost.panel.workspace.reports
    driver.qtbot.waitUntil(
        lambda: entry.reason is None and entry.readability is Readability.READ, timeout=5000
    )
    assert entry.review is not None
    assert entry.review.report.value(TOTAL) == 7


def test_stopping_a_second_reading_leaves_the_first(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    path = driver.readable(wrong_report(disputes__review__total=99))
    window = driver.window(path)
    (entry,) = window.panel.workspace.reports
    path.write_bytes(path.read_bytes() + b"\n")
    driver.answers.hold.add(path)
    window.open_paths([path])
    driver.qtbot.waitUntil(lambda: entry.readability is Readability.LOADING, timeout=5000)
    window.panel.reports.stop_clicked.emit()
    assert entry.readability is Readability.READ
    assert window.panel.middle.currentWidget() is window.panel.pages
