"""Last year's report in the window, found or given: every check follows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QToolButton

from desktop.gui import dialogs
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.report.values import Number
from desktop.rules.finding import NO_PREVIOUS
from desktop.workspace import review_commands
from tests.builders import going_on, report_of, right_values
from tests.gui.conftest import WindowDriver
from tests.gui.test_findings import counts, lines

CELL = "applications.new.natural"
WRONG = {"disputes__review__total": 99}


def of_year(year: int, **changes: Number) -> Report:
    values = {
        **going_on(right_values(Random(1))),
        **{k.replace("__", "."): v for k, v in changes.items()},
    }
    return replace(report_of(values), year=year)


def give(window: ReviewWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "ask_last_year", lambda _parent, _folder: path)
    window.commands.previous_year.trigger()


def compared(window: ReviewWindow) -> bool:
    return "已与 2023 年对照" in counts(window)


def sentences(window: ReviewWindow) -> str:
    return "\n".join(line.message for line in lines(window) if line.unchecked)


def test_last_year_s_report_is_found_among_those_open(driver: WindowDriver) -> None:
    now = driver.readable(of_year(2024), "now.pdf")
    last = driver.readable(of_year(2023), "last.pdf")
    window = driver.window(now)
    assert NO_PREVIOUS in sentences(window)
    window.open_paths([last])
    driver.wait_read(window, [now, last])
    state = window.panel.workspace
    assert NO_PREVIOUS in sentences(window)  # it is last year's own that is looked at now
    state.show(state.reports[0])
    assert compared(window)
    assert NO_PREVIOUS not in sentences(window)
    # Both years are alike: told of this year's report, until last year's is changed.
    assert any("与上一年度完全相同" in line.message for line in lines(window))
    state.show(state.reports[1])
    review_commands.fill(state, {CELL: "77", "disputes.review.upheld": "50"})
    state.show(state.reports[0])
    alike = [line.message for line in lines(window) if "与上一年度完全相同" in line.message]
    assert not any("表三" in sentence or "表四" in sentence for sentence in alike)


def test_a_report_that_is_not_there_any_more_is_compared_with_no_longer(
    driver: WindowDriver,
) -> None:
    paths = [driver.readable(of_year(year), f"{year}.pdf") for year in (2024, 2023)]
    window = driver.window(*paths)
    state = window.panel.workspace
    state.show(state.reports[0])
    assert compared(window)
    state.reports.pop()
    state.use_rules(state.reports.rules)
    assert not compared(window)
    assert NO_PREVIOUS in sentences(window)


def test_a_newer_version_of_last_year_s_report_is_compared_with(driver: WindowDriver) -> None:
    paths = [driver.readable(of_year(year), f"{year}.pdf") for year in (2024, 2023)]
    window = driver.window(*paths)
    entry = window.panel.workspace.reports[0]
    again = driver.readable(of_year(2023, applications__carried_out__natural=55), "2023.pdf")
    window.open_paths([again])

    def said() -> bool:
        findings = entry.review.checked.findings if entry.review else ()
        return any("结转下年度同一列为 55" in finding.message for finding in findings)

    driver.qtbot.waitUntil(said, timeout=5000)


def test_last_year_s_report_is_given_where_none_is_open(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = driver.readable(of_year(2024), "now.pdf")
    last = driver.readable(replace(of_year(2023), agency="云山市林业和草原局"), "last.pdf")
    window = driver.window(now)
    button = window.findChild(QToolButton, "lastYearButton")
    assert isinstance(button, QToolButton)
    assert not button.isHidden()
    assert button.text() == "上一年度报告…"
    give(window, last, monkeypatch)
    driver.qtbot.waitUntil(lambda: NO_PREVIOUS not in sentences(window), timeout=5000)
    driver.qtbot.waitUntil(lambda: "正在读取" not in sentences(window), timeout=5000)
    assert compared(window)
    assert button.isHidden()
    # It is there to be compared with, not to be reviewed.
    assert [entry.path for entry in window.panel.workspace.reports] == [now]


def test_a_report_given_that_cannot_be_read_is_told(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = driver.window(driver.readable(of_year(2024), "now.pdf"))
    give(window, driver.unreadable("文件已损坏。", "last.pdf"), monkeypatch)
    said = "上一年度的报告 last.pdf 读不出（文件已损坏），未能核对"
    driver.qtbot.waitUntil(lambda: said in sentences(window), timeout=5000)
    button = window.findChild(QToolButton, "lastYearButton")
    assert isinstance(button, QToolButton)
    assert not button.isHidden()


def test_the_line_that_says_none_is_given_points_at_no_finding(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(**WRONG)))
    view = window.panel.findings.view
    view.setCurrentIndex(view.model().index(0, 0))
    button = window.findChild(QToolButton, "lastYearButton")
    assert isinstance(button, QToolButton)
    assert button.isHidden()
    row = next(n for n, line in enumerate(lines(window)) if line.message == NO_PREVIOUS)
    view.setCurrentIndex(view.model().index(row, 0))
    assert window.panel.workspace.finding is None
    assert view.currentIndex().row() == row
    assert not button.isHidden()
    assert not window.commands.accept.isEnabled()
