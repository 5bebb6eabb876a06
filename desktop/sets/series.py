"""What the rules that compare two years said of each report of a set."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.report.model import Source
from desktop.rules.finding import Finding, FindingKind, Severity
from desktop.sets.report_set import ReportSet
from desktop.sets.set_finding import SetFinding, SetFindingKind, UnitReport
from desktop.sets.set_report import SetReport

_Key = tuple[object, ...]


def series_findings(reports: ReportSet) -> Iterator[SetFinding]:
    """The findings of kind `series` in the reports of the year, each once for a unit.

    What only one of several reports of a unit says is a hint: it may not be the one that counts.
    """
    for unit in reports.roster.units:
        versions = reports.of(unit.name)
        said: dict[_Key, list[SetReport]] = {}
        for report in versions:
            for finding in report.findings:
                if finding.kind is FindingKind.SERIES:
                    said.setdefault(_key(finding), []).append(report)
        for report in versions:
            for finding in report.findings:
                if finding.kind is FindingKind.SERIES and said[_key(finding)][0] is report:
                    in_all = len(said[_key(finding)]) == len(versions)
                    yield _of_set(finding, report, unit.name, reports.year, in_all=in_all)


def _key(finding: Finding) -> _Key:
    return finding.rule, finding.cells, finding.left, finding.right


def _of_set(
    finding: Finding, report: SetReport, unit: str, year: int, *, in_all: bool
) -> SetFinding:
    return SetFinding(
        finding.rule,
        SetFindingKind.SERIES,
        finding.severity if in_all else Severity.HINT,
        unit,
        year,
        finding.message if in_all else f"{finding.message}（只在 {report.file.name} 中）",
        finding.cells,
        finding.left,
        finding.right,
        (UnitReport(unit, year - 1),),
        finding.where or _sources(finding, report),
    )


def _sources(finding: Finding, report: SetReport) -> tuple[Source, ...]:
    sources = (report.source(name) for name in finding.cells)
    return tuple(source for source in sources if source is not None)
