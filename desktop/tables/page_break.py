"""What a page break parts: a header at the end of one page, its values on the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.pdf.page import Glyph
from desktop.tables.header_labels import APART
from desktop.tables.text import height_of, lines_of

# In glyph heights: the white between a carried header and what follows it.
_WHITE: Final = 0.5
# The name of the office, and the number of the page below it.
_FOOT_LINES: Final = 2


class PageEnd(NamedTuple):
    """The text of a page outside its ruled tables, and where its last table ends, in points."""

    glyphs: Sequence[Glyph]
    last: float


def set_above(glyphs: Sequence[Glyph], before: PageEnd) -> list[Glyph]:
    """The text after the last table of the page before, moved to where it would stand above."""
    text = list(_text_after(before))
    if not glyphs or not text:
        return []
    white = _WHITE * height_of(text)
    by = min(g.box.top for g in glyphs) - white - max(g.box.bottom for g in text)
    return [_moved(glyph, by) for glyph in text]


def _text_after(page: PageEnd) -> Iterator[Glyph]:
    """The text below the last table, without the page's foot, which stands apart."""
    lines = lines_of(g for g in page.glyphs if not g.rotated and g.box.centre_y > page.last)
    while foot := _foot_lines(lines):
        del lines[-foot:]
    for line in lines:
        yield from line


def _foot_lines(lines: Sequence[Sequence[Glyph]]) -> int:
    """How many of the last lines are a foot: numbers, or what stands apart from the text."""
    if lines and _is_numbers(lines[-1]):
        return 1
    for count in range(1, min(_FOOT_LINES, len(lines) - 1) + 1):
        if _stands_apart(lines[-count - 1], lines[-count]):
            return count
    return 0


def _moved(glyph: Glyph, by: float) -> Glyph:
    box = glyph.box._replace(top=glyph.box.top + by, bottom=glyph.box.bottom + by)
    return glyph._replace(box=box, baseline=glyph.baseline + by)


def _is_numbers(line: Sequence[Glyph]) -> bool:
    return not any(glyph.char.isalpha() for glyph in line)


def _stands_apart(upper: Sequence[Glyph], lower: Sequence[Glyph]) -> bool:
    bottom = max(glyph.box.bottom for glyph in upper)
    return min(glyph.box.top for glyph in lower) - bottom > APART * height_of(lower)
