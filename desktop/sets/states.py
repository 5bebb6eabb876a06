"""How each unit of a set stands, and what all of them come to."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from desktop.rules.finding import FindingKind, Severity
from desktop.sets.report_set import ReportSet
from desktop.sets.set_finding import SetFinding


class UnitState(StrEnum):
    """The worst that holds for a unit's report of the year: the first of these that applies."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    PARTIAL = "partial"
    ERROR = "error"
    WARNING = "warning"
    CLEAN = "clean"

    @property
    def word(self) -> str:
        """As officials call it: `未交`."""
        return {
            "missing": "未交",
            "unreadable": "无法读取",
            "partial": "没有读全",
            "error": "有错误",
            "warning": "有警告",
            "clean": "无问题",
        }[self.value]


def unit_states(reports: ReportSet, findings: Iterable[SetFinding]) -> dict[str, UnitState]:
    """The state of every unit; what the set says of a report counts as what it says itself."""
    said: dict[str, set[Severity]] = {}
    for finding in findings:
        if finding.year == reports.year:
            said.setdefault(finding.unit, set()).add(finding.severity)
    return {
        unit.name: _state(reports, unit.name, said.get(unit.name, set()))
        for unit in reports.roster.units
    }


def _state(reports: ReportSet, unit: str, said: set[Severity]) -> UnitState:
    versions = reports.of(unit)
    if not versions:
        return UnitState.UNREADABLE if reports.unread_of(unit) else UnitState.MISSING
    if not all(report.is_whole for report in versions):
        return UnitState.PARTIAL
    # What compares two years is among the findings on the set.
    severities = said | {
        finding.severity
        for report in versions
        for finding in report.findings
        if finding.kind is not FindingKind.SERIES
    }
    if Severity.ERROR in severities:
        return UnitState.ERROR
    return UnitState.WARNING if Severity.WARNING in severities else UnitState.CLEAN
