"""A draft as a web page."""

from __future__ import annotations

from html import escape
from random import Random
from typing import Final

from desktop.report.layout import LaidCell, Layout
from desktop.report.outline import official_sections
from tests.adversarial.draft import Draft, Line, Run
from tests.adversarial.layouts import TABLES, header_depth, lines_of, parts_for
from tests.adversarial.prose import PREAMBLE, paragraphs

_PLAIN: Final = """
h1 { text-align: center; font-size: 18pt; } h2 { font-size: 13pt; }
table { border-collapse: collapse; width: 100%; line-height: 1.3; }
td { border: 1px solid #000; padding: 3px; text-align: center; }
td.stub { text-align: left; }
"""
_FONTS: Final = ("WenQuanYi Micro Hei", "Noto Sans CJK SC", "Noto Serif CJK SC")
_MILD: Final = (
    "td{border:0.5pt solid #000}", "td{border:1.5px solid #333}", "td{border:1px solid #999}",
    "td.value{text-align:right;padding-right:6px}", "td.header,td.title{background:#dde6f0}",
    "tr:nth-child(even){background:#f2f2f2}", "td{padding:5px 3px}", "td{vertical-align:top}",
    "table{font-size:10.5pt}", "td.header{font-weight:bold}", "td.value{font-family:Arial}",
    "h2{font-weight:normal}", "td.tall{writing-mode:vertical-rl}",
)  # fmt: skip
_WILD: Final = (
    "td{border-width:1px 0}", "td{border:none;padding:5px 3px}", "td{border:3px double #000}",
    "td{border-style:dotted}", "table{border-collapse:separate;border-spacing:2px}",
    "td{border-width:0 1px}table{border:1px solid}", "td{border:none}tr{border-bottom:1px solid}",
    "td.value{letter-spacing:1px}", "table{font-size:7pt}", "td.value{font-style:italic}",
    "td{border:none;border-bottom:0.5pt solid #888;padding:4px}", "td.value{color:#036}",
    "tr:nth-child(even){background:#eee}td{border:none;padding:5px 3px}", "td{border-color:#ccc}",
    "td.header{border:none}", "table{border:none}td{border-left:none;border-right:none}",
    "td.header{background:#334;color:#fff}", "td.value{text-align:left}",
    "td.value{border:none}", "td.header{border:none;border-bottom:1px solid}",
    "tr td:first-child{border-left:none}tr td:last-child{border-right:none}",
)  # fmt: skip


def html_of(draft: Draft) -> str:
    """The web page."""
    parts = [f"<h1>{'<br>'.join(draft.title)}</h1>"]
    parts.append(f"<p>{PREAMBLE.format(agency=draft.agency, year=draft.year)}</p>")
    for section in official_sections():
        number = section.number
        if number not in draft.headings_inside:
            parts.append(f"<h2>{escape(draft.headings[number])}</h2>")
        parts.extend(f"<p>{text}</p>" for text in paragraphs(draft, number))
        if number in TABLES:
            tables = (_table(draft, number, part) for part in parts_for(draft, number))
            parts.append("<br>".join(tables))
    parts.append(f"<p style='text-align:right'>{draft.agency}<br>{draft.year + 1}年1月16日</p>")
    style = f"<style>{_PLAIN}{_css(draft)}</style>"
    return f"<html lang=zh-CN><meta charset=utf-8>{style}{''.join(parts)}</html>"


def _css(draft: Draft) -> str:
    """A style sheet at random."""
    random = draft.random
    page = random.choice(("A4", "A4", "A4", "A4 landscape", "letter"))
    font, margin = random.choice(_FONTS), random.randrange(15, 28)
    pieces = [
        f"@page{{size:{page};margin:{margin}mm}}",
        f"body{{font-family:'{font}';font-size:12pt;line-height:1.6}}table{{font-size:9pt}}",
        *random.sample(_MILD, random.choice((0, 1, 2, 3))),
    ]
    if draft.look.get("wild"):
        pieces += random.sample(_WILD, random.choice((1, 1, 2)))
    if draft.look.get("narrow"):
        pieces.append("table:not(.proactive) td.value{width:14px;word-break:break-all}")
    return "".join(pieces)


def _table(draft: Draft, section: int, layout: Layout) -> str:
    rows = [
        "".join(_cell(draft, cell) for cell in layout.cells if cell.row == row)
        for row in range(layout.rows)
    ]
    lines = [f"<tr>{row}</tr>" for row in rows]
    depth = header_depth(layout)
    name = TABLES[section]
    if name != "proactive" and draft.random.random() < 0.3:
        head, body = "".join(lines[:depth]), "".join(lines[depth:])
        return f"<table class={name}><thead>{head}</thead><tbody>{body}</tbody></table>"
    return f"<table class={name}>{''.join(lines)}</table>"


def _cell(draft: Draft, cell: LaidCell) -> str:
    text = "<br>".join(_line(draft.random, line) for line in lines_of(draft, cell))
    spans = f"rowspan={cell.row_span} colspan={cell.column_span}"
    tall = " tall" if cell.row_span > 8 else ""
    return f"<td class='{cell.role}{tall}' {spans}>{text}</td>"


def _line(random: Random, line: Line) -> str:
    return "".join(_run(random, run) for run in line)


def _run(random: Random, run: Run) -> str:
    text = escape(run.text).replace("  ", "&nbsp; ")
    if run.size != 1 and run.rise > 0 and random.random() < 0.5:
        text = f"<sup style='font-size:{run.size}em'>{text}</sup>"
    elif run.size != 1:
        place = f"position:relative;top:{-run.rise}em"
        text = f"<span style='font-size:{run.size}em;{place}'>{text}</span>"
    for wanted, tag in ((run.struck, "s"), (run.underlined, "u"), (run.bold, "b")):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return f"<a href='http://example.invalid/'>{text}</a>" if run.link else text
