"""What table finding yields: text cells on a page, without meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desktop.geometry import Box
from desktop.pdf.page import Glyph


class GridCell(NamedTuple):
    """A rectangle of a table (in the page's reading frame) and the glyphs in it.

    `text` joins the printed lines without breaks; `words` are its runs of glyphs that a wide
    gap or a line end separates.
    """

    box: Box
    glyphs: tuple[Glyph, ...]
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells. `ruled`: found by rulings, not by alignment.

    `strays` are the glyphs inside the table's area that lie in none of its cells.
    """

    page: int
    box: Box
    cells: tuple[GridCell, ...]
    ruled: bool
    strays: tuple[Glyph, ...] = ()
