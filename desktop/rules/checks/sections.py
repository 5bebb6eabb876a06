"""The six sections: which there are, how they are numbered, and whether they say what they must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.report.model import ObservationKind, Report, Section, Source
from desktop.report.outline import official_sections
from desktop.rules.checks.comparisons import milder
from desktop.rules.checks.plausibility import cells_unread, unread_of
from desktop.rules.checks.registry import Context, check
from desktop.rules.checks.section_text import section_text, without_section, without_text
from desktop.rules.finding import Finding, FindingKind, Severity, Unchecked
from desktop.rules.rule import Rule

_NUMERALS: Final = "零一二三四五六七八九十"
_NOTHING: Final = re.compile(
    r"[（(]?[一1]?[）)]?[、.]?(?:无|暂无|没有|无其他.{0,8}|无.{0,8}事项)[。.]?"
)


@check("all_sections")
def all_sections(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Each of the six sections, in order; `order` is the severity of a wrong order."""
    sections = context.report.sections
    if not sections:
        yield without_text(rule)
        return
    present = [section.number for section in sections if section.number]
    # A heading that was not recognised may be the one that seems to be missing.
    unknown = {section.printed for section in sections if section.number is None}
    for official in official_sections():
        if official.number not in present and official.number not in unknown:
            # Where a page or a table could not be read, the heading may stand in it.
            sure = not context.report.unread and not _has_unread_text(context.report)
            severity = rule.severity if sure else milder(rule.severity, Severity.WARNING)
            message = f"缺少第{_NUMERALS[official.number]}部分“{official.title}”"
            yield Finding(rule.id, FindingKind.STRUCTURE, severity, message)
    first = list(dict.fromkeys(present))
    if first != sorted(first):
        severity = milder(rule.severity, Severity(rule.parameters["order"]))
        order = "、".join(_NUMERALS[number] for number in first)
        message = f"各部分的顺序与格式不同：印出的顺序为第{order}部分"
        places = tuple(section.source for section in sections if section.number)
        yield Finding(rule.id, FindingKind.STRUCTURE, severity, message, where=places)


def _has_unread_text(report: Report) -> bool:
    """Whether there is text that was not read, or that is not seen."""
    kinds = {observation.kind for observation in report.observations}
    unread = (ObservationKind.IMAGE, ObservationKind.DAMAGED, ObservationKind.UNSEEN)
    return bool(kinds & {*unread, ObservationKind.UNCODED})


@check("section_numbers")
def section_numbers(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Each section bears its official number and title, and none bears another's."""
    sections = context.report.sections
    if not sections:
        yield without_text(rule)
        return
    for section in sections:
        message = _misnumbered(section, sections)
        if message:
            yield Finding(
                rule.id, FindingKind.STRUCTURE, rule.severity, message, where=(section.source,)
            )


def _misnumbered(section: Section, sections: tuple[Section, ...]) -> str:
    titles = {official.number: official.title for official in official_sections()}
    if section.surplus and section.printed is not None:
        right = f"{_ordinal(section.printed)}、{section.title}"
        return f"第{_ordinal(section.printed)}部分标题“{right}”前多出“{section.surplus}”"
    if section.number is not None and section.printed is None:
        right = f"{_NUMERALS[section.number]}、{titles[section.number]}"
        return f"第{_NUMERALS[section.number]}部分标题应为“{right}”，印为“{section.title}”"
    if section.number is not None and section.printed is not None:
        if section.printed != section.number:
            return (
                f"“{section.title}”应为第{_NUMERALS[section.number]}部分，"
                f"印为“{_ordinal(section.printed)}、”"
            )
        return ""
    present = {other.number for other in sections}
    if section.printed in titles and section.printed not in present:
        wanted = titles[section.printed]
        return f"第{_ordinal(section.printed)}部分标题应为“{wanted}”，印为“{section.title}”"
    return ""


def _ordinal(number: int) -> str:
    return _NUMERALS[number] if number <= 10 else f"十{_NUMERALS[number - 10]}"


@check("aspects")
def aspects(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Section 一 speaks of each aspect.

    Parameter `aspects`: its name to words, any of which will do.
    """
    section = context.report.section(1)
    if section is None or not section.sentences:
        yield without_section(rule, "总体情况")
        return
    text = section_text(section)
    lacking = [
        name for name, words in rule.parameters["aspects"].items() if not re.search(words, text)
    ]
    if lacking:
        message = f"总体情况没有写到{'、'.join(lacking)}"
        yield Finding(rule.id, FindingKind.TEXT, rule.severity, message, where=(section.source,))


@check("problems_told")
def problems_mentioned(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Section 五 is not empty and tells both problems and what is done about them.

    Parameters `problems` and `improvements`: words, any of which will do.
    """
    section = context.report.section(5)
    if section is None:
        yield without_section(rule, "存在的主要问题及改进情况")
        return
    text = section_text(section)
    lacking = [
        word
        for word, pattern in (("问题", "problems"), ("改进", "improvements"))
        if not re.search(rule.parameters[pattern], text)
    ]
    if not text:
        message = "第五部分“存在的主要问题及改进情况”没有内容"
    elif _NOTHING.fullmatch(text):
        message = f"第五部分只写“{text}”，应写明存在的主要问题和改进情况"
    elif lacking:
        message = f"第五部分没有写到{'、'.join(lacking)}情况"
    else:
        return
    yield Finding(rule.id, FindingKind.TEXT, rule.severity, message, where=sources_in(section))


@check("fee_told")
def fee_mentioned(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Section 六 has a word on the information-processing fee (parameter `words`)."""
    section = context.report.section(6)
    if section is None:
        yield without_section(rule, "其他需要报告的事项")
        return
    text = section_text(section)
    if not re.search(rule.parameters["words"], text):
        only = f"只写“{text}”，" if _NOTHING.fullmatch(text) else ""
        message = f"第六部分{only}没有写到收取信息处理费的情况"
        yield Finding(rule.id, FindingKind.TEXT, rule.severity, message, where=sources_in(section))


@check("fee_stated")
def fee_stated(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Where section 六 names the fee, it says whether or how much was charged.

    Parameters: `words` name the fee, `stated` say what was charged.
    """
    section = context.report.section(6)
    if section is None:
        yield without_section(rule, "其他需要报告的事项")
        return
    text = section_text(section)
    named = re.search(rule.parameters["words"], text)
    if named and not re.search(rule.parameters["stated"], text):
        message = "第六部分提到信息处理费，但没有写明是否收取、收取多少"
        yield Finding(rule.id, FindingKind.TEXT, rule.severity, message, where=sources_in(section))


@check("charged_without_word")
def charged_without_word(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """The cell `cell` counts unpaid charging kinds, and section 六 has no word on charging."""
    name = rule.parameters["cell"]
    if unread_of(context, [name]):
        yield cells_unread(context, rule, [name])
        return
    count = context.report.value(name)
    if not count:
        return
    section = context.report.section(6)
    if section is None:
        yield without_section(rule, "其他需要报告的事项")
    elif not re.search(r"费", section_text(section)):
        message = f"表三有 {count} 件因逾期未缴费不再处理，第六部分没有写到收费通知或信息处理费"
        yield Finding(
            rule.id, FindingKind.TEXT, rule.severity, message, (name,), where=sources_in(section)
        )


def sources_in(section: Section) -> tuple[Source, ...]:
    """The heading and the sentences of a section."""
    return (section.source, *(s for sentence in section.sentences for s in sentence.sources))
