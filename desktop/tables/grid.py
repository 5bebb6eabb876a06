"""What table finding yields: text cells on a page, without meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desktop.geometry import Box
from desktop.pdf.page import Glyph


class GridCell(NamedTuple):
    """A rectangle of a table (in the page's reading frame) and the glyphs in it.

    `lines` are its glyphs by printed line; `text` joins them without breaks; `words` are its
    runs of glyphs that a wide gap or a line end separates.
    """

    box: Box
    lines: tuple[tuple[Glyph, ...], ...]
    text: str
    words: tuple[str, ...]

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All glyphs in reading order."""
        if len(self.lines) == 1:
            return self.lines[0]
        return tuple(glyph for line in self.lines for glyph in line)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells. `has_rulings`: found by rulings, not by alignment.

    `orphans` are the glyphs inside the table's area that lie in none of its cells. Where no
    rulings tell which columns a header's word stands over, `words` are all of its words.
    """

    page: int
    box: Box
    cells: tuple[GridCell, ...]
    has_rulings: bool
    orphans: tuple[Glyph, ...] = ()
    words: tuple[GridCell, ...] = ()
