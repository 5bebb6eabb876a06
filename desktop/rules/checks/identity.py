"""Who reports, and on which basis: the title, the signature, the documents cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.report.model import Sentence
from desktop.rules.checks.registry import Context, check
from desktop.rules.checks.section_text import without_text
from desktop.rules.finding import Finding, FindingKind, Unchecked
from desktop.rules.narrative.guards import is_own_name
from desktop.rules.narrative.numerals import narrowed
from desktop.rules.rule import Rule

_YEAR: Final = re.compile(r"20\d{2}年|二[〇○零O0][一二三四五六七八九〇○零O0]{2}年")
_NAMED: Final = re.compile(
    r"政府信息公[开開](?:工作)?(?:情[况況])?的?(?:年度)?(?:工作)?(?:[报報]告|年[报報])"
)
_FIXED: Final = re.compile(r"20\d{2}年度?|二.{3}年度?|政府信息公[开開].*|关于|[《》（）()的\s]")
_DATE: Final = re.compile(r"[（(]?[\d二〇○零一三四五六七八九十]{4}年.{1,3}月.{1,3}日[）)]?")
_WRITTEN_BY: Final = re.compile(
    r"(?:本报告|报告)由([^，。、；]{3,30}?)(?:根据|按照|依据|编制|编写)"
)
_OFFICE: Final = re.compile(r"(?<=政府)办公[厅室]$")
_SIGNED: Final = re.compile(r"[\u4e00-\u9fa5（）()]{3,30}")
# A number of the form's own notices with another name before it.
_NOTICE: Final = re.compile(
    r"([\u4e00-\u9fa5]{0,8}公开办函)\s*[〔﹝\[（(【［]\s*(20\d\d)\s*[〕﹞\]）)】］]\s*(\d+)\s*号"
)
_RIGHT_NAME: Final = "国办公开办函"
_OWN_NUMBERS: Final = {("2021", "30"), ("2019", "60")}
_DECREE: Final = re.compile(r"(?:国务院|国)令第?(\d{3})(号|条|令)?")


@check("title_and_names")
def title_and_names(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """The title has office, year and the fixed words; signature and body name the same office."""
    report = context.report
    if report.title is None:
        yield Unchecked(rule.id, "没有读到标题，未能核对")
        return
    title = re.sub(r"\s", "", narrowed(report.title.text))
    lacking = [
        word
        for word, found in (
            ("年度", _YEAR.search(title)),
            ("“政府信息公开工作年度报告”", _NAMED.search(title)),
            ("机关名称", _FIXED.sub("", title)),
        )
        if not found
    ]
    if lacking:
        yield _finding(rule, f"标题“{title}”中没有{'、'.join(lacking)}", report.title)
    if report.agency is None:
        return
    for words, name, sentence in _names(context):
        if not _same(name, report.agency):
            yield _finding(rule, f"{words}为“{name}”，与标题的“{report.agency}”不一致", sentence)


def _names(context: Context) -> Iterator[tuple[str, str, Sentence]]:
    for sentence in context.report.preamble:
        match = _WRITTEN_BY.search(sentence.text)
        if match:
            yield "正文编制机关", match[1], sentence
    for sentence in context.closing:
        name = _DATE.sub("", re.sub(r"\s", "", sentence.text))
        if _SIGNED.fullmatch(name):
            yield "落款", name, sentence


def _same(name: str, agency: str) -> bool:
    one, other = _OFFICE.sub("", name), _OFFICE.sub("", agency)
    return is_own_name(one, other) or is_own_name(other, one)


@check("cited_documents")
def cited_documents(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Notices cited are those in force, and their numbers are written right."""
    if context.passages is None:
        yield without_text(rule)
        return
    for sentence in context.sentences:
        text = narrowed(sentence.text)
        for match in _NOTICE.finditer(text):
            problem = _notice_problem(match, context.report.year)
            if problem:
                yield _finding(rule, f"引用“{match[0]}”：{problem}", sentence)
        for match in _DECREE.finditer(text):
            problem = _decree_problem(match, text)
            if problem:
                yield _finding(rule, f"引用“{match[0]}”：{problem}", sentence)


def _notice_problem(match: re.Match[str], year: int | None) -> str:
    name, issued, number = match.groups()
    if (issued, number) not in _OWN_NUMBERS:
        return ""
    if not name.endswith(_RIGHT_NAME):
        return f"文号应为“{_RIGHT_NAME}〔{issued}〕{number}号”"
    if issued == "2019" and year is not None and year >= 2021:
        return f"{year}年度报告应依据国办公开办函〔2021〕30号"
    return ""


def _decree_problem(match: re.Match[str], text: str) -> str:
    number, unit = match.groups()
    if number == "711" and unit in ("条", "令"):
        return "应为“第711号”"
    if number == "492" and re.search(
        r"信息公开条例[》）]?[（(]?[^。]{0,8}$", text[: match.start()]
    ):
        return "现行条例为国务院令第711号"
    return ""


def _finding(rule: Rule, message: str, sentence: Sentence) -> Finding:
    return Finding(rule.id, FindingKind.TEXT, rule.severity, message, where=sentence.sources)
