"""What annotations and form fields do to a page: print over it, cover it, strike text through."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref
from typing import Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from desktop.pdf.document import Handle
from desktop.pdf.transform import Rect, around

# Those that print or cover: links, marks on text and closed notes do not.
_PRINTED: Final = frozenset(
    {
        pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_SQUARE,
        pdfium_c.FPDF_ANNOT_CIRCLE, pdfium_c.FPDF_ANNOT_POLYGON, pdfium_c.FPDF_ANNOT_POLYLINE,
        pdfium_c.FPDF_ANNOT_LINE, pdfium_c.FPDF_ANNOT_INK, pdfium_c.FPDF_ANNOT_STAMP,
    }
)  # fmt: skip
_UNSEEN: Final = (
    pdfium_c.FPDF_ANNOT_FLAG_HIDDEN
    | pdfium_c.FPDF_ANNOT_FLAG_INVISIBLE
    | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
)


class Annotations(NamedTuple):
    """Whether any annotation of a page prints something, and the areas that some strike."""

    printed: bool
    struck: tuple[Rect, ...]


def annotations_of(page: Handle) -> Annotations:
    """What the annotations of an open page do to it."""
    printed = False
    struck: list[Rect] = []
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, index)
        kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
        if not pdfium_c.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
            printed = printed or kind in _PRINTED
            if kind == pdfium_c.FPDF_ANNOT_STRIKEOUT:
                struck.extend(_areas(annotation))
        pdfium_c.FPDFPage_CloseAnnot(annotation)
    return Annotations(printed, tuple(struck))


def flattened(document: pdfium.PdfDocument, page: pdfium.PdfPage, index: int) -> pdfium.PdfPage:
    """The page with what its annotations print made part of it, in memory only."""
    _draw_once(page)
    pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY)
    page.close()
    fresh: pdfium.PdfPage = document[index]
    return fresh


def _draw_once(page: pdfium.PdfPage) -> None:
    """Draw the page on one pixel: that makes pdfium give a look to annotations without one."""
    bitmap = pdfium.PdfBitmap.new_native(1, 1, pdfium_c.FPDFBitmap_Gray)
    pdfium_c.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, 1, 1, 0, pdfium_c.FPDF_ANNOT)
    bitmap.close()


def _areas(annotation: Handle) -> Iterator[Rect]:
    """The areas of text that a mark on text names."""
    points = pdfium_c.FS_QUADPOINTSF()
    for index in range(pdfium_c.FPDFAnnot_CountAttachmentPoints(annotation)):
        if pdfium_c.FPDFAnnot_GetAttachmentPoints(annotation, index, byref(points)):
            corners = [(getattr(points, f"x{n}"), getattr(points, f"y{n}")) for n in (1, 2, 3, 4)]
            yield around(corners)
