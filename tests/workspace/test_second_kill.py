"""What was undone, or not taken up yet, when a program was killed again."""

from __future__ import annotations

from collections.abc import Callable

from desktop.review.changes import Remark
from desktop.review.store import load_saved
from desktop.workspace import review_commands
from tests.workspace.conftest import OTHER, TOTAL, WRONG, Office
from tests.workspace.killed import only, recovery, some_work


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
