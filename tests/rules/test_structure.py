"""Observations of reading as findings."""

from dataclasses import replace

import pytest

from desktop.report.model import Observation, ObservationKind, read_cell
from desktop.rules.finding import Severity
from desktop.rules.rulefile import load_rules
from tests.builders import report_of
from tests.packaged import check

NAME = "applications.granted.natural"


@pytest.mark.parametrize(
    ("kind", "rule", "severity"),
    [
        (ObservationKind.MISSING_ROW, "F04", Severity.ERROR),
        (ObservationKind.UNREAD, "F18", Severity.WARNING),
    ],
)
def test_what_lacks_is_told_until_a_person_fills_it_in(
    kind: ObservationKind, rule: str, severity: Severity
) -> None:
    observation = Observation(kind, "applications", "予以公开", cells=(NAME,))
    report = replace(report_of({}).without_cell(NAME), observations=(observation,))
    found = check(report).findings
    assert [(finding.rule, finding.severity) for finding in found] == [(rule, severity)]
    filled = report.with_cell(read_cell(NAME, "0", None))
    assert check(filled).findings == ()
    assert [item for item in check(filled).unchecked if item.cells] == []


def test_every_notice_is_judged_by_some_rule() -> None:
    judged = {
        kind for rule in load_rules().rules.values() for kind in rule.parameters.get("kinds", ())
    }
    assert judged == {kind.value for kind in ObservationKind}
