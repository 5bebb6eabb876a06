"""This year's tables beside last year's: jumps, gaps and copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Final

from desktop.report.model import Report
from desktop.report.values import format_number
from desktop.rules.checks.plausibility import cells_unread, no_such_cells, ratio, unread_of
from desktop.rules.checks.registry import Check, Context, check
from desktop.rules.finding import Finding, FindingKind, Unchecked
from desktop.rules.labels import cell_words, table_word
from desktop.rules.rule import Rule

_PATHS: Final = {
    "review": "行政复议",
    "direct": "未经复议直接起诉",
    "after_review": "复议后起诉",
}

_Pair = Callable[[Context, Report, Rule], Iterator[Finding | Unchecked]]


def _of_two_years(function: _Pair) -> Check:
    """A check that says 未能核对 where there is no fitting report of last year."""

    @wraps(function)
    def checked(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
        if context.last_year is None:
            yield Unchecked(rule.id, context.no_last_year, expected=context.previous is None)
        else:
            yield from function(context, context.last_year, rule)

    return checked


@check("jumps")
@_of_two_years
def jumps(context: Context, last: Report, rule: Rule) -> Iterator[Finding | Unchecked]:
    """A cell more than `times` last year's or less than its part, both at least `least`."""
    names = [name for name in rule.parameters["cells"] if name in context.report.form.slots()]
    if not names:
        yield no_such_cells(rule)
    unread = unread_of(context, names)
    if unread:
        yield cells_unread(context, rule, unread)
    times, least = rule.parameters["times"], rule.parameters["least"]
    for name in names:
        now, before = context.report.value(name), last.value(name)
        if now is None or before is None or min(now, before) < least:
            continue
        if ratio(max(now, before), min(now, before)) > times:
            place = cell_words(context.report.form.slots()[name])
            message = (
                f"{place}为 {format_number(now)}，上一年度为 {format_number(before)}，"
                f"相差 {times} 倍以上，请核对"
            )
            yield Finding(rule.id, FindingKind.SERIES, rule.severity, message, (name,), now, before)


@check("appears_or_vanishes")
@_of_two_years
def appears_or_vanishes(
    context: Context, last: Report, rule: Rule
) -> Iterator[Finding | Unchecked]:
    """A cell (parameter `cells`) that is 0 in one of the two years alone."""
    names = [name for name in rule.parameters["cells"] if name in context.report.form.slots()]
    if not names:
        yield no_such_cells(rule)
    unread = unread_of(context, names)
    if unread:
        yield cells_unread(context, rule, unread)
    for name in names:
        now, before = context.report.value(name), last.value(name)
        if now is None or before is None or (now == 0) == (before == 0):
            continue
        place = cell_words(context.report.form.slots()[name])
        message = (
            f"{place}为 {format_number(now)}，上一年度为 {format_number(before)}，请核对是否漏填"
        )
        yield Finding(rule.id, FindingKind.SERIES, rule.severity, message, (name,), now, before)


@check("same_as_last_year")
@_of_two_years
def same_as_last_year(context: Context, last: Report, rule: Rule) -> Iterator[Finding | Unchecked]:
    """A table that is last year's in every cell, with `least` cells or more that are not 0."""
    report = context.report
    compared = False
    for table in report.form.tables:
        names = [slot.name for slot in table.slots() if slot.name in last.form.slots()]
        if len(names) < len(table.slots()) or any(last.value(name) is None for name in names):
            continue
        compared = True
        filled = [name for name in names if report.value(name)]
        if len(filled) >= rule.parameters["least"] and all(
            report.value(name) == last.value(name) for name in names
        ):
            word = table_word(table.table)
            message = f"{word}与上一年度完全相同（{len(filled)} 格不为 0 的数字一字不差），请核对"
            yield Finding(rule.id, FindingKind.SERIES, rule.severity, message, tuple(filled))
    if not compared:
        yield Unchecked(rule.id, f"{rule.name}未能核对：上一年度的报告没有格式相同的表")


@check("pending_cases")
@_of_two_years
def pending_cases(context: Context, last: Report, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Cases pending last year of which this year's 表四 has none; 复议后起诉 without 复议."""
    totals = [f"disputes.{path}.total" for path in _PATHS]
    unread = unread_of(context, totals)
    if unread:
        yield cells_unread(context, rule, unread)
        return
    for path, word in _PATHS.items():
        pending = last.value(f"disputes.{path}.pending") or 0
        total = f"disputes.{path}.total"
        if pending and not context.report.value(total):
            message = (
                f"上一年度{word}尚未审结 {format_number(pending)} 件，本年度{word}为 0，请核对"
            )
            yield Finding(rule.id, FindingKind.SERIES, rule.severity, message, (total,), 0, pending)
    after, review = "disputes.after_review.total", "disputes.review.total"
    count = context.report.value(after)
    if count and not context.report.value(review) and not last.value(review):
        message = f"复议后起诉 {format_number(count)} 件，而本年度和上一年度行政复议均为 0，请核对"
        yield Finding(
            rule.id, FindingKind.SERIES, rule.severity, message, (after, review), count, 0
        )
