"""What a person can do with the report looked at, and what comes to nothing."""

from __future__ import annotations

from random import Random

from desktop.batch.outcome import Outcome
from desktop.review.changes import Remark
from desktop.workspace import review_commands
from desktop.workspace.open_report import OpenReport
from desktop.workspace.states import WorkState
from tests.builders import report_of, right_values
from tests.packaged import RULES
from tests.workspace.conftest import Office

TOTAL = "disputes.review.total"
RIGHT = report_of(right_values(Random(1)))


def work_of(report: OpenReport) -> WorkState:
    return report.work_state


def test_what_changes_nothing_is_no_step(office: Office) -> None:
    office.open(RIGHT.without_cell("applications.new.other"))
    review = office.workspace.review
    assert review is not None
    printed = review.cell(TOTAL)
    assert printed is not None
    assert review_commands.edit(office.workspace, TOTAL, printed.text)
    # A blank in a cell that the page lacks says nothing new.
    assert review_commands.edit(office.workspace, "applications.new.other", "")
    review_commands.clear(office.workspace, ["applications.new.other"])
    review_commands.restore(office.workspace, [TOTAL])
    assert not review.history
    # Of several, only those count that do.
    fill = {TOTAL: printed.text, "disputes.review.upheld": "7"}
    assert review_commands.fill(office.workspace, fill) == ()
    assert [[edit.name for edit in step.edits] for step in review.history] == [
        ["disputes.review.upheld"]
    ]
    # One that is no number, and nothing is changed.
    fill = {TOTAL: "9", "disputes.review.upheld": "七"}
    assert review_commands.fill(office.workspace, fill) == ("disputes.review.upheld",)
    assert len(review.history) == 1


def test_a_number_is_cleared_and_restored(office: Office) -> None:
    office.open(RIGHT)
    review = office.workspace.review
    assert review is not None
    review_commands.clear(office.workspace, [TOTAL])
    cell = review.cell(TOTAL)
    assert cell is not None
    assert (cell.text, cell.value) == ("", 0)
    assert review.is_edited(TOTAL)
    review_commands.restore(office.workspace, [TOTAL])
    assert review.cell(TOTAL) == review.printed_cell(TOTAL)
    assert len(review.history) == 2


def test_only_what_was_read_or_given_up_can_be_set_aside(office: Office) -> None:
    assert not review_commands.set_aside(office.workspace, "扫描件")
    outcome = office.outcome(RIGHT)
    office.workspace.add_files([outcome.path])
    (report,) = office.workspace.reports
    # While it is read nobody knows what there is to set aside.
    assert not review_commands.set_aside(office.workspace, "扫描件")
    office.workspace.take(Outcome(outcome.path, None, reason="无法读取"), None, RULES)
    assert review_commands.set_aside(office.workspace, "扫描件")
    assert not review_commands.set_aside(office.workspace, " 扫描件 ")
    assert work_of(report) is WorkState.SET_ASIDE
    assert review_commands.set_aside(office.workspace, "")
    assert work_of(report) is not WorkState.SET_ASIDE


def test_in_what_could_not_be_read_nothing_is_done(office: Office) -> None:
    path = office.folder / "bad.pdf"
    office.workspace.add_files([path])
    office.workspace.take(Outcome(path, None, reason="文件已损坏。"), None, RULES)
    office.changes.clear()
    assert not review_commands.edit(office.workspace, TOTAL, "5")
    review_commands.remark(office.workspace, "记一笔")
    office.workspace.do(Remark("", "记一笔"))
    office.workspace.undo()
    office.workspace.redo()
    assert office.changes == []
