"""Reports that were copied, from another office or from the office's own last one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.report.model import Source
from desktop.rules.finding import Severity
from desktop.rules.labels import table_word
from desktop.rules.rule import Rule
from desktop.sets.names import region_of
from desktop.sets.report_set import ReportSet
from desktop.sets.same_tables import SameTable, same_tables
from desktop.sets.set_check import SetContext, set_check
from desktop.sets.set_finding import SetFinding, SetFindingKind, UnitReport
from desktop.sets.set_report import SetReport
from desktop.sets.similarity import Alike, ReportText, find_alike
from desktop.sets.unit import Unit

_MOST_SHOWN = 40
"""letters of a passage that a message quotes"""


@set_check("alike")
def alike(context: SetContext, rule: Rule) -> Iterator[SetFinding]:
    """Texts of two offices, or of an office's two years, and tables of two offices.

    Parameters `cells` and `information`: how much a table must say, see `same_tables`.
    """
    reports = context.reports
    compared = list(_compared(reports))
    texts = [_text_of(unit, report) for unit, report in compared]
    for pair in find_alike(texts):
        if reports.year not in (texts[pair.left].year, texts[pair.right].year):
            continue
        yield _of_texts(pair, compared, rule, reports.year)
    current = [item for item in compared if item[1].year == reports.year]
    least, information = rule.parameters["cells"], rule.parameters["information"]
    for same in same_tables([report for _, report in current], least, information):
        yield from _of_tables(same, [current[position] for position in same.reports], rule, reports)


def _of_tables(
    same: SameTable,
    owners: Sequence[tuple[Unit, SetReport]],
    rule: Rule,
    reports: ReportSet,
) -> Iterator[SetFinding]:
    """A finding at each but the first; a county's table is that of its only office with cases."""
    word, year = table_word(same.table.table), reports.year
    for number, (unit, report) in enumerate(owners[1:], 1):
        others = [
            (other, its)
            for other, its in owners[:number]
            if not (_is_above(reports, other, unit) or _is_above(reports, unit, other))
        ]
        if not others:
            continue
        sure = all(_is_sure(its, same.cells) for its in (report, *(its for _, its in others)))
        units = [other for other, _ in others]
        yield SetFinding(
            rule.id,
            SetFindingKind.ALIKE,
            rule.severity if sure else Severity.HINT,
            unit.name,
            year,
            f"{word}与{_named(units)}完全相同（{len(same.cells)} 格不为 0 的数字一字不差）",
            same.cells,
            others=tuple(UnitReport(other.name, year) for other in units),
            where=tuple(filter(None, map(report.source, same.cells[:1]))),
        )


def _is_above(reports: ReportSet, upper: Unit, lower: Unit) -> bool:
    seen: set[str] = set()
    at: Unit | None = lower
    while at is not None and at.parent is not None and at.name not in seen:
        seen.add(at.name)
        if at.parent == upper.name:
            return True
        at = reports.roster.unit(at.parent)
    return False


def _compared(reports: ReportSet) -> Iterator[tuple[Unit, SetReport]]:
    """The reports of the year and of the one before; the first where a unit has several."""
    for unit in reports.roster.units:
        for year in (reports.year - 1, reports.year):
            yield from ((unit, report) for report in reports.of(unit.name, year)[:1])


def _text_of(unit: Unit, report: SetReport) -> ReportText:
    region = region_of(unit.name)
    names = dict.fromkeys(
        (unit.name, *unit.aliases, report.agency, unit.name.removeprefix(region), region)
    )
    return ReportText(
        unit.name, report.year or 0, report.sentences, tuple(name for name in names if name)
    )


def _of_texts(
    pair: Alike, compared: Sequence[tuple[Unit, SetReport]], rule: Rule, year: int
) -> SetFinding:
    """The finding stands at the later of the two reports, or at the second of one year."""
    (first, _), (second, report) = compared[pair.left], compared[pair.right]
    other = UnitReport(first.name, compared[pair.left][1].year or 0)
    whose = "本单位上一年度的报告" if first is second else first.name
    quoted = pair.passages[0].text[:_MOST_SHOWN] if pair.passages else ""
    percent = round(pair.share * 100)
    message = f"正文与{whose}雷同：{percent}% 的文字相同，如“{quoted}”"
    if len(pair.cluster) > 2:
        message += f"（雷同的共 {len(pair.cluster)} 个单位）"
    return SetFinding(
        rule.id,
        SetFindingKind.ALIKE,
        rule.severity,
        second.name,
        year,
        message,
        others=(other,),
        where=_sources(pair, report),
        passages=tuple(passage.text for passage in pair.passages),
    )


def _sources(pair: Alike, report: SetReport) -> tuple[Source, ...]:
    """Where the sentences stand in which common passages begin."""
    indices = dict.fromkeys(passage.right[0].sentence for passage in pair.passages)
    sources = (report.sentence_source(index) for index in indices)
    return tuple(source for source in sources if source is not None)


def _is_sure(report: SetReport, cells: Sequence[str]) -> bool:
    return all(report.is_sure(name) for name in cells)


def _named(units: Sequence[Unit]) -> str:
    names = "、".join(unit.name for unit in units[:3])
    return names if len(units) <= 3 else f"{names} 等 {len(units)} 个单位"
