"""Pages put onto other pages as form objects, as stamps and booklet printers do it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_SCAN: Final = 150
"""dots an inch"""

Matrix = tuple[float, float, float, float, float, float]
Placing = Callable[[float, float], tuple[Matrix, tuple[float, float], int]]
"""from a page's size to the matrix it is drawn with, the new page's size and its /Rotate"""


def impose(path: Path, placing: Placing) -> None:
    """Put each page, as a form object, onto a new page."""
    source = pdfium.PdfDocument(path.read_bytes())
    target = pdfium.PdfDocument.new()
    for index in range(len(source)):
        matrix, size, rotate = placing(*source[index].get_size())
        page = target.new_page(*size)
        form = raw.FPDF_NewFormObjectFromXObject(
            raw.FPDF_NewXObjectFromPage(target.raw, source.raw, index)
        )
        raw.FPDFPageObj_Transform(form, *matrix)
        raw.FPDFPage_InsertObject(page.raw, form)
        raw.FPDFPage_GenerateContent(page.raw)
        page.set_rotation(rotate)
        page.close()
    _save(target, path)
    source.close()


def two_up(path: Path, size: tuple[float, float]) -> None:
    """Put two pages beside each other onto each sheet of this size."""
    source = pdfium.PdfDocument(path.read_bytes())
    sheets = raw.FPDF_ImportNPagesToOne(source.raw, *(ctypes.c_float(side) for side in size), 2, 1)
    _save(pdfium.PdfDocument(sheets), path)
    source.close()


def scan(path: Path, index: int) -> None:
    """Replace a page by a picture of it."""
    document = pdfium.PdfDocument(path.read_bytes())
    page = document[index]
    size = page.get_size()
    picture = page.render(scale=_SCAN / 72, grayscale=True).to_pil().convert("RGB")
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=80)
    document.del_page(index)
    scanned = document.new_page(size[0], size[1], index)
    image = pdfium.PdfImage.new(document)
    image.load_jpeg(buffer, inline=True)
    image.set_matrix(pdfium.PdfMatrix().scale(*size))
    scanned.insert_obj(image)
    scanned.gen_content()
    _save(document, path)


def scaled(scale: float, shift: tuple[float, float]) -> Placing:
    """Smaller and moved, on a page as large as before."""

    def placing(width: float, height: float) -> tuple[Matrix, tuple[float, float], int]:
        return (scale, 0, 0, scale, *shift), (width, height), 0

    return placing


def turned(width: float, height: float) -> tuple[Matrix, tuple[float, float], int]:
    """Lying on its side, and turned upright again by the page."""
    return (0, 1, -1, 0, height, 0), (height, width), 90


def page_count(path: Path) -> int:
    """How many pages a file has."""
    with pdfium.PdfDocument(path.read_bytes()) as document:
        return len(document)


def _save(document: Any, path: Path) -> None:
    buffer = BytesIO()
    document.save(buffer)
    document.close()
    path.write_bytes(buffer.getvalue())
