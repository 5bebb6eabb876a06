"""A parent beside those below it: who is accused, who is named, what could explain a difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.report.values import Number
from desktop.sets.check_set import SetChecked, check_set
from desktop.sets.report_set import UnreadFile, report_set
from desktop.sets.roster import Roster
from desktop.sets.set_finding import SetFinding
from desktop.sets.set_report import SetReport, set_report_of
from desktop.sets.unit import Unit
from tests.builders import FORM_MIXED, report_of
from tests.packaged import RULES, check
from tests.sets.made_set import set_report

CITY, COUNTY, ONE, TWO, THREE = "青河市政府", "清源县人民政府", "教育局", "水利局", "财政局"
CELL, FEE = "disputes.review.upheld", "proactive.fee.amount"


def roster(*below: str, parent: str = COUNTY) -> Roster:
    return Roster((Unit(parent), *(Unit(name, parent=parent) for name in below)))


def report(unit: str, value: Number, cell: str = CELL, file: str = "") -> SetReport:
    return set_report(unit, 2025, {cell: value}, file or f"{unit}.pdf")


def checked(units: Roster, *reports: SetReport, **more: object) -> SetChecked:
    unread = more.get("unread", ())
    assert isinstance(unread, tuple)
    return check_set(report_set(reports, unread, units), RULES)


def sums(units: Roster, values: Mapping[str, Number], cell: str = CELL) -> list[SetFinding]:
    reports = [report(unit, value, cell) for unit, value in values.items()]
    return [f for f in checked(units, *reports).findings if f.rule == "X01"]


def kinds(finding: SetFinding) -> set[tuple[str, tuple[str, ...]]]:
    return {(cause.kind, cause.units) for cause in finding.causes}


def test_what_adds_up_is_not_told() -> None:
    assert not sums(roster(ONE, TWO), {COUNTY: 12, ONE: 5, TWO: 7})


def test_decimals_add_up_exactly() -> None:
    from decimal import Decimal

    values = {ONE: Decimal("0.1"), TWO: Decimal("0.2")}
    assert not sums(roster(ONE, TWO), {COUNTY: Decimal("0.3"), **values}, FEE)
    (finding,) = sums(roster(ONE, TWO), {COUNTY: Decimal("0.3000001"), **values}, FEE)
    assert finding.right == Decimal("0.3")


@pytest.mark.parametrize(
    ("own", "kind"),
    [
        (12 + 7, ("counted_twice", (TWO,))),
        (12 - 5, ("left_out", (ONE,))),
        (12 + 27, ("transposed", (THREE,))),
    ],
)
def test_a_single_unit_that_explains_a_difference_is_named(
    own: int, kind: tuple[str, tuple[str, ...]]
) -> None:
    # 36 copied as 63 is 27 more.
    three = 36 if kind[0] == "transposed" else 0
    (finding,) = sums(roster(ONE, TWO, THREE), {COUNTY: own + three, ONE: 5, TWO: 7, THREE: three})
    assert finding.severity.value == "error"
    assert kind in kinds(finding)
    assert {addend.unit for addend in finding.addends} == {ONE, TWO, *([THREE] if three else [])}


def test_a_pair_explains_what_no_single_unit_does() -> None:
    values = {COUNTY: 9, ONE: 5, TWO: 7, THREE: 9}
    (finding,) = sums(roster(ONE, TWO, THREE), values)
    assert ("left_out", (ONE, TWO)) in kinds(finding)


def test_one_unit_that_explains_every_difference_comes_first() -> None:
    cells = {CELL: 4, "disputes.review.total": 4}
    two = set_report(TWO, 2025, cells)
    one = set_report(ONE, 2025, dict.fromkeys(cells, 1))
    above = set_report(COUNTY, 2025, dict.fromkeys(cells, 9))
    found = [f for f in checked(roster(ONE, TWO), above, one, two).findings if f.rule == "X01"]
    assert len(found) == 2
    for finding in found:
        assert finding.causes[0].units == (TWO,)
        assert finding.causes[0].explains_all


def test_every_level_is_compared_with_the_one_below() -> None:
    units = Roster(
        (Unit(CITY), Unit(COUNTY, parent=CITY), Unit(ONE, parent=COUNTY), Unit(TWO, parent=COUNTY))
    )
    values = {CITY: 13, COUNTY: 12, ONE: 5, TWO: 6}
    found = {(f.unit, f.left, f.right) for f in sums(units, values)}
    assert found == {(CITY, 13, 12), (COUNTY, 12, 11)}
    totals = checked(units, *(report(unit, value) for unit, value in values.items())).totals
    assert totals[CELL] == 11


def test_while_one_is_missing_nobody_is_accused() -> None:
    (finding,) = sums(roster(ONE, TWO), {COUNTY: 12, ONE: 5})
    assert finding.severity.value == "hint"
    assert f"未交：{TWO}" in finding.message
    assert kinds(finding) == {("absent", (TWO,))}


def test_while_one_cannot_be_read_nobody_is_accused() -> None:
    unread = (UnreadFile(Path(f"{TWO}2025.pdf"), "是扫描件"),)
    found = checked(roster(ONE, TWO), report(COUNTY, 12), report(ONE, 5), unread=unread)
    (finding,) = [f for f in found.findings if f.rule == "X01"]
    assert finding.severity.value == "hint"
    assert f"无法读取：{TWO}" in finding.message
    assert found.states[TWO].value == "unreadable"


@pytest.mark.parametrize("what", ["doubted", "partial", "no number", "parent doubted"])
def test_what_was_not_read_with_certainty_accuses_nobody(what: str) -> None:
    above, one, two = report(COUNTY, 12), report(ONE, 5), report(TWO, 6)
    if what == "doubted":
        two = replace(two, doubted=frozenset({CELL}))
    elif what == "partial":
        two = replace(two, is_whole=False)
    elif what == "no number":
        names = list(two.form.slots())
        values = list(two.values)
        values[names.index(CELL)] = None
        two = replace(two, values=tuple(values))
    else:
        above = replace(above, doubted=frozenset({CELL}))
    found = [f for f in checked(roster(ONE, TWO), above, one, two).findings if f.rule == "X01"]
    assert [finding.severity.value for finding in found if finding.cells == (CELL,)] == ["hint"]


def test_a_doubt_in_another_cell_excuses_nobody() -> None:
    two = replace(report(TWO, 6), doubted=frozenset({FEE}))
    found = checked(roster(ONE, TWO), report(COUNTY, 12), report(ONE, 5), two).findings
    assert [f.severity.value for f in found if f.rule == "X01"] == ["error"]


def test_any_of_several_reports_may_make_the_sum_right() -> None:
    both = (report(TWO, 7), report(TWO, 9, file="again.pdf"))
    right = checked(roster(ONE, TWO), report(COUNTY, 14), report(ONE, 5), *both)
    assert not [f for f in right.findings if f.rule == "X01"]
    wrong = checked(roster(ONE, TWO), report(COUNTY, 15), report(ONE, 5), *both)
    (finding,) = [f for f in wrong.findings if f.rule == "X01"]
    assert finding.severity.value == "hint"


def test_sums_over_guessed_parents_are_hints() -> None:
    guessed = Unit(ONE, parent=COUNTY, parent_is_guess=True)
    (finding,) = sums(Roster((Unit(COUNTY), guessed)), {COUNTY: 3, ONE: 2})
    assert finding.severity.value == "hint"


def test_a_unit_larger_than_its_parent_is_told() -> None:
    found = checked(roster(ONE, TWO), report(COUNTY, 5), report(ONE, 7), report(TWO, 0)).findings
    (larger,) = [f for f in found if f.rule == "X03"]
    assert (larger.unit, larger.cells, larger.left, larger.right) == (ONE, (CELL,), 7, 5)
    # Documents are issued at each level by itself.
    issued = "proactive.normative.in_force"
    reports = (report(COUNTY, 5, issued), report(ONE, 7, issued))
    assert not [f for f in checked(roster(ONE), *reports).findings if f.rule in ("X01", "X03")]


def mixed(unit: str, values: Mapping[str, Number]) -> SetReport:
    """A report whose 表三 has one row for 其他处理."""
    report = replace(report_of(values, FORM_MIXED), agency=unit, year=2025)
    return set_report_of(report, check(report), Path(f"{unit}.pdf"), "0")


@pytest.mark.parametrize(("own", "rule"), [(10, []), (11, ["error"])])
def test_one_row_and_three_for_other_results_are_compared_as_one(own: int, rule: list[str]) -> None:
    cell = "applications.other_{}.natural"
    above = set_report(COUNTY, 2025, {cell.format(1): 5, cell.format(3): own - 5})
    three = set_report(ONE, 2025, {cell.format(1): 2, cell.format(2): 3})
    one = mixed(TWO, {"applications.other.natural": 5})
    found = checked(roster(ONE, TWO), above, three, one)
    sums = [f for f in found.findings if f.rule == "X01"]
    assert [f.severity.value for f in sums] == rule
    assert {f.cells for f in sums} <= {("applications.other.natural",)}
    assert found.totals["applications.other.natural"] == 10
    assert not [name for name in found.totals if ".other_" in name]


def test_a_doubt_in_one_of_three_rows_is_a_doubt_in_their_sum() -> None:
    cell = "applications.other_{}.natural"
    above = set_report(COUNTY, 2025, {cell.format(1): 11})
    three = replace(set_report(ONE, 2025, {cell.format(1): 5}), doubted=frozenset({cell.format(2)}))
    found = checked(roster(ONE, TWO), above, three, mixed(TWO, {"applications.other.natural": 5}))
    assert [f.severity.value for f in found.findings if f.rule == "X01"] == ["hint"]
