"""A draft as a Word document."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import docx
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from desktop.report.layout import LaidCell, Layout, Role
from desktop.report.outline import official_sections
from tests.adversarial.draft import Draft
from tests.adversarial.layouts import TABLES, header_depth, lines_of, parts_for
from tests.adversarial.prose import PREAMBLE, paragraphs
from tests.adversarial.word_runs import add_run, element

_STUBS: Final = {1: (100.0,), 3: (28.0, 62.0, 110.0)}
_WIDTH: Final = 440.0
_FONTS: Final = ("Noto Serif CJK SC", "WenQuanYi Micro Hei", "Noto Sans CJK SC")
_LOW: Final = 12.5
"""points: room for one line, so that longer labels are cut"""


def write_document(draft: Draft, path: Path) -> None:
    """Write the document to `path`."""
    document: Any = docx.Document()
    _set_up(draft, document)
    for line in draft.title:
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("　　" + PREAMBLE.format(agency=draft.agency, year=draft.year))
    for section in official_sections():
        if section.number not in draft.headings_inside:
            document.add_paragraph(f"　　{draft.headings[section.number]}")
        for text in paragraphs(draft, section.number):
            document.add_paragraph(f"　　{text}")
        if section.number in TABLES:
            for layout in parts_for(draft, section.number):
                _add_table(draft, document, layout)
                document.add_paragraph("")
    document.add_paragraph(f"{draft.agency}　{draft.year + 1}年1月16日")
    document.save(str(path))


def _set_up(draft: Draft, document: Any) -> None:
    font = draft.random.choice(_FONTS)
    base = document.styles["Normal"]
    base.font.name, base.font.size = font, Pt(draft.random.choice((10.5, 12, 14)))
    base.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(draft.random.choice((24, 27)))


def _add_table(draft: Draft, document: Any, layout: Layout) -> None:
    grid = document.add_table(layout.rows, layout.columns)
    grid.style = draft.look.get("table_style", "Table Grid")
    grid.autofit = False
    # Asked for once: the library finds every cell anew for each question.
    cells = grid._cells
    widths = _widths(layout)
    for index, cell in enumerate(cells):
        cell.width = Pt(widths[index % layout.columns])
    size = draft.random.choice((7.5, 9.0, 9.0, 10.5))
    align = draft.random.choice(("CENTER", "CENTER", "RIGHT", "LEFT"))
    for laid in layout.cells:
        first = laid.row * layout.columns + laid.column
        last = first + (laid.row_span - 1) * layout.columns + laid.column_span - 1
        cell = cells[first] if first == last else cells[first].merge(cells[last])
        _fill(draft, cell, laid, size, align)
    _set_rows(draft, grid, layout)


def _set_rows(draft: Draft, grid: Any, layout: Layout) -> None:
    repeat, cut = draft.random.random() < 0.3, draft.random.random() < 0.5
    for index, row in enumerate(grid.rows):
        properties = row._tr.get_or_add_trPr()
        if not cut:
            properties.append(OxmlElement("w:cantSplit"))
        if repeat and index < header_depth(layout) < layout.rows - 2:
            properties.append(OxmlElement("w:tblHeader"))
        if draft.look.get("low_rows"):
            row.height_rule, row.height = WD_ROW_HEIGHT_RULE.EXACTLY, Pt(_LOW)


def _fill(draft: Draft, cell: Any, laid: LaidCell, size: float, align: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    for number, line in enumerate(lines_of(draft, laid)):
        if number:
            paragraph.add_run().add_break()
        for run in line:
            add_run(draft.random, paragraph, run, size)
    if laid.role is not Role.STUB:
        name = align if laid.role is Role.VALUE else "CENTER"
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, name)
    cell._tc.get_or_add_tcPr().append(element("w:vAlign", val="center"))


def _widths(layout: Layout) -> list[float]:
    ends = [cell.column + cell.column_span for cell in layout.cells if cell.role is Role.STUB]
    depth = max(ends, default=0)
    stub = list(_STUBS.get(depth, (60.0,) * depth))
    values = layout.columns - depth
    return [*stub, *[(_WIDTH - sum(stub)) / values] * values]
