"""A report as a web page, in the ways that sites publish it; Chromium prints it."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from desktop.report.form import Form, FormTable
from desktop.report.layout import LaidCell, Role, layout_of
from desktop.report.outline import official_sections

_NUMERALS = "一二三四五六"
_TABLES = {2: "proactive", 3: "applications", 4: "disputes"}
_CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageStyle:
    """The look of a web page: style sheets over a plain one, and choices of mark-up."""

    css: str = ""
    repeat_header: bool = False
    line_breaks: bool = False
    """labels are broken by <br>"""
    spaced: bool = False
    """short labels are spaced by a full-width blank"""
    caption: str = ""
    """a line over each table"""


_PLAIN = """
@page { size: A4; margin: 25mm 22mm; }
body { font-family: 'WenQuanYi Micro Hei', 'Noto Sans CJK SC'; font-size: 12pt; line-height: 1.6; }
h1 { text-align: center; font-size: 18pt; } h2 { font-size: 13pt; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.3; }
td { border: 1px solid #000; padding: 3px; text-align: center; }
td.stub { text-align: left; }
"""


def html_of(form: Form, texts: Mapping[str, str], agency: str, year: int, style: PageStyle) -> str:
    """The web page."""
    parts = [f"<h1>{agency}{year}年政府信息公开工作年度报告</h1>"]
    parts.append(
        f"<p>根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为{year}年全年。</p>"
    )
    for section in official_sections():
        parts.append(f"<h2>{_NUMERALS[section.number - 1]}、{section.title}</h2>")
        if section.number in _TABLES:
            if style.caption:
                parts.append(f"<p>{style.caption}</p>")
            parts.append(_table(form.table(_TABLES[section.number]), texts, style))
        else:
            parts.append(f"<p>{year}年，{agency}按规定做好各项工作，没有其他情况。</p>")
    css = _PLAIN + style.css
    return f"<html lang=zh-CN><meta charset=utf-8><style>{css}</style>{''.join(parts)}</html>"


def _table(table: FormTable, texts: Mapping[str, str], style: PageStyle) -> str:
    layout = layout_of(table)
    rows = [
        "".join(_cell(c, texts, style) for c in layout.cells if c.row == row)
        for row in range(layout.rows)
    ]
    depth = max((c.row + c.row_span for c in layout.cells if c.role is Role.HEADER), default=0)
    lines = [f"<tr>{row}</tr>" for row in rows]
    if style.repeat_header and table.table == "applications":
        return (
            f"<table class={table.table}><thead>{''.join(lines[:depth])}</thead>"
            f"<tbody>{''.join(lines[depth:])}</tbody></table>"
        )
    return f"<table class={table.table}>{''.join(lines)}</table>"


def _cell(cell: LaidCell, texts: Mapping[str, str], style: PageStyle) -> str:
    text = escape(texts[cell.slot.name] if cell.slot else _label(cell.text, style))
    if style.line_breaks and not cell.slot and cell.column_span == 1:
        text = "<br>".join(text[i : i + 2] for i in range(0, len(text), 2))
    tall = " tall" if cell.row_span > 8 else ""
    return (
        f"<td class='{cell.role}{tall}' rowspan={cell.row_span} colspan={cell.column_span}>"
        f"{text}</td>"
    )


def _label(text: str, style: PageStyle) -> str:
    return "　".join(text) if style.spaced and len(text) == 2 else text


def print_page(html: str, path: Path) -> None:
    """Have Chromium print a page to a PDF at `path`."""
    source = path.with_suffix(".html")
    source.write_text(html, "utf-8")
    subprocess.run(
        [*_CHROMIUM, f"--print-to-pdf={path}", source.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    source.unlink()
