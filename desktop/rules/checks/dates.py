"""Years and dates: the period reported on, years left over from last year's text, the deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop.report.model import Sentence
from desktop.rules.checks.registry import Context, check
from desktop.rules.checks.section_text import without_text
from desktop.rules.finding import Finding, FindingKind, Unchecked
from desktop.rules.narrative.numerals import narrowed, parse_numeral
from desktop.rules.narrative.passages import Passage
from desktop.rules.office import GOVERNMENTS
from desktop.rules.rule import LATENESS, Rule

_PERIOD: Final = re.compile(
    r"(?:自|从|为|是)?(20\d\d)年?(\d{1,2})月(\d{1,2})日(?:起|开始)?(?:至|到|—|-|－|~|～)+"
    r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日"
)
_ABOUT_PERIOD: Final = re.compile(r"期限|统计|数据|时限|时间|期间")
_STARTS: Final = re.compile(
    r"^(?:（[一二三四五六七]）[^。]{0,20}。)?(20\d\d)年(?:度)?(?=[，,]|以来[，,]|全年|我|本|共|累计|[\u4e00-\u9fa5]{2,14}(?:局|委|厅|办|政府|街道|镇|乡)(?:共|认真|严格|坚持|收到|以))"
)
_OWN_WORK: Final = re.compile(r"收到|受理|办理|制发|公开|发布|认真|坚持|严格|落实|推进|加强|收取")
_COMPARED: Final = re.compile(r"上年|去年|同比|相比|较|结转|增长|下降|减少|增加|以来|起|此前|曾")
_DATE: Final = re.compile(
    r"([\d二〇○零一三四五六七八九十]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日"
)


@check("years")
def years(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """The period is the report's year, and no sentence on this year's work names another."""
    year = context.report.year
    if year is None:
        yield Unchecked(rule.id, "从标题看不出报告年度，未能核对")
        return
    if context.passages is None:
        yield without_text(rule)
        return
    for sentence in context.sentences:
        message = _period_problem(narrowed(sentence.text), year)
        if message:
            yield _finding(rule, message, sentence)
    for passage in context.passages:
        other = _left_over(passage, year, context.passages)
        if other is not None:
            message = f"{year}年报告中写“{other}年”，请核对是否沿用了往年的文字"
            yield _finding(rule, message, passage.sentence)


def _period_problem(text: str, year: int) -> str:
    for match in _PERIOD.finditer(text):
        first, month, day, last, last_month, last_day = match.groups()
        if not _ABOUT_PERIOD.search(text):
            continue
        said = (
            int(first),
            int(month),
            int(day),
            int(last or first),
            int(last_month),
            int(last_day),
        )
        if said != (year, 1, 1, year, 12, 31):
            return f"统计期限写为“{match[0]}”，应为{year}年1月1日至12月31日"
    return ""


def _left_over(passage: Passage, year: int, passages: tuple[Passage, ...]) -> int | None:
    """Another year with which a sentence on this office's own work begins."""
    match = _STARTS.match(passage.plain)
    if match is None:
        return None
    said = int(match[1])
    if said == year or (said == year + 1 and passage.section == 5):
        return None
    text = passage.plain
    if f"{year}年" in text or _COMPARED.search(text) or not _OWN_WORK.search(text):
        return None
    # Next year's plans are told in the future; a section that speaks of both years tells a history.
    others = [p for p in passages if p.section == passage.section and p is not passage]
    tells_history = any(other.plain.startswith(f"{year}年") for other in others) and not re.search(
        r"\d+(?:件|条|元)", text
    )
    planned = said == year + 1 and re.search(r"将|计划|下一步|继续", text)
    return None if tells_history or planned else said


def signed_on(context: Context) -> tuple[date, Sentence] | None:
    """The date below the report, and where it stands; None where none was read."""
    dated = [(day, sentence) for sentence in context.closing for day in _dates(sentence)]
    return dated[-1] if dated else None


@check(LATENESS)
def published_in_time(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """The date below the report is in the year after it and not past the deadline.

    Parameters `department` and `government`: the last day, as `MM-DD`; `late` is false where
    somebody else looks at the deadline.
    """
    year, office = context.report.year, context.office
    signature = signed_on(context)
    if year is None or signature is None:
        yield Unchecked(rule.id, "没有读到落款日期，未能核对", expected=True)
        return
    if office is None:
        yield Unchecked(rule.id, "从标题看不出是哪一类机关，未能核对")
        return
    day, sentence = signature
    key = "government" if office in GOVERNMENTS else "department"
    month, last = map(int, rule.parameters[key].split("-"))
    deadline = date(year + 1, month, last)
    if day > deadline and rule.parameters.get("late", True):
        message = f"落款日期{_words(day)}晚于期限{_words(deadline)}"
    elif day.year <= year:
        message = f"落款日期{_words(day)}早于报告年度结束，请核对年份"
    else:
        return
    yield _finding(rule, message, sentence)


def _dates(sentence: Sentence) -> Iterator[date]:
    for match in _DATE.finditer(re.sub(r"\s", "", narrowed(sentence.text))):
        numbers = [parse_numeral(part.replace("○", "〇")) for part in match.groups()]
        year, month, day = (number if isinstance(number, int) else 0 for number in numbers)
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _finding(rule: Rule, message: str, sentence: Sentence) -> Finding:
    return Finding(rule.id, FindingKind.TEXT, rule.severity, message, where=sentence.sources)
