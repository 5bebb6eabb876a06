"""The letters of a page with their places as displayed, for people to find, select and copy."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2 as pdfium

from desktop.geometry import Box
from desktop.pdf.glyphs import page_text, text_of
from desktop.pdf.page_objects import page_objects


class Letter(NamedTuple):
    """One character, and its rectangle in points on the page as displayed."""

    char: str
    box: Box


def letters_of(page: pdfium.PdfPage) -> tuple[Letter, ...]:
    """The letters of an open page, invisible ones over a scan included; no white space."""
    with text_of(page) as text:
        frame, glyphs, _ = page_text(page, text, page_objects(page.raw).moved)
    return tuple(Letter(glyph.char, frame.displayed(glyph.box)) for glyph in glyphs.values())
