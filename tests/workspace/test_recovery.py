"""What a killed program left is put back, whatever is open by then."""

from __future__ import annotations

from collections.abc import Callable

from desktop.batch.outcome import Outcome
from desktop.review.changes import Remark
from desktop.review.journal import RecoveredReport, recovered_reports, stale_journals
from desktop.review.store import load_saved
from desktop.workspace import review_commands
from tests.builders import report_of
from tests.packaged import RULES
from tests.workspace.conftest import OTHER, TOTAL, VALUES, WRONG, Office
from tests.workspace.killed import only, recovery, some_work, steps


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


def test_a_file_that_cannot_be_read_any_more_waits_with_its_steps(
    killed: Callable[..., Office],
) -> None:
    office = killed(some_work)
    path = office.open(WRONG)
    path.write_bytes(b"another file")
    office.workspace.add_files([path])
    office.workspace.take(Outcome(path, None, reason="文件已损坏。"), None, RULES)
    # What was read before still stands, but is not the file as it is.
    assert recovery(office).restore(office.workspace) == [path]
    assert steps(office) == ()
    assert [len(left.steps) for left in office.workspace.reports.expected] == [3]
    office.workspace.add_files([path])
    office.workspace.take(office.outcome(WRONG), None, RULES)
    assert len(steps(office)) == 3


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


def test_recovering_twice_changes_nothing(killed: Callable[..., Office]) -> None:
    office = killed(some_work)
    office.open(WRONG)
    recovery(office).restore(office.workspace)
    before = steps(office)
    again = RecoveredReport(only(office).path, None, list(before), 0)
    office.workspace.recover([again])
    assert steps(office) == before
