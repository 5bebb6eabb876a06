"""Who has reported, how often and when; and renditions of one report that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.rules.finding import Severity
from desktop.rules.labels import cell_words
from desktop.rules.office import GOVERNMENTS, office_of
from desktop.rules.rule import Rule
from desktop.sets.report_set import ReportSet
from desktop.sets.set_check import SetContext, set_check
from desktop.sets.set_finding import SetFinding, SetFindingKind, UnitReport
from desktop.sets.set_report import SetReport
from desktop.sets.unit import Unit

_MOST_CELLS = 3


@set_check("missing")
def missing(context: SetContext, rule: Rule) -> Iterator[SetFinding]:
    """Units on the roster without a report of the year; one that handed in last year's instead.

    A hint where a file that could not be read, or a report whose office is asked, may be theirs.
    """
    reports = context.reports
    if not reports.has_roster or not reports.year:
        return
    years = (None, reports.year)
    nameless = sum(file.unit is None for file in reports.unread)
    nobodys = [q for q in reports.questions if not q.candidates and q.report.year in years]
    for unit in reports.roster.units:
        if reports.of(unit.name):
            continue
        earlier = dict.fromkeys(r.year for r in reports.all_of(unit.name) if r.year is not None)
        may_be = list(_may_be_there(reports, unit.name, nameless))
        if nobodys:
            may_be.append(f"另有 {len(nobodys)} 份报告不知是谁的，请先确认")
        message = f"没有 {reports.year} 年的报告"
        if earlier:
            message += f"，只有 {'、'.join(map(str, earlier))} 年的"
        yield _finding(
            rule,
            unit.name,
            reports.year,
            "；".join((message, *may_be)),
            Severity.HINT if may_be else rule.severity,
            others=tuple(UnitReport(unit.name, year) for year in earlier),
        )


def _may_be_there(reports: ReportSet, unit: str, nameless: int) -> Iterator[str]:
    """What may be a unit's report after all."""
    for file in reports.unread_of(unit):
        yield f"{file.file.name} 可能是它的，无法读取"
    for question in reports.asked_of(unit):
        yield f"{question.report.file.name} 可能是它的，请先确认"
    if nameless:
        yield f"另有 {nameless} 个文件无法读取，不知是谁的"


def duplicates(versions: Sequence[SetReport]) -> tuple[SetReport, ...]:
    """The reports of one unit and year that are of one format with another of them."""
    formats = [report.format for report in versions]
    return tuple(report for report in versions if formats.count(report.format) > 1)


@set_check("handed_in_twice")
def handed_in_twice(context: SetContext, rule: Rule) -> Iterator[SetFinding]:
    """Several reports of one unit, year and format; a hint where they say the same."""
    reports = context.reports
    for unit in reports.roster.units:
        twice = duplicates(reports.of(unit.name))
        if not twice:
            continue
        cells = differing_cells(twice)
        texts = {report.sentences for report in twice}
        same = not cells and len(texts) == 1
        what = "内容相同" if same else _difference(twice[0], cells)
        names = "、".join(report.file.name for report in twice)
        yield _finding(
            rule,
            unit.name,
            reports.year,
            f"交了 {len(twice)} 份：{names}；{what}",
            Severity.HINT if same else rule.severity,
            cells=cells,
        )


@set_check("renditions_differ")
def renditions_differ(context: SetContext, rule: Rule) -> Iterator[SetFinding]:
    """The same report as PDF, Word or web page, with other figures."""
    reports = context.reports
    for unit in reports.roster.units:
        versions = reports.of(unit.name)
        first = list({report.format: report for report in reversed(versions)}.values())
        cells = differing_cells(first) if len(first) > 1 else ()
        if cells:
            formats = "、".join(sorted(report.format for report in first))
            yield _finding(
                rule,
                unit.name,
                reports.year,
                f"不同格式（{formats}）的报告数字不同：{_difference(first[0], cells)}",
                cells=cells,
            )


def differing_cells(versions: Sequence[SetReport]) -> tuple[str, ...]:
    """The cells in which reports have other numbers."""
    names = dict.fromkeys(name for report in versions for name in report.form.slots())
    return tuple(name for name in names if len({report.value(name) for report in versions}) > 1)


def _difference(report: SetReport, cells: Sequence[str]) -> str:
    if not cells:
        return "文字不同"
    slots = report.form.slots()
    words = [cell_words(slots[name]) for name in cells[:_MOST_CELLS] if name in slots]
    more = f"等 {len(cells)} 格" if len(cells) > len(words) else ""
    return f"{'、'.join(words)}{more}数字不同"


@set_check("late")
def late(context: SetContext, rule: Rule) -> Iterator[SetFinding]:
    """The date below the report is past the roster's date or, without one, the law's.

    Parameters `department` and `government`: the last day, as `MM-DD`
    （政府信息公开条例第四十九条）.
    """
    reports = context.reports
    for unit in reports.roster.units:
        for report in reports.of(unit.name):
            deadline = _deadline(unit, report, rule)
            if report.signed is not None and deadline is not None and report.signed > deadline:
                message = f"落款日期 {_words(report.signed)}，晚于期限 {_words(deadline)}"
                yield _finding(rule, unit.name, reports.year, message)
                break


def _deadline(unit: Unit, report: SetReport, rule: Rule) -> date | None:
    if report.year is None:
        return None
    office, own = office_of(unit.name), unit.due(report.year)
    if own is not None or office is None:
        return own
    key = "government" if office in GOVERNMENTS else "department"
    month, day = map(int, rule.parameters[key].split("-"))
    return date(report.year + 1, month, day)


def _words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _finding(
    rule: Rule,
    unit: str,
    year: int,
    message: str,
    severity: Severity | None = None,
    cells: tuple[str, ...] = (),
    others: tuple[UnitReport, ...] = (),
) -> SetFinding:
    return SetFinding(
        rule.id,
        SetFindingKind.ROSTER,
        severity or rule.severity,
        unit,
        year,
        message,
        cells,
        others=others,
    )
