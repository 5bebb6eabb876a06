"""What was not checked is said, what may be there is not called missing, whose it is asked once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.rules.finding import Finding, FindingKind, Severity
from desktop.sets.check_set import SetChecked, check_set
from desktop.sets.owners import Owners
from desktop.sets.report_set import UnreadFile, report_set
from desktop.sets.roster import Roster
from desktop.sets.set_report import SetReport
from desktop.sets.unit import Unit
from tests.packaged import RULES
from tests.sets.made_set import set_report

COUNTY, ONE, TWO = "清源县人民政府", "清源县教育局", "清源县水利局"
ROSTER = Roster((Unit(COUNTY), Unit(ONE, parent=COUNTY), Unit(TWO, parent=COUNTY)))
# Numbers that no two offices have by chance.
CASES = {f"disputes.{path}.upheld": 97 + n for n, path in enumerate(("review", "direct"))}
CASES |= {f"disputes.{path}.other": 55 + n for n, path in enumerate(("review", "direct"))}


def checked(*reports: SetReport, roster: Roster = ROSTER) -> SetChecked:
    return check_set(report_set(reports, roster=roster), RULES)


def severities(found: SetChecked, rule: str) -> dict[str, str]:
    return {f.unit: f.severity.value for f in found.findings if f.rule == rule}


def test_rules_that_could_not_be_checked_are_named_with_their_units() -> None:
    reason = "没有给出上一年度的报告，未能核对"
    one, two = (
        replace(set_report(unit, 2025, {}), unchecked=(("A01", reason), ("B04", reason)))
        for unit in (ONE, TWO)
    )
    (line,) = [line for line in checked(one, two).unchecked if reason in line]
    assert line == f"A01、B04 {reason}（{ONE}、{TWO}）"


def test_a_set_report_keeps_what_could_not_be_checked() -> None:
    assert {rule for rule, _ in set_report(ONE, 2025, {}).unchecked} >= {"A01", "B04", "V08"}


def test_a_year_to_come_is_a_slip() -> None:
    found = report_set([set_report(ONE, 2025, {}), set_report(TWO, 2942, {})], roster=ROSTER)
    assert found.year == 2025


def test_a_year_with_few_reports_is_told() -> None:
    units = [f"清源县第{number}局" for number in range(6)]
    roster = Roster(tuple(map(Unit, units)))
    reports = [set_report(unit, 2023, {}) for unit in units]
    found = checked(*reports, set_report(units[0], 2024, {}), roster=roster)
    assert any("2023 年有 6 个单位的" in line for line in found.unchecked)
    more = [set_report(unit, 2024, {}) for unit in units]
    assert not any(
        "个单位的；" in line for line in checked(*reports, *more, roster=roster).unchecked
    )


def test_without_any_year_nobody_is_called_missing() -> None:
    found = check_set(report_set([], [UnreadFile(Path("a.pdf"), "损坏")], ROSTER), RULES)
    assert not found.findings
    assert any("年度" in line for line in found.unchecked)


def test_what_may_be_there_is_not_missing_for_certain() -> None:
    asked = set_report("清源县水务局", 2025, {})
    assert severities(checked(set_report(ONE, 2025, {}), asked), "X05")[TWO] == "hint"
    yearless = replace(set_report(TWO, 2025, {}), year=None)
    found = checked(set_report(ONE, 2025, {}), yearless)
    assert severities(found, "X05") == {TWO: "hint", COUNTY: "error"}
    nameless = [UnreadFile(Path("001.pdf"), "扫描件")]
    found = check_set(report_set([set_report(ONE, 2025, {})], nameless, ROSTER), RULES)
    assert set(severities(found, "X05").values()) == {"hint"}


@pytest.mark.parametrize("name", [f"{TWO}2025.pdf", f"{TWO}2026.pdf", f"{TWO}.pdf"])
def test_an_unreadable_file_of_a_unit_is_no_error_of_the_office(name: str) -> None:
    unread = [UnreadFile(Path(name), "损坏")]
    found = check_set(report_set([set_report(ONE, 2025, {})], unread, ROSTER), RULES)
    assert severities(found, "X05")[TWO] == "hint"
    assert found.states[TWO].value == "unreadable"


def test_a_county_s_table_may_be_that_of_its_only_office() -> None:
    reports = [set_report(COUNTY, 2025, CASES), set_report(ONE, 2025, CASES)]
    assert not severities(checked(*reports), "X04")
    copied = checked(*reports, set_report(TWO, 2025, CASES))
    (finding,) = [f for f in copied.findings if f.rule == "X04"]
    assert (finding.unit, [other.unit for other in finding.others]) == (TWO, [ONE])
    assert finding.severity is Severity.WARNING


def test_a_table_with_doubts_accuses_nobody_of_copying() -> None:
    one = replace(set_report(ONE, 2025, CASES), doubted=frozenset(CASES))
    found = checked(one, set_report(TWO, 2025, CASES))
    assert severities(found, "X04") == {TWO: "hint"}


def test_the_state_is_not_worse_than_what_is_told() -> None:
    broken = Finding(
        "B04", FindingKind.SERIES, Severity.ERROR, "不衔接", ("applications.new.total",)
    )
    own = replace(set_report(ONE, 2025, {}), findings=(broken,))
    again = replace(set_report(ONE, 2025, {}, "b.pdf"), findings=())
    found = checked(own, again)
    assert severities(found, "B04") == {ONE: "hint"}
    assert found.states[ONE].value == "clean"  # 两份相同 is a hint, too


def test_lateness_is_told_once() -> None:
    (rule,) = [rule for rule in RULES.for_set().rules.values() if rule.id == "F16"]
    assert rule.parameters["late"] is False
    assert RULES.rules["F16"].parameters.get("late", True)


def test_one_answer_for_links_and_for_the_set() -> None:
    names = ["教育局", "清源县教育局", "清源县水利局"]
    drawn = Owners(names)
    assert drawn.of("教育局").unit == drawn.of("清源县教育局").unit == "清源县教育局"
    answered = Owners(names, ROSTER, {"教育局": ""})
    assert answered.of("教育局").unit is None
    assert answered.of("清源县教育局").unit == ONE
    moved = Owners(["清源县水务局"], ROSTER, {"清源县水务局": TWO})
    assert moved.of("清源县水务局").unit == TWO


def test_a_roster_with_mistakes_about_parents_accuses_nobody(tmp_path: Path) -> None:
    from desktop.sets.roster_file import read_roster

    path = tmp_path / "r.csv"
    path.write_text(f"单位,上级单位\n{COUNTY},\n{ONE},{COUNTY}\n{TWO},清原县人民政府\n", "utf-8")
    roster = read_roster(path)
    cell = "disputes.review.total"
    reports = [
        set_report(unit, 2025, {cell: value}) for unit, value in ((COUNTY, 12), (ONE, 5), (TWO, 7))
    ]
    found = [f for f in checked(*reports, roster=roster).findings if f.rule == "X01"]
    assert {f.severity.value for f in found} == {"hint"}
    assert all("单位名单" in f.message for f in found)
