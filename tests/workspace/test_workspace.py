"""What a person has open: states, selection, steps, and one change told for each."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from desktop.batch.outcome import Outcome
from desktop.review.changes import Completion, Remark
from desktop.review.journal import recovered_reports, stale_journals
from desktop.review.judgement import Verdict
from desktop.rules.finding import Checked
from desktop.workspace import review_commands
from desktop.workspace.change import Change
from desktop.workspace.navigation import go_to_finding, next_to_review
from desktop.workspace.open_report import OpenReport
from desktop.workspace.states import CheckState, Readability, WorkState
from tests.builders import report_of, right_values
from tests.packaged import RULES
from tests.workspace.conftest import Office

TOTAL = "disputes.review.total"
RIGHT = report_of(right_values(Random(1)))
WRONG = report_of({**right_values(Random(1)), TOTAL: 99})


def readability_of(report: OpenReport) -> Readability:
    return report.readability


def check_of(report: OpenReport) -> CheckState:
    return report.check_state


def work_of(report: OpenReport) -> WorkState:
    return report.work_state


def test_a_file_is_loading_until_it_is_read(office: Office) -> None:
    outcome = office.outcome(RIGHT)
    office.workspace.add_files([outcome.path])
    (report,) = office.workspace.reports
    assert office.asked == [outcome.path]
    assert readability_of(report) is Readability.LOADING
    assert office.workspace.current is report
    office.workspace.take(outcome, None, RULES)
    assert readability_of(report) is Readability.READ
    assert (report.check_state, report.work_state) == (CheckState.CLEAN, WorkState.IN_REVIEW)


def test_a_file_that_cannot_be_read_says_why(office: Office) -> None:
    path = office.folder / "bad.pdf"
    office.workspace.add_files([path])
    office.workspace.take(Outcome(path, None, reason="文件已损坏。"), None, RULES)
    (report,) = office.workspace.reports
    assert (report.readability, report.reason) == (Readability.UNREADABLE, "文件已损坏。")


def test_what_is_read_in_part_is_never_clean(office: Office) -> None:
    outcome = office.outcome(RIGHT.without_cell(TOTAL))
    # Even where no rule is in force that says so.
    office.workspace.add_files([outcome.path])
    office.workspace.take(replace(outcome, checked=Checked(())), None, RULES)
    (report,) = office.workspace.reports
    assert readability_of(report) is Readability.PARTIAL
    assert check_of(report) is CheckState.WARNING


def test_the_worst_that_waits_is_the_state_of_the_check(office: Office) -> None:
    office.open(WRONG)
    (report,) = office.workspace.reports
    assert check_of(report) is CheckState.ERROR
    for position in range(len(report.index.findings)):
        office.workspace.select_finding(position)
        review_commands.judge(office.workspace, Verdict.REPORT_WRONG)
    assert check_of(report) is CheckState.CLEAN


def test_a_set_aside_report_counts_as_done() -> None:
    done = {state for state in WorkState if state.is_done}
    assert done == {WorkState.PASSED, WorkState.SET_ASIDE, WorkState.ARCHIVED}


def test_each_thing_that_happens_is_told_once_when_all_is_as_it_will_be(office: Office) -> None:
    office.open(WRONG)
    workspace = office.workspace
    seen: list[tuple[Change, str, bool]] = []

    def hear(change: Change) -> None:
        assert workspace.current is not None
        finding = workspace.finding
        known = finding is None or finding in workspace.current.index.findings
        seen.append((change, workspace.cell, known))

    workspace.on_change = hear
    workspace.select_finding(0)
    review_commands.edit(workspace, TOTAL, "7")
    workspace.undo()
    workspace.redo()
    changes = [change for change, _, _ in seen]
    reports = tuple(workspace.reports)
    step = Change(reports=reports, findings=True, finding=True, cell=True)
    assert changes == [Change(cell=True, finding=True), step, step, step]
    assert {cell for _, cell, _ in seen} == {TOTAL, seen[0][1]}
    assert all(known for _, _, known in seen)


def test_a_step_is_in_the_journal_before_anyone_hears_of_it(office: Office) -> None:
    path = office.open(WRONG)
    heard: list[int] = []

    def hear(_change: Change) -> None:
        # As another program would see it, were this one killed now.
        office.recorder.close(keep=True)
        (left,) = recovered_reports(stale_journals([office.folder / "journals"]))
        # With what it was made in, which another version of the PDF is not.
        assert (left.path, left.sha256) == (path, office.workspace.reports[0].sha256)
        heard.append(len(left.steps))

    office.workspace.on_change = hear
    office.workspace.do(Remark("", "记一笔"))
    assert heard == [1]


def test_a_change_opens_what_was_done(office: Office) -> None:
    office.open(WRONG)
    review_commands.finish(office.workspace, done=True)
    (report,) = office.workspace.reports
    assert work_of(report) is WorkState.PASSED
    office.workspace.do(Remark("", "还有一处"))
    assert work_of(report) is WorkState.IN_REVIEW
    office.workspace.undo()
    assert work_of(report) is WorkState.PASSED
    office.workspace.do(Completion(before=True, after=False))
    assert work_of(report) is WorkState.IN_REVIEW


def test_the_same_file_read_again_keeps_what_is_not_saved(office: Office) -> None:
    path = office.open(WRONG)
    review_commands.edit(office.workspace, TOTAL, "7")
    (report,) = office.workspace.reports
    outcome = office.outcome(WRONG)
    path.touch()
    assert report.is_outdated
    office.workspace.add_files([path])
    office.workspace.take(outcome, None, RULES)
    assert report.review is not None
    assert report.review.report.value(TOTAL) == 7
    assert report.has_unsaved_steps
    office.workspace.mark_saved(report, report.review.history)
    assert not report.has_unsaved_steps


def test_outcomes_by_other_rules_are_not_taken(office: Office) -> None:
    outcome = office.outcome(WRONG)
    office.workspace.add_files([outcome.path])
    office.workspace.use_rules(replace(RULES))
    assert office.asked == [outcome.path, outcome.path]
    office.workspace.take(outcome, None, RULES)
    assert office.workspace.reports[0].is_loading
    office.workspace.take(outcome, None, office.workspace.reports.rules)
    assert not office.workspace.reports[0].is_loading


def test_files_that_finish_do_not_push_away_what_a_person_chose(office: Office) -> None:
    first, second = office.outcome(RIGHT, "1.pdf"), office.outcome(WRONG, "2.pdf")
    office.workspace.add_files([first.path, second.path])
    office.workspace.take(second, None, RULES)
    assert office.workspace.current is office.workspace.reports[1]
    office.workspace.take(first, None, RULES)
    assert office.workspace.current is office.workspace.reports[1]


def test_once_all_are_read_the_first_row_is_shown(office: Office) -> None:
    outcomes = [office.outcome(RIGHT, "1.pdf"), office.outcome(WRONG, "2.pdf")]
    office.workspace.add_files([outcome.path for outcome in outcomes])
    office.workspace.take(outcomes[0], None, RULES)
    right, wrong = office.workspace.reports
    assert office.workspace.current is right
    office.workspace.take(outcomes[1], None, RULES)
    assert office.workspace.current is wrong
    # Nobody looked at the other.
    assert (right.work_state, wrong.work_state) == (WorkState.UNSEEN, WorkState.IN_REVIEW)


def test_the_first_row_does_not_push_away_what_a_person_selected_in(office: Office) -> None:
    outcomes = [office.outcome(RIGHT, "1.pdf"), office.outcome(WRONG, "2.pdf")]
    office.workspace.add_files([outcome.path for outcome in outcomes])
    office.workspace.take(outcomes[0], None, RULES)
    office.workspace.select_cell(TOTAL)
    office.workspace.take(outcomes[1], None, RULES)
    assert office.workspace.current is office.workspace.reports[0]
    assert office.workspace.cell == TOTAL


def test_the_next_report_to_review_is_the_next_that_is_not_done(office: Office) -> None:
    for number, report in enumerate((WRONG, WRONG, RIGHT)):
        office.open(report, f"{number}.pdf")
    first, second, third = office.workspace.reports.in_work_order()
    office.workspace.show(second)
    review_commands.finish(office.workspace, done=True)
    office.workspace.show(first)
    assert next_to_review(office.workspace) is third
    office.workspace.show(third)
    assert next_to_review(office.workspace) is first
    review_commands.finish(office.workspace, done=True)
    office.workspace.show(first)
    assert next_to_review(office.workspace) is None


@pytest.mark.parametrize("step", [1, -1])
def test_all_findings_of_all_reports_are_gone_through(office: Office, step: int) -> None:
    for number in range(3):
        office.open(WRONG, f"{number}.pdf")
    everything = [
        (report.path, position)
        for report in office.workspace.reports.in_work_order()
        for position in report.index.order
    ]
    walked = []
    for _ in everything:
        assert go_to_finding(office.workspace, step)
        assert office.workspace.current is not None
        walked.append((office.workspace.current.path, office.workspace.position))
    assert sorted(walked) == sorted(everything)


def test_nothing_is_gone_to_where_nothing_waits(office: Office) -> None:
    office.open(RIGHT)
    assert not go_to_finding(office.workspace, 1)
