"""A finished report: asked for once, closed, gone on from, opened again."""

from __future__ import annotations

from collections.abc import Callable

from desktop.gui.reports.report_delegate import REPORT_ROLE
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.review.changes import Completion
from desktop.workspace import review_commands
from desktop.workspace.open_report import OpenReport
from desktop.workspace.states import WorkState
from tests.gui.conftest import WindowDriver

TOTAL = "disputes.review.total"
Make = Callable[..., Report]


def work(report: OpenReport) -> WorkState:
    return report.work_state


def asked(window: ReviewWindow) -> str:
    return window.banner.text


def test_a_report_is_done_and_opened_again_by_a_change(
    driver: WindowDriver, wrong_report: Make, right_report: Report
) -> None:
    window = driver.window(
        driver.readable(wrong_report(disputes__review__total=99), "a.pdf"),
        driver.readable(right_report, "b.pdf"),
    )
    first, second = window.panel.workspace.reports
    window.panel.workspace.show(first)
    assert (first.work_state, second.work_state) == (WorkState.IN_REVIEW, WorkState.UNSEEN)
    window.commands.finish.trigger()
    assert "还有 1 处错误没有处理" in asked(window)
    assert work(first) is WorkState.IN_REVIEW
    # The same key once more is the answer.
    window.commands.finish.trigger()
    assert work(first) is WorkState.PASSED
    assert not asked(window)
    # On to what is left, and done reports come last.
    assert window.panel.workspace.current is second
    assert "核对完成" in window.statusBar().currentMessage()
    assert window.panel.workspace.reports.in_work_order() == [second, first]
    window.commands.finish.trigger()
    assert not asked(window)
    window.panel.workspace.show(first)
    assert not window.statusBar().currentMessage()
    review_commands.edit(window.panel.workspace, TOTAL, "98")
    assert work(first) is WorkState.IN_REVIEW
    window.commands.undo.trigger()
    assert work(first) is WorkState.PASSED


def test_finishing_is_finishing_and_goes_on_to_what_is_left_above(
    driver: WindowDriver, wrong_report: Make, right_report: Report
) -> None:
    window = driver.window(
        driver.readable(wrong_report(disputes__review__total=99), "a.pdf"),
        driver.readable(right_report, "b.pdf"),
        driver.unreadable("文件已损坏。", "c.pdf"),
    )
    worst, right, unreadable = window.panel.workspace.reports
    window.panel.workspace.show(right)
    window.commands.finish.trigger()
    assert window.panel.workspace.current is worst
    window.panel.workspace.show(right)
    window.commands.finish.trigger()
    assert work(right) is WorkState.PASSED
    assert window.panel.workspace.current is worst
    assert not window.commands.reopen.isEnabled()
    window.commands.finish.trigger()
    window.commands.finish.trigger()
    assert window.panel.workspace.current is unreadable
    window.panel.workspace.show(right)
    window.commands.reopen.trigger()
    assert work(right) is WorkState.IN_REVIEW


def test_a_question_about_one_report_is_not_answered_for_another(
    driver: WindowDriver, wrong_report: Make
) -> None:
    window = driver.window(
        driver.readable(wrong_report(disputes__review__total=99), "a.pdf"),
        driver.readable(wrong_report(disputes__review__total=98), "b.pdf"),
    )
    first, second = window.panel.workspace.reports
    window.panel.workspace.show(first)
    window.commands.finish.trigger()
    assert asked(window)
    window.panel.workspace.show(second)
    assert not asked(window)
    window.commands.finish.trigger()
    assert (work(first), work(second)) == (WorkState.IN_REVIEW, WorkState.IN_REVIEW)
    window.banner.press(1)
    window.commands.finish.trigger()
    assert asked(window)
    assert work(second) is WorkState.IN_REVIEW
    window.banner.press(0)
    assert work(second) is WorkState.PASSED


def test_the_row_of_the_report_shown_stays_in_sight(
    driver: WindowDriver, right_report: Report, wrong_report: Make
) -> None:
    """Finished by undo or by recovery, it is the last of many, and still the one shown."""
    wrong = wrong_report(disputes__review__total=99)
    paths = [driver.readable(wrong, "a.pdf")]
    paths += [driver.readable(right_report, f"{number:02}.pdf") for number in range(40)]
    window = driver.window(*paths)
    window.resize(1366, 768)
    window.show()
    workspace, view = window.panel.workspace, window.panel.reports.view
    first = workspace.reports[0]
    workspace.show(first)
    assert view.currentIndex().row() == 0
    workspace.do(Completion(before=False, after=True))
    assert view.currentIndex().data(REPORT_ROLE) is first
    assert view.currentIndex().row() == 40
    shown = view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    assert shown
