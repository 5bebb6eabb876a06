"""Cells that the side of the page, or of what is printed of it, cuts off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.pdf.page import Page
from desktop.reading.rows import Parts
from desktop.tables.grid import GridCell

# Points from the side within which a blank cell is cut, and beyond which none is; parts of a
# character's width within which a number is.
_EDGE: Final = 1.0
_FAR: Final = 12.0
_CUT: Final = 0.5
# Points by which half a ruling reaches over a clip.
_RULING: Final = 1.5


def printed_areas(pages: Mapping[int, Page]) -> Mapping[int, Box | None]:
    """To which area each page is clipped.

    What a browser leaves out whole needs no clip, so that some of the pages have none: all of
    one size are printed alike.
    """
    known = {
        (page.frame.width, page.frame.height): page.clip for page in pages.values() if page.clip
    }
    return {
        number: page.clip or known.get((page.frame.width, page.frame.height))
        for number, page in pages.items()
    }


def is_cut_off(parts: Parts, pages: Mapping[int, Page], areas: Mapping[int, Box | None]) -> bool:
    """Whether a cell loses part of its number, or all of it, at the side of its page.

    A browser prints a table that is wider than the page as far as the margin, and leaves out
    of the file what does not show.
    """
    return any(
        _is_cut(cell, 0, pages[page].frame.width) or _is_clipped(cell, areas[page])
        for page, cell in parts
    )


def _is_clipped(cell: GridCell, area: Box | None) -> bool:
    if area is None:
        return False
    beyond = cell.box.x0 < area.x0 - _RULING or cell.box.x1 > area.x1 + _RULING
    return beyond and _is_cut(cell, area.x0, area.x1)


def _is_cut(cell: GridCell, left: float, right: float) -> bool:
    """Whether a character more would stand beyond one of the sides, or a blank cell does."""
    if cell.box.x0 > left + _FAR and cell.box.x1 < right - _FAR:
        return False
    boxes = [glyph.box.grown(_CUT * glyph.box.width) for glyph in cell.glyphs]
    around = enclosing(boxes or [cell.box.grown(_EDGE)])
    return around.x0 < left or around.x1 > right
