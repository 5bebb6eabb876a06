"""An open document to its pages, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from desktop.geometry import Box
from desktop.pdf.frame import Frame
from desktop.pdf.glyphs import page_text
from desktop.pdf.matrix import Rect
from desktop.pdf.page import Page
from desktop.pdf.page_objects import PageObjects, page_objects
from desktop.pdf.rulings import rulings_of
from desktop.pdf.underlines import without_underlines

# Annotations that print text of their own; links and the like do not.
_WRITTEN: Final = frozenset({pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT})
# A clip of more than this part of a page, both ways, is the page's.
_OF_PAGE: Final = 0.5


def read_pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    """Each page of the document; only one is held open at a time."""
    for index in range(len(document)):
        page = document[index]
        try:
            if _has_written_annotations(page):
                page = _flattened(document, page, index)
            yield _read_page(page, index + 1)
        finally:
            page.close()


def _read_page(page: pdfium.PdfPage, number: int) -> Page:
    objects = page_objects(page.raw)
    frame, glyphs, clips = page_text(page, objects.hidden_text, objects.moved)
    clip = _page_clip([*objects.clips, *clips], frame)
    rulings = without_underlines(rulings_of(objects, frame, clip), glyphs)
    return Page(number, frame, glyphs, rulings, _image_part(objects, frame), clip)


def _image_part(objects: PageObjects, frame: Frame) -> float:
    area = frame.width * frame.height
    images = sum((r.right - r.left) * (r.top - r.bottom) for r in objects.images)
    return min(1.0, images / area) if area else 0.0


def _page_clip(clips: Sequence[Rect], frame: Frame) -> Box | None:
    """The smallest clip that is the page's and not that of a cell or a row; none for most."""
    boxes = [frame.from_page(*clip) for clip in clips]
    wide, high = _OF_PAGE * frame.width, _OF_PAGE * frame.height
    large = [box for box in boxes if box.width > wide and box.height > high]
    return min(large, key=lambda box: box.width * box.height, default=None)


def _has_written_annotations(page: pdfium.PdfPage) -> bool:
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
        pdfium_c.FPDFPage_CloseAnnot(annotation)
        if kind in _WRITTEN:
            return True
    return False


def _flattened(document: pdfium.PdfDocument, page: pdfium.PdfPage, index: int) -> pdfium.PdfPage:
    """The page with form fields and notes made part of it, in memory only."""
    pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY)
    page.close()
    flattened: pdfium.PdfPage = document[index]
    return flattened
