"""A checked set as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.rules.finding import Severity
from desktop.sets.check_set import SetChecked
from desktop.sets.set_finding import SetFinding, SetFindingKind
from desktop.sets.states import UnitState

_HEADINGS: Final = {
    SetFindingKind.ROSTER: "报送",
    SetFindingKind.SUM: "汇总",
    SetFindingKind.SERIES: "与上一年度",
    SetFindingKind.ALIKE: "雷同",
}


def overview_lines(checked: SetChecked) -> Iterator[str]:
    """The whole set: who has reported, then the findings by kind, the worst first.

    Hints are counted alone: a set has hundreds, which JSON and the workbook hold.
    """
    yield from _files(checked)
    for kind, heading in _HEADINGS.items():
        found = [finding for finding in checked.findings if finding.kind is kind]
        if found:
            yield ""
            yield f"{heading}：{_counted(found)}"
            for finding in found:
                if finding.severity is not Severity.HINT:
                    yield from _finding(finding)
    if any(finding.severity is Severity.HINT for finding in checked.findings):
        yield ""
        yield "提示不逐条列出，见 --output 总览.xlsx 或 --format json。"
    for line in checked.unchecked:
        yield f"? {line}"


def _files(checked: SetChecked) -> Iterator[str]:
    """The count, and every file that is not simply somebody's report."""
    reports = checked.reports
    for problem in reports.roster.problems:
        yield f"⚠ 单位名单 {problem}"
    yield _summary(checked)
    for report in reports.unlisted:
        yield f"? 不是名单上的单位：{report.agency} {report.year}（{report.file}）"
    for question in reports.questions:
        could_be = f"，可能是 {'、'.join(question.candidates)}" if question.candidates else ""
        name = question.report.agency or "单位不明"
        yield f"? 请确认：{name}（{question.report.file}）{question.reason}{could_be}"
    for file in reports.unread:
        owner = f"（可能是 {file.unit}）" if file.unit else ""
        yield f"✖ {file.file}{owner}：{file.reason}"


def _summary(checked: SetChecked) -> str:
    reports, states = checked.reports, Counter(checked.states.values())
    units = len(reports.roster.units)
    year = f"{reports.year} 年" if reports.year else "年度不明"
    if not reports.has_roster:
        head = f"{year}：没有单位名单，按收到的报告列出 {units} 个单位"
    else:
        head = (
            f"{reports.year} 年：应交 {units} 个单位，已交 {units - states[UnitState.MISSING]} 个"
        )
    parts = [f"{state.word} {states[state]}" for state in UnitState if states[state]]
    if reports.unlisted:
        parts.append(f"名单外 {len(reports.unlisted)} 份")
    if reports.questions:
        parts.append(f"待确认 {len(reports.questions)} 份")
    return "，".join([head, *parts])


def _counted(findings: Sequence[SetFinding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return "，".join(f"{each.word} {counts[each]}" for each in Severity if counts[each])


def _finding(finding: SetFinding) -> Iterator[str]:
    yield f"    {finding.severity.sign} {finding.rule} {finding.unit}：{finding.message}"
    for cause in finding.causes:
        yield f"        可能：{cause.message}"
