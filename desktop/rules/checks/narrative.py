"""Figures of the running text against the tables. Never an error: the text may mean otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.report.values import format_number
from desktop.rules.checks.plausibility import cells_unread
from desktop.rules.checks.registry import Context, check
from desktop.rules.checks.section_text import without_section, without_text
from desktop.rules.finding import Finding, FindingKind, Unchecked
from desktop.rules.labels import cell_words
from desktop.rules.messages import cells_in_words
from desktop.rules.narrative.claims import Claim, claims_in
from desktop.rules.narrative.statements import Statement, TextVerdict
from desktop.rules.rule import Rule

_NOTE: Final = re.compile(
    r"(?:复议|诉讼)[^。]{0,30}(?:含上年|含往年|含结转|备案|口径)|注：[^。]*(?:复议|诉讼)"
)


@check("narrative_figures")
def narrative_figures(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """One warning for each figure of the text that no reading of its phrase agrees with.

    Parameters: `of_rule` takes the phrases of another rule; `unless_noted` and `only_noted`
    ask whether the text says how cases are counted.
    """
    if context.passages is None:
        yield without_text(rule)
        return
    if not any(passage.section == 1 for passage in context.passages):
        yield without_section(rule, "总体情况")
        return
    if not _is_demanded(context, rule):
        return
    unread: list[str] = []
    for verdict in context.verdicts:
        if verdict.statement.phrase.rule != rule.parameters.get("of_rule", rule.id):
            continue
        if verdict.agrees is None:
            unread.extend(n for n in verdict.reading.cells if context.report.value(n) is None)
        elif not verdict.agrees:
            yield _disagreement(rule, verdict, context)
    if unread:
        yield cells_unread(context, rule, list(dict.fromkeys(unread)))


def _is_demanded(context: Context, rule: Rule) -> bool:
    if not rule.parameters.get("unless_noted") and not rule.parameters.get("only_noted"):
        return True
    sentences = (
        sentence.text
        for section in context.report.sections
        if section.number in (1, 4, 6)
        for sentence in section.sentences
    )
    noted = any(_NOTE.search(text) for text in sentences)
    return noted if rule.parameters.get("only_noted") else not noted


def _disagreement(rule: Rule, verdict: TextVerdict, context: Context) -> Finding:
    statement, value = verdict.statement, verdict.value
    slots = context.report.form.slots()
    names = verdict.reading.cells
    if len(names) == 1:
        place = f"{cell_words(slots[names[0]])}为"
    else:
        place = f"{cells_in_words(names, context.report.form)}合计为"
    shown = "空" if value is None else format_number(value)
    return Finding(
        rule.id,
        FindingKind.NARRATIVE,
        rule.severity,
        f"正文称“{statement.words}”，{place} {shown}{_also(statement)}",
        names,
        statement.said,
        value,
        where=statement.passage.sentence.sources,
    )


def _also(statement: Statement) -> str:
    return "" if len(statement.readings) == 1 else "，按其他口径也不相符"


@check("narrative_claims")
def narrative_claims(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """One warning for each claim without a figure that the tables contradict.

    Parameter `claims`: the names of the claims of this rule.
    """
    if context.passages is None:
        yield without_text(rule)
        return
    if not any(passage.section == 1 for passage in context.passages):
        yield without_section(rule, "总体情况")
        return
    unread: list[str] = []
    for name in rule.parameters["claims"]:
        for claim in claims_in(context.passages, context.report, name):
            lacking = [cell for cell in claim.cells if context.report.value(cell) is None]
            unread.extend(lacking)
            if not lacking and _contradicted(claim, context):
                yield _contradiction(rule, claim, context)
    if unread:
        yield cells_unread(context, rule, list(dict.fromkeys(unread)))


def _contradicted(claim: Claim, context: Context) -> bool:
    phrase = claim.phrase
    filled = any(context.report.value(cell) for cell in claim.cells)
    if filled == phrase.nonzero:
        return False
    return not any(
        verdict.agrees and phrase.silent_if_said in verdict.reading.cells and verdict.value
        for verdict in context.verdicts
    )


def _contradiction(rule: Rule, claim: Claim, context: Context) -> Finding:
    slots = context.report.form.slots()
    names = claim.cells
    if not claim.phrase.nonzero:
        names = tuple(cell for cell in names if context.report.value(cell))
    shown = "、".join(
        f"{cell_words(slots[name])}为 {format_number(context.report.value(name) or 0)}"
        for name in names
    )
    return Finding(
        rule.id,
        FindingKind.NARRATIVE,
        rule.severity,
        f"正文称“{claim.words}”，而{shown}",
        names,
        where=claim.passage.sentence.sources,
    )
