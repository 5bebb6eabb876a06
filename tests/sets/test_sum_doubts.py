"""Sums accuse only where it is known who is below whom, and which report is whose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.sets.check_set import SetChecked, check_set
from desktop.sets.report_set import UnreadFile, report_set
from desktop.sets.roster import Roster
from desktop.sets.roster_file import read_roster
from desktop.sets.set_report import SetReport, set_report_of
from desktop.sets.unit import Unit
from tests.builders import FORM_MIXED, report_of
from tests.packaged import RULES, check
from tests.sets.made_set import set_report

COUNTY, ONE, TWO = "清源县人民政府", "清源县教育局", "清源县水利局"
CELL = "disputes.review.upheld"
ROSTER = Roster((Unit(COUNTY), Unit(ONE, parent=COUNTY), Unit(TWO, parent=COUNTY)))


def report(unit: str, value: int, name: str = "a.pdf") -> SetReport:
    return set_report(unit, 2025, {CELL: value}, name)


REPORTS = (report(COUNTY, 12), report(ONE, 3), report(TWO, 4))


def checked(
    *reports: SetReport, roster: Roster = ROSTER, unread: tuple[str, ...] = ()
) -> SetChecked:
    files = [UnreadFile(Path(name), "损坏") for name in unread]
    return check_set(report_set(reports, files, roster, 2025), RULES)


def sums(found: SetChecked) -> list[tuple[str, str]]:
    return [(f.severity.value, f.message) for f in found.findings if f.rule == "X01"]


def test_what_is_certain_accuses() -> None:
    assert [severity for severity, _ in sums(checked(*REPORTS))] == ["error"]


@pytest.mark.parametrize("unit", [COUNTY, ONE])
def test_another_file_of_a_unit_may_be_the_right_one(unit: str) -> None:
    ((severity, message),) = sums(checked(*REPORTS, unread=(f"{unit}更正.pdf",)))
    assert (severity, "另有文件" in message) == ("hint", True)


def test_an_office_that_is_not_on_the_roster_may_be_missing_in_a_sum() -> None:
    ((severity, message),) = sums(checked(*REPORTS, report("清源县公安局", 5)))
    assert (severity, "清源县公安局可能属于它" in message) == ("hint", True)
    ((severity, _),) = sums(checked(*REPORTS, report("宁远市公安局", 5)))
    assert severity == "error"


def test_a_table_without_any_figure_is_not_a_table_of_zeros() -> None:
    empty = report_of(dict.fromkeys(ROSTER_CELLS, ""))
    two = replace(empty, agency=TWO, year=2025)
    blank = set_report_of(two, check(two), Path("b.pdf"), "0")
    ((severity, message),) = sums(checked(report(COUNTY, 12), report(ONE, 3), blank))
    assert (severity, f"整张表空白：{TWO}" in message) == ("hint", True)


ROSTER_CELLS = [name for name in REPORTS[0].form.slots() if name.startswith("disputes.")]


def test_a_department_has_cases_of_its_own() -> None:
    roster = Roster((Unit(ONE), Unit("清源县招生考试中心", parent=ONE)))
    below = report("清源县招生考试中心", 3)
    ((severity, _),) = sums(checked(report(ONE, 20), below, roster=roster))
    assert severity == "hint"
    ((severity, _),) = sums(checked(report(ONE, 2), below, roster=roster))
    assert severity == "error"


@pytest.mark.parametrize("text", [f",{COUNTY}", f"#REF!,{COUNTY}"])
def test_a_line_that_names_no_unit_may_be_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "r.csv"
    path.write_text(f"单位,上级单位\n{COUNTY},\n{ONE},{COUNTY}\n{TWO},{COUNTY}\n{text}\n", "utf-8")
    ((severity, _),) = sums(checked(*REPORTS, roster=read_roster(path)))
    assert severity == "hint"


def test_sums_that_could_not_be_compared_are_named() -> None:
    flat = checked(*REPORTS, roster=Roster((Unit(COUNTY), Unit(ONE), Unit(TWO))))
    assert any("没有上级单位" in line for line in flat.unchecked)
    headless = checked(report(ONE, 3), report(TWO, 4))
    assert any(f"没有 {COUNTY} 的报告" in line for line in headless.unchecked)
    values = list(REPORTS[0].values)
    values[list(REPORTS[0].form.slots()).index(CELL)] = None
    hole = replace(REPORTS[0], values=tuple(values))
    found = checked(hole, *REPORTS[1:])
    assert any(f"{COUNTY} 有 1 格没有数字" in line for line in found.unchecked)


def test_whose_figures_totals_lack_is_told() -> None:
    values = list(REPORTS[1].values)
    values[list(REPORTS[1].form.slots()).index(CELL)] = None
    found = checked(REPORTS[0], replace(REPORTS[1], values=tuple(values)))
    assert dict(found.totals_lack) == {ONE: "有 1 格没有数字，按 0 计", TWO: "没有报告"}
    assert not checked(*REPORTS).totals_lack


def test_a_second_report_of_an_older_form_hides_no_sum() -> None:
    cell = "applications.other_1.natural"
    above, one = set_report(COUNTY, 2025, {cell: 9}), set_report(ONE, 2025, {cell: 3})
    two = set_report(TWO, 2025, {})
    older = replace(report_of({}, FORM_MIXED), agency=TWO, year=2025)
    again = set_report_of(older, check(older), Path("z.pdf"), "0")
    found = checked(above, one, two, again)
    assert {f.cells for f in found.findings if f.rule == "X01"} >= {("applications.other.natural",)}
    assert found.totals["applications.other.natural"] == 3


def test_a_report_that_names_no_office_may_be_anybody_s() -> None:
    found = checked(report(COUNTY, 12), report(ONE, 3), report("", 4))
    (missing,) = [f for f in found.findings if f.rule == "X05"]
    assert (missing.unit, missing.severity.value) == (TWO, "hint")
