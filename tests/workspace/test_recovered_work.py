"""What a person took back, cleared, finished or set aside comes back as it was left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.geometry import Box
from desktop.report.model import Section, Source
from desktop.review.changes import Remark
from desktop.review.judgement import Verdict
from desktop.review.review import Review
from desktop.review.store import load_saved, save_review
from desktop.workspace import review_commands
from desktop.workspace.states import WorkState
from tests.builders import going_on, report_of
from tests.workspace.conftest import NOW, OTHER, TOTAL, VALUES, WRONG, Office
from tests.workspace.killed import only, recovery

WITHOUT_SECTIONS = replace(
    WRONG, sections=(Section(1, 1, "总体情况", Source(1, Box(0, 0, 1, 1)), ()),)
)


def review_in(office: Office) -> Review:
    review = only(office).review
    assert review is not None
    return review


def save(office: Office) -> None:
    save_review(review_in(office), office.folder / "report.gouji", NOW)
    office.workspace.mark_saved(only(office), review_in(office).history)


def test_findings_that_name_no_cell_are_decided_on_one_by_one(office: Office) -> None:
    office.open(WITHOUT_SECTIONS)
    findings = only(office).index.findings
    missing = [position for position, finding in enumerate(findings) if finding.rule == "F02"]
    assert len(missing) == 5
    for position in missing:
        office.workspace.select_finding(position)
        assert office.workspace.position == position
        assert review_commands.judge(office.workspace, Verdict.REPORT_WRONG)
        assert not only(office).index.open[position]
    assert len(review_in(office).decisions) == 5


def test_a_saved_review_that_was_taken_back_stays_taken_back(
    killed: Callable[..., Office],
) -> None:
    office = killed(lambda office: office.workspace.undo(), saved=True)
    left = recovery(office)
    assert [report.is_unsaved for report in left.reports] == [True]
    office.open(WRONG, saved=load_saved(office.folder / "report.gouji"))
    assert review_in(office).is_edited(OTHER)
    left.restore(office.workspace)
    assert not review_in(office).is_edited(OTHER)
    assert only(office).has_unsaved_steps
    # It can be made again, and is then what was saved.
    office.workspace.redo()
    assert review_in(office).report.value(OTHER) == 5
    assert not only(office).has_unsaved_steps


def test_what_went_on_apart_comes_together_as_each_left_it(
    killed: Callable[..., Office],
) -> None:
    """Two runs went on from one saved review; one typed back, cleared and reopened."""

    def common(office: Office) -> None:
        review_commands.edit(office.workspace, TOTAL, "7")
        office.workspace.do(Remark("", "记一笔"))
        office.workspace.select_finding(0)
        review_commands.judge(office.workspace, Verdict.ACCEPTED, "已核实")
        review_commands.set_aside(office.workspace, "等回复")
        save(office)
        # From here on the journal alone knows.
        review_commands.set_aside(office.workspace, "")
        review_commands.restore(office.workspace, [TOTAL])
        office.workspace.do(Remark("记一笔", ""))

    office = killed(common)
    office.open(WRONG, saved=load_saved(office.folder / "report.gouji"))
    assert only(office).work_state is WorkState.SET_ASIDE
    office.workspace.do()
    review = review_in(office)
    review.apply(review.edit_to(OTHER, "6"), author="李强", time=NOW)
    recovery(office).restore(office.workspace)
    assert review.report.value(OTHER) == 6
    assert not review.is_edited(TOTAL)
    assert (review.remark, review.set_aside) == ("", "")
    assert only(office).has_unsaved_steps


@pytest.mark.parametrize("taken_back", [True, False])
def test_a_decision_taken_back_is_taken_back(
    killed: Callable[..., Office], *, taken_back: bool
) -> None:
    def work(office: Office) -> None:
        office.workspace.select_finding(0)
        review_commands.judge(office.workspace, Verdict.ACCEPTED, "已核实")
        review_commands.finish(office.workspace, done=True)
        save(office)
        if taken_back:
            review_commands.take_back(office.workspace)

    office = killed(work)
    office.open(WRONG, saved=load_saved(office.folder / "report.gouji"))
    review = review_in(office)
    review.apply(Remark("", "另一人"), author="李强", time=NOW)
    recovery(office).restore(office.workspace)
    assert bool(review.decisions) is not taken_back
    assert review.done is not taken_back
    assert review.remark == "另一人"


def test_what_is_merged_into_a_finished_report_opens_it(killed: Callable[..., Office]) -> None:
    office = killed(lambda office: review_commands.edit(office.workspace, OTHER, "6"))
    office.open(WRONG)
    office.workspace.do(Remark("", "另一人"))
    review_commands.finish(office.workspace, done=True)
    recovery(office).restore(office.workspace)
    assert review_in(office).report.value(OTHER) == 6
    assert not review_in(office).done


def test_a_journal_counts_no_findings_on_another_pdf(killed: Callable[..., Office]) -> None:
    office = killed(lambda office: review_commands.edit(office.workspace, OTHER, "6"))
    office.open(report_of({**VALUES, TOTAL: 98}))
    recovery(office).restore(office.workspace)
    rebased = only(office).rebased
    assert rebased is not None
    assert not rebased.same
    assert rebased.findings is None


def test_a_saved_review_and_its_journal_go_onto_a_new_pdf_as_one(
    killed: Callable[..., Office],
) -> None:
    office = killed(lambda office: review_commands.edit(office.workspace, OTHER, "6"), saved=True)
    left = recovery(office)
    saved = load_saved(office.folder / "report.gouji")
    newer = office.outcome(report_of({**VALUES, TOTAL: 98}))
    left.restore(office.workspace)
    office.workspace.add_files([newer.path])
    office.workspace.take(newer, saved, office.workspace.reports.rules)
    # The saved review left 5, the journal 6.
    assert review_in(office).report.value(OTHER) == 6
    rebased = only(office).rebased
    assert rebased is not None
    assert rebased.dropped == ()
    assert rebased.findings is not None
    assert len(rebased.findings.still) == 1


def test_what_is_said_of_the_saved_review_is_said_after_a_journal_too(
    killed: Callable[..., Office],
) -> None:
    office = killed(lambda office: review_commands.edit(office.workspace, OTHER, "6"), saved=True)
    office.open(report_of({**VALUES, TOTAL: 98}), saved=load_saved(office.folder / "report.gouji"))
    recovery(office).restore(office.workspace)
    rebased = only(office).rebased
    assert rebased is not None
    assert rebased.findings is not None
    assert len(rebased.findings.still) == 1


@pytest.mark.parametrize("done", [True, False])
def test_a_report_that_was_closed_is_looked_at_again_when_it_is_another(
    killed: Callable[..., Office], *, done: bool
) -> None:
    def work(office: Office) -> None:
        if done:
            review_commands.finish(office.workspace, done=True)
        else:
            review_commands.set_aside(office.workspace, "扫描件")
        save(office)

    office = killed(work)
    saved = load_saved(office.folder / "report.gouji")
    office.open(report_of({**VALUES, TOTAL: 98}), saved=saved)
    rebased = only(office).rebased
    assert rebased is not None
    assert (rebased.was_done, rebased.was_set_aside) == (done, not done)
    assert only(office).work_state is WorkState.IN_REVIEW


def test_a_report_set_aside_stays_so_when_only_the_reading_is_another(
    killed: Callable[..., Office],
) -> None:
    def work(office: Office) -> None:
        review_commands.set_aside(office.workspace, "扫描件")
        save(office)

    office = killed(work)
    saved = load_saved(office.folder / "report.gouji")
    outcome = office.outcome(report_of({**VALUES, TOTAL: 98}))
    office.workspace.add_files([outcome.path])
    same_file = replace(outcome, sha256=saved.sha256)
    office.workspace.take(same_file, saved, office.workspace.reports.rules)
    rebased = only(office).rebased
    assert rebased is not None
    assert rebased.reread
    assert not rebased.was_set_aside
    assert only(office).set_aside == "扫描件"


def test_what_was_recovered_is_what_next_year_is_compared_with(
    killed: Callable[..., Office],
) -> None:
    cell = "applications.carried_out.total"
    office = killed(lambda office: review_commands.edit(office.workspace, cell, "77"))
    office.open(WRONG)
    later_values = {**VALUES, **{k: v for k, v in going_on(VALUES).items() if "carried_in" in k}}
    office.open(replace(report_of(later_values), year=2025), "next.pdf")
    later = office.workspace.reports[1].review
    assert later is not None
    assert later.previous.report is not None
    assert later.previous.report.value(cell) != 77
    recovery(office).restore(office.workspace)
    assert later.previous.report.value(cell) == 77
