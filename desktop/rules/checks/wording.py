"""The wording of the running text: gaps, slips of fixed phrases, repetitions, length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.report.model import Sentence
from desktop.rules.checks.registry import Context, check
from desktop.rules.checks.section_text import section_text, without_section, without_text
from desktop.rules.finding import Finding, FindingKind, Unchecked
from desktop.rules.narrative.figures import Rough
from desktop.rules.narrative.passages import Passage, masked
from desktop.rules.rule import Rule

_LIST_ENDS: Final = re.compile(r"[，。；：（）！？□]")
_LISTED: Final = re.compile(r"[\u4e00-\u9fa5A-Za-z]{2,10}")
_RUNS_ON: Final = re.compile(r"(?<=..)等.*$")
_DOUBLED: Final = re.compile(r"([\u4e00-\u9fa5]{3,8})\1|(?<!目)的的(?!确)")
_DOUBLED_SHORT: Final = re.compile(
    r"(进行|以及|我们|我局|积极|及时|不断|加强|做好|开展|通过|按照|根据|推进|提升|提高|完善|落实|认真)\1"
)
_PUNCTUATION: Final = re.compile(r"、等(?!级|第|次|同|价)|[，、；：][，、；：。]|。。(?!。)|、$")
_LEAST_SENTENCE: Final = 15
_OPEN_END: Final = re.compile(r"[\u4e00-\u9fa5]$|[^。！？；：][”’]$")


@check("residue")
def residue(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """What was left of a template (parameter `patterns`), quotations apart."""
    if context.passages is None:
        yield without_text(rule)
        return
    for sentence in context.sentences:
        plain = masked(sentence.text)
        for pattern in rule.parameters["patterns"]:
            match = re.search(pattern, plain)
            if match:
                message = f"模板文字或空位没有删改：“{match[0]}”"
                yield _finding(rule, message, sentence)
                break


@check("phrases")
def phrases(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Wordings that are slips (parameter `slips`: `pattern`, `message`), quotations apart."""
    if context.passages is None:
        yield without_text(rule)
        return
    for passage in context.passages:
        for slip in rule.parameters["slips"]:
            match = re.search(slip["pattern"], passage.plain)
            if match:
                yield _finding(rule, slip["message"].format(match[0]), passage.sentence)


@check("repetitions")
def repetitions(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """An item twice in one list, doubled words, stray punctuation, a sentence without its end."""
    if context.passages is None:
        yield without_text(rule)
        return
    for index, passage in enumerate(context.passages):
        if passage.is_heading:
            continue
        messages = [*_repeated_items(passage.plain), *_slips_of_the_pen(passage.plain)]
        if _lacks_end(passage, context.passages[index + 1 : index + 2]):
            messages.append("句末没有标点")
        for message in messages:
            yield _finding(
                rule, f"{message}：“{_excerpt(passage.sentence.text)}”", passage.sentence
            )


def _repeated_items(plain: str) -> Iterator[str]:
    for part in _LIST_ENDS.split(plain):
        items = part.split("、")
        seen: set[str] = set()
        for words in items:
            # The last item runs on: 公众号、视频号、视频号等平台.
            item = _RUNS_ON.sub("", words)
            if item in seen:
                yield f"并列项重复“{item}”"
            elif len(items) > 1 and _LISTED.fullmatch(item):
                seen.add(item)


def _slips_of_the_pen(plain: str) -> Iterator[str]:
    match = _DOUBLED.search(plain) or _DOUBLED_SHORT.search(plain)
    if match:
        yield f"词语重复“{match[0]}”"
    match = _PUNCTUATION.search(plain)
    if match:
        start = max(0, match.start() - 4)
        yield f"标点有误“{plain[start : match.end()]}”"


def _lacks_end(passage: Passage, following: tuple[Passage, ...]) -> bool:
    """Whether a sentence before a subheading, or the last of a section, has no full stop."""
    last = not following or following[0].section != passage.section or following[0].is_heading
    text = passage.text
    return (
        last
        and len(text) >= _LEAST_SENTENCE
        and _OPEN_END.search(text) is not None
        and re.search(r"[，、；]", text) is not None
    )


@check("length")
def length(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Section `section` has more than `most` characters."""
    number, most = rule.parameters["section"], rule.parameters["most"]
    section = context.report.section(number)
    if section is None:
        yield without_section(rule, "总体情况")
        return
    count = len(re.sub(r"\s", "", section_text(section)))
    if count > most:
        message = f"{section.title}共 {count} 字，超过 {most} 字"
        yield Finding(
            rule.id, FindingKind.TEXT, rule.severity, message, left=count, right=most,
            where=(section.source,),
        )  # fmt: skip


@check("vague_counts")
def vague_counts(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """A rough figure (300余件) where a table has the exact one."""
    if context.passages is None:
        yield without_text(rule)
        return
    for verdict in context.verdicts:
        if verdict.statement.figure.rough is not Rough.EXACT and verdict.agrees:
            message = f"“{verdict.statement.words}”是约数，表中有准确数字 {verdict.value}"
            yield Finding(
                rule.id, FindingKind.TEXT, rule.severity, message, verdict.reading.cells,
                where=verdict.statement.passage.sentence.sources,
            )  # fmt: skip


def _excerpt(text: str, most: int = 40) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _finding(rule: Rule, message: str, sentence: Sentence) -> Finding:
    return Finding(rule.id, FindingKind.TEXT, rule.severity, message, where=sentence.sources)
