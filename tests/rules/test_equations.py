"""Equations over a form's cells: which there are, and which a report breaks."""

from random import Random

import pytest

from desktop.report.form import Form
from desktop.report.model import Report
from desktop.rules.finding import FindingKind, Severity
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED, report_of, right_values
from tests.packaged import check, equations_of

FORMS = [FORM_2021, FORM_2019, FORM_MIXED]
ORGANS = ("natural", "enterprise", "research", "social", "legal", "other")


def broken(report: Report) -> set[frozenset[str]]:
    return {frozenset(f.cells) for f in check(report).findings if f.kind is FindingKind.EQUATION}


@pytest.mark.parametrize(("form", "rows"), [(FORM_2021, 25), (FORM_2019, 23), (FORM_MIXED, 23)])
def test_a_form_has_all_equations_of_the_contract(form: Form, rows: int) -> None:
    count = dict.fromkeys(("B01", "B02", "B03", "C01", "C02", "C03"), 0)
    for equation in equations_of(form):
        count[equation.rule] += 1
    assert count == {"B01": 7, "B02": 7, "B03": rows, "C01": 1, "C02": 1, "C03": 1}


def test_a_column_of_results_names_every_detail_row_and_the_total() -> None:
    (equation,) = [
        e
        for e in equations_of(FORM_2021)
        if e.rule == "B02" and "applications.total.other" in e.left
    ]
    assert len(equation.right) == 21
    assert "applications.other_3.other" in equation.right
    assert (
        set(equation.cells) & {"applications.new.other", "applications.carried_in.other"} == set()
    )


@pytest.mark.parametrize("form", FORMS)
def test_right_reports_break_nothing(form: Form) -> None:
    for seed in range(20):
        assert broken(report_of(right_values(Random(seed), form), form)) == set()


@pytest.mark.parametrize("form", FORMS)
def test_every_cell_of_an_equation_breaks_exactly_the_equations_it_is_in(form: Form) -> None:
    values = right_values(Random(1), form)
    equations = equations_of(form)
    for name in form.slots():
        changed = {**values, name: int(values[name]) + 7}
        # A cell on both sides, or in no equation, would make this comparison idle.
        expected = {frozenset(e.cells) for e in equations if name in e.cells}
        assert broken(report_of(changed, form)) == expected
        if not name.startswith("proactive"):
            assert expected


def test_two_errors_that_cancel_in_a_row_still_break_their_columns() -> None:
    values = right_values(Random(3))
    values["applications.granted.natural"] = int(values["applications.granted.natural"]) + 1
    values["applications.granted.legal"] = int(values["applications.granted.legal"]) - 1
    assert {len(cells) for cells in broken(report_of(values))} == {22}


def test_the_message_says_the_sum_in_numbers() -> None:
    values = dict.fromkeys(FORM_2021.slots(), 0) | {
        "applications.new.enterprise": 1,
        "applications.new.total": 1,
        "applications.granted.enterprise": 2,
        "applications.granted.total": 2,
        "applications.total.enterprise": 2,
        "applications.total.total": 2,
    }
    findings = check(report_of(values)).findings
    assert [(f.rule, f.message, f.left, f.right) for f in findings] == [
        (
            "B01",
            "新收 1 + 结转 0 = 1 ≠ 总计 2 + 结转下年 0 = 2（差 1），商业企业列",
            1,
            2,
        ),
        ("B01", "新收 1 + 结转 0 = 1 ≠ 总计 2 + 结转下年 0 = 2（差 1），总计列", 1, 2),
    ]
    assert all(f.severity is Severity.ERROR for f in findings)


def test_a_total_of_disputes_names_its_path() -> None:
    values = {
        "disputes.review.upheld": 10,
        "disputes.review.corrected": 1,
        "disputes.direct.total": 3,
    }
    assert [f.message for f in check(report_of(values)).findings] == [
        "总计 0 ≠ 结果维持 10 + 结果纠正 1 + 其他结果 0 + 尚未审结 0 = 11（差 11），行政复议",
        "总计 3 ≠ 结果维持 0 + 结果纠正 0 + 其他结果 0 + 尚未审结 0 = 0（差 3），"
        "行政诉讼·未经复议直接起诉",
    ]


def test_a_cell_without_a_number_leaves_its_equations_unchecked_and_says_so() -> None:
    checked = check(report_of({"applications.granted.natural": "若干"}))
    assert [f.rule for f in checked.findings] == ["V01"]
    assert [(u.rule, u.cells) for u in checked.unchecked if u.cells] == [
        ("B02", ("applications.granted.natural",)),
        ("B03", ("applications.granted.natural",)),
    ]
    assert all("未能核对" in item.reason for item in checked.unchecked if not item.expected)


def test_a_missing_cell_leaves_its_equations_unchecked() -> None:
    report = report_of({}).without_cell("disputes.review.total")
    assert "C01" in [u.rule for u in check(report).unchecked if u.cells]
