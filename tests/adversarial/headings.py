"""Titles, headings and running heads where and as they should not be."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from tests.adversarial.alter import relabel
from tests.adversarial.draft import Box, Draft
from tests.adversarial.kinds import EVERY, PEN, kind

_STRAY: Final = (
    "l{numeral}、{title}", "{numeral}．{title}", "{numeral} 、{title}", "{numeral}、 {title}",
    "第{numeral}部分 {title}", "第{numeral}部分　{title}", "{numeral}.{title}",
    "{numeral}，{title}",
    "{numeral}、{title}：", "{numeral}、{title}。", "　{numeral}、{title}", "({numeral}){title}",
    "{numeral}、{title}（表格）", "·{numeral}、{title}", "{numeral}{title}",
)  # fmt: skip


@kind("headings.in_table", EVERY)
def in_table(draft: Draft) -> None:
    """A section's heading is the first row of its table."""
    draft.headings_inside = set(draft.random.sample((2, 3, 4), draft.random.choice((1, 2, 3))))


@kind("headings.close_tables", (PEN,))
def close_tables(draft: Draft) -> None:
    """A heading stands in the narrow gap between two tables."""
    draft.look["gap"] = draft.random.choice((0.5, 1.0, 2.0, 3.0))
    draft.look["loose"] = draft.random.choice((1.0, 2.0, 3.0))
    draft.style(text_size=draft.random.choice((9.0, 10.5)), table_size=8.0)


@kind("headings.stray", EVERY)
def stray(draft: Draft) -> None:
    """A heading with a character too many, or another way of numbering."""
    alike = draft.random.random() < 0.4
    forms = [draft.random.choice(_STRAY)] if alike else _STRAY
    for number in draft.headings if alike else draft.random.sample(range(1, 7), 2):
        numeral, _, title = draft.headings[number].partition("、")
        form = draft.random.choice(forms)
        draft.headings[number] = form.format(numeral=numeral, title=title)


@kind("headings.running_head", (PEN,))
def running_head(draft: Draft) -> None:
    """Each page bears a line with words of the title and its number."""
    form = draft.random.choice((
        "政府信息公开年度报告　第{page}页", "{agency}政府信息公开工作年度报告", "第{page}页 共5页",
        "{year}年政府信息公开年度报告 - {page} -", "政府信息公开工作年度报告", "- {page} -",
    ))  # fmt: skip
    size = draft.random.choice((8, 9, 10.5))
    top = draft.random.choice((24.0, 34.0, 40.0))

    def head(pen: Any, box: Box) -> None:
        text = form.format(page=pen.number, agency=draft.agency, year=draft.year)
        width = pen.text_width(text, size)
        pen.text((box[2] - width) / 2, top, text, size)

    draft.under_page.append(head)


@kind("headings.captions", EVERY)
def captions(draft: Draft) -> None:
    """A line with a unit, a date or a number stands over a table."""
    form = draft.random.choice((
        "单位：件　　统计时间：{year}年1月1日—12月31日", "表{number}", "（单位：件）",
        "填报单位：{agency}　{year}年度", "具体情况见下表：", "本年共处理12件，见表{number}。",
    ))  # fmt: skip
    draft.look["captions"] = {
        section: form.format(year=draft.year, agency=draft.agency, number=section - 1)
        for section in (2, 3, 4)
        if draft.random.random() < 0.8
    }


@kind("headings.fee_in_yuan", EVERY, form="2021")
def fee_in_yuan(draft: Draft) -> None:
    """The column of the fee is headed 元: what is printed is ten thousand times the value."""
    header = draft.random.choice(
        ("本年收费金额（单位：元）", "本年收费金额（元）", "本年收费金额(单位:元)")
    )
    relabel(draft, lambda text: header if text.startswith("本年收费金额") else text)
    amount = draft.random.randrange(1, 90_000_000)
    fee = "proactive.fee.amount"
    draft.values[fee] = amount
    draft.contents[fee] = draft.lines(fee)
    draft.values[fee] = Decimal(amount) / 10_000


@kind("headings.title", EVERY)
def title(draft: Draft) -> None:
    """The title over two lines, or worded otherwise."""
    agency, year = draft.agency, draft.year
    draft.title = draft.random.choice((
        [agency, f"{year}年政府信息公开工作年度报告"],
        [f"{agency}{year}年", "政府信息公开工作年度报告"],
        [f"{agency}{year}年政府信息公开", "工作年度报告"],
        [f"{agency}{year}年度政府信息公开工作年度报告"],
        [f"{year}年{agency}政府信息公开工作年度报告"],
        [f"{agency}政府信息公开工作年度报告", f"（{year}年度）"],
        [f"{agency} {year} 年政府信息公开工作年度报告"],
    ))  # fmt: skip
