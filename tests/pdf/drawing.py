"""Small PDFs, drawn for one test each."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas

from desktop.pdf.document import open_document
from desktop.pdf.page import Page
from desktop.pdf.pages import read_pages

Draw = Callable[[Any], None]
"""draws on a reportlab canvas; points from the page's lower left"""

WIDTH: Final = 300.0
HEIGHT: Final = 200.0


def pdf(draw: Draw) -> bytes:
    """A PDF of one page of 300 by 200 points, set in 12-point Helvetica."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT))
    canvas.setFont("Helvetica", 12)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def page(data: bytes) -> Page:
    """The first page of a PDF as it is read."""
    with open_document(data) as document:
        return next(read_pages(document))


def drawn(draw: Draw) -> Page:
    """A drawing as it is read."""
    return page(pdf(draw))


def text(of: Page) -> str:
    """The page's glyphs in the order of reading, without its places."""
    ordered = sorted(of.glyphs, key=lambda glyph: (round(glyph.baseline), glyph.box.x0))
    return "".join(glyph.char for glyph in ordered)
