"""The list of reports in a small window: signs and counts, until a person wants names."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.gui.settings import stored
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from tests.gui.conftest import WindowDriver


def shown(driver: WindowDriver, window: ReviewWindow, width: int) -> int:
    """How wide the list is in a window of this width."""
    window.resize(width, 768)
    window.show()
    driver.qtbot.waitUntil(lambda: window.panel.splitter.width() == width, timeout=5000)
    return window.panel.reports.width()


def row_height(window: ReviewWindow) -> int:
    view = window.panel.reports.view
    view.doItemsLayout()
    index = view.model().index(0, 0)
    return view.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height()


def test_a_small_window_folds_the_list_to_signs(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(disputes__review__total=99)))
    wide = shown(driver, window, 1600)
    tall = row_height(window)
    assert wide > 200
    assert shown(driver, window, 1366) <= 100
    assert row_height(window) < tall
    tip = str(window.panel.reports.view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "云山市林业局 2024" in tip
    assert "错误 1" in tip
    # Back on the large screen the names are back.
    assert shown(driver, window, 1600) == wide


def test_a_list_that_was_widened_stays_so(driver: WindowDriver, right_report: Report) -> None:
    path = driver.readable(right_report)
    window = driver.window(path)
    shown(driver, window, 1366)
    across = window.panel.splitter.across
    sizes = across.sizes()
    across.setSizes([180, sizes[1] - 80, sizes[2]])
    across.splitterMoved.emit(180, 1)
    assert shown(driver, window, 1300) >= 150
    window.close()
    assert 150 < shown(driver, driver.window(path), 1300) < 200


def test_sizes_nobody_chose_are_not_kept(driver: WindowDriver, right_report: Report) -> None:
    path = driver.readable(right_report)
    window = driver.window(path)
    shown(driver, window, 1366)
    window.close()
    assert stored("panes/across") is None
    again = driver.window(path)
    assert shown(driver, again, 1600) > 200


def test_a_decision_brings_the_findings_back(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(disputes__review__total=99)))
    window.commands.next_finding.trigger()
    window.panel.findings.hide()
    window._switches["findings"].setChecked(False)
    assert not window.panel.findings.isVisible()
    window.commands.accept.trigger()
    assert window.panel.findings.isVisible()
