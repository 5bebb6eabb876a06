"""Reports with sentences, made for tests of the rules on the running text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from desktop.geometry import Box
from desktop.report.form import Form
from desktop.report.model import Report, Section, Sentence, Source
from desktop.report.outline import official_sections
from desktop.report.values import Number
from tests.builders import FORM_2021, report_of

AGENCY: Final = "云山市林业局"
SUBHEADING: Final = "（二）依申请公开情况"

_COMPLETE: Final[Mapping[int, Sequence[str]]] = {
    1: (
        "2024年，云山市林业局认真贯彻落实《中华人民共和国政府信息公开条例》，全面推进政府信息公开。",
        "（一）主动公开情况",
        "通过局网站公开政府信息。",
        "（二）依申请公开情况",
        "规范办理政府信息公开申请。",
        "（三）政府信息管理情况",
        "严格落实保密审查制度。",
        "（四）政府信息公开平台建设情况",
        "做好局网站日常维护。",
        "（五）监督保障情况",
        "将政府信息公开纳入年度考核。",
    ),
    5: ("一是公开的深度仍有不足。", "下一步，将加强业务培训，改进工作。"),
    6: ("2024年度本机关未收取信息处理费。",),
}


def sentence(text: str, line: int = 0, page: int = 1) -> Sentence:
    """A sentence with one place on a page."""
    return Sentence(text, (Source(page, Box(70.0, 20.0 * line, 500.0, 20.0 * line + 12)),))


def section(number: int, texts: Sequence[str], printed: int | None = None) -> Section:
    """A section with its official title."""
    title = official_sections()[number - 1].title
    sentences = tuple(sentence(text, line + 1, number) for line, text in enumerate(texts))
    source = Source(number, Box(70.0, 0.0, 200.0, 12.0))
    return Section(number, printed or number, title, source, sentences)


def complete_report(
    texts: Mapping[int, Sequence[str]] | None = None,
    values: Mapping[str, Number | str] | None = None,
    *,
    form: Form = FORM_2021,
    agency: str | None = AGENCY,
    year: int = 2024,
) -> Report:
    """A report that no rule objects to, with some sections and cells put otherwise."""
    chosen = {**_COMPLETE, **(texts or {})}
    title = f"{agency or ''}{year}年政府信息公开工作年度报告"
    return replace(
        report_of(values or {}, form),
        agency=agency,
        year=year,
        title=sentence(title),
        preamble=(
            sentence(
                "本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度"
                "报告格式》（国办公开办函〔2021〕30号）编制。"
            ),
            sentence(f"数据统计期限自{year}年1月1日起至{year}年12月31日止。"),
        ),
        sections=tuple(section(number, chosen.get(number, ())) for number in range(1, 7)),
        closing=(sentence(agency or ""), sentence(f"{year + 1}年1月15日")),
    )


def said(*texts: str, heading: str = SUBHEADING) -> dict[int, Sequence[str]]:
    """Section 一 with these sentences added under a subheading."""
    return {1: (*_COMPLETE[1], heading, *texts)}
