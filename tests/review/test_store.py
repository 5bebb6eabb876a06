"""Reviews to files and back, and over to a newer version of their PDF."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from desktop.errors import ReviewFileError
from desktop.report.model import Origin, Report
from desktop.review.changes import Completion, Remark, Step
from desktop.review.judgement import Decision, Verdict
from desktop.review.rebase import rebase
from desktop.review.review import Review
from desktop.review.store import load_saved, rules_version, save_review, saved_path
from desktop.rules.rulefile import load_rules
from tests.builders import report_of, right_values
from tests.packaged import new_review

TIME = "2025-01-20T09:30:00+08:00"
TOTAL = "disputes.review.total"
WHY = Decision(Verdict.ACCEPTED, "上级已同意，见 1 月 15 日电话记录", "王芳", TIME)


def wrong_report(**changes: int | str) -> Report:
    values: dict[str, int | Decimal | str] = dict(right_values(Random(1)))
    values.update({name.replace("__", "."): value for name, value in changes.items()})
    return report_of(values)


def review_of(report: Report, folder: Path, sha256: str = "a" * 64) -> Review:
    path = folder / "洪泽区 2024.pdf"
    path.touch()
    return new_review(path, sha256, report)


def worked_on(folder: Path) -> Review:
    """An edit, an edit taken back, a waiver, a remark, and all done."""
    review = review_of(wrong_report(disputes__review__total=99, disputes__direct__total=77), folder)
    review.apply(review.edit_to("proactive.fee.amount", "12.50"), author="王芳", time=TIME)
    other = review.edit_to("applications.new.natural", "8")
    review.apply(other)
    review.undo()
    review.apply(review.judge(review.checked.findings[0], WHY), author="王芳", time=TIME)
    review.apply(Remark("", "已电话核实"), Completion(before=False, after=True))
    return review


def state(review: Review) -> tuple[object, ...]:
    return review.report, review.decisions, review.remark, review.done, review.history


def test_what_is_saved_comes_back_whole(tmp_path: Path) -> None:
    review = worked_on(tmp_path)
    path = saved_path(review.path)
    assert path.name == "洪泽区 2024.gouji"
    save_review(review, path, TIME)
    saved = load_saved(path)
    assert saved.sha256 == "a" * 64
    assert saved.rules == rules_version(load_rules())
    assert saved.readings == review.printed.cells
    fresh = review_of(review.printed, tmp_path)
    rebased = rebase(saved, fresh)
    assert rebased.same
    for step in rebased.steps:
        fresh.make(step)
    assert state(fresh) == state(review)
    assert fresh.report.value("proactive.fee.amount") == Decimal("12.50")
    assert fresh.open_errors() == review.open_errors() == 1


def test_the_file_tells_other_programs_what_was_done(tmp_path: Path) -> None:
    review = worked_on(tmp_path)
    save_review(review, saved_path(review.path), TIME)
    data = json.loads(saved_path(review.path).read_text("utf-8"))
    assert (data["format"], data["version"]) == ("gouji-review", 3)
    assert data["edits"] == {"proactive.fee.amount": {"printed": "0", "now": "12.50"}}
    assert [d["reason"] for d in data["decisions"]] == [WHY.reason]
    assert data["readings"][TOTAL]["value"] == "99"


def test_doubts_and_origins_are_kept(tmp_path: Path) -> None:
    report = wrong_report()
    doubtful = replace(report.cells[TOTAL], doubt="墨迹不清", origin=Origin.OCR)
    review = review_of(report.with_cell(doubtful), tmp_path)
    save_review(review, saved_path(review.path), TIME)
    assert load_saved(saved_path(review.path)).readings[TOTAL] == doubtful


def test_a_save_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = worked_on(tmp_path)
    path = saved_path(review.path)
    save_review(review, path, TIME)
    before = path.read_bytes()

    def full(_path: Path, _text: str, _encoding: str) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(ReviewFileError, match="没有存成"):
        save_review(review, path, TIME)
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["洪泽区 2024.gouji", "洪泽区 2024.pdf"]


def _without(key: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        data = json.loads(text)
        del data[key]
        return json.dumps(data)

    return change


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda text: text[: len(text) // 2], "已损坏"),
        (lambda _text: "[1, 2]", "不是勾稽的核对记录"),
        (lambda _text: "[" * 100_000, "已损坏"),
        (lambda text: text.replace('"version": 3', '"version": 4'), "更新的版本"),
        (lambda text: text.replace('"accepted"', '"praised"'), "已损坏"),
        (lambda text: text.replace('"name": "洪泽区 2024.pdf"', '"name": "../x.pdf"'), "已损坏"),
        (_without("readings"), "已损坏"),
        (_without("pdf"), "已损坏"),
    ],
)
def test_a_damaged_file_is_one_sentence(
    tmp_path: Path, damage: Callable[[str], str], sentence: str
) -> None:
    review = worked_on(tmp_path)
    path = saved_path(review.path)
    save_review(review, path, TIME)
    text = path.read_text("utf-8")
    changed = damage(text)
    assert changed != text
    path.write_text(changed, "utf-8")
    with pytest.raises(ReviewFileError, match=sentence):
        load_saved(path)


def test_the_pdf_beside_a_moved_review_goes_before_where_it_was(tmp_path: Path) -> None:
    review = worked_on(tmp_path)
    save_review(review, saved_path(review.path), TIME)
    moved = tmp_path / "moved"
    moved.mkdir()
    path = saved_path(review.path).rename(moved / "换了名字.gouji")
    assert load_saved(path).pdf_path() == review.path
    beside = moved / review.path.name
    beside.touch()
    assert load_saved(path).pdf_path() == beside
    # Nor does it matter that nothing is left where it was.
    review.path.unlink()
    assert load_saved(path).pdf_path() == beside


def test_who_was_wrong_is_known_for_each_cell(tmp_path: Path) -> None:
    review = review_of(wrong_report(disputes__review__total=99), tmp_path)
    (finding,) = review.checked.findings
    assert review.cause_of(TOTAL) is None
    said = Decision(Verdict.READING_WRONG, "", "王芳", TIME)
    review.apply(review.judge(finding, said))
    assert review.cause_of(TOTAL) is Verdict.READING_WRONG
    assert review.open_errors() == 1
    later = Decision(Verdict.REPORT_WRONG, "", "王芳", TIME.replace("09:30", "09:31"))
    review.apply(review.judge(finding, later))
    assert review.cause_of(TOTAL) is Verdict.REPORT_WRONG
    assert review.open_errors() == 0
    review.undo()
    assert review.cause_of(TOTAL) is Verdict.READING_WRONG


def test_an_empty_step_is_no_history(tmp_path: Path) -> None:
    review = review_of(wrong_report(), tmp_path)
    saved_steps = load_after_saving(review)
    assert saved_steps == ()


def load_after_saving(review: Review) -> tuple[Step, ...]:
    save_review(review, saved_path(review.path), TIME)
    return load_saved(saved_path(review.path)).steps
