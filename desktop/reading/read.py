"""The bytes of a PDF to the report it prints: the one way through reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.errors import InputFileError, NoReportError
from desktop.geometry import Box
from desktop.pdf.characters import UNCODED
from desktop.pdf.document import DAMAGED, open_document
from desktop.pdf.page import Difference, Page
from desktop.pdf.pages import read_pages
from desktop.reading.cells import typed_cells
from desktop.reading.lines import text_lines
from desktop.reading.observations import table_observations
from desktop.reading.prose import Prose, read_prose
from desktop.reading.table import TableReading, read_best
from desktop.reading.table_areas import table_areas, with_headings
from desktop.reading.title import signed_agency
from desktop.report.form import FormTable, form_of, forms
from desktop.report.model import Observation, ObservationKind, Report, Sentence, Source
from desktop.tables.find import find_grids
from desktop.tables.furniture import furniture
from desktop.tables.grid import Grid
from desktop.tables.matrix import Matrix, matrix_of
from desktop.tables.order import reading_order

_SCANNED: Final = "这份 PDF 是扫描图片，没有可读的文字；请向报送单位索取由 Word 或 WPS 导出的 PDF。"
_NO_TEXT: Final = "这份 PDF 里没有文字，请确认文件是否正确。"
_NO_TABLE: Final = "没有找到政府信息公开年度报告的统计表，请确认这是年度报告的 PDF。"
_GARBLED: Final = "字体没有文字编码，复制出来是乱码；请索取由 Word 或 WPS 重新导出的 PDF。"
# Text of which, numbers left aside, more than this part has no code or one of the accented
# letters that garbled fonts show, cannot be read.
_GARBLED_PART: Final = 0.3
# Part of a page that images cover where the page is a scan.
_SCAN: Final = 0.5
# A document that has less than this part of every table is another document.
_LEAST_PART: Final = 0.3


def read_report(data: bytes, password: str | None = None) -> Report:
    """Read a report.

    Args:
        data: the PDF.
        password: opens it, where it has one.

    Raises:
        PasswordError: it opens only with a password, or with another one.
        NoReportError: no text, or no statutory table in it.
        InputFileError: not a readable PDF.
    """
    with open_document(data, password) as document:
        pages = list(read_pages(document))
    return report_of(pages)


def report_of(pages: Sequence[Page]) -> Report:
    """What the pages of a document say.

    Raises:
        NoReportError: no text, or no statutory table in it.
        InputFileError: no page can be opened.
    """
    if all(page.is_damaged for page in pages):
        raise InputFileError(DAMAGED)
    if not any(page.glyphs for page in pages):
        raise NoReportError(_SCANNED if any(map(_is_scan, pages)) else _NO_TEXT)
    edges = furniture(pages)
    grids = reading_order(list(find_grids(pages, edges)))
    readings = _read_tables([matrix_of(grid) for grid in grids])
    if all(reading.part < _LEAST_PART for reading in readings):
        raise NoReportError(_reason(pages))
    tables = table_areas(grids, readings)
    prose = read_prose(text_lines(pages, tables, edges))
    if not prose.is_whole:
        prose = read_prose(text_lines(pages, with_headings(tables, pages, grids, readings), edges))
    return _report(pages, grids, readings, prose)


def _reason(pages: Sequence[Page]) -> str:
    """Why no table was found."""
    if any(map(_is_scan, pages)):
        return _SCANNED
    chars = [g.char for page in pages for g in page.glyphs if not g.char.isdigit()]
    strange = sum(char == UNCODED or "\x7f" <= char < "\u0100" for char in chars)
    return _GARBLED if strange > _GARBLED_PART * len(chars) else _NO_TABLE


def _is_scan(page: Page) -> bool:
    return not page.glyphs and page.images > _SCAN


def _read_tables(matrices: Sequence[Matrix]) -> list[TableReading]:
    """Each statutory table in the version that fits best."""
    versions: dict[str, dict[str, FormTable]] = {}
    for form in forms():
        for table in form.tables:
            versions.setdefault(table.table, {})[table.id] = table
    return [read_best(matrices, tuple(tables.values())) for tables in versions.values()]


def _report(
    pages: Sequence[Page],
    grids: Sequence[Grid],
    readings: Sequence[TableReading],
    prose: Prose,
) -> Report:
    by_number = {page.number: page for page in pages}
    frames = {page.number: page.frame for page in pages}
    form = form_of({r.table.table: r.table.id for r in readings if r.cells})
    observations = [
        observation
        for reading in readings
        for observation in table_observations(reading, grids, frames)
    ]
    return Report(
        form,
        {
            name: cell
            for reading in readings
            for name, cell in typed_cells(reading, grids, by_number).items()
        },
        agency=prose.title.agency or signed_agency(_foot(prose)),
        year=prose.title.year,
        pages=len(pages),
        title=prose.title.sentence,
        preamble=prose.preamble,
        sections=prose.sections,
        closing=prose.closing,
        observations=(*observations, *_pages_without_text(pages), *_unseen_text(pages, grids)),
    )


def _foot(prose: Prose) -> tuple[Sentence, ...]:
    """The lines below the report; one that holds office and date is the last section's end."""
    last = prose.sections[-1].sentences[-1:] if prose.sections else ()
    return prose.closing or last


def _pages_without_text(pages: Sequence[Page]) -> list[Observation]:
    """Pages that are images, and pages that cannot be opened."""
    return [
        Observation(
            ObservationKind.DAMAGED if page.is_damaged else ObservationKind.IMAGE,
            "",
            printed=f"第{page.number}页",
            sources=(Source(page.number, Box(0, 0, page.frame.width, page.frame.height)),),
        )
        for page in pages
        if page.is_damaged or _is_scan(page)
    ]


def _unseen_text(pages: Sequence[Page], grids: Sequence[Grid]) -> Iterator[Observation]:
    """Text outside tables that nobody sees, or that is struck through; cells have doubts."""
    for page in pages:
        areas = [grid.box for grid in grids if grid.page == page.number]
        boxes = [
            place.box
            for place in page.discrepancies
            if place.difference is not Difference.DRAWN
            and not any(area.overlaps(place.box) for area in areas)
        ]
        if boxes:
            yield Observation(
                ObservationKind.UNSEEN,
                "",
                printed=f"第{page.number}页",
                sources=tuple(Source(page.number, page.frame.displayed(box)) for box in boxes),
            )
