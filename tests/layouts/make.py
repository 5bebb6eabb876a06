"""Make the kept layouts anew: `python -m tests.layouts.make` (LibreOffice, Chromium, qpdf)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Final

from desktop.report.form import Form
from desktop.report.values import Number, format_number
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED, right_values
from tests.layouts.html import PageStyle, html_of, print_page
from tests.layouts.word import DocumentStyle, print_document, write_document

KEPT: Final = Path(__file__).with_name("kept")
CUT: Final = Path(__file__).with_name("cut")

_ACROSS = {"top": "single", "bottom": "single", "insideH": "single"}
_DOWN = {"left": "single", "right": "single", "insideV": "single"}
_FRAME = {"top": "single", "bottom": "single", "left": "single", "right": "single"}
_NO_LINES = dict.fromkeys(("top", "bottom", "left", "right", "insideH", "insideV"), "nil")

PAGES: Final = {
    "plain": PageStyle("body{font-family:'Noto Sans CJK SC'}"),
    "separate_borders": PageStyle("table{border-collapse:separate;border-spacing:2px}"),
    "thick": PageStyle("td{border-width:3px}"),
    "hairline": PageStyle("td{border:0.1pt solid #999}"),
    "dotted": PageStyle("td{border-style:dotted}body{font-family:'Noto Sans CJK SC'}"),
    "double": PageStyle("td{border:3px double #000}"),
    "across_only": PageStyle("td{border-width:1px 0}"),
    "no_borders": PageStyle("td{border:none;padding:5px 3px}"),
    "zebra": PageStyle("tr:nth-child(even){background:#eee}td{border:none;padding:5px 3px}"),
    "zebra_borders": PageStyle("tr:nth-child(even){background:#eef}"),
    "repeat_header": PageStyle(repeat_header=True),
    "vertical": PageStyle("td.tall{writing-mode:vertical-rl}"),
    "line_breaks": PageStyle(line_breaks=True),
    "spaced": PageStyle(spaced=True),
    "right": PageStyle("td.value{text-align:right;padding-right:8px}"),
    "left": PageStyle("td.value{text-align:left}"),
    "top_aligned": PageStyle("td{vertical-align:top}"),
    "wide_page": PageStyle("@page{size:A4 landscape}"),
    "large_page": PageStyle("@page{size:A3}"),
    "large_print": PageStyle("table{font-size:12pt}"),
    "small_print": PageStyle("table{font-size:7pt}"),
    "narrow": PageStyle("table.applications td.value{width:14px;word-break:break-all}"),
    "caption": PageStyle(caption="单位：件　　统计时间：2024年1月1日—12月31日"),
    "backgrounds": PageStyle("p,h2,td{background:#fff}body{background:#fdfdfd}"),
    "page_break_rows": PageStyle("tr{page-break-inside:auto}td{padding:9px 3px}"),
    "serif_shaded": PageStyle("body{font-family:'Noto Serif CJK SC'}td.header{background:#cde}"),
    "down_only": PageStyle("td{border-width:0 1px}table{border:1px solid}"),
    "down_only_right": PageStyle(
        "td{border-width:0 1px}td.value{text-align:right;padding-right:4px}"
        "td.header{border-width:1px}"
    ),
    "down_only_tight": PageStyle("td{border-width:0 1px;padding:0 2px}table{border:none}"),
    "down_only_header_apart": PageStyle(
        "td{border-width:0 1px;padding:1px 6px;vertical-align:top}"
        "table{font-size:10.5pt;line-height:1.6}h1{margin-top:180px}"
    ),
    "moved_rows": PageStyle(
        "table{border-collapse:separate;border-spacing:0;font-size:12pt}"
        "td{padding:7px 8px;letter-spacing:1px}h1{margin-top:112px}"
    ),
    "down_only_left": PageStyle("td{border-width:0 1px;padding:4px}td.value{text-align:left}"),
    "dashed": PageStyle("td{border:2px dashed #8ab;padding:1px}"),
    "underlined": PageStyle(
        "td.value{text-decoration:underline;vertical-align:top}td{padding:1px 6px}"
        "table{line-height:1}"
    ),
}

DOCUMENTS: Final = {
    "plain": DocumentStyle(),
    "across_only": DocumentStyle(borders=_ACROSS),
    "no_lines": DocumentStyle(borders=_NO_LINES),
    "double": DocumentStyle(
        borders=dict.fromkeys(("top", "bottom", "left", "right", "insideH", "insideV"), "double")
    ),
    "dotted": DocumentStyle(
        borders=dict.fromkeys(("top", "bottom", "left", "right", "insideH", "insideV"), "dotted")
    ),
    "repeat_header": DocumentStyle(repeat_header=True),
    "cut_rows": DocumentStyle(keep_rows=False, size=10.5),
    "landscape": DocumentStyle(landscape=True, width=640.0),
    "vertical": DocumentStyle(vertical=True),
    "right": DocumentStyle(align="right"),
    "left": DocumentStyle(align="left"),
    "shaded_sans": DocumentStyle(shaded=True, font="Noto Sans CJK SC"),
    "large_print": DocumentStyle(size=12.0, width=460.0),
    "small_print": DocumentStyle(size=7.0),
    "tight": DocumentStyle(cell_margin=1.0, width=400.0),
    "page_numbers": DocumentStyle(page_numbers=True, size=10.5),
    "inner_only": DocumentStyle(borders={"insideH": "single", "insideV": "single"}),
    "down_only": DocumentStyle(borders=_DOWN, align="left", keep_rows=False),
    "frame_only": DocumentStyle(borders=_FRAME, align="right", page_numbers=True),
    "no_lines_cut": DocumentStyle(borders=_NO_LINES, keep_rows=False, size=10.5),
}

# Tables wider than their page: a browser prints them as far as the margin, and no further.
TOO_WIDE: Final = {
    "ruled": PageStyle("table{margin-left:40px}"),
    "ruled_far": PageStyle("table{margin-left:60px}td.value{text-align:right}"),
    "across_only": PageStyle("table{margin-left:40px}td{border-width:1px 0;padding:2px 8px}"),
    "no_borders": PageStyle("table{margin-left:40px}td{border:none;padding:6px 2px}"),
    "down_only": PageStyle(
        "table{margin-left:40px;font-size:12pt}td{border-width:0 1px;padding:2px 5px}"
    ),
}

_FORMS: Final[Sequence[Form]] = (FORM_2021, FORM_2019, FORM_MIXED)
# The largest applications; of numbers with many digits, a page can cut off some.
_MOST: Final = (6, 60, 400)
_LARGE: Final = (5000,)

_AGENCY: Final = "云山市交通运输局"
_YEAR: Final = 2024

Maker = Callable[[Path, Form, dict[str, str]], None]


def _figures(name: str, form: Form, most: Sequence[int]) -> dict[str, Number]:
    random = Random(name)
    values = right_values(random, form, most=random.choice(most))
    for slot in form.table("proactive").slots():
        values[slot.name] = random.choice((0, random.randrange(900)))
    return values


def main(words: Sequence[str]) -> None:
    """Make all layouts, or those named."""
    makers: list[tuple[Path, Maker]] = [
        *((KEPT / f"chromium_{name}", _page_maker(page)) for name, page in PAGES.items()),
        *((KEPT / f"libreoffice_{name}", _document_maker(s)) for name, s in DOCUMENTS.items()),
        *((CUT / name, _page_maker(page)) for name, page in TOO_WIDE.items()),
    ]
    for number, (place, make) in enumerate(makers):
        if words and place.name not in words:
            continue
        place.parent.mkdir(exist_ok=True)
        form = _FORMS[0] if number % 4 < 2 else _FORMS[number % 4 - 1]
        values = _figures(place.name, form, _LARGE if place.parent == CUT else _MOST)
        texts = {cell: format_number(value) for cell, value in values.items()}
        make(place.with_suffix(".pdf"), form, texts)
        _shrink(place.with_suffix(".pdf"))
        content = {"form": form.id, "values": values}
        place.with_suffix(".json").write_text(json.dumps(content, indent=0), "utf-8")


def _shrink(path: Path) -> None:
    """Store the same objects in less room."""
    options = ("--object-streams=generate", "--recompress-flate", "--compression-level=9")
    subprocess.run(["qpdf", *options, "--replace-input", str(path)], check=True)


def _page_maker(style: PageStyle) -> Maker:
    def make(path: Path, form: Form, texts: dict[str, str]) -> None:
        print_page(html_of(form, texts, _AGENCY, _YEAR, style), path)

    return make


def _document_maker(style: DocumentStyle) -> Maker:
    def make(path: Path, form: Form, texts: dict[str, str]) -> None:
        source = path.with_suffix(".docx")
        write_document(form, texts, _AGENCY, _YEAR, style, source)
        print_document(source)
        source.unlink()

    return make


if __name__ == "__main__":
    main(sys.argv[1:])
