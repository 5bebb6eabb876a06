"""What a killed program left is put back, whatever is open by then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from desktop.review.changes import Remark, Step
from desktop.review.journal import RecoveredReport, recovered_reports, stale_journals
from desktop.review.judgement import Verdict
from desktop.review.store import load_saved, save_review
from desktop.workspace import review_commands
from desktop.workspace.open_report import OpenReport
from desktop.workspace.recovery import Recovery
from tests.builders import report_of, right_values
from tests.packaged import RULES
from tests.workspace.conftest import Office

TOTAL = "disputes.review.total"
OTHER = "disputes.direct.total"
VALUES = {**right_values(Random(1)), TOTAL: 99}
WRONG = report_of(VALUES)
NOW = "2025-01-20T09:00:00+08:00"


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Callable[..., Office]]:
    """A program that was killed after some work on one report, and the next one."""
    offices = []

    def make(work: Callable[[Office], None], *, saved: bool = False) -> Office:
        first = Office(tmp_path)
        first.open(WRONG)
        if saved:
            review_commands.edit(first.workspace, OTHER, "5")
            review = first.workspace.review
            assert review is not None
            save_review(review, tmp_path / "report.gouji", NOW)
            first.workspace.mark_saved(first.workspace.reports[0], review.history)
        work(first)
        first.recorder.close(keep=True)
        offices.append(Office(tmp_path))
        return offices[-1]

    yield make
    for office in offices:
        office.recorder.close(keep=True)


def some_work(office: Office) -> None:
    review_commands.edit(office.workspace, TOTAL, "7")
    review_commands.edit(office.workspace, TOTAL, "8")
    office.workspace.undo()
    office.workspace.select_finding(0)
    review_commands.judge(office.workspace, Verdict.ACCEPTED, "已核实")
    office.workspace.do(Remark("", "记一笔"))


def recovery(office: Office) -> Recovery:
    return Recovery([office.folder / "journals"])


def only(office: Office) -> OpenReport:
    (report,) = office.workspace.reports
    return report


def steps(office: Office) -> tuple[Step, ...]:
    review = only(office).review
    assert review is not None
    return review.history


def is_over(office: Office) -> bool:
    """Whether the next start has nothing to offer, once all is saved."""
    office.recorder.close(keep=any(one.is_unsaved for one in office.workspace.reports.expected))
    return stale_journals([office.folder / "journals"]) == []


def test_every_step_comes_back_where_the_file_is_open_already(
    killed: Callable[..., Office],
) -> None:
    office = killed(some_work)
    office.open(WRONG)
    office.changes.clear()
    assert recovery(office).restore(office.workspace) == []
    assert len(steps(office)) == 3
    # The window hears of it.
    (change,) = office.changes
    assert (change.read, change.reports) == ((only(office),), (only(office),))
    assert change.findings
    assert change.finding
    review = only(office).review
    assert review is not None
    assert (review.report.value(TOTAL), review.remark) == (7, "记一笔")
    assert len(review.decisions) == 1
    assert only(office).has_unsaved_steps
    # The new journal holds it all, with what is done from now on.
    office.workspace.do(Remark("记一笔", "两笔"))
    office.recorder.close(keep=True)
    (left,) = recovered_reports(stale_journals([office.folder / "journals"]))
    assert tuple(left.steps) == steps(office)


def test_every_step_comes_back_where_the_file_is_still_read(
    killed: Callable[..., Office],
) -> None:
    office = killed(some_work)
    outcome = office.outcome(WRONG)
    office.workspace.add_files([outcome.path])
    assert recovery(office).restore(office.workspace) == [outcome.path]
    office.workspace.take(outcome, None, RULES)
    assert len(steps(office)) == 3
    assert is_over(office)


def test_steps_come_back_on_top_of_the_saved_review(killed: Callable[..., Office]) -> None:
    office = killed(some_work, saved=True)
    office.open(WRONG, saved=load_saved(office.folder / "report.gouji"))
    assert len(steps(office)) == 1
    recovery(office).restore(office.workspace)
    assert len(steps(office)) == 4
    review = only(office).review
    assert review is not None
    assert review.saved == 1
    assert is_over(office)


def test_what_was_done_since_holds_and_what_is_not_put_back_is_named(
    killed: Callable[..., Office],
) -> None:
    office = killed(some_work)
    office.open(WRONG)
    review_commands.edit(office.workspace, TOTAL, "50")
    review_commands.edit(office.workspace, OTHER, "6")
    recovery(office).restore(office.workspace)
    report, review = only(office), only(office).review
    assert review is not None
    assert (review.report.value(TOTAL), review.report.value(OTHER)) == (50, 6)
    assert review.remark == "记一笔"
    assert report.rebased is not None
    assert report.rebased.dropped == (TOTAL,)
    office.workspace.undo()
    assert review.remark == ""
    assert is_over(office)


def test_a_pdf_that_changed_since_takes_what_still_fits(killed: Callable[..., Office]) -> None:
    def work(office: Office) -> None:
        some_work(office)
        review_commands.edit(office.workspace, OTHER, "6")

    office = killed(work)
    office.open(report_of({**VALUES, TOTAL: 98}))
    recovery(office).restore(office.workspace)
    report, review = only(office), only(office).review
    assert review is not None
    assert (review.report.value(TOTAL), review.report.value(OTHER)) == (98, 6)
    assert report.rebased is not None
    assert not report.rebased.same
    assert TOTAL in report.rebased.dropped
    assert report.has_unsaved_steps


def test_what_was_done_since_holds_in_a_pdf_that_changed(killed: Callable[..., Office]) -> None:
    office = killed(some_work)
    office.open(report_of({**VALUES, OTHER: 3}))
    review_commands.edit(office.workspace, TOTAL, "50")
    recovery(office).restore(office.workspace)
    report, review = only(office), only(office).review
    assert review is not None
    assert (review.report.value(TOTAL), review.remark) == (50, "记一笔")
    assert report.rebased is not None
    assert TOTAL in report.rebased.dropped


def test_a_file_that_is_gone_waits_with_its_steps(killed: Callable[..., Office]) -> None:
    office = killed(some_work)
    assert len(recovery(office).restore(office.workspace)) == 1
    assert not is_over(office)
    (left,) = recovered_reports(stale_journals([office.folder / "journals"]))
    assert len(left.steps) == 3


def test_a_saved_review_that_went_further_is_kept(killed: Callable[..., Office]) -> None:
    office = killed(some_work, saved=True)
    # Before anything was restored, a person went on from the saved review, and saved.
    office.open(WRONG, saved=load_saved(office.folder / "report.gouji"))
    review_commands.edit(office.workspace, TOTAL, "60")
    review = only(office).review
    assert review is not None
    office.workspace.mark_saved(only(office), review.history)
    recovery(office).restore(office.workspace)
    assert review.report.value(TOTAL) == 60
    assert review.remark == "记一笔"
    assert only(office).has_unsaved_steps


def test_what_was_saved_and_taken_back_does_not_stand_against_what_came_after(
    killed: Callable[..., Office],
) -> None:
    """The saved review holds steps that were undone before the program was killed."""

    def work(office: Office) -> None:
        office.workspace.undo()
        review_commands.edit(office.workspace, OTHER, "6")
        office.workspace.do(Remark("", "记一笔"))

    office = killed(work, saved=True)
    office.open(WRONG, saved=load_saved(office.folder / "report.gouji"))
    for _ in range(2):
        recovery(office).restore(office.workspace)
        review = only(office).review
        assert review is not None
        assert (review.report.value(OTHER), review.remark) == (6, "记一笔")
        assert [len(step.edits) for step in review.history] == [1, 0]
        assert only(office).has_unsaved_steps
        # Undo leads back to the page, not to what was taken back.
        assert review.edited()[OTHER][0] == review.printed_cell(OTHER)
        # The same again, after the program was killed a second time.
        office.recorder.close(keep=True)
        office = Office(office.folder)
        office.open(WRONG, saved=load_saved(office.folder / "report.gouji"))
    office.recorder.close(keep=False)


def test_work_nobody_took_up_yet_outlives_a_second_kill(killed: Callable[..., Office]) -> None:
    def more(office: Office) -> None:
        review_commands.edit(office.workspace, OTHER, "6")

    for later in (lambda _office: None, more):
        office = killed(some_work)
        office.open(WRONG)
        later(office)
        office.recorder.close(keep=True)
        third = Office(office.folder)
        third.open(WRONG)
        recovery(third).restore(third.workspace)
        review = only(third).review
        assert review is not None
        assert (review.report.value(TOTAL), review.remark) == (7, "记一笔")
        assert (review.report.value(OTHER) == 6) == (later is more)
        third.recorder.close(keep=False)


def test_recovering_twice_changes_nothing(killed: Callable[..., Office]) -> None:
    office = killed(some_work)
    office.open(WRONG)
    recovery(office).restore(office.workspace)
    before = steps(office)
    again = RecoveredReport(only(office).path, None, list(before), 0)
    office.workspace.recover([again])
    assert steps(office) == before
