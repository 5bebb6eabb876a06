"""Findings under their root cause, and what is proposed for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from desktop.gui.findings.findings_model import ROW_ROLE, FindingRow
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.review.judgement import Decision, Verdict
from desktop.workspace import review_commands
from tests.gui.conftest import WindowDriver

GRANTED = "applications.granted.natural"
Make = Callable[..., Report]


SAID = Decision(Verdict.REPORT_WRONG, "", "张三", "2025-01-20T09:00:00+08:00")


def lines(window: ReviewWindow) -> list[FindingRow]:
    model = window.panel.findings.view.model()
    found = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
    assert all(isinstance(line, FindingRow) for line in found)
    return found


def text(window: ReviewWindow, name: str) -> str:
    label = window.panel.findings.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text() if not label.isHidden() else ""


def choices(window: ReviewWindow) -> list[QAction]:
    button = window.panel.findings.findChild(QToolButton, "repairChoices")
    assert isinstance(button, QToolButton)
    menu = button.menu()
    assert isinstance(menu, QMenu)
    return [] if button.isHidden() else menu.actions()


@pytest.fixture
def wrong_cell(driver: WindowDriver, wrong_report: Make) -> ReviewWindow:
    """One wrong cell, which breaks its row and its column; and one broken sum apart."""
    return driver.window(
        driver.readable(
            wrong_report(applications__granted__natural=777, disputes__review__total=99)
        )
    )


def test_what_one_cell_broke_stands_under_one_sentence(wrong_cell: ReviewWindow) -> None:
    head, *rest = lines(wrong_cell)
    assert wrong_cell.panel.workspace.current is not None
    problem = wrong_cell.panel.workspace.current.index.problem_of(rest[0].position or 0)
    assert problem is not None
    assert head.message == problem.reason
    assert head.place == f"{len(problem.findings)} 条等式"
    children = [line for line in rest if line.cause]
    assert tuple(line.position for line in children) == problem.findings
    assert rest[: len(children)] == children
    assert {line.cause for line in children} == {problem.reason}
    alone = [line for line in rest[len(children) :] if line.position is not None]
    assert "99" in alone[0].message


def test_the_keyboard_goes_from_finding_to_finding(wrong_cell: ReviewWindow) -> None:
    view = wrong_cell.panel.findings.view
    wrong_cell.show()
    wrong_cell.panel.workspace.select_finding(lines(wrong_cell)[1].position or 0)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 1
    rows = []
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down)
        rows.append(view.currentIndex().row())
    assert rows == [2, 3]


def test_a_click_on_the_cause_leads_to_its_first_open_finding(
    wrong_cell: ReviewWindow,
) -> None:
    view = wrong_cell.panel.findings.view
    wrong_cell.show()
    first, second = (lines(wrong_cell)[row].position for row in (1, 2))
    assert first is not None
    review = wrong_cell.panel.workspace.review
    assert review is not None
    # As saved by an earlier version, which judged findings one by one.
    wrong_cell.panel.workspace.do(review.judge(review.checked.findings[first], SAID))
    wrong_cell.panel.workspace.select_finding(lines(wrong_cell)[3].position or 0)
    where = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert wrong_cell.panel.workspace.position == second
    assert view.currentIndex().row() == 2


def test_a_cause_is_judged_as_one(wrong_cell: ReviewWindow) -> None:
    positions = [line.position for line in lines(wrong_cell) if line.cause]
    assert len(positions) > 1
    wrong_cell.panel.workspace.select_finding(positions[1] or 0)
    wrong_cell.commands.report_wrong.trigger()
    assert {line.verdict for line in lines(wrong_cell)[:3]} == {Verdict.REPORT_WRONG}
    wrong_cell.commands.take_back.trigger()
    assert {line.verdict for line in lines(wrong_cell)[:3]} == {None}


def test_the_round_keeps_findings_of_one_cause_together(
    driver: WindowDriver, wrong_report: Make
) -> None:
    wrong = wrong_report(
        applications__granted__natural=777,
        applications__partial__legal=888,
        disputes__review__total=99,
    )
    window = driver.window(driver.readable(wrong))
    entry = window.panel.workspace.current
    assert entry is not None
    # By severity and rule alone the columns would come before the rows.
    assert list(entry.index.order) != sorted(entry.index.order)
    walked = []
    for _ in entry.index.order:
        window.commands.next_finding.trigger()
        walked.append(window.panel.workspace.position)
    assert tuple(walked) == entry.index.order
    window.commands.previous_finding.trigger()
    assert window.panel.workspace.position == entry.index.order[-2]
    listed = [line.position for line in lines(window) if line.position is not None]
    assert tuple(listed) == entry.index.order


def test_the_detail_says_what_holds_after_the_repair(wrong_cell: ReviewWindow) -> None:
    wrong_cell.panel.workspace.select_finding(lines(wrong_cell)[1].position or 0)
    offered = review_commands.repair_offered(wrong_cell.panel.workspace)
    assert offered is not None
    assert text(wrong_cell, "findingLine") == offered.reason
    assert all(step.after in text(wrong_cell, "findingMore") for step in offered.steps)
    action = wrong_cell.commands.take_repair
    assert action.iconText() == f"采用 {offered.cells[GRANTED]} (Ctrl+Enter)"
    assert all(step.before in action.toolTip() for step in offered.steps)
    assert choices(wrong_cell) == []


def test_where_several_repairs_do_they_are_listed_and_one_can_be_chosen(
    wrong_cell: ReviewWindow,
) -> None:
    review, entry = wrong_cell.panel.workspace.review, wrong_cell.panel.workspace.current
    assert review is not None
    assert entry is not None
    (broken,) = [line for line in lines(wrong_cell) if "99" in line.message]
    wrong_cell.panel.workspace.select_finding(broken.position or 0)
    problem = entry.index.problem_of(broken.position or 0)
    assert problem is not None
    assert text(wrong_cell, "findingLine") == problem.reason
    assert "不能确定" in problem.reason
    offered = choices(wrong_cell)
    assert len(offered) == len(problem.repairs) > 3
    assert offered[0].text() in text(wrong_cell, "findingMore")
    (total,) = [action for action in offered if "总计" in action.text()]
    total.trigger()
    assert review.report.value("disputes.review.total") == 15
    assert choices(wrong_cell) == []


def test_a_row_that_arithmetic_cannot_name_is_said_so(
    driver: WindowDriver, wrong_report: Make
) -> None:
    # An entry left out of a column's details: any of its rows may lack it.
    right = wrong_report()
    total, new = "applications.total.research", "applications.new.research"
    changes: dict[str, int] = {
        name.replace(".", "__"): int(right.value(name) or 0) + 3
        for name in (total, new, *(n.replace("research", "total") for n in (total, new)))
    }
    window = driver.window(driver.readable(wrong_report(**changes)))
    window.panel.workspace.select_finding(0)
    assert "不能定位到行" in text(window, "findingLine")
