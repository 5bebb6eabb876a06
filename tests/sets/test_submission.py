"""Who reported, how often and when; whose a file is; what another office's name tells."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.rules.finding import Finding, FindingKind, Severity
from desktop.sets.check_set import SetChecked, check_set
from desktop.sets.report_set import report_set
from desktop.sets.roster import Roster
from desktop.sets.set_report import SetReport
from desktop.sets.unit import MonthDay, Unit
from tests.packaged import RULES
from tests.sets.made_set import set_report

COUNTY, ONE, TWO = "清源县人民政府", "清源县教育局", "清源县水利局"
ROSTER = Roster((Unit(COUNTY), Unit(ONE, parent=COUNTY), Unit(TWO, parent=COUNTY)))


def checked(*reports: SetReport, roster: Roster = ROSTER) -> SetChecked:
    return check_set(report_set(reports, roster=roster), RULES)


def of_rule(found: SetChecked, rule: str) -> list[tuple[str, str]]:
    return [(f.unit, f.severity.value) for f in found.findings if f.rule == rule]


def test_last_year_s_report_instead_of_this_year_s_is_missing() -> None:
    found = checked(set_report(ONE, 2025, {}), set_report(TWO, 2024, {}))
    missing = {f.unit: f for f in found.findings if f.rule == "X05"}
    assert set(missing) == {TWO, COUNTY}
    assert "只有 2024 年的" in missing[TWO].message
    assert found.states[TWO].value == "missing"
    assert [report.year for report in found.reports.all_of(TWO)] == [2024]


@pytest.mark.parametrize(
    ("other", "severity", "words"),
    [
        ({}, "hint", "内容相同"),
        ({"disputes.review.total": 1}, "warning", "表四"),
    ],
)
def test_two_reports_of_one_office_are_told(
    other: dict[str, int], severity: str, words: str
) -> None:
    found = checked(set_report(ONE, 2025, {}), set_report(ONE, 2025, {**other}, "b.pdf"))
    assert of_rule(found, "X02") == [(ONE, severity)]
    assert words in next(f.message for f in found.findings if f.rule == "X02")


def test_what_only_one_of_two_reports_says_accuses_nobody() -> None:
    broken = Finding(
        "B04", FindingKind.SERIES, Severity.ERROR, "不衔接", ("applications.new.total",)
    )
    one, two = (replace(set_report(ONE, 2025, {}, f"{n}.pdf"), findings=(broken,)) for n in "ab")
    both = [f for f in checked(one, two).findings if f.rule == "B04"]
    assert [finding.severity.value for finding in both] == ["error"]
    (alone,) = [f for f in checked(one, replace(two, findings=())).findings if f.rule == "B04"]
    assert alone.severity.value == "hint"
    assert "a.pdf" in alone.message


def test_renditions_are_not_handed_in_twice_but_must_agree() -> None:
    one, word = set_report(ONE, 2025, {}), set_report(ONE, 2025, {}, "a.docx")
    assert not of_rule(checked(one, word), "X02")
    assert not of_rule(checked(one, word), "X08")
    other = set_report(ONE, 2025, {"disputes.review.total": 1}, "a.docx")
    found = checked(one, other)
    assert not of_rule(found, "X02")
    assert of_rule(found, "X08") == [(ONE, "warning")]


@pytest.mark.parametrize(
    ("unit", "signed", "is_late"),
    [
        (Unit(ONE), date(2026, 1, 31), False),
        (Unit(ONE), date(2026, 2, 1), True),
        (Unit(COUNTY), date(2026, 3, 31), False),
        (Unit(COUNTY), date(2026, 4, 1), True),
        (Unit(ONE, deadline=MonthDay(1, 15)), date(2026, 1, 16), True),
        (Unit(ONE, deadline=date(2026, 2, 10)), date(2026, 2, 9), False),
    ],
)
def test_a_report_is_late_by_the_roster_or_the_law(
    unit: Unit, signed: date, *, is_late: bool
) -> None:
    report = replace(set_report(unit.name, 2025, {}), signed=signed)
    found = checked(report, roster=Roster((unit,)))
    assert bool(of_rule(found, "X06")) is is_late


def test_whose_it_is_is_asked_and_answered_once() -> None:
    report = set_report("清源县水务局", 2025, {})
    asked = report_set([report], roster=ROSTER)
    (question,) = asked.questions
    assert TWO in question.candidates
    assert not asked.of(TWO)
    answered = report_set([report], roster=ROSTER, answers={"清源县水务局": TWO})
    assert answered.of(TWO) == (report,)
    nobody = report_set([report], roster=ROSTER, answers={"清源县水务局": ""})
    assert nobody.unlisted == (report,)


def test_an_answer_that_names_no_unit_is_asked_again() -> None:
    report = set_report("清源县水务局", 2025, {})
    found = report_set([report], roster=ROSTER, answers={"清源县水务局": "清源县林业局"})
    assert len(found.questions) == 1


def test_a_report_without_office_or_year_is_a_question() -> None:
    found = report_set(
        [set_report("", 2025, {}), replace(set_report(ONE, 2025, {}), year=None)], roster=ROSTER
    )
    assert [question.reason for question in found.questions] == [
        "没有读到单位名称",
        "没有读到报告年度",
    ]


def saying(unit: str, *sentences: str) -> SetReport:
    return replace(
        set_report(unit, 2025, {}),
        sentences=sentences,
        sentence_sources=array("f", [1.0, 72.0, 100.0, 500.0, 112.0] * len(sentences)),
        self_naming=sentences[:1],
    )


@pytest.mark.parametrize(
    ("sentence", "is_other"),
    [
        (f"2025年，{TWO}认真落实条例。", True),
        (f"{TWO}深入推进政务公开。", True),
        (f"会同{TWO}梳理目录。", False),
        (f"{TWO}对我局规范性文件进行审核。", False),
        (f"按照{COUNTY}要求，做好公开工作。", False),
        (f"{COUNTY}高度重视。", False),
        (f"2025年，{ONE}与{TWO}联合公开。", False),
    ],
)
def test_another_office_s_name_where_its_own_should_stand(sentence: str, *, is_other: bool) -> None:
    found = checked(saying(ONE, "本报告依据条例编制。", sentence))
    assert bool(of_rule(found, "X07")) is is_other


def test_the_preamble_of_another_office_is_told() -> None:
    found = checked(saying(ONE, f"本报告由{TWO}编制。"))
    assert of_rule(found, "X07") == [(ONE, "warning")]


def test_a_rule_that_fails_is_named_and_the_others_go_on() -> None:
    rules = replace(
        RULES,
        rules={**RULES.rules, "X06": replace(RULES.rules["X06"], parameters={})},
    )
    report = replace(set_report(ONE, 2025, {}), signed=date(2026, 5, 1))
    found = check_set(report_set([report], roster=ROSTER), rules)
    assert any("逾期" in line for line in found.unchecked)
    assert of_rule(found, "X05")


def test_a_user_s_rules_hold_for_sets_too() -> None:
    rules = replace(RULES, rules={k: v for k, v in RULES.rules.items() if k != "X05"})
    found = check_set(report_set([set_report(ONE, 2025, {})], roster=ROSTER), rules)
    assert not of_rule(found, "X05")


def test_an_unreadable_file_is_whose_its_name_says() -> None:
    from desktop.sets.report_set import UnreadFile

    names = {
        f"{TWO}2025年政府信息公开工作年度报告.pdf": (TWO, 2025),
        f"2025{TWO}.pdf": (TWO, 2025),
        f"2024年{TWO}政府信息公开年度报告.pdf": (TWO, 2024),
        f"1.{TWO}.pdf": (TWO, None),
        f"{TWO}.pdf": (TWO, None),
        "001.pdf": (None, None),
        "宁远市水利局2025.pdf": (None, 2025),
    }
    unread = [UnreadFile(Path(name), "损坏") for name in names]
    found = report_set([set_report(ONE, 2025, {})], unread, ROSTER)
    assert {file.file.name: (file.unit, file.year) for file in found.unread} == names
