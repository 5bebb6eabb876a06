"""The work on a report: findings settled, repairs taken, reports done, all by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.gui.findings.findings_model import ROW_ROLE, FindingRow
from desktop.gui.tables.table_model import APPEARANCE_ROLE
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.report.values import Number
from desktop.review.judgement import Verdict
from desktop.rules.finding import Severity
from desktop.workspace import review_commands
from desktop.workspace.open_report import OpenReport
from desktop.workspace.states import WorkState
from tests.gui.conftest import WindowDriver

Make = Callable[..., Report]
TOTAL = "disputes.review.total"


@pytest.fixture
def wrong(driver: WindowDriver, wrong_report: Make) -> ReviewWindow:
    """A window on a report with one error, pointed at."""
    window = driver.window(driver.readable(wrong_report(disputes__review__total=99)))
    window.panel.workspace.select_finding(0)
    return window


def line(window: ReviewWindow) -> FindingRow:
    found = window.panel.findings.view.model().index(0, 0).data(ROW_ROLE)
    assert isinstance(found, FindingRow)
    return found


def words(window: ReviewWindow) -> str:
    label = window.panel.findings.detail.findChild(QLabel, "findingLine")
    assert isinstance(label, QLabel)
    return label.text()


def work(report: OpenReport) -> WorkState:
    return report.work_state


def value(window: ReviewWindow, name: str) -> Number | None:
    assert window.panel.workspace.review is not None
    return window.panel.workspace.review.report.value(name)


def test_a_waiver_needs_a_reason_and_settles_the_finding(wrong: ReviewWindow) -> None:
    assert wrong.commands.accept.isEnabled()
    table = wrong.panel.tables.current_view()
    table.setFocus()
    wrong.commands.accept.trigger()
    form = wrong.panel.findings.detail.form
    assert form.isVisibleTo(wrong)
    assert wrong.focusWidget() is form.reason
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    assert "写明接受的理由" in wrong.statusBar().currentMessage()
    assert wrong.panel.workspace.review is not None
    assert not wrong.panel.workspace.review.decisions
    editor = form.reason.lineEdit()
    assert editor is not None
    editor.insert("已电话核实")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    assert not form.isVisibleTo(wrong)
    assert wrong.focusWidget() is table
    (decision,) = wrong.panel.workspace.review.decisions.values()
    assert (decision.verdict, decision.reason) == (Verdict.ACCEPTED, "已电话核实")
    assert decision.author
    assert "+" in decision.time
    assert line(wrong).verdict is Verdict.ACCEPTED
    assert "已电话核实" in words(wrong)
    entry = wrong.panel.workspace.current
    assert entry is not None
    assert entry.counts[Severity.ERROR] == 0
    assert wrong.panel.tables.tabs.tabText(2) == "表四"
    index = wrong.panel.tables.views["disputes"].source.index_of(TOTAL)
    assert index.data(APPEARANCE_ROLE).severity is None

    wrong.commands.undo.trigger()
    assert not wrong.panel.workspace.review.decisions
    assert entry.counts[Severity.ERROR] == 1


def test_escape_leaves_the_reason_and_nothing_is_done(wrong: ReviewWindow) -> None:
    wrong.panel.tables.current_view().setFocus()
    wrong.commands.accept.trigger()
    QTest.keyClick(wrong.panel.findings.detail.form.reason, Qt.Key.Key_Escape)
    assert wrong.focusWidget() is wrong.panel.tables.current_view()
    assert wrong.panel.workspace.review is not None
    assert not wrong.panel.workspace.review.decisions
    assert not wrong.panel.findings.detail.form.isVisibleTo(wrong)


def test_who_is_wrong_is_said_and_taken_back(wrong: ReviewWindow) -> None:
    wrong.commands.report_wrong.trigger()
    review, entry = wrong.panel.workspace.review, wrong.panel.workspace.current
    assert review is not None
    assert entry is not None
    assert review.cause_of(TOTAL) is Verdict.REPORT_WRONG
    assert entry.counts[Severity.ERROR] == 0
    assert not wrong.commands.report_wrong.isVisible()
    wrong.commands.take_back.trigger()
    assert review.cause_of(TOTAL) is None
    wrong.commands.reading_wrong.trigger()
    # The page says otherwise: the cell still has to be put right.
    assert entry.counts[Severity.ERROR] == 1


def test_the_proposed_repair_is_taken_by_one_key(driver: WindowDriver, wrong_report: Make) -> None:
    name = "applications.granted.natural"
    right = wrong_report().value(name)
    window = driver.window(driver.readable(wrong_report(applications__granted__natural=777)))
    window.panel.workspace.select_finding(0)
    offered = review_commands.repair_offered(window.panel.workspace)
    assert offered is not None
    assert offered.cells == {name: right}
    action = window.commands.take_repair
    assert action.isEnabled()
    assert str(right) in action.iconText()
    assert value(window, name) == 777  # only ever proposed
    action.trigger()
    assert value(window, name) == right
    assert not action.isEnabled()


def test_without_a_sure_repair_none_is_taken(wrong: ReviewWindow) -> None:
    # One broken sum alone does not tell which of its numbers is wrong.
    assert review_commands.repair_offered(wrong.panel.workspace) is None
    assert not wrong.commands.take_repair.isEnabled()
    assert not review_commands.take_repair(wrong.panel.workspace)
    assert value(wrong, TOTAL) == 99


def test_the_strip_shows_each_addend_as_printed(driver: WindowDriver, wrong: ReviewWindow) -> None:
    strip = wrong.panel.findings.detail.strip
    driver.qtbot.waitUntil(strip.is_drawn, timeout=5000)
    name = strip.accessibleName()
    assert name.count("+") == 3
    assert "≠" in name
    assert name.endswith("99")
    reached: list[str] = []
    strip.clicked.connect(reached.append)
    strip.resize(600, 100)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(16, 12))
    assert reached == ["disputes.review.upheld"]
    assert wrong.panel.workspace.cell == "disputes.review.upheld"


def test_settled_findings_and_done_reports_are_passed_over(
    driver: WindowDriver, wrong_report: Make
) -> None:
    changes = {"disputes__review__total": 99, "disputes__direct__total": 88}
    window = driver.window(
        driver.readable(wrong_report(**changes), "a.pdf"),
        driver.readable(wrong_report(disputes__after_review__total=77), "b.pdf"),
    )
    window.panel.workspace.show(window.panel.workspace.reports[0])
    window.panel.workspace.select_finding(0)
    review_commands.judge(window.panel.workspace, Verdict.REPORT_WRONG)
    seen = []
    for _ in range(3):
        window.commands.next_finding.trigger()
        seen.append(window.panel.workspace.cell.rsplit(".", 1)[0])
    assert seen == ["disputes.direct", "disputes.after_review", "disputes.direct"]
    window.panel.workspace.show(window.panel.workspace.reports[1])
    window.commands.finish.trigger()
    window.commands.finish.trigger()
    window.commands.next_finding.trigger()
    assert window.panel.workspace.cell.startswith("disputes.direct")
    window.commands.next_finding.trigger()
    assert window.panel.workspace.cell.startswith("disputes.direct")


def test_the_list_is_sorted_by_work_and_filtered_by_office(
    driver: WindowDriver, wrong_report: Make, right_report: Report
) -> None:
    window = driver.window(
        driver.readable(right_report, "甲.pdf"),
        driver.unreadable("文件已损坏。", "乙.pdf"),
        driver.readable(wrong_report(disputes__review__total=99), "丙.pdf"),
    )
    model = window.panel.reports.view.model()

    def files() -> list[str]:
        rows = range(model.rowCount())
        return [window.panel.workspace.reports[_source_row(window, row)].path.name for row in rows]

    assert files() == ["丙.pdf", "甲.pdf", "乙.pdf"]
    current = window.panel.workspace.current
    window.panel.reports.search.setText("乙")
    assert files() == ["乙.pdf"]
    # Filtering chooses nothing.
    assert window.panel.workspace.current is current
    window.panel.reports.search.clear()
    assert len(files()) == 3
    window.panel.workspace.show(window.panel.workspace.reports[2])
    window.commands.next_report.trigger()
    assert window.panel.workspace.current is window.panel.workspace.reports[0]
    window.commands.next_report.trigger()
    window.commands.next_report.trigger()
    assert "最后一份" in window.statusBar().currentMessage()


def _source_row(window: ReviewWindow, row: int) -> int:
    shown = window.panel.reports.shown
    return shown.mapToSource(shown.index(row, 0)).row()
