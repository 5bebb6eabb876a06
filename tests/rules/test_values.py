"""Rules on single cells."""

from dataclasses import replace

import pytest

from desktop.report.values import Number
from desktop.rules.finding import Finding, Severity
from tests.builders import FORM_2019, FORM_2021, report_of
from tests.packaged import check


def value_findings(values: dict[str, Number | str]) -> list[Finding]:
    return [f for f in check(report_of(values)).findings if f.rule.startswith("V")]


def test_a_text_is_an_error_in_its_cell() -> None:
    (finding,) = value_findings({"proactive.permit.decisions": "若干"})
    assert (finding.rule, finding.severity) == ("V01", Severity.ERROR)
    assert finding.cells == ("proactive.permit.decisions",)
    assert finding.message == "表二“行政许可”行“本年处理决定数量”列应填数字，原文为“若干”"


def test_a_negative_count_is_an_error() -> None:
    (finding,) = value_findings({"proactive.permit.decisions": -3})
    assert (finding.rule, finding.message.split("列")[1]) == ("V01", "为 -3，不应为负数")


def test_a_change_of_the_2019_form_may_be_negative() -> None:
    values: dict[str, Number | str] = {
        "proactive.permit.prior_items": 5,
        "proactive.permit.change": "-3",
    }
    findings = check(report_of(values, FORM_2019)).findings
    assert [f.rule for f in findings if f.rule.startswith("V")] == []


@pytest.mark.parametrize(
    ("name", "rules"),
    [("proactive.fee.amount", []), ("proactive.permit.decisions", ["V02"])],
)
def test_decimals_belong_to_amounts_alone(name: str, rules: list[str]) -> None:
    assert [f.rule for f in value_findings({name: "12.5"})] == rules


@pytest.mark.parametrize("sign", ["", "/", "-", "—", "无"])
def test_blanks_and_signs_are_told_once_a_table(sign: str) -> None:
    names = ("disputes.review.upheld", "disputes.review.other", "proactive.permit.decisions")
    findings = value_findings(dict.fromkeys(names, sign))
    assert [(f.rule, f.severity, len(f.cells)) for f in findings] == [
        ("V03", Severity.WARNING, 1),
        ("V03", Severity.WARNING, 2),
    ]
    assert (sign or "空白") in findings[0].message


def test_a_blank_cell_in_doubt_is_told_once_with_its_doubt() -> None:
    report = report_of({"proactive.permit.decisions": "", "proactive.penalty.decisions": 3})
    for name, doubt in (
        ("proactive.permit.decisions", "旁边有不在任何一格内的数字，请对照原文"),
        ("proactive.penalty.decisions", "几列合在一格里，请对照原文"),
    ):
        report = report.with_cell(replace(report.cells[name], doubt=doubt))
    found = {f.rule: f for f in check(report).findings if f.rule.startswith("V")}
    assert sorted(found) == ["V03", "V06"]
    assert found["V03"].cells == ("proactive.permit.decisions",)
    assert found["V03"].message.startswith("表二有 1 格未填数字（空白），按 0 计：行政许可")
    assert "旁边有不在任何一格内的数字" in found["V03"].message
    assert found["V06"].cells == ("proactive.penalty.decisions",)
    assert "旁边有" not in found["V06"].message


def test_blank_cells_in_doubt_are_told_from_those_beside_them() -> None:
    names = ("disputes.review.upheld", "disputes.review.other")
    report = report_of(dict.fromkeys(names, ""))
    report = report.with_cell(replace(report.cells[names[1]], doubt="请对照原文"))
    (finding,) = [f for f in check(report).findings if f.rule.startswith("V")]
    assert finding.cells == names
    assert finding.message.endswith("；其中 1 格读取存疑：行政复议 · 其他结果（请对照原文）")


def test_an_annotated_number_counts_with_a_warning() -> None:
    (finding,) = value_findings({"proactive.normative.issued": "22（其中修订16件）"})
    assert (finding.rule, finding.severity) == ("V04", Severity.WARNING)
    assert "按 22 计" in finding.message


def test_plain_numbers_raise_nothing() -> None:
    assert check(report_of(dict.fromkeys(FORM_2021.slots(), 0))).findings == ()
