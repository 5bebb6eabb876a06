"""Which report is last year's, and what a review makes of it and of other rules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.report.model import Report
from desktop.review.comparison import no_comparison
from desktop.review.linking import NOT_GIVEN, Previous, by_unit, not_readable, previous_among
from desktop.review.review import Review
from desktop.review.store import load_saved, rules_version, save_review
from desktop.rules.finding import NO_PREVIOUS, FindingKind
from desktop.rules.rulefile import load_rules
from tests.builders import report_of
from tests.packaged import RULES, new_review

JUMP = "applications.new.natural"
NOW = {JUMP: 900, "applications.new.total": 900}
BEFORE = {JUMP: 20, "applications.new.total": 20}
PDF = Path("report.pdf")


@pytest.fixture
def now() -> Report:
    return report_of(NOW)


@pytest.fixture
def before() -> Report:
    return replace(report_of(BEFORE), year=2023)


def series(review: Review) -> set[str]:
    return {f.rule for f in review.checked.findings if f.kind is FindingKind.SERIES}


@pytest.mark.parametrize("name", ["云山市林业局", "云山市 林业局", "云山市　林 业局"])
def test_the_same_office_a_year_before_is_found_however_it_is_spaced(
    now: Report, before: Report, name: str
) -> None:
    last = replace(before, agency=name)
    assert previous_among(now, by_unit([now, last])) == Previous(last)


def test_width_makes_no_other_office(now: Report, before: Report) -> None:
    wide = replace(now, agency="云山市（Ａ１）林业局")
    last = replace(before, agency="云山市(A1)林业局")
    assert previous_among(wide, by_unit([last])).report is last


def test_another_year_or_office_is_not_taken(now: Report, before: Report) -> None:
    others = [replace(before, year=2022), replace(before, agency="云山市水利局")]
    assert previous_among(now, by_unit([now, *others])) is NOT_GIVEN


def test_a_report_that_does_not_tell_whose_it_is_is_compared_with_none(
    now: Report, before: Report
) -> None:
    nameless = [replace(before, agency=None), replace(before, year=None)]
    assert by_unit(nameless) == {}
    assert previous_among(replace(now, year=None), by_unit([before])) is NOT_GIVEN


def test_of_two_that_differ_none_is_taken(now: Report, before: Report) -> None:
    same = previous_among(now, by_unit([before, replace(before, pages=4)]))
    assert same.report is before
    other = before.with_cell(replace(before.cells[JUMP], text="30", value=30))
    found = previous_among(now, by_unit([before, other]))
    assert found.report is None
    assert "2 份，内容不同" in found.reason


def test_a_review_compares_with_what_it_is_given(now: Report, before: Report) -> None:
    review = Review(PDF, "", now, RULES)
    assert series(review) == set()
    assert no_comparison(review) == NO_PREVIOUS
    review = Review(PDF, "", now, RULES, Previous(before))
    assert series(review)
    assert no_comparison(review) == ""
    assert all(item.reason != NO_PREVIOUS for item in review.checked.unchecked)


def test_a_wrong_report_of_last_year_is_no_comparison(now: Report, before: Report) -> None:
    review = Review(PDF, "", now, RULES, Previous(replace(before, year=2022)))
    assert "2022年的" in no_comparison(review)
    review.check_by(RULES, not_readable(Path("last.pdf"), "文件已损坏。"))
    assert no_comparison(review) == "上一年度的报告 last.pdf 读不出（文件已损坏），未能核对"


def test_edits_are_checked_beside_the_same_report(now: Report, before: Report) -> None:
    review = Review(PDF, "", now, RULES, Previous(before))
    found = series(review)
    review.apply(review.edit_to(JUMP, "20"), review.edit_to("applications.new.total", "20"))
    assert series(review) < found


def test_other_rules_hold_for_the_page_and_for_edits(now: Report, tmp_path: Path) -> None:
    local = tmp_path / "local.toml"
    local.write_text('[[rule]]\nid = "B01"\nseverity = "hint"\n', "utf-8")
    review = new_review(PDF, "", now)
    review.apply(review.edit_to(JUMP, "901"))
    rules = load_rules(local)
    review.check_by(rules, NOT_GIVEN)
    for findings in (review.checked.findings, review.printed_findings):
        (severity,) = {f.severity for f in findings if f.rule == "B01"}
        assert severity == "hint"
    save_review(review, tmp_path / "a.gouji", "")
    assert load_saved(tmp_path / "a.gouji").rules == rules_version(rules) != rules_version(RULES)


def test_where_no_rule_compares_years_nothing_is_lacking(now: Report, tmp_path: Path) -> None:
    lacking = {item.rule for item in new_review(PDF, "", now).checked.unchecked}
    local = tmp_path / "local.toml"
    local.write_text(
        "".join(f'[[rule]]\nid = "{id_}"\nenabled = false\n' for id_ in lacking), "utf-8"
    )
    assert no_comparison(Review(PDF, "", now, load_rules(local))) == ""
