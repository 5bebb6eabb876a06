"""What the rules that compare two years said of each report of a set."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.report.model import Source
from desktop.rules.finding import Finding, FindingKind
from desktop.sets.report_set import ReportSet
from desktop.sets.set_finding import SetFinding, SetFindingKind, UnitReport
from desktop.sets.set_report import SetReport


def series_findings(reports: ReportSet) -> Iterator[SetFinding]:
    """The findings of kind `series` in the reports of the year, each once for a unit."""
    for unit in reports.roster.units:
        said: set[tuple[object, ...]] = set()
        for report in reports.of(unit.name):
            for finding in report.findings:
                key = (finding.rule, finding.cells, finding.left, finding.right)
                if finding.kind is FindingKind.SERIES and key not in said:
                    said.add(key)
                    yield _of_set(finding, report, unit.name, reports.year)


def _of_set(finding: Finding, report: SetReport, unit: str, year: int) -> SetFinding:
    return SetFinding(
        finding.rule,
        SetFindingKind.SERIES,
        finding.severity,
        unit,
        year,
        finding.message,
        finding.cells,
        finding.left,
        finding.right,
        (UnitReport(unit, year - 1),),
        finding.where or _sources(finding, report),
    )


def _sources(finding: Finding, report: SetReport) -> tuple[Source, ...]:
    sources = (report.source(name) for name in finding.cells)
    return tuple(source for source in sources if source is not None)
