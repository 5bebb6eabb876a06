"""A saved review over to a newer version of its PDF."""

from __future__ import annotations

from pathlib import Path

from desktop.review.rebase import rebase
from desktop.review.store import load_saved, save_review, saved_path
from tests.review.test_store import TIME, TOTAL, WHY, review_of, worked_on, wrong_report


def test_an_edit_taken_back_is_not_carried_over(tmp_path: Path) -> None:
    review = review_of(wrong_report(), tmp_path)
    before = review.printed.value(TOTAL)
    assert before is not None
    # By typing what is printed, not by undo: the steps stand in the file.
    for text in (str(before + 1), str(before)):
        review.apply(review.edit_to(TOTAL, text), time=TIME)
    save_review(review, saved_path(review.path), TIME)
    saved = load_saved(saved_path(review.path))
    assert len(saved.steps) == 2
    for changed in ({}, {"disputes__review__total": before + 5}, {"disputes__direct__total": 3}):
        newer = review_of(wrong_report(**changed), tmp_path, "b" * 64)
        rebased = rebase(saved, newer)
        assert (rebased.steps, rebased.dropped) == ((), ()), changed


def test_a_newer_pdf_keeps_what_still_fits_and_names_the_rest(tmp_path: Path) -> None:
    review = worked_on(tmp_path)
    # Both kinds of edit: of a cell that the newer PDF prints alike, and of one it does not.
    review.apply(review.edit_to("disputes.direct.total", "5"))
    save_review(review, saved_path(review.path), TIME)
    saved = load_saved(saved_path(review.path))
    # The office corrected one total, and broke another sum.
    new = wrong_report(disputes__review__total=99, disputes__after_review__total=55)
    fresh = review_of(new, tmp_path, "b" * 64)
    rebased = rebase(saved, fresh)
    assert not rebased.same
    assert set(rebased.cells) == {"disputes.direct.total", "disputes.after_review.total"}
    assert rebased.dropped == ("disputes.direct.total",)
    found = rebased.findings
    assert found is not None
    assert (len(found.gone), len(found.still), len(found.new)) == (1, 1, 1)
    (step,) = rebased.steps
    fresh.make(step)
    assert fresh.edited().keys() == {"proactive.fee.amount"}
    assert not fresh.done
    assert fresh.remark == "已电话核实"
    # The waiver holds: the figures it was given for are the same.
    assert rebased.reopened == 0
    assert len(fresh.decisions) == 1
    assert fresh.open_errors() == 1


def test_a_decision_on_what_an_edit_brought_up_is_carried_over(tmp_path: Path) -> None:
    review = review_of(wrong_report(), tmp_path)
    review.apply(review.edit_to(TOTAL, "99"))
    (finding,) = review.checked.findings
    review.apply(review.judge(finding, WHY))
    save_review(review, saved_path(review.path), TIME)
    # The office changed something else.
    newer = review_of(wrong_report(proactive__penalty=41), tmp_path, "b" * 64)
    rebased = rebase(load_saved(saved_path(review.path)), newer)
    assert rebased.reopened == 0
    newer.take_up(rebased.steps, None)
    assert newer.edited().keys() == {TOTAL}
    assert newer.open_errors() == 0
    assert list(newer.decisions.values()) == [WHY]


def test_a_waiver_ends_with_the_figures_it_was_given_for(tmp_path: Path) -> None:
    review = review_of(wrong_report(disputes__review__total=99), tmp_path)
    (finding,) = review.checked.findings
    review.apply(review.judge(finding, WHY))
    assert review.open_errors() == 0
    review.apply(review.edit_to(TOTAL, "98"))
    assert review.open_errors() == 1
    review.apply(review.edit_to(TOTAL, "99"))
    assert review.open_errors() == 0
    save_review(review, saved_path(review.path), TIME)
    newer = review_of(wrong_report(disputes__review__total=98), tmp_path, "b" * 64)
    rebased = rebase(load_saved(saved_path(review.path)), newer)
    assert rebased.reopened == 1
    assert rebased.steps == ()
