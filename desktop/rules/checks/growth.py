"""Percentages of the text computed again from the figures they are said to come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Final

from desktop.report.values import Number, format_number
from desktop.rules.checks.registry import Context, check
from desktop.rules.checks.section_text import without_text
from desktop.rules.finding import Finding, FindingKind, Unchecked
from desktop.rules.narrative.figures import Figure, Rough, figures_in
from desktop.rules.narrative.passages import Passage
from desktop.rules.narrative.statements import TextVerdict
from desktop.rules.rule import Rule

_CHANGE: Final = re.compile(r"增长|增加|上升|下降|减少|降低|同比|增幅|降幅|降")
_SHARE: Final = re.compile(r"占|比重|比例")
_LAST: Final = re.compile(r"上年|去年|上一年|同期")
_MARK: Final = re.compile(r"其中|包括|：")
_WHOLES: Final = (
    ("applications.new.total",),
    ("applications.total.total",),
    ("applications.new.total", "applications.carried_in.total"),
)


@check("percentages")
def percentages(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """A growth or a share that does not follow from the figures beside it."""
    if context.passages is None:
        yield without_text(rule)
        return
    unknown = False
    for passage in context.passages:
        figures = figures_in(passage)
        for index, figure in enumerate(figures):
            if figure.unit != "%" or figure.rough is not Rough.EXACT or index == 0:
                continue
            right = _candidates(context, passage, figures[: index + 1])
            if right is None:
                unknown = True
            elif right and not any(_is_rounded(figure, value) for value in right):
                yield _finding(rule, passage, figure, right)
    if unknown:
        yield Unchecked(rule.id, context.no_last_year, expected=context.previous is None)


def _candidates(
    context: Context, passage: Passage, figures: Sequence[Figure]
) -> list[Decimal] | None:
    """What a percentage may come to; none where it is not told of what, None without last year."""
    *others, percent = figures
    if _CHANGE.search(percent.clause):
        return _growths(context, passage, others)
    if _SHARE.search(percent.clause):
        return _shares(context, passage, others)
    return []


def _growths(context: Context, passage: Passage, others: Sequence[Figure]) -> list[Decimal] | None:
    current = others[0]
    said = [
        figure
        for figure in others
        if figure.unit == current.unit
        and (_LAST.search(figure.clause) or f"{(context.report.year or 0) - 1}年" in figure.clause)
        and not _CHANGE.search(figure.clause + figure.tail)
    ]
    same = [figure for figure in others if figure.unit == current.unit and figure not in said]
    if said and same:
        return _changes(same[0].value, [said[0].value])
    verdict = _verdict(context, passage, others[-1])
    if verdict is None:
        return []
    if context.last_year is None:
        return None
    before = [reading.value(context.last_year) for reading in verdict.statement.readings]
    return _changes(others[-1].value, [value for value in before if value])


def _changes(now: Number, before: Sequence[Number]) -> list[Decimal]:
    return [abs(Decimal(now) - Decimal(value)) * 100 / Decimal(value) for value in before if value]


def _shares(context: Context, passage: Passage, others: Sequence[Figure]) -> list[Decimal]:
    part = others[-1]
    # Only what the parts are said to be of: 共50条，其中政策类20条，占40%.
    marks = [match.start() for match in _MARK.finditer(passage.plain, 0, part.start)]
    wholes: list[Number] = [
        figure.value
        for figure in others[:-1]
        if figure.unit == part.unit and marks and figure.end <= marks[-1]
    ]
    if _verdict(context, passage, part) is not None:
        sums = ([context.report.value(name) for name in names] for names in _WHOLES)
        wholes.extend(sum(filter(None, values)) for values in sums)
    return [Decimal(part.value) * 100 / Decimal(whole) for whole in wholes if whole]


def _verdict(context: Context, passage: Passage, figure: Figure) -> TextVerdict | None:
    return next(
        (
            verdict
            for verdict in context.verdicts
            if verdict.statement.passage is passage and verdict.statement.figure == figure
        ),
        None,
    )


def _is_rounded(figure: Figure, value: Decimal) -> bool:
    """Whether the printed digits are those of the value, rounded or cut off."""
    said = Decimal(figure.value)
    place = Decimal(1).scaleb(int(said.as_tuple().exponent))
    return said in (value.quantize(place, ROUND_HALF_UP), value.quantize(place, ROUND_DOWN))


def _finding(rule: Rule, passage: Passage, figure: Figure, right: Sequence[Decimal]) -> Finding:
    computed = "、".join(f"{value:.2f}%" for value in dict.fromkeys(right))
    return Finding(
        rule.id,
        FindingKind.TEXT,
        rule.severity,
        f"“{format_number(figure.value)}%”按所写数字复算为 {computed}，请核对",
        left=figure.value,
        right=right[0].quantize(Decimal("0.01")),
        where=passage.sentence.sources,
    )
