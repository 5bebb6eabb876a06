"""Another office's name in a report: left over from a copied text, or its own by another name."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

import pytest

from desktop.sets.check_set import check_set
from desktop.sets.names import normal_name
from desktop.sets.report_set import report_set
from desktop.sets.roster import Roster
from desktop.sets.unit import Unit
from tests.packaged import RULES
from tests.sets.made_set import set_report

COUNTY, EDUCATION, WATER = "清源县人民政府", "清源县教育局", "清源县水利局"
CENTRE = Unit("清源县招生考试中心", (), COUNTY)
UNITS = (Unit(COUNTY), Unit(EDUCATION, (), COUNTY), Unit(WATER, (), COUNTY), CENTRE)


def told(report_agency: str, unit: Unit, units: Sequence[Unit], *sentences: str) -> list[str]:
    """The sentences in which a unit's report is said to name another office."""
    report = replace(
        set_report(report_agency, 2025, {}),
        sentences=sentences,
        sentence_sources=array("f", [1.0, 72.0, 100.0, 500.0, 112.0] * len(sentences)),
        self_naming=sentences[:1],
    )
    answers = {normal_name(report_agency): unit.name}
    checked = check_set(report_set([report], roster=Roster(tuple(units)), answers=answers), RULES)
    assert checked.reports.of(unit.name)
    assert not [line for line in checked.unchecked if "运行出错" in line]
    return [f.message for f in checked.findings if f.rule == "X07"]


def test_an_alias_that_the_own_office_shares_is_its_own() -> None:
    first = Unit(EDUCATION, ("清源县教体局",), COUNTY)
    second = Unit("清源县体育局", ("清源县教体局",), COUNTY)
    units = (Unit(COUNTY), first, second, Unit(WATER, (), COUNTY))
    sentence = "清源县教体局认真落实条例。"
    for unit in (first, second):
        assert told(unit.name, unit, units, sentence, sentence) == []
    # Whose it is, is not certain: nobody is named to another office.
    assert told(WATER, units[3], units, sentence, sentence) == []
    assert len(told(WATER, units[3], units, "清源县体育局认真落实条例。")) == 1


@pytest.mark.parametrize("agency", ["清源县教育局招生考试中心", "清源县招生考试中心"])
def test_an_office_is_not_accused_of_its_own_name(agency: str) -> None:
    long = "2025年，清源县教育局招生考试中心认真落实条例。"
    assert told(agency, CENTRE, UNITS, f"本报告由{agency}编制。", long) == []
    assert told(agency, CENTRE, UNITS, "本报告由清源县教育局招生考试中心编制。", long) == []
    found = told(agency, CENTRE, UNITS, "本报告由清源县水利局编制。")
    assert len(found) == 1
    assert WATER in found[0]


def test_names_in_the_reports_own_name_are_its_own() -> None:
    sentence = "2025年，清源县教育局认真落实条例。"
    assert told("清源县教育局招生考试中心", CENTRE, UNITS, sentence) == []
    assert len(told("清源县招生考试中心", CENTRE, UNITS, sentence)) == 1
