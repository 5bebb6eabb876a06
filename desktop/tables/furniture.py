"""What a document prints at the edge of its pages: running heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.pdf.page import Glyph, Page
from desktop.tables.text import height_of, lines_of, text_of

# The outer part of a page's height in which they stand, the part beside it in which the next
# line would be, and how many lines of them there are at each end.
_MARGIN: Final = 0.12
_NEXT: Final = 0.04
_LINES: Final = 2
# Those of two pages on one sheet stand on one line.
_PAGE_NUMBER: Final = re.compile(
    r"(?:[-—–_―－·]*(?:第?\d{1,3}页?|\d{1,3}/\d{1,3}|第\d{1,3}页[，,/]?共\d{1,3}页)[-—–_―－·]*){1,2}"
)
_NUMBER: Final = re.compile(r"\d+")
# A running head stands on so many pages. What is larger by this part is the title it repeats.
_PAGES: Final = 2
_LARGER: Final = 1.1
# In heights: a head or foot stands off the page's text by as much.
_APART: Final = 0.8


@dataclass(frozen=True, slots=True)
class _OuterLine:
    page: int
    glyphs: Sequence[Glyph]
    text: str
    height: float


def furniture(pages: Sequence[Page]) -> frozenset[int]:
    """The identities of the glyphs that are no part of the document's text."""
    lines = [line for page in pages for line in _outer_lines(page)]
    standing: dict[str, list[_OuterLine]] = defaultdict(list)
    for line in lines:
        standing[_NUMBER.sub("#", line.text)].append(line)
    found: list[_OuterLine] = [line for line in lines if _PAGE_NUMBER.fullmatch(line.text)]
    for alike in standing.values():
        named = any(char.isalpha() for char in alike[0].text)
        if named and len({line.page for line in alike}) >= _PAGES:
            usual = min(line.height for line in alike)
            found += [line for line in alike if line.height <= _LARGER * usual]
    return frozenset(id(glyph) for line in found for glyph in line.glyphs)


def _outer_lines(page: Page) -> Iterator[_OuterLine]:
    """The first and last lines of a page, as far as they stand off the others."""
    height = page.frame.height
    margin, reach = _MARGIN * height, (_MARGIN + _NEXT) * height
    above = [glyph for glyph in page.glyphs if glyph[1][1] < reach]
    below = [glyph for glyph in page.glyphs if glyph[1][3] > height - reach]
    for near, first in ((above, True), (below, False)):
        inner = margin if first else height - margin
        outer = [g for g in near if (g[1][3] < inner if first else g[1][1] > inner)]
        for line in lines_of(outer)[:: 1 if first else -1][:_LINES]:
            if not _stands_off(line, near, first=first):
                break
            yield _OuterLine(page.number, line, text_of(line), height_of(line))


def _stands_off(line: Sequence[Glyph], near: Sequence[Glyph], *, first: bool) -> bool:
    """Whether there is white between a line and what is nearer to the page's middle."""
    gap = _APART * height_of(line)
    if first:
        edge = max(glyph.box.bottom for glyph in line)
        return not any(edge - gap / 2 < glyph[1][1] < edge + gap for glyph in near)
    edge = min(glyph.box.top for glyph in line)
    return not any(edge - gap < glyph[1][3] < edge + gap / 2 for glyph in near)
