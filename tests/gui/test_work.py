"""The work on a report: findings settled, repairs taken, reports done, all by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.gui import dialogs
from desktop.gui.findings.findings_model import LINE_ROLE, Line
from desktop.gui.reports import work
from desktop.gui.reports.entry import Entry, Stage
from desktop.gui.tables.table_model import LOOK_ROLE
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.report.values import Number
from desktop.review.judgement import Verdict
from desktop.rules.finding import Severity
from tests.gui.conftest import Desk

Make = Callable[..., Report]
TOTAL = "disputes.review.total"


@pytest.fixture
def wrong(desk: Desk, wrong_report: Make) -> ReviewWindow:
    """A window on a report with one error, pointed at."""
    window = desk.window(desk.readable(wrong_report(disputes__review__total=99)))
    window.bench.desk.point(0)
    return window


def line(window: ReviewWindow) -> Line:
    found = window.bench.findings.view.model().index(0, 0).data(LINE_ROLE)
    assert isinstance(found, Line)
    return found


def words(window: ReviewWindow) -> str:
    label = window.bench.findings.detail.findChild(QLabel, "findingLine")
    assert isinstance(label, QLabel)
    return label.text()


def stage(entry: Entry) -> Stage:
    return entry.stage


def value(window: ReviewWindow, name: str) -> Number | None:
    assert window.bench.desk.review is not None
    return window.bench.desk.review.report.value(name)


def test_a_waiver_needs_a_reason_and_settles_the_finding(wrong: ReviewWindow) -> None:
    assert wrong.orders_table.accept.isEnabled()
    table = wrong.bench.tables.current_view()
    table.setFocus()
    wrong.orders_table.accept.trigger()
    form = wrong.bench.findings.detail.form
    assert form.isVisibleTo(wrong)
    assert wrong.focusWidget() is form.reason
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    assert "写明接受的理由" in wrong.statusBar().currentMessage()
    assert wrong.bench.desk.review is not None
    assert not wrong.bench.desk.review.decisions
    editor = form.reason.lineEdit()
    assert editor is not None
    editor.insert("已电话核实")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    assert not form.isVisibleTo(wrong)
    assert wrong.focusWidget() is table
    (decision,) = wrong.bench.desk.review.decisions.values()
    assert (decision.verdict, decision.reason) == (Verdict.ACCEPTED, "已电话核实")
    assert decision.author
    assert "+" in decision.time
    assert line(wrong).verdict is Verdict.ACCEPTED
    assert "已电话核实" in words(wrong)
    entry = wrong.bench.desk.current
    assert entry is not None
    assert entry.counts[Severity.ERROR] == 0
    assert wrong.bench.tables.tabs.tabText(2) == "表四"
    index = wrong.bench.tables.views["disputes"].source.index_of(TOTAL)
    assert index.data(LOOK_ROLE).severity is None

    wrong.orders_table.undo.trigger()
    assert not wrong.bench.desk.review.decisions
    assert entry.counts[Severity.ERROR] == 1


def test_escape_leaves_the_reason_and_nothing_is_done(wrong: ReviewWindow) -> None:
    wrong.bench.tables.current_view().setFocus()
    wrong.orders_table.accept.trigger()
    QTest.keyClick(wrong.bench.findings.detail.form.reason, Qt.Key.Key_Escape)
    assert wrong.focusWidget() is wrong.bench.tables.current_view()
    assert wrong.bench.desk.review is not None
    assert not wrong.bench.desk.review.decisions
    assert not wrong.bench.findings.detail.form.isVisibleTo(wrong)


def test_who_is_wrong_is_said_and_taken_back(wrong: ReviewWindow) -> None:
    wrong.orders_table.report_wrong.trigger()
    review, entry = wrong.bench.desk.review, wrong.bench.desk.current
    assert review is not None
    assert entry is not None
    assert review.cause_of(TOTAL) is Verdict.REPORT_WRONG
    assert entry.counts[Severity.ERROR] == 0
    assert not wrong.orders_table.report_wrong.isVisible()
    wrong.orders_table.take_back.trigger()
    assert review.cause_of(TOTAL) is None
    wrong.orders_table.reading_wrong.trigger()
    # The page says otherwise: the cell still has to be put right.
    assert entry.counts[Severity.ERROR] == 1


def test_the_proposed_repair_is_taken_by_one_key(desk: Desk, wrong_report: Make) -> None:
    name = "applications.granted.natural"
    right = wrong_report().value(name)
    window = desk.window(desk.readable(wrong_report(applications__granted__natural=777)))
    window.bench.desk.point(0)
    offered = work.repair_offered(window.bench.desk)
    assert offered is not None
    assert offered.cells == {name: right}
    action = window.orders_table.take_repair
    assert action.isEnabled()
    assert str(right) in action.iconText()
    assert value(window, name) == 777  # only ever proposed
    action.trigger()
    assert value(window, name) == right
    assert not action.isEnabled()


def test_without_a_sure_repair_none_is_taken(wrong: ReviewWindow) -> None:
    # One broken sum alone does not tell which of its numbers is wrong.
    assert work.repair_offered(wrong.bench.desk) is None
    assert not wrong.orders_table.take_repair.isEnabled()
    assert not work.take_repair(wrong.bench.desk)
    assert value(wrong, TOTAL) == 99


def test_the_strip_shows_each_addend_as_printed(desk: Desk, wrong: ReviewWindow) -> None:
    strip = wrong.bench.findings.detail.strip
    desk.qtbot.waitUntil(strip.is_drawn, timeout=5000)
    name = strip.accessibleName()
    assert name.count("+") == 3
    assert "≠" in name
    assert name.endswith("99")
    reached: list[str] = []
    strip.clicked.connect(reached.append)
    strip.resize(600, 100)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(16, 12))
    assert reached == ["disputes.review.upheld"]
    assert wrong.bench.desk.cell == "disputes.review.upheld"


def test_a_report_is_done_and_opened_again_by_a_change(
    desk: Desk, wrong_report: Make, right_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.window(
        desk.readable(wrong_report(disputes__review__total=99), "a.pdf"),
        desk.readable(right_report, "b.pdf"),
    )
    asked: list[int] = []

    def ask(_parent: object, errors: int) -> bool:
        asked.append(errors)
        return len(asked) > 1

    monkeypatch.setattr(dialogs, "ask_finish", ask)
    first, second = window.bench.desk.entries
    window.bench.desk.turn_to(first)
    assert (first.stage, second.stage) == (Stage.ACTIVE, Stage.UNSEEN)
    window.orders_table.finish.trigger()
    assert asked == [1]
    assert stage(first) is Stage.ACTIVE
    window.orders_table.finish.trigger()
    assert stage(first) is Stage.DONE
    # On to what is left, and done reports come last.
    assert window.bench.desk.current is second
    assert window.bench.desk.ordered() == [second, first]
    window.orders_table.finish.trigger()
    assert asked == [1, 1]
    window.bench.desk.turn_to(first)
    work.edit(window.bench.desk, TOTAL, "98")
    assert stage(first) is Stage.ACTIVE
    window.orders_table.undo.trigger()
    assert stage(first) is Stage.DONE


def test_settled_findings_and_done_reports_are_passed_over(
    desk: Desk, wrong_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_finish", lambda _parent, _errors: True)
    changes = {"disputes__review__total": 99, "disputes__direct__total": 88}
    window = desk.window(
        desk.readable(wrong_report(**changes), "a.pdf"),
        desk.readable(wrong_report(disputes__after_review__total=77), "b.pdf"),
    )
    window.bench.desk.turn_to(window.bench.desk.entries[0])
    window.bench.desk.point(0)
    work.judge(window.bench.desk, Verdict.REPORT_WRONG)
    seen = []
    for _ in range(3):
        window.orders_table.next_finding.trigger()
        seen.append(window.bench.desk.cell.rsplit(".", 1)[0])
    assert seen == ["disputes.direct", "disputes.after_review", "disputes.direct"]
    window.bench.desk.turn_to(window.bench.desk.entries[1])
    window.orders_table.finish.trigger()
    window.orders_table.next_finding.trigger()
    assert window.bench.desk.cell.startswith("disputes.direct")
    window.orders_table.next_finding.trigger()
    assert window.bench.desk.cell.startswith("disputes.direct")


def test_the_list_is_sorted_by_work_and_filtered_by_office(
    desk: Desk, wrong_report: Make, right_report: Report
) -> None:
    window = desk.window(
        desk.readable(right_report, "甲.pdf"),
        desk.unreadable("文件已损坏。", "乙.pdf"),
        desk.readable(wrong_report(disputes__review__total=99), "丙.pdf"),
    )
    model = window.bench.reports.view.model()

    def files() -> list[str]:
        rows = range(model.rowCount())
        return [window.bench.desk.entries[_source_row(window, row)].path.name for row in rows]

    assert files() == ["丙.pdf", "甲.pdf", "乙.pdf"]
    current = window.bench.desk.current
    window.bench.reports.search.setText("乙")
    assert files() == ["乙.pdf"]
    # Filtering chooses nothing.
    assert window.bench.desk.current is current
    window.bench.reports.search.clear()
    assert len(files()) == 3
    window.bench.desk.turn_to(window.bench.desk.entries[2])
    window.orders_table.next_report.trigger()
    assert window.bench.desk.current is window.bench.desk.entries[0]
    window.orders_table.next_report.trigger()
    window.orders_table.next_report.trigger()
    assert "最后一份" in window.statusBar().currentMessage()


def _source_row(window: ReviewWindow, row: int) -> int:
    shown = window.bench.reports.shown
    return shown.mapToSource(shown.index(row, 0)).row()
