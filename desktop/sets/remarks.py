"""What a person should know of a set besides findings: what was not checked, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.sets.report_set import ReportSet

_MOST_NAMED: Final = 5
_FEW: Final = 5
"""of so many times more reports another year is likelier meant"""


def year_remarks(reports: ReportSet) -> Iterator[str]:
    """Whether the year looked at may not be the one meant."""
    counts = Counter(year for by_year in reports.reports.values() for year in by_year)
    if not reports.year:
        yield "没有读出任何报告的年度，无法核对缺报、汇总"
        return
    here = counts[reports.year]
    most, number = max(counts.items(), key=lambda item: item[1], default=(0, 0))
    if number >= _FEW * max(here, 1):
        yield (
            f"{reports.year} 年的报告只有 {here} 个单位的，{most} 年有 {number} 个单位的；"
            f"要看 {most} 年请指定年度"
        )


def correction_remarks(reports: ReportSet) -> Iterator[str]:
    """Whose saved corrections could not be taken up, or not all."""
    for by_year in reports.reports.values():
        for versions in by_year.values():
            yield from (f"{r.file.name}：{r.remark}" for r in versions if r.remark)


def unchecked_remarks(reports: ReportSet) -> Iterator[str]:
    """The rules that could not be checked in the reports of the year, each cause once."""
    causes: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for unit in reports.roster.units:
        by_reason: dict[str, list[str]] = {}
        for report in reports.of(unit.name):
            for rule, reason in report.unchecked:
                by_reason.setdefault(reason, []).append(rule)
        for reason, rules in by_reason.items():
            causes.setdefault((reason, tuple(dict.fromkeys(rules))), []).append(unit.name)
    for (reason, stopped), units in causes.items():
        yield f"{'、'.join(stopped)} {reason}（{named(units)}）"


def named(units: Sequence[str]) -> str:
    """Units by name, the first of many."""
    listed = "、".join(units[:_MOST_NAMED])
    return listed if len(units) <= _MOST_NAMED else f"{listed} 等 {len(units)} 个单位"


def parent_remarks(reports: ReportSet, cells: Sequence[str]) -> Iterator[str]:
    """Sums that could not be compared: nobody is above anybody, or a parent has no number."""
    roster = reports.roster
    if not any(unit.parent for unit in roster.units):
        yield "X01、X03、X07 名单没有上级单位，未能核对汇总"
        return
    for unit in roster.units:
        if not roster.children_of(unit.name):
            continue
        versions = reports.of(unit.name)
        lacking = [cell for cell in cells if not any(v.value(cell) is not None for v in versions)]
        if not versions:
            yield f"X01 没有 {unit.name} 的报告，未能核对它的汇总"
        elif lacking:
            yield f"X01 {unit.name} 有 {len(lacking)} 格没有数字，未能核对这些格的汇总"


def totals_lack(reports: ReportSet, cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The units whose figures are not in the totals, or not all: each with the reason."""
    for unit in reports.roster.leaves():
        versions = reports.of(unit.name)
        blank = sum(versions[0].value(cell) is None for cell in cells) if versions else 0
        if not versions:
            yield unit.name, "无法读取" if reports.unread_of(unit.name) else "没有报告"
        elif len(versions) > 1:
            yield unit.name, f"交了 {len(versions)} 份，只计入 {versions[0].file.name}"
        elif blank:
            yield unit.name, f"有 {blank} 格没有数字，按 0 计"
