"""The lists of the overview workbook, as rows of plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from desktop.exports.rows import Value
from desktop.rules.finding import FindingKind, Severity
from desktop.rules.labels import cell_words
from desktop.sets.check_set import SetChecked
from desktop.sets.set_finding import SetFinding, SetFindingKind
from desktop.sets.set_report import SetReport
from desktop.sets.states import UnitState

UNIT_HEAD = (
    "序号", "单位", "上级单位", "状态", "错误", "警告", "提示", "落款日期", "本年新收",
    "办理总计", "本年报告", "上年报告",
)  # fmt: skip
FINDING_HEAD = (
    "序号", "程度", "规则", "单位", "年度", "说明", "单元格", "左值", "右值", "对照", "可能的原因"
)  # fmt: skip
SUBMISSION_HEAD = ("序号", "情况", "单位", "说明", "文件")
ALIKE_HEAD = ("序号", "程度", "单位", "对照", "说明", "相同的文字")
_NEW, _TOTAL = "applications.new.total", "applications.total.total"


def unit_rows(checked: SetChecked) -> Iterator[tuple[Value, ...]]:
    """One row for each unit: how it stands, its files, its two main figures."""
    reports = checked.reports
    of_set: dict[str, Counter[Severity]] = {}
    for finding in checked.findings:
        of_set.setdefault(finding.unit, Counter())[finding.severity] += 1
    for number, unit in enumerate(reports.roster.units, 1):
        versions = reports.of(unit.name)
        # What compares two years is among the findings on the set.
        own = dict.fromkeys(f for report in versions for f in report.findings)
        counts = Counter(f.severity for f in own if f.kind is not FindingKind.SERIES)
        counts += of_set.get(unit.name, Counter())
        first = versions[0] if versions else None
        yield (
            number,
            unit.name,
            (unit.parent or "") + ("（按名称推测）" if unit.parent_is_guess else ""),
            checked.states[unit.name].word,
            *(counts[severity] for severity in Severity),
            "" if first is None or first.signed is None else first.signed.isoformat(),
            None if first is None else first.value(_NEW),
            None if first is None else first.value(_TOTAL),
            _files(versions),
            _files(reports.of(unit.name, reports.year - 1)),
        )


def _files(reports: tuple[SetReport, ...]) -> str:
    return "、".join(report.file.name for report in reports)


def finding_rows(checked: SetChecked) -> Iterator[tuple[Value, ...]]:
    """One row for each finding: those on the set, then those on each report by itself."""
    number = 0
    for finding in checked.findings:
        number += 1
        yield (
            number,
            finding.severity.word,
            finding.rule,
            finding.unit,
            finding.year,
            finding.message,
            _cells(checked, finding),
            finding.left,
            finding.right,
            _beside(finding),
            "；".join(cause.message for cause in finding.causes),
        )
    for line in checked.unchecked:
        number += 1
        yield (number, "未能核对", "", "", checked.reports.year, line, "", None, None, "", "")
    for row in _own_findings(checked):
        number += 1
        yield (number, *row)


def _beside(finding: SetFinding) -> str:
    if finding.kind is SetFindingKind.SUM and len(finding.others) > 1:
        return f"所属 {len(finding.others)} 个单位"
    return "、".join(dict.fromkeys(f"{other.unit} {other.year}" for other in finding.others))


def _own_findings(checked: SetChecked) -> Iterator[tuple[Value, ...]]:
    reports = checked.reports
    said = {(f.unit, f.rule, f.cells) for f in checked.findings}
    for unit in reports.roster.units:
        for report in reports.of(unit.name):
            slots = report.form.slots()
            for finding in report.findings:
                if (unit.name, finding.rule, finding.cells) in said:
                    continue
                words = "、".join(cell_words(slots[n]) for n in finding.cells[:3] if n in slots)
                yield (
                    finding.severity.word,
                    finding.rule,
                    unit.name,
                    report.year,
                    finding.message,
                    words,
                    finding.left,
                    finding.right,
                    report.file.name,
                    "",
                )


def _cells(checked: SetChecked, finding: SetFinding) -> str:
    versions = checked.reports.of(finding.unit)
    slots = versions[0].form.slots() if versions else {}
    return "、".join(cell_words(slots[name]) for name in finding.cells[:3] if name in slots)


def submission_rows(checked: SetChecked) -> Iterator[tuple[Value, ...]]:
    """Who is missing, handed in twice or late; files of nobody's, not certain, not readable."""
    reports = checked.reports
    rows: list[tuple[str, str, str, str]] = [
        (_SITUATIONS.get(f.rule, ""), f.unit, f.message, _files(reports.of(f.unit)))
        for f in checked.findings
        if f.kind is SetFindingKind.ROSTER
    ]
    rows += [("名单外", r.agency, f"{r.year} 年的报告", str(r.file)) for r in reports.unlisted]
    rows += [
        (
            "待确认",
            question.report.agency,
            question.reason + "".join(f"；可能是 {name}" for name in question.candidates),
            str(question.report.file),
        )
        for question in reports.questions
    ]
    rows += [
        (UnitState.UNREADABLE.word, file.unit or "", file.reason, str(file.file))
        for file in reports.unread
    ]
    for number, row in enumerate(rows, 1):
        yield (number, *row)


_SITUATIONS = {"X05": "未交", "X02": "重复", "X06": "逾期", "X08": "两种格式不同"}


def alike_rows(checked: SetChecked) -> Iterator[tuple[Value, ...]]:
    """One row for each pair of texts or tables that were copied, with the common passages."""
    found = [f for f in checked.findings if f.kind is SetFindingKind.ALIKE]
    for number, finding in enumerate(found, 1):
        yield (
            number,
            finding.severity.word,
            f"{finding.unit} {finding.year}",
            "、".join(f"{other.unit} {other.year}" for other in finding.others),
            finding.message,
            "\n".join(finding.passages),
        )
