"""A saved review is input: what it says of the page is compared with the page."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ReviewFileError
from desktop.review.changes import Completion, Remark
from desktop.review.journal import RecoveredReport
from desktop.review.judgement import Decision, Verdict
from desktop.review.rebase import rebase, rebase_recovered
from desktop.review.review import Review
from desktop.review.store import load_saved, save_review
from tests.builders import report_of
from tests.packaged import new_review

TOTAL = "disputes.review.total"
OTHER = "disputes.direct.total"
PDF = Path("a.pdf")
SAID = Decision(Verdict.REPORT_WRONG, "", "王芳", "2025-01-20T09:30:00+08:00")


def worked_on() -> Review:
    """A review of a page on which a total was read as 99, and another as 7."""
    review = new_review(PDF, "a" * 64, report_of({TOTAL: 99, OTHER: 7}))
    review.apply(review.edit_to(TOTAL, "5"))
    review.apply(review.edit_to(OTHER, "0"))
    about_total = next(f for f in review.printed_findings if TOTAL in f.cells)
    review.apply(review.judge(about_total, SAID))
    review.apply(Remark("", "记一笔"), Completion(before=False, after=True))
    return review


@pytest.fixture
def saved_file(tmp_path: Path) -> Path:
    path = tmp_path / "a.gouji"
    save_review(worked_on(), path, "2025-01-20T09:30:00+08:00")
    return path


def test_the_same_page_read_the_same_goes_on_as_it_was(saved_file: Path) -> None:
    review = new_review(PDF, "a" * 64, report_of({TOTAL: 99, OTHER: 7}))
    rebased = rebase(load_saved(saved_file), review)
    assert rebased.same
    assert len(rebased.steps) == 4


def test_undo_never_brings_an_older_reading_back(saved_file: Path) -> None:
    # The reader has learned: the same page says 98.
    review = new_review(PDF, "a" * 64, report_of({TOTAL: 98, OTHER: 7}))
    rebased = rebase(load_saved(saved_file), review)
    assert (rebased.same, rebased.reread) == (False, True)
    assert (rebased.cells, rebased.dropped) == ((TOTAL,), (TOTAL,))
    review.take_up(rebased.steps, None)
    assert (review.report.value(TOTAL), review.report.value(OTHER)) == (98, 0)
    assert review.remark == "记一笔"
    # It has to be looked at again.
    assert not review.done
    while review.undo():
        pass
    assert review.report == review.printed


def test_so_it_is_with_a_journal() -> None:
    steps = list(worked_on().history)
    review = new_review(PDF, "a" * 64, report_of({TOTAL: 98, OTHER: 7}))
    rebased = rebase_recovered(RecoveredReport(PDF, "a" * 64, steps, 2), review)
    assert not rebased.same
    review.take_up(rebased.steps, None)
    assert (review.report.value(TOTAL), review.report.value(OTHER)) == (98, 0)


def test_another_form_is_another_reading(saved_file: Path) -> None:
    saved = replace(load_saved(saved_file), form="2019")
    review = new_review(PDF, "a" * 64, report_of({TOTAL: 99, OTHER: 7}))
    assert not rebase(saved, review).same


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda data: data["readings"].update(nowhere=data["readings"][TOTAL]), "不认识的单元格"),
        (lambda data: data["steps"][0]["changes"][0].update(cell="no.such.cell"), "不认识的单元格"),
        (lambda data: data["readings"][TOTAL].update(box=[0, 0, float("nan"), 1]), "已损坏"),
        (lambda data: data["readings"][TOTAL].update(box=[0, 0, 1e9, 1]), "已损坏"),
        (lambda data: data["readings"][TOTAL].update(box=["0", 0, 1, 1]), "已损坏"),
        (lambda data: data["readings"][TOTAL].update(box=[True, 0, 1, 1]), "已损坏"),
        (lambda data: data["readings"][TOTAL].update(box=[0, None, 1, 1]), "已损坏"),
        (lambda data: data["readings"][TOTAL].update(box=[0, 0, 1]), "已损坏"),
        (lambda data: data["readings"][TOTAL].update(page=0), "已损坏"),
        (lambda data: data["readings"][TOTAL].update(page=True), "已损坏"),
        (lambda data: data["readings"][TOTAL].update(doubt=[]), "已损坏"),
    ],
)  # fmt: skip
def test_what_no_page_can_have_is_refused_and_kept(
    saved_file: Path, change: object, sentence: str
) -> None:
    data = json.loads(saved_file.read_text("utf-8"))
    assert callable(change)
    change(data)
    content = json.dumps(data)
    saved_file.write_text(content, "utf-8")
    with pytest.raises(ReviewFileError, match=sentence):
        load_saved(saved_file)
    # Saving puts it beside: somebody may still make sense of it.
    save_review(worked_on(), saved_file, "2025-01-21T09:30:00+08:00")
    assert load_saved(saved_file).time.startswith("2025-01-21")
    assert saved_file.with_name("a.gouji.1").read_text("utf-8") == content


def test_steps_that_do_not_lead_on_from_the_page_come_as_their_outcome(saved_file: Path) -> None:
    data = json.loads(saved_file.read_text("utf-8"))
    data["steps"][0]["changes"][0]["before"]["text"] = "1234"
    saved_file.write_text(json.dumps(data), "utf-8")
    review = new_review(PDF, "a" * 64, report_of({TOTAL: 99, OTHER: 7}))
    rebased = rebase(load_saved(saved_file), review)
    review.take_up(rebased.steps, None)
    assert review.report.value(TOTAL) == 5
    while review.undo():
        pass
    assert review.report == review.printed
