"""Figures of the text against each other: parts and their total, one quantity told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.rules.checks.registry import Context, check
from desktop.rules.checks.section_text import without_text
from desktop.rules.finding import Finding, FindingKind, Unchecked
from desktop.rules.narrative.breakdown import Breakdown, breakdowns_of
from desktop.rules.narrative.figures import Figure, Rough, figures_in
from desktop.rules.narrative.guards import speaks_of_this
from desktop.rules.narrative.passages import Passage
from desktop.rules.rule import Rule

_PERSON: Final = re.compile(r"自然人|公民|个人")
_ORGANISATION: Final = re.compile(r"法人|组织|企业|单位")
_CHANNEL: Final = re.compile(
    r"网络|网上|在线|平台|信函|邮寄|邮政|邮件|邮箱|当面|现场|窗口|传真|线上|线下|微信|其他(?:渠道|方式|形式)"
)
_APPLICATIONS: Final = re.compile(r"申请|受理|收到|收办|新收")
_RESULTS: Final = re.compile(r"公开|答复|处理|提供|结转|办结|维持|纠正|驳回|撤|废止|有效|未审结")
_FILLERS: Final = re.compile(
    r"20\d\d年(?:度)?|本年度?|全年|今年|共计?|累计|总计|合计|[，、：\s]|了"
)
_LEAST_WORDS: Final = 6


@check("application_parts")
def application_parts(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Applications told by applicant, or by channel, do not add up to the total told with them."""
    if context.passages is None:
        yield without_text(rule)
        return
    for breakdown in _breakdowns(context):
        if _is_of_applications(breakdown) and _wrong(breakdown, whole=_is_whole(breakdown)):
            yield _finding(rule, breakdown)


@check("parts")
def parts(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Other parts that are more than their total, or are told to be all of it and are not."""
    if context.passages is None:
        yield without_text(rule)
        return
    for breakdown in _breakdowns(context):
        about = "".join(part.clause + part.tail for part in breakdown.parts)
        fee = breakdown.passage.section == 6 and "费" in breakdown.passage.plain
        if fee or _is_of_applications(breakdown) or _RESULTS.search(about):
            continue
        if _wrong(breakdown, whole=breakdown.whole):
            yield _finding(rule, breakdown)


@check("same_words")
def same_words(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Figures with the same unit and the same words before them, in two sentences, differ."""
    if context.passages is None:
        yield without_text(rule)
        return
    told: dict[tuple[str, str], tuple[Figure, Passage]] = {}
    for passage in context.passages:
        for figure in figures_in(passage):
            words = _FILLERS.sub("", figure.clause)
            known = not figure.tail and len(words) >= _LEAST_WORDS and figure.unit not in ("", "%")
            if not (known and figure.rough is Rough.EXACT) or "其中" in figure.clause:
                continue
            if not speaks_of_this(passage, figure, context.report.year, context.report.agency):
                continue
            first, place = told.setdefault((words, figure.unit), (figure, passage))
            if first.value != figure.value and place is not passage:
                message = (
                    f"“{words}”前文为 {first.value}{first.unit}，"
                    f"此处为 {figure.value}{figure.unit}，请核对"
                )
                where = place.sentence.sources + passage.sentence.sources
                yield Finding(
                    rule.id, FindingKind.TEXT, rule.severity, message,
                    left=first.value, right=figure.value, where=where,
                )  # fmt: skip


@check("fee_parts")
def fee_parts(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Cases or amounts of the fee in section 六 that do not add up to their total."""
    if context.passages is None or context.report.section(6) is None:
        yield without_text(rule)
        return
    for breakdown in _breakdowns(context):
        plain = breakdown.passage.plain
        if breakdown.passage.section == 6 and "费" in plain and _wrong(breakdown, whole=True):
            yield _finding(rule, breakdown)


def _breakdowns(context: Context) -> Iterator[Breakdown]:
    for passage in context.passages or ():
        yield from breakdowns_of(passage)


def _is_of_applications(breakdown: Breakdown) -> bool:
    lead = breakdown.passage.plain[: breakdown.total.end + len(breakdown.total.tail)]
    clauses = [part.clause + part.tail for part in breakdown.parts]
    kinds = (_CHANNEL.search, lambda text: _PERSON.search(text) or _ORGANISATION.search(text))
    return _APPLICATIONS.search(lead) is not None and any(all(map(kind, clauses)) for kind in kinds)


def _is_whole(breakdown: Breakdown) -> bool:
    """Persons and organisations are all applicants there are; channels only where told so."""
    text = "".join(part.clause + part.tail for part in breakdown.parts)
    return breakdown.whole or bool(_PERSON.search(text) and _ORGANISATION.search(text))


def _wrong(breakdown: Breakdown, *, whole: bool) -> bool:
    if breakdown.sum > breakdown.total.value:
        return True
    return whole and breakdown.sum != breakdown.total.value


def _finding(rule: Rule, breakdown: Breakdown) -> Finding:
    unit = breakdown.total.unit
    return Finding(
        rule.id,
        FindingKind.TEXT,
        rule.severity,
        f"分项之和与总数不符：{breakdown.in_figures}（{unit}）",
        left=breakdown.sum,
        right=breakdown.total.value,
        where=breakdown.passage.sentence.sources,
    )
