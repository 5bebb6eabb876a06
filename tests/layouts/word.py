"""A report as a Word document, in the ways that offices write it; LibreOffice prints it."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from desktop.report.form import Form, FormTable
from desktop.report.layout import LaidCell, Role, layout_of
from desktop.report.outline import official_sections

_NUMERALS = "一二三四五六"
_TABLES = {2: "proactive", 3: "applications", 4: "disputes"}
_STUBS = {"proactive": (100.0,), "applications": (28.0, 62.0, 110.0), "disputes": ()}


@dataclass(frozen=True, slots=True)
class DocumentStyle:
    """The look of a Word document; sizes in points."""

    borders: Mapping[str, str] | None = None
    """the kind of line on each side (top, bottom, left, right, insideH, insideV)"""
    size: float = 9.0
    font: str = "Noto Serif CJK SC"
    repeat_header: bool = False
    keep_rows: bool = True
    """rows are not cut by page breaks"""
    landscape: bool = False
    vertical: bool = False
    """三、本年度办理结果 is set in vertical text"""
    align: str = "center"
    shaded: bool = False
    cell_margin: float = 5.4
    width: float = 425.0
    page_numbers: bool = False


_FULL = dict.fromkeys(("top", "bottom", "left", "right", "insideH", "insideV"), "single")


def write_document(
    form: Form,
    texts: Mapping[str, str],
    agency: str,
    year: int,
    style: DocumentStyle,
    path: Path,
) -> None:
    """Write the document to `path`."""
    document: Any = docx.Document()
    base = document.styles["Normal"]
    base.font.name, base.font.size = style.font, Pt(12)
    base.element.rPr.rFonts.set(qn("w:eastAsia"), style.font)
    title = document.add_paragraph(f"{agency}{year}年政府信息公开工作年度报告")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(
        f"　　根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为{year}年全年。"
    )
    if style.page_numbers:
        _number_pages(document)
    for section in official_sections():
        if style.landscape and section.number in (3, 4):
            _rotate(document)
        document.add_paragraph(f"　　{_NUMERALS[section.number - 1]}、{section.title}")
        if section.number in _TABLES:
            _add_table(document, form.table(_TABLES[section.number]), texts, style)
            document.add_paragraph("")
        else:
            document.add_paragraph(f"　　{year}年，{agency}按规定做好各项工作，没有其他情况。")
    document.save(str(path))


def _rotate(document: Any) -> None:
    section = document.add_section()
    section.orientation = (
        WD_ORIENT.PORTRAIT if section.orientation == WD_ORIENT.LANDSCAPE else WD_ORIENT.LANDSCAPE
    )
    section.page_width, section.page_height = section.page_height, section.page_width


def _add_table(
    document: Any, table: FormTable, texts: Mapping[str, str], style: DocumentStyle
) -> None:
    layout = layout_of(table)
    grid = document.add_table(layout.rows, layout.columns)
    grid.autofit = False
    _set_borders(grid, style.borders or _FULL, style.cell_margin)
    stub = _STUBS[table.table]
    each = (style.width - sum(stub)) / (layout.columns - len(stub))
    for index in range(layout.columns):
        width = stub[index] if index < len(stub) else each
        for cell in grid.columns[index].cells:
            cell.width = Pt(width)
    for laid in layout.cells:
        _fill(grid, laid, texts, style)
    depth = max((c.row + c.row_span for c in layout.cells if c.role is Role.HEADER), default=0)
    for index, row in enumerate(grid.rows):
        properties = row._tr.get_or_add_trPr()
        if style.keep_rows:
            properties.append(OxmlElement("w:cantSplit"))
        if style.repeat_header and table.table == "applications" and index < depth:
            properties.append(OxmlElement("w:tblHeader"))


def _fill(grid: Any, laid: LaidCell, texts: Mapping[str, str], style: DocumentStyle) -> None:
    cell = grid.cell(laid.row, laid.column)
    last = grid.cell(laid.row + laid.row_span - 1, laid.column + laid.column_span - 1)
    if last is not cell:
        cell = cell.merge(last)
    text = texts[laid.slot.name] if laid.slot else laid.text
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.font.size = Pt(style.size)
    if laid.role is not Role.STUB:
        align = style.align if laid.slot else "center"
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
    properties = cell._tc.get_or_add_tcPr()
    properties.append(_element("w:vAlign", val="center"))
    if style.shaded and laid.role is Role.HEADER:
        properties.append(_element("w:shd", val="clear", color="auto", fill="D9E2F3"))
    if style.vertical and laid.row_span > 8:
        properties.append(_element("w:textDirection", val="tbRlV"))


def _set_borders(grid: Any, borders: Mapping[str, str], margin: float) -> None:
    properties = grid._tbl.tblPr
    element = OxmlElement("w:tblBorders")
    for side, kind in borders.items():
        element.append(_element(f"w:{side}", val=kind, sz="4", space="0", color="000000"))
    properties.append(element)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w=str(int(margin * 20)), type="dxa"))
    properties.append(margins)


def _number_pages(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    field = _element("w:fldSimple", instr="PAGE")
    paragraph._p.append(field)
    paragraph.add_run(" —")


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def print_document(path: Path) -> None:
    """Have LibreOffice print a document to a PDF beside it."""
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
