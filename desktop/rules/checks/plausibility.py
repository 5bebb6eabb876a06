"""Figures that a form allows and that hardly ever happen: worth a look, never an error by sum."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from desktop.report.values import Number, format_number
from desktop.rules.checks.registry import Context, check
from desktop.rules.finding import Finding, FindingKind, Unchecked
from desktop.rules.labels import cell_words
from desktop.rules.messages import cells_in_words
from desktop.rules.office import Office
from desktop.rules.rule import Rule

_ASK: Final = "可在规则文件里写明（A04 的 with_power、without_power）"


def _power(context: Context, rule: Rule) -> bool | None:
    """Whether the office may fill these cells; None where its name does not tell."""
    if context.office is not Office.CITY:
        return False
    agency = context.report.agency or ""
    if "自治州" in agency or agency in rule.parameters.get("with_power", ()):
        return True
    return False if agency in rule.parameters.get("without_power", ()) else None


@check("all_zero")
def all_zero(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Cells (parameter `cells`) that an office of this kind cannot have.

    Of a city's name nobody can tell whether it may: `with_power` and `without_power` name cities
    of which the user knows; of others nothing is said but that figures were not checked.
    """
    names = [name for name in rule.parameters["cells"] if name in context.report.form.slots()]
    if not names:
        yield no_such_cells(rule)
        return
    unread = unread_of(context, names)
    power = _power(context, rule)
    filled = [name for name in names if context.report.value(name)]
    if power or (power is None and not filled):
        return
    if power is None:
        reason = f"看不出{context.report.agency}是不是设区的市，规章各项未能核对；{_ASK}"
        yield Unchecked(rule.id, reason, tuple(filled))
        return
    if unread:
        yield cells_unread(context, rule, unread)
    for name in names:
        value = context.report.value(name)
        if value:
            place = cell_words(context.report.form.slots()[name])
            message = f"{place}为 {format_number(value)}，{rule.parameters['message']}"
            yield Finding(rule.id, FindingKind.VALUE, rule.severity, message, (name,), value, 0)


@check("present_without")
def present_without(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Some of the cells `present` are filled though all of `absent` are 0.

    Parameter `both_years`: last year's `absent` must be 0 too.
    """
    present, absent = rule.parameters["present"], rule.parameters["absent"]
    if not context.report.form.slots().keys() >= {*present, *absent}:
        yield no_such_cells(rule)
        return
    unread = unread_of(context, [*present, *absent])
    if unread:
        yield cells_unread(context, rule, unread)
        return
    filled = [name for name in present if context.report.value(name)]
    if not filled or any(context.report.value(name) for name in absent):
        return
    if rule.parameters.get("both_years"):
        if context.last_year is None:
            yield Unchecked(rule.id, context.no_last_year, expected=context.previous is None)
            return
        if any(context.last_year.value(name) for name in absent):
            return
    shown = "、".join(
        f"{cell_words(context.report.form.slots()[name])}为 "
        f"{format_number(context.report.value(name) or 0)}"
        for name in filled
    )
    message = f"{shown}，而{rule.parameters['message']}"
    yield Finding(rule.id, FindingKind.VALUE, rule.severity, message, (*filled, *absent))


@check("share_above")
def share_above(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """The cell `part` is more than `percent` of the cell `whole`, where that is `least` or more."""
    part, whole = rule.parameters["part"], rule.parameters["whole"]
    if not context.report.form.slots().keys() >= {part, whole}:
        yield no_such_cells(rule)
        return
    unread = unread_of(context, [part, whole])
    if unread:
        yield cells_unread(context, rule, unread)
        return
    some, all_ = context.report.value(part) or 0, context.report.value(whole) or 0
    percent = rule.parameters["percent"]
    if all_ >= rule.parameters["least"] and some * 100 > all_ * percent:
        message = (
            f"结转下年度 {format_number(some)} 件，超过本年新收 {format_number(all_)} 件的"
            f" {percent}%，请核对是否有超期未办的申请"
        )
        yield Finding(rule.id, FindingKind.VALUE, rule.severity, message, (part, whole), some, all_)


@check("large_amount")
def large_amount(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """An amount (parameter `cell`) so large that 元 may stand for 万元.

    Parameters: `most` in 万元; `times` last year's amount, where that is given.
    """
    name = rule.parameters["cell"]
    if name not in context.report.form.slots():
        yield no_such_cells(rule)
        return
    value = context.report.value(name)
    if value is None:
        yield cells_unread(context, rule, [name])
        return
    before = context.last_year.value(name) if context.last_year else None
    if value >= rule.parameters["most"] or (before and value > before * rule.parameters["times"]):
        than = f"，上一年度为 {format_number(before)}" if before else ""
        message = (
            f"行政事业性收费金额为 {format_number(value)} 万元{than}，请核对是否把元填成了万元"
        )
        yield Finding(rule.id, FindingKind.VALUE, rule.severity, message, (name,), value, before)


def unread_of(context: Context, names: list[str]) -> list[str]:
    """The cells among these that the form has and that hold no number."""
    slots = context.report.form.slots()
    return [name for name in names if name in slots and context.report.value(name) is None]


def cells_unread(context: Context, rule: Rule, names: list[str]) -> Unchecked:
    """The rule needs these cells, and they hold no number."""
    listed = cells_in_words(names, context.report.form)
    return Unchecked(rule.id, f"{rule.name}未能核对：{listed}没有数字", tuple(names))


def no_such_cells(rule: Rule) -> Unchecked:
    """The rule names cells that this form does not have: as well as not checked."""
    return Unchecked(rule.id, f"规则“{rule.name}”所指的格在这份报告的格式中不存在，未能核对")


def ratio(now: Number, before: Number) -> Decimal:
    """How many times the figure of the year before."""
    return Decimal(now) / Decimal(before)
