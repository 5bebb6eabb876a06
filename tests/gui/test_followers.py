"""What shows the workspace shows the same in whatever order it hears of a change."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from random import Random

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.review.judgement import Verdict
from desktop.workspace import review_commands
from tests.gui.conftest import WindowDriver

TOTAL = "disputes.review.total"
# All orders would take minutes: the usual one reversed, and some at random.
ORDERS = [tuple(range(5, -1, -1)), *Random(7).sample(list(permutations(range(6))), 5)]


def follow_in(window: ReviewWindow, order: tuple[int, ...]) -> None:
    """Have those who follow hear of changes in another order."""
    panel = window.panel
    followers = panel.followers()
    panel.services.changed.disconnect()
    for number in order:
        panel.services.changed.connect(followers[number])


def texts(window: ReviewWindow) -> list[str]:
    """All that the window says, but for the list's progress and the time of day."""
    panel = window.panel
    model = panel.findings.view.model()
    rows = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    labels = [label.text() for label in window.findChildren(QLabel)]
    view = panel.tables.current_view()
    chosen = [panel.tables.tabs.currentIndex(), view.selected_names()]
    lit = [mark for mark in panel.pages.view.highlights if mark.severity or mark.in_selected]
    enabled = [action.objectName() for action in window.commands if action.isEnabled()]
    shown = panel.findings.view.currentIndex().row()
    return [window.windowTitle(), *rows, *labels, *map(str, (chosen, lit, enabled, shown))]


def a_morning(window: ReviewWindow) -> list[list[str]]:
    """A bit of everything, and what the window says after each."""
    workspace = window.panel.workspace
    first, second = workspace.reports
    said = []
    for act in (
        lambda: workspace.show(second),
        lambda: workspace.select_finding(0),
        lambda: review_commands.edit(workspace, TOTAL, "7"),
        workspace.undo,
        lambda: review_commands.judge(workspace, Verdict.REPORT_WRONG),
        lambda: workspace.show(first),
        lambda: workspace.select_cell("applications.new.natural"),
        lambda: review_commands.finish(workspace, done=True),
        workspace.show_again,
        window.commands.next_finding.trigger,
    ):
        act()
        said.append(texts(window))
    return said


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_the_order_of_those_who_follow_is_nobody_s_concern(
    driver: WindowDriver,
    wrong_report: Callable[..., Report],
    monkeypatch: pytest.MonkeyPatch,
    order: tuple[int, ...],
) -> None:
    monkeypatch.setattr("desktop.workspace.workspace.timestamp", lambda: "2025-01-20T09:00:00")
    paths = [
        driver.readable(wrong_report(disputes__review__total=99), "1.pdf"),
        driver.readable(wrong_report(disputes__review__total=98), "2.pdf"),
    ]
    said = []
    for arrange in (False, True):
        window = driver.window(*paths)
        assert window.size() == QSize(1366, 768)
        if arrange:
            follow_in(window, order)
        said.append(a_morning(window))
        window.panel.workspace.show_again()
        window.panel.workspace.select_finding(0)
        window.panel.workspace.show_again()
        # The pictures of its numbers were asked for of the document shown now.
        driver.qtbot.waitUntil(window.panel.findings.detail.strip.is_drawn, timeout=5000)
        window.close()
    assert said[0] == said[1]
