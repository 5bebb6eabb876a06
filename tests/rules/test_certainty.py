"""Nobody is accused by what may be misread, in this year's report or in last year's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.report.model import Report
from desktop.rules.finding import Severity
from tests.builders import report_of
from tests.packaged import check

OUT, IN_FORCE = "applications.carried_out.total", "proactive.normative.in_force"
NOW = replace(
    report_of({"applications.carried_in.total": 4, "proactive.normative.in_force": 9}), year=2025
)
LAST = replace(report_of({OUT: 1, IN_FORCE: 3}), year=2024)


def doubted(report: Report, name: str) -> Report:
    cell = replace(report.cells[name], doubt="请看原文")
    return replace(report, cells={**report.cells, name: cell})


def severities(now: Report, last: Report) -> dict[str, Severity]:
    found = check(now, previous=last).findings
    return {f.rule: f.severity for f in found if f.rule in ("A01", "B04")}


def test_what_was_read_with_certainty_accuses() -> None:
    assert severities(NOW, LAST) == {"A01": Severity.ERROR, "B04": Severity.ERROR}


@pytest.mark.parametrize(("name", "rule"), [(OUT, "B04"), (IN_FORCE, "A01")])
def test_a_doubt_in_last_year_s_report_accuses_nobody(name: str, rule: str) -> None:
    found = severities(NOW, doubted(LAST, name))
    assert found.pop(rule) is Severity.WARNING
    assert set(found.values()) == {Severity.ERROR}
    (finding,) = [f for f in check(NOW, previous=doubted(LAST, name)).findings if f.rule == rule]
    assert "先核对读取：上一年度报告的" in finding.message


def test_a_doubt_in_another_cell_excuses_nobody() -> None:
    other = doubted(LAST, "disputes.review.total")
    assert severities(NOW, other) == severities(NOW, LAST)
