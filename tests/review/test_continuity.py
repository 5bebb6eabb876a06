"""Whether a report with the office's name is likely to be its last one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.report.model import Report
from desktop.report.values import Number
from desktop.review.linking import by_unit, compared_with, previous_among
from tests.builders import report_of

COLUMNS = ("natural", "enterprise", "research", "social", "legal", "other")
IN_FORCE = "proactive.normative.in_force"


def of_year(year: int, **changes: Number) -> Report:
    row = "carried_in" if year == 2025 else "carried_out"
    values: dict[str, Number] = {
        f"applications.{row}.{column}": number for number, column in enumerate(COLUMNS, 3)
    }
    values[IN_FORCE] = 40
    values |= {name.replace("__", "."): value for name, value in changes.items()}
    return replace(report_of(values), year=year)


LAST = of_year(2024)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"applications__carried_in__natural": 9},
        {"applications__carried_in__natural": 9, "proactive__normative__in_force": 45},
        {f"applications__carried_in__{column}": 0 for column in COLUMNS},  # left empty
        {"applications__carried_in__natural": 9, "applications__carried_in__legal": 9},
    ],
)
def test_a_mistake_or_two_are_the_office_s(changes: dict[str, Number]) -> None:
    assert compared_with(of_year(2025, **changes), LAST).report is LAST


def test_where_hardly_anything_goes_on_it_is_not_certain_whose_it_is() -> None:
    other = {f"applications__carried_in__{column}": 20 for column in COLUMNS[1:]}
    report = of_year(2025, **other, proactive__normative__in_force=7)
    found = previous_among(report, by_unit([LAST, report]))
    assert found.report is None
    assert "不能确认是同一单位" in found.reason


def test_reports_without_anything_to_go_on_are_compared() -> None:
    last = replace(report_of({}), year=2024)
    assert compared_with(replace(report_of({}), year=2025), last).report is last
