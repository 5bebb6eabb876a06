"""A whole report drawn to a PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.report.form import Form, FormTable
from desktop.report.outline import official_sections
from desktop.report.values import Number, format_number
from tests.drawing.pen import Pen, hooks_of
from tests.drawing.rulings import rule_cell
from tests.drawing.style import Style
from tests.drawing.table import draw_table

_NUMERALS = "一二三四五六"
_TABLES = {2: "proactive", 3: "applications", 4: "disputes"}


@dataclass(frozen=True, slots=True)
class Content:
    """What a report says: values by cell name (a str is printed as it is), and paragraphs."""

    form: Form
    values: Mapping[str, Number | str]
    agency: str = "云山市林业局"
    year: int = 2024
    preamble: str = ""
    paragraphs: Mapping[int, Sequence[str]] | None = None
    """by section number"""
    closing: str = ""


def draw_report(path: Path, content: Content, style: Style | None = None) -> None:
    """Draw a report: title, preamble, six sections, the three tables in their sections."""
    style = style or Style()
    pen = Pen(path, style)
    for hook in hooks_of(style):
        pen.on_page.append(hook)
        hook(pen)
    pen.y += 20
    title = f"{content.agency}{content.year}年政府信息公开工作年度报告"
    pen.paragraph(title, 18, indent=False, centred=True)
    pen.y += 10
    if style.contents:
        _draw_contents(pen)
    if content.preamble:
        pen.paragraph(content.preamble, style.text_size)
    texts = {name: _printed(value) for name, value in content.values.items()}
    for section in official_sections():
        _draw_section(pen, content, section.number, section.title, texts)
    if content.closing:
        pen.y += 20
        pen.paragraph(content.closing, style.text_size)
    pen.save()


def _draw_contents(pen: Pen) -> None:
    pen.paragraph("目　录", 14, indent=False, centred=True)
    for section in official_sections():
        line = f"{_NUMERALS[section.number - 1]}、{section.title}"
        pen.paragraph(f"{line}……………………{section.number}", 12, indent=False)
    pen.new_page()


def _draw_section(
    pen: Pen, content: Content, number: int, title: str, texts: Mapping[str, str]
) -> None:
    style = pen.style
    wide = style.wide_applications and number == 3
    if wide:
        pen.new_page((style.page[1], style.page[0]))
    elif style.wide_applications and number == 4:
        pen.new_page(style.page)
    if pen.y + 60 > pen.bottom:
        pen.new_page()
    pen.paragraph(f"{_NUMERALS[number - 1]}、{title}", style.text_size + 1)
    for paragraph in (content.paragraphs or {}).get(number, ()):
        pen.paragraph(paragraph, style.text_size)
    if number in _TABLES:
        pen.y += 4
        table = content.form.table(_TABLES[number])
        draw_table(pen, table, texts)
        if style.stray_ruling and number == 3:
            _stray(pen, table)
        if style.extra_tables:
            _draw_extra(pen)


def _stray(pen: Pen, table: FormTable) -> None:
    del table
    pen.line(pen.left + 200, pen.y - 60, pen.left + 200, pen.y - 20)


def _draw_extra(pen: Pen) -> None:
    """A small table of another kind."""
    rows = (("公开渠道", "条数", "占比"), ("政府网站", "128", "61%"), ("政务新媒体", "82", "39%"))
    if pen.y + 80 > pen.bottom:
        pen.new_page()
    width = (pen.right - pen.left) / 3
    for row in rows:
        for index, text in enumerate(row):
            x0 = pen.left + index * width
            rule_cell(pen, (x0, pen.y, x0 + width, pen.y + 18), outer=(index == 0, index == 2))
            pen.text(x0 + 6, pen.y + 13, text, 9)
        pen.y += 18
    pen.y += 12


def _printed(value: Number | str) -> str:
    return value if isinstance(value, str) else format_number(value)
