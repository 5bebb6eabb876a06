"""Every rule of the catalogue fires, stays silent, and says when it could not look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from _pytest.mark import ParameterSet

from desktop.cli.rules import catalogue_lines
from desktop.rules.finding import Checked, FindingKind, Severity
from desktop.rules.messages import sources_of
from desktop.rules.rule import RuleSet, Scope
from desktop.rules.rulefile import load_rules
from tests.packaged import check
from tests.rules.cases import PLAIN, Case
from tests.rules.cases_firing import FIRES
from tests.rules.cases_silent import SILENT
from tests.rules.cases_unchecked import NEVER_UNCHECKED, UNCHECKED

RULES = {id_: r for id_, r in load_rules().rules.items() if r.scope is Scope.REPORT}


def listed(cases: Mapping[str, list[Case]]) -> list[ParameterSet]:
    return [
        pytest.param(rule, case, id=f"{rule}-{number}")
        for rule, reports in cases.items()
        for number, case in enumerate(reports, 1)
    ]


def checked(case: Case) -> Checked:
    return check(case.report, previous=case.previous)


def test_every_rule_has_its_cases() -> None:
    assert FIRES.keys() == RULES.keys()
    assert UNCHECKED.keys() | NEVER_UNCHECKED == RULES.keys()
    assert UNCHECKED.keys() & NEVER_UNCHECKED == set()
    assert SILENT.keys() <= RULES.keys()


def test_a_right_report_with_its_predecessor_raises_nothing_and_leaves_nothing_unchecked() -> None:
    done = checked(PLAIN)
    assert [finding.message for finding in done.findings] == []
    assert [item.reason for item in done.unchecked] == []


@pytest.mark.parametrize(("rule", "case"), listed(FIRES))
def test_it_fires(rule: str, case: Case) -> None:
    findings = [finding for finding in checked(case).findings if finding.rule == rule]
    assert len(findings) >= 1
    severities = list(Severity)
    for finding in findings:
        assert severities.index(finding.severity) >= severities.index(RULES[rule].severity)
        if finding.kind in (FindingKind.NARRATIVE, FindingKind.TEXT):
            assert sources_of(finding, case.report)
        if finding.kind is FindingKind.NARRATIVE:
            assert finding.severity is not Severity.ERROR
            assert finding.where
            assert finding.cells


HINTS = RuleSet({id_: replace(rule, severity=Severity.HINT) for id_, rule in RULES.items()})


@pytest.mark.parametrize(("rule", "case"), listed(FIRES))
def test_a_severity_that_the_user_made_milder_stays_so(rule: str, case: Case) -> None:
    findings = check(case.report, HINTS, case.previous).findings
    assert {finding.severity for finding in findings if finding.rule == rule} == {Severity.HINT}


@pytest.mark.parametrize(("rule", "case"), listed(SILENT))
def test_it_stays_silent(rule: str, case: Case) -> None:
    done = checked(case)
    assert [finding.message for finding in done.findings if finding.rule == rule] == []


@pytest.mark.parametrize(("rule", "case"), listed(UNCHECKED))
def test_it_says_that_it_could_not_look(rule: str, case: Case) -> None:
    done = checked(case)
    assert [finding.message for finding in done.findings if finding.rule == rule] == []
    reasons = [item.reason for item in done.unchecked if item.rule == rule]
    assert len(reasons) >= 1
    assert all("未能核对" in reason or "没有读到" in reason for reason in reasons)


def test_a_noted_difference_to_last_year_is_milder() -> None:
    first, second = (checked(case).findings for case in FIRES["A01"])
    assert [f.severity for f in first if f.rule == "A01"] == [Severity.ERROR]
    assert [f.severity for f in second if f.rule == "A01"] == [Severity.WARNING]


def test_rules_without_last_year_are_quiet() -> None:
    unchecked = check(PLAIN.report).unchecked
    assert all(item.expected for item in unchecked)
    assert len({item.rule for item in unchecked}) == len(unchecked)


def test_the_printed_catalogue_names_every_rule_once_with_its_basis() -> None:
    lines = [line for line in catalogue_lines(load_rules()) if line.startswith("| ")]
    for rule in RULES.values():
        (line,) = [line for line in lines if line.startswith(f"| {rule.id} |")]
        assert rule.name in line
        assert rule.basis in line
        assert rule.says or rule.sums
