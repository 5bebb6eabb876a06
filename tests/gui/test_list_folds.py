"""The list of reports in a small window: signs and counts, until a person wants names."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.gui.settings import stored
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from tests.gui.conftest import Desk


def shown(desk: Desk, window: ReviewWindow, width: int) -> int:
    """How wide the list is in a window of this width."""
    window.resize(width, 768)
    window.show()
    desk.qtbot.waitUntil(lambda: window.bench.panes.width() == width, timeout=5000)
    return window.bench.reports.width()


def row_height(window: ReviewWindow) -> int:
    view = window.bench.reports.view
    view.doItemsLayout()
    index = view.model().index(0, 0)
    return view.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height()


def test_a_small_window_folds_the_list_to_signs(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(desk.readable(wrong_report(disputes__review__total=99)))
    wide = shown(desk, window, 1600)
    tall = row_height(window)
    assert wide > 200
    assert shown(desk, window, 1366) <= 100
    assert row_height(window) < tall
    tip = str(window.bench.reports.view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "云山市林业局 2024" in tip
    assert "错误 1" in tip
    # Back on the large screen the names are back.
    assert shown(desk, window, 1600) == wide


def test_a_list_that_was_widened_stays_so(desk: Desk, right_report: Report) -> None:
    path = desk.readable(right_report)
    window = desk.window(path)
    shown(desk, window, 1366)
    across = window.bench.panes.across
    sizes = across.sizes()
    across.setSizes([180, sizes[1] - 80, sizes[2]])
    across.splitterMoved.emit(180, 1)
    assert shown(desk, window, 1300) >= 150
    window.close()
    assert 150 < shown(desk, desk.window(path), 1300) < 200


def test_sizes_nobody_chose_are_not_kept(desk: Desk, right_report: Report) -> None:
    path = desk.readable(right_report)
    window = desk.window(path)
    shown(desk, window, 1366)
    window.close()
    assert stored("panes/across") is None
    again = desk.window(path)
    assert shown(desk, again, 1600) > 200


def test_a_decision_brings_the_findings_back(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(desk.readable(wrong_report(disputes__review__total=99)))
    window.orders_table.next_finding.trigger()
    window.bench.findings.hide()
    window._switches["findings"].setChecked(False)
    assert not window.bench.findings.isVisible()
    window.orders_table.accept.trigger()
    assert window.bench.findings.isVisible()
