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
