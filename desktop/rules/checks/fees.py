"""Amounts and cases of the information-processing fee in section 六."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.report.values import Number, format_number
from desktop.rules.checks.registry import Context, check
from desktop.rules.checks.section_text import without_section
from desktop.rules.finding import Finding, FindingKind, Unchecked
from desktop.rules.narrative.figures import CASES, Figure, Rough, figures_in
from desktop.rules.narrative.guards import speaks_of_this
from desktop.rules.narrative.passages import Passage
from desktop.rules.rule import Rule

_MONEY: Final = {"元": 1, "万元": 10_000}


@check("fee_tariff")
def fee_tariff(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """An amount that no tariff gives: not a multiple of `unit` 元."""
    if context.report.section(6) is None:
        yield without_section(rule, "其他需要报告的事项")
        return
    unit = rule.parameters["unit"]
    for passage in _of_fees(context):
        for figure in figures_in(passage):
            amount = _amount(figure)
            if figure.rough is Rough.EXACT and amount is not None and amount % unit:
                message = f"信息处理费 {format_number(amount)} 元不是 {unit} 元的倍数，请核对"
                yield _finding(rule, message, passage)


@check("fee_count_and_amount")
def fee_count_and_amount(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """No case and an amount, or cases and no amount."""
    if context.report.section(6) is None:
        yield without_section(rule, "其他需要报告的事项")
        return
    for passage in _of_fees(context):
        figures = [
            figure
            for figure in figures_in(passage)
            if speaks_of_this(passage, figure, context.report.year, context.report.agency)
        ]
        counts = [figure.value for figure in figures if figure.unit in CASES - {""}]
        amounts = [amount for figure in figures if (amount := _amount(figure)) is not None]
        if not counts or not amounts:
            continue
        count, amount = counts[0], amounts[0]
        if (count == 0) != (amount == 0) and "免" not in passage.plain:
            message = (
                f"信息处理费件数为 {format_number(count)}，"
                f"而金额为 {format_number(amount)} 元，请核对"
            )
            yield _finding(rule, message, passage)


def _of_fees(context: Context) -> Iterator[Passage]:
    """Sentences of section 六 that tell of the fee; its regulation's title alone does not count."""
    for passage in context.passages or ():
        if passage.section == 6 and "费" in passage.plain:
            yield passage


def _amount(figure: Figure) -> Number | None:
    worth = _MONEY.get(figure.unit)
    return None if worth is None else figure.value * worth


def _finding(rule: Rule, message: str, passage: Passage) -> Finding:
    return Finding(
        rule.id, FindingKind.TEXT, rule.severity, message, where=passage.sentence.sources
    )
