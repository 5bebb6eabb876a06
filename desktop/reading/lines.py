"""Pages to the lines of running text, without tables and page furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.pdf.page import Glyph, Page
from desktop.report.model import Source
from desktop.tables.text import glyphs_outside, lines_of

# Page numbers and running heads stand in the outer part of the page's height.
_MARGIN: Final = 0.12
_PAGE_NUMBER: Final = re.compile(
    r"[-—–_―－·\s]*(第?\d{1,3}页?|\d{1,3}/\d{1,3}|共?\d{1,3}页)[-—–_―－·\s]*"
)
_REPEATED: Final = 3


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line: one glyph for each character of `text`."""

    page: Page
    glyphs: tuple[Glyph, ...]
    text: str
    box: Box

    @property
    def height(self) -> float:
        """The median height of its glyphs, in points."""
        return median(glyph.box.height for glyph in self.glyphs)

    def source(self, start: int, end: int) -> Source:
        """Where the characters from `start` to `end` are printed."""
        box = enclosing(glyph.box for glyph in self.glyphs[start:end])
        return Source(self.page.number, self.page.frame.displayed(box))


def text_lines(pages: Sequence[Page], tables: Mapping[int, Sequence[Box]]) -> list[TextLine]:
    """The lines of all pages in reading order.

    Args:
        pages: the document.
        tables: the areas (reading frame) to leave out, by page number.
    """
    lines = [line for page in pages for line in _page_lines(page, tables.get(page.number, ()))]
    repeated = _running_heads(lines)
    return [line for line in lines if not _is_furniture(line, repeated)]


def _page_lines(page: Page, tables: Sequence[Box]) -> Iterator[TextLine]:
    outside = glyphs_outside(page.glyphs, tables)
    for glyphs in lines_of(glyph for glyph in outside if not glyph.turned):
        text = "".join(glyph.char for glyph in glyphs)
        yield TextLine(page, tuple(glyphs), text, enclosing(glyph.box for glyph in glyphs))


def _in_margin(line: TextLine) -> bool:
    height = line.page.frame.height
    return line.box.bottom < height * _MARGIN or line.box.top > height * (1 - _MARGIN)


def _running_heads(lines: Sequence[TextLine]) -> frozenset[str]:
    counts = Counter(line.text for line in lines if _in_margin(line))
    return frozenset(text for text, count in counts.items() if count >= _REPEATED)


def _is_furniture(line: TextLine, repeated: frozenset[str]) -> bool:
    if not _in_margin(line):
        return False
    return line.text in repeated or _PAGE_NUMBER.fullmatch(line.text) is not None
