"""What a set takes of a file and of the review saved beside it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from desktop.batch.one_file import checked_outcome, read_only
from desktop.batch.outcome import Outcome
from desktop.batch.packed import unpack
from desktop.batch.set_item import SetItem, read_corrected, set_item_of
from desktop.report.values import Number
from desktop.review.beside import take_up_saved
from desktop.review.judgement import Decision, Verdict
from desktop.review.linking import NOT_GIVEN, Previous
from desktop.review.review import Review
from desktop.review.store import save_review, saved_path
from desktop.rules.finding import Finding, Severity
from tests.builders import FORM_2021
from tests.drawing.report import Content, draw_report
from tests.packaged import RULES
from tests.sets.figures import Values, values_of_year

TIME = "2026-01-05T09:00:00+08:00"
TOTAL = "disputes.review.total"
CARRIED_IN = "applications.carried_in.total"
FORM = FORM_2021
RIGHT = values_of_year(Random(5), {})


def wrong(by: int = 3) -> Values:
    return {**RIGHT, TOTAL: RIGHT[TOTAL] + by}


def drawn(path: Path, values: Values, year: int = 2025) -> Path:
    draw_report(path, Content(FORM, values, "清源县教育局", year))
    return path


def review_of(path: Path, previous: Previous = NOT_GIVEN) -> Review:
    outcome = read_only(path)
    assert outcome.report is not None
    return Review(path, outcome.sha256 or "", outcome.report, RULES, previous)


def corrected_to(path: Path, value: Number) -> None:
    review = review_of(path)
    review.apply(review.edit_to(TOTAL, str(value)))
    save_review(review, saved_path(path), TIME)


def read(path: Path) -> Outcome:
    return unpack(read_corrected(path, RULES).data)


def item_of(path: Path, previous: Previous = NOT_GIVEN) -> SetItem:
    return set_item_of(checked_outcome(read(path), previous, RULES))


def on(item: SetItem, name: str) -> list[Finding]:
    assert item.report is not None
    return [finding for finding in item.report.findings if name in finding.cells]


def test_a_correction_that_another_pdf_dropped_is_told_and_accuses_nobody(tmp_path: Path) -> None:
    path = drawn(tmp_path / "now.pdf", wrong(3))
    corrected_to(path, RIGHT[TOTAL])
    drawn(path, wrong(4))
    item = item_of(path)
    assert item.report is not None
    assert item.report.value(TOTAL) == RIGHT[TOTAL] + 4
    assert item.report.doubted == {TOTAL}
    assert "没有沿用" in item.report.remark
    assert item.report.remark.endswith("请重新核对。")
    assert {finding.rule: finding.severity for finding in on(item, TOTAL)} == {
        "C01": Severity.WARNING, "V06": Severity.WARNING,
    }  # fmt: skip
    report = read(path).report
    assert report is not None
    assert report.cells[TOTAL].doubt == "核对记录里改过这一格，但 PDF 已变，请重新核对"


def test_what_is_read_otherwise_in_the_same_pdf_is_not_called_another_pdf(tmp_path: Path) -> None:
    path = drawn(tmp_path / "now.pdf", wrong())
    corrected_to(path, RIGHT[TOTAL])
    place = saved_path(path)
    printed = f'"text": "{wrong()[TOTAL]}"'
    assert printed in place.read_text("utf-8")
    # As if the version that saved it had read another figure.
    place.write_text(place.read_text("utf-8").replace(printed, '"text": "99"'), "utf-8")
    item = item_of(path)
    assert item.report is not None
    assert TOTAL in item.report.doubted
    assert "读取结果与核对时不同" in item.report.remark
    report = read(path).report
    assert report is not None
    assert "PDF" not in (report.cells[TOTAL].doubt or "PDF")


def test_a_pdf_that_now_prints_what_was_corrected_leaves_no_doubt(tmp_path: Path) -> None:
    path = drawn(tmp_path / "now.pdf", wrong())
    corrected_to(path, RIGHT[TOTAL])
    drawn(path, RIGHT)
    item = item_of(path)
    assert item.report is not None
    assert (item.report.value(TOTAL), item.report.remark) == (RIGHT[TOTAL], "")
    assert not item.report.doubted


def test_taking_up_tells_what_it_came_to(tmp_path: Path) -> None:
    path = drawn(tmp_path / "now.pdf", wrong())
    assert take_up_saved(review_of(path)) is None
    corrected_to(path, RIGHT[TOTAL])
    taken_up = take_up_saved(review_of(path))
    assert taken_up is not None
    assert (taken_up.same, taken_up.dropped) == (True, ())


def rule_on(item: SetItem, rule: str) -> Finding:
    assert item.report is not None
    (found,) = (finding for finding in item.report.findings if finding.rule == rule)
    return found


def decided_on(path: Path, rule: str, verdict: Verdict, previous: Previous = NOT_GIVEN) -> None:
    """A saved review that corrects the total to one that is still wrong, and decides."""
    review = review_of(path, previous)
    review.apply(review.edit_to(TOTAL, str(wrong(5)[TOTAL])))
    (finding,) = (found for found in review.checked.findings if found.rule == rule)
    review.apply(review.judge(finding, Decision(verdict, "上级已同意，\n见电话记录", "王芳", TIME)))
    save_review(review, saved_path(path), TIME)


def test_what_a_person_accepted_is_a_hint_with_the_reason(tmp_path: Path) -> None:
    path = drawn(tmp_path / "now.pdf", wrong())
    decided_on(path, "C01", Verdict.ACCEPTED)
    found = rule_on(item_of(path), "C01")
    assert found.severity is Severity.HINT
    assert found.message.endswith("（已按原样接受：上级已同意， 见电话记录）")
    assert str(wrong(5)[TOTAL]) in found.message


def test_what_was_accepted_beside_last_year_s_report_is_a_hint_beside_it(tmp_path: Path) -> None:
    last = drawn(tmp_path / "last.pdf", {**RIGHT, "applications.carried_out.total": 7}, 2024)
    previous = Previous(review_of(last).printed)
    path = drawn(tmp_path / "now.pdf", wrong())
    decided_on(path, "B04", Verdict.ACCEPTED, previous)
    found = rule_on(item_of(path, previous), "B04")
    assert (found.severity, found.cells) == (Severity.HINT, (CARRIED_IN,))
    # Beside other figures of last year's a person has to look again.
    drawn(last, {**RIGHT, "applications.carried_out.total": 8}, 2024)
    found = rule_on(item_of(path, Previous(review_of(last).printed)), "B04")
    assert found.severity is Severity.ERROR
    # The PDF is another one, with these cells as they were.
    drawn(path, {**wrong(), "proactive.fee.amount": 1})
    assert rule_on(item_of(path, previous), "B04").severity is Severity.HINT


@pytest.mark.parametrize("verdict", [Verdict.REPORT_WRONG, Verdict.READING_WRONG])
def test_another_verdict_takes_no_error_away(tmp_path: Path, verdict: Verdict) -> None:
    path = drawn(tmp_path / "now.pdf", wrong())
    decided_on(path, "C01", verdict)
    assert rule_on(item_of(path), "C01").severity is Severity.ERROR


def test_an_acceptance_ends_with_the_figures_it_was_given_for(tmp_path: Path) -> None:
    path = drawn(tmp_path / "now.pdf", wrong())
    decided_on(path, "C01", Verdict.ACCEPTED)
    drawn(path, {**wrong(), "disputes.review.upheld": RIGHT["disputes.review.upheld"] + 1})
    found = rule_on(item_of(path), "C01")
    assert found.severity is Severity.ERROR
    assert "已按原样接受" not in found.message
