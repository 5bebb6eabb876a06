"""An office's own report beside the sum of those below it, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from desktop.report.form import Form, Slot, slot_of
from desktop.report.values import Number, format_number
from desktop.rules.finding import Severity
from desktop.rules.labels import cell_words
from desktop.rules.rule import Rule
from desktop.sets.addends import addends_of, distinct_values, possible_sums
from desktop.sets.frame import larger_than_above, sums_by_parent
from desktop.sets.report_set import ReportSet
from desktop.sets.set_check import SetContext, set_check
from desktop.sets.set_finding import Addend, SetFinding, SetFindingKind, UnitReport
from desktop.sets.set_report import SetReport, parts_of
from desktop.sets.sum_causes import causes_of
from desktop.sets.sum_doubts import doubts_about, is_government

_MOST_NAMED = 5


def adding_cells(slots: Mapping[str, Slot], rows: Sequence[str]) -> tuple[str, ...]:
    """The cells that add up over offices: those in rows that a rule names, such as `disputes.*`."""
    return tuple(
        name
        for name in slots
        if any(fnmatchcase(name, row) or name.startswith(f"{row}.") for row in rows)
    )


def in_common(names: Sequence[str], others: Iterable[Form]) -> tuple[str, ...]:
    """The cells as every form has them: 其他处理 as one where a form has one row for it."""
    coarser = [form for form in others if "applications.other.total" in form.slots()]
    if not coarser:
        return tuple(names)
    whole = {part: name for name in coarser[0].slots() for part in parts_of(name)}
    return tuple(dict.fromkeys(whole.get(name, name) for name in names))


def _forms_below(reports: ReportSet, parent: str) -> list[Form]:
    units = reports.roster.children_of(parent)
    return [report.form for unit in units for report in reports.of(unit.name)]


@set_check("sums_of_units")
def sums_of_units(context: SetContext, rule: Rule) -> Iterator[SetFinding]:
    """Each adding cell of a parent is the sum of its subordinates'.

    Parameter `rows`: the rows that add up. A difference is an error only where every subordinate
    reported and was read whole and without doubt; else it is a hint that names who is missing.
    Where a unit handed in several reports, any of them may make the sum right.
    """
    reports = context.reports
    parents = {unit.name: unit.parent for unit in reports.roster.units if unit.parent}
    if not parents or context.frame.empty:
        return
    sums = sums_by_parent(context.frame, parents, reports.year)
    for parent, of_cells in sums.items():
        versions = reports.of(parent)
        if versions:
            names = adding_cells(versions[0].form.slots(), rule.parameters["rows"])
            names = in_common(names, _forms_below(reports, parent))
            added = {name: of_cells[name] for name in names if name in of_cells}
            yield from _of_parent(context, rule, versions, parent, added)


def _of_parent(
    context: SetContext,
    rule: Rule,
    versions: Sequence[SetReport],
    parent: str,
    added: Mapping[str, Number],
) -> Iterator[SetFinding]:
    reports, units = context.reports, context.reports.roster.children_of(parent)
    below = [unit.name for unit in units]
    unequal: dict[str, tuple[Number, Number]] = {}
    for cell, right in added.items():
        own = distinct_values(versions, cell)
        if own and right not in own and not possible_sums(reports, below, cell) & set(own):
            unequal[cell] = own[0], right
    if not unequal:
        return
    addends = {cell: addends_of(reports, below, cell) for cell in unequal}
    causes = causes_of({c: left - right for c, (left, right) in unequal.items()}, addends)
    doubts = doubts_about(reports, parent)
    for cell, (left, right) in unequal.items():
        sure = all(report.is_whole and report.is_sure(cell) for report in versions)
        more = left > right and not is_government(parent)
        unsure = (
            *(() if sure else ("本单位先核对读取",)),
            *doubts,
            *(("上级单位不是政府，可能另有自己的件数",) if more else ()),
        )
        certain = not unsure and not any(addend.remark for addend in addends[cell])
        source = versions[0].source(cell)
        yield SetFinding(
            rule.id,
            SetFindingKind.SUM,
            rule.severity if certain else Severity.HINT,
            parent,
            reports.year,
            _message(cell, (left, right), len(below), addends[cell], unsure),
            (cell,),
            left,
            right,
            tuple(UnitReport(unit, reports.year) for unit in below),
            () if source is None else (source,),
            tuple(addends[cell]),
            tuple(causes[cell]),
        )


def _message(
    cell: str,
    sides: tuple[Number, Number],
    units: int,
    addends: Sequence[Addend],
    unsure: Sequence[str],
) -> str:
    left, right = sides
    counted = units - sum(addend.value is None for addend in addends)
    gap = format_number(max(left - right, right - left))
    text = (
        f"{cell_words(slot_of(cell))}为 {format_number(left)}，"
        f"所属 {counted} 个单位之和为 {format_number(right)}（差 {gap}）"
    )
    return "".join(
        (text, *(f"（{line}）" for line in unsure), *(f"；{line}" for line in _uncertain(addends)))
    )


def _uncertain(addends: Sequence[Addend]) -> Iterator[str]:
    """Whose figures are not in the sum, or not certain, by what is the matter."""
    by_remark: dict[str, list[str]] = {}
    for addend in addends:
        if addend.remark:
            by_remark.setdefault(addend.remark, []).append(addend.unit)
    for remark, units in by_remark.items():
        more = f"等 {len(units)} 个单位" if len(units) > _MOST_NAMED else ""
        yield f"{remark}：{'、'.join(units[:_MOST_NAMED])}{more}"


@set_check("larger_than_parent")
def larger_than_parent(context: SetContext, rule: Rule) -> Iterator[SetFinding]:
    """No adding cell of an office (parameter `rows`) is larger than the same one of its parent."""
    reports, frame = context.reports, context.frame
    parents = {unit.name: unit.parent for unit in reports.roster.units if unit.parent}
    guessed = {unit.name for unit in reports.roster.units if unit.parent_is_guess}
    for unit, cell in larger_than_above(frame, parents, reports.year):
        own, above = reports.of(unit), reports.of(parents[unit])
        values, limits = distinct_values(own, cell), distinct_values(above, cell)
        slots = own[0].form.slots()
        adds = adding_cells({cell: slots[cell]} if cell in slots else {}, rule.parameters["rows"])
        if adds and values and limits and min(values) > max(limits):
            both = (*own, *above)
            sure = all(report.is_whole and report.is_sure(cell) for report in both)
            sure = sure and reports.roster.parents_are_sure
            source = own[0].source(cell)
            yield SetFinding(
                rule.id,
                SetFindingKind.SUM,
                rule.severity if sure and unit not in guessed else Severity.HINT,
                unit,
                reports.year,
                f"{cell_words(slots[cell])}为 {format_number(values[0])}，"
                f"大于上级 {parents[unit]} 的 {format_number(limits[0])}",
                (cell,),
                values[0],
                limits[0],
                (UnitReport(parents[unit], reports.year),),
                () if source is None else (source,),
            )
