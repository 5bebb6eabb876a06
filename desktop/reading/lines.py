"""Pages to the lines of running text, without tables and page furniture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from statistics import median
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.pdf.page import Glyph, Page
from desktop.report.model import Source
from desktop.tables.text import glyphs_outside, lines_of

# So many glyphs of a line tell its height.
_SEEN: Final = 12
# Half the white between two pages on one sheet, at least, in parts of its width.
_GUTTER: Final = 0.01


@dataclass(frozen=True, slots=True)
class TableAreas:
    """What of a page is tables: their areas in its reading frame.

    `headings` are the glyphs in these that are running text all the same.
    """

    areas: Sequence[Box] = ()
    headings: Sequence[Glyph] = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line: one glyph for each character of `text`."""

    page: Page
    glyphs: tuple[Glyph, ...]
    text: str
    box: Box

    @property
    def height(self) -> float:
        """The median height of its glyphs, in points; of a long line's, some all along it."""
        return median(glyph.box.height for glyph in self.glyphs[:: 1 + len(self.glyphs) // _SEEN])

    def source(self, start: int, end: int) -> Source:
        """Where the characters from `start` to `end` are printed."""
        box = enclosing(glyph.box for glyph in self.glyphs[start:end])
        return Source(self.page.number, self.page.frame.displayed(box))


def text_lines(
    pages: Sequence[Page], tables: Mapping[int, TableAreas], furniture: Set[int] = frozenset()
) -> list[TextLine]:
    """The lines of all pages in reading order.

    Args:
        pages: the document.
        tables: what to leave out, by page number.
        furniture: the identities of the glyphs at the edges of pages to leave out.
    """
    none = TableAreas()
    lines = (line for page in pages for line in _page_lines(page, tables.get(page.number, none)))
    # A heading that is part of a table is repeated with the table's header.
    headings = {id(glyph) for table in tables.values() for glyph in table.headings}
    apart = furniture - headings
    return [line for line in lines if id(line.glyphs[0]) not in apart]


def _page_lines(page: Page, tables: TableAreas) -> Iterator[TextLine]:
    outside = list(glyphs_outside(page.glyphs, tables.areas))
    if tables.headings:
        outside = list({id(glyph): glyph for glyph in (*outside, *tables.headings)}.values())
    for column in _columns_of_text(page, outside, tables.areas):
        for glyphs in lines_of(glyph for glyph in column if not glyph.rotated):
            yield line_of(page, glyphs)


def _columns_of_text(
    page: Page, glyphs: Sequence[Glyph], tables: Sequence[Box]
) -> Iterator[Sequence[Glyph]]:
    """The text of a sheet in reading order: its two halves where it holds two pages."""
    middle = page.frame.width / 2
    gutter = _GUTTER * page.frame.width
    boxes = [*tables, *(glyph.box for glyph in glyphs)]
    whole = any(box.x0 < middle + gutter and box.x1 > middle - gutter for box in boxes)
    if page.frame.width <= page.frame.height or whole:
        yield glyphs
        return
    yield [glyph for glyph in glyphs if glyph.box.x1 < middle]
    yield [glyph for glyph in glyphs if glyph.box.x1 >= middle]


def line_of(page: Page, glyphs: Sequence[Glyph]) -> TextLine:
    """A line from its glyphs, from left to right."""
    text = "".join(glyph.char for glyph in glyphs)
    return TextLine(page, tuple(glyphs), text, enclosing(glyph.box for glyph in glyphs))
