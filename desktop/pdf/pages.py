"""An open document to its pages, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import pypdfium2 as pdfium

from desktop.geometry import Box
from desktop.pdf.annotations import annotations_of, flattened
from desktop.pdf.document import page_size
from desktop.pdf.frame import Frame
from desktop.pdf.layers import has_layers
from desktop.pdf.page import Page
from desktop.pdf.page_objects import page_objects
from desktop.pdf.rulings import rulings_of
from desktop.pdf.seen import seen_text
from desktop.pdf.text_lines import LinesOnText, Marked, marked_text
from desktop.pdf.transform import Rect

# A clip of more than this part of a page, both ways, is the page's.
_OF_PAGE: Final = 0.5


def read_pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    """Each page of the document; only one is held open at a time."""
    layers = has_layers(document)
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            yield _damaged_page(document, index)
            continue
        try:
            annotations = annotations_of(page.raw)
            if annotations.printed:
                page = flattened(document, page, index)
            yield _read_page(page, index + 1, layers, annotations.struck)
        finally:
            page.close()


def _read_page(page: pdfium.PdfPage, number: int, layers: bool, struck: Sequence[Rect]) -> Page:
    objects = page_objects(page.raw, layers)
    seen = seen_text(page, objects)
    frame = seen.frame
    clip = _page_clip([*objects.clips, *seen.clips], frame)
    lines = rulings_of(objects.parts.pieces, frame, clip)
    lines_on_text = LinesOnText(lines.short, objects.parts.strokes, struck)
    marked = marked_text(Marked(seen.glyphs, lines.rulings), lines_on_text, frame)
    discrepancies = (*seen.discrepancies, *marked.struck)
    return Page(number, frame, marked.glyphs, marked.rulings, seen.images, clip, discrepancies)


def _damaged_page(document: pdfium.PdfDocument, index: int) -> Page:
    """A page that the library cannot open; of the others there may still be a report."""
    frame = Frame(0, 0, 0, 0, *page_size(document, index))
    return Page(index + 1, frame, (), (), 0.0, is_damaged=True)


def _page_clip(clips: Sequence[Rect], frame: Frame) -> Box | None:
    """The smallest clip that is the page's and not that of a cell or a row; none for most."""
    boxes = [frame.from_page(*clip) for clip in clips]
    wide, high = _OF_PAGE * frame.width, _OF_PAGE * frame.height
    large = [box for box in boxes if box.width > wide and box.height > high]
    return min(large, key=lambda box: box.width * box.height, default=None)
