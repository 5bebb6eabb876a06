"""The pages of a PDF as images, for people to look at."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from typing import Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from desktop.pdf.document import open_document, page_size
from desktop.pdf.letters import Letter, letters_of

# pdfium keeps state of its own between documents: one call at a time in a process.
_LOCK: Final = threading.Lock()
_WHITE: Final = 0xFFFFFFFF
_FLAGS: Final = pdfium_c.FPDF_ANNOT


class Region(NamedTuple):
    """A part of a page's image, in its pixels from the top left."""

    x: int
    y: int
    width: int
    height: int


class Picture(NamedTuple):
    """An image of four bytes a pixel: blue, green, red, unused; `stride` bytes a row."""

    width: int
    height: int
    stride: int
    data: bytes


class PageRaster:
    """An open PDF whose pages can be drawn.

    One thread draws at a time; others wait. Close it, or use it in a `with`.

    Args:
        data: the bytes of the PDF.
        password: opens it, where it has one.

    Raises:
        PasswordError: it opens only with a password, or with another one.
        InputFileError: damaged, or without pages.
    """

    def __init__(self, data: bytes, password: str | None = None) -> None:
        self._exit = ExitStack()
        with _LOCK:
            self._document: pdfium.PdfDocument = self._exit.enter_context(
                open_document(data, password)
            )
            try:
                # Fields that were filled in are drawn by the form environment only.
                self._document.init_forms()
                self.sizes: tuple[tuple[float, float], ...] = tuple(
                    page_size(self._document, index) for index in range(len(self._document))
                )
            except BaseException:
                self._exit.close()
                raise
        self._page: tuple[int, pdfium.PdfPage] | None = None

    def render(self, page_number: int, scale: float, region: Region | None = None) -> Picture:
        """Draw a page, or a part of it, with its annotations and form fields.

        Args:
            page_number: from 1.
            scale: pixels for each point.
            region: the part to draw; the whole page by default.

        Raises:
            IndexError: no such page.
        """
        width, height = self.pixels(page_number, scale)
        part = region or Region(0, 0, width, height)
        with _LOCK:
            page = self._opened(page_number)
            bitmap = pdfium.PdfBitmap.new_native(part.width, part.height, pdfium_c.FPDFBitmap_BGRx)
            try:
                pdfium_c.FPDFBitmap_FillRect(bitmap.raw, 0, 0, part.width, part.height, _WHITE)
                where = (-part.x, -part.y, width, height, 0, _FLAGS)
                pdfium_c.FPDF_RenderPageBitmap(bitmap.raw, page.raw, *where)
                if self._document.formenv is not None:
                    pdfium_c.FPDF_FFLDraw(self._document.formenv.raw, bitmap.raw, page.raw, *where)
                return Picture(part.width, part.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()

    def letters(self, page_number: int) -> tuple[Letter, ...]:
        """The letters of a page in the order they were written, with their places.

        Raises:
            IndexError: no such page.
        """
        if not 1 <= page_number <= len(self.sizes):
            raise IndexError(page_number)
        with _LOCK:
            return letters_of(self._opened(page_number))

    def pixels(self, page_number: int, scale: float) -> tuple[int, int]:
        """Width and height of a page's image.

        Raises:
            IndexError: no such page.
        """
        if not 1 <= page_number <= len(self.sizes):
            raise IndexError(page_number)
        width, height = self.sizes[page_number - 1]
        return max(1, round(width * scale)), max(1, round(height * scale))

    def close(self) -> None:
        """Give the document back; nothing can be drawn afterwards."""
        with _LOCK:
            if self._page is not None:
                self._page[1].close()
                self._page = None
            self._exit.close()

    def __enter__(self) -> PageRaster:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _opened(self, page_number: int) -> pdfium.PdfPage:
        # The parts of one page are drawn one after the other; parse it once.
        if self._page is not None and self._page[0] == page_number:
            return self._page[1]
        if self._page is not None:
            self._page[1].close()
        page: pdfium.PdfPage = self._document[page_number - 1]
        self._page = (page_number, page)
        return page
