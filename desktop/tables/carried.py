"""What a page break parts: a header at the end of one page, its values on the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.pdf.page import Glyph
from desktop.tables.header_labels import APART
from desktop.tables.text import height_of, lines_of

# In glyph heights: the white between a carried header and what follows it.
_WHITE: Final = 0.5


def text_after(glyphs: Iterable[Glyph], end: float) -> list[Glyph]:
    """The text of a page below `end` (points), without the page's foot, which stands apart."""
    lines = lines_of(g for g in glyphs if not g.turned and g.box.centre_y > end)
    while lines and (_is_numbers(lines[-1]) or (len(lines) > 1 and _stands_apart(*lines[-2:]))):
        lines.pop()
    return [glyph for line in lines for glyph in line]


def set_above(glyphs: Sequence[Glyph], before: Sequence[Glyph]) -> Iterator[Glyph]:
    """The text of the page before, moved to where it would stand above `glyphs`."""
    if not glyphs or not before:
        return
    white = _WHITE * height_of(before)
    by = min(g.box.top for g in glyphs) - white - max(g.box.bottom for g in before)
    for glyph in before:
        box = glyph.box._replace(top=glyph.box.top + by, bottom=glyph.box.bottom + by)
        yield glyph._replace(box=box, baseline=glyph.baseline + by)


def _is_numbers(line: Sequence[Glyph]) -> bool:
    return not any(glyph.char.isalpha() for glyph in line)


def _stands_apart(upper: Sequence[Glyph], lower: Sequence[Glyph]) -> bool:
    bottom = max(glyph.box.bottom for glyph in upper)
    return min(glyph.box.top for glyph in lower) - bottom > APART * height_of(lower)
