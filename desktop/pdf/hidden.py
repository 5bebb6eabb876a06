"""The glyphs of a page that a person does not see, or not whole.

They may be without ink, in the colour of what lies behind them, on a layer that is off,
clipped away, or covered by what is drawn later. The order and the colours of the page's
objects tell most of it; where they leave a question, the page is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from desktop.geometry import Box
from desktop.pdf.calls import Pointer
from desktop.pdf.frame import Frame
from desktop.pdf.glyphs import object_at
from desktop.pdf.ink import Ink, InkMark
from desktop.pdf.page import Glyph
from desktop.pdf.page_objects import PageObjects
from desktop.pdf.paint import Area

# The part of a glyph's ink that must be seen: below the first it is hidden, below the second
# it is not sure which character it is.
_HIDDEN: Final = 0.15
_WHOLE: Final = 0.75
# The part of a glyph's box that an area must take to cover any of its ink.
_TOUCHED: Final = 0.2
# In parts of a glyph's height: its ink reaches so far above its baseline.
_INK: Final = 0.75


class Hidden(NamedTuple):
    """The places in the text of glyphs that are not seen, and of those seen in part.

    `covers` are the areas that lie over any of them.
    """

    whole: frozenset[int] = frozenset()
    part: frozenset[int] = frozenset()
    covers: tuple[Area, ...] = ()


def may_hide(objects: PageObjects) -> bool:
    """Whether any text of a page may not be seen."""
    return bool(objects.inkless or objects.unsure or objects.clipped or objects.covers)


def hidden_glyphs(
    glyphs: Mapping[int, Glyph], text: Pointer, objects: PageObjects, frame: Frame, ink: Ink
) -> Hidden:
    """The glyphs that are not seen.

    Args:
        glyphs: the glyphs by their places in the text.
        text: pdfium's text of the page.
        objects: what the page's objects tell.
        frame: its reading frame.
        ink: what is asked where they leave a question.
    """
    marks = {index: InkMark(object_at(text, index), glyph.box) for index, glyph in glyphs.items()}
    owners = {index: mark.item.value or 0 for index, mark in marks.items()}
    shares = {
        index: _shown_part(owner, glyphs[index], objects, frame) for index, owner in owners.items()
    }
    unsure = {index: marks[index] for index, owner in owners.items() if owner in objects.unsure}
    shares |= ink.shares(unsure, ())
    covers = _covers(owners, {i: glyphs[i] for i, share in shares.items() if share}, objects, frame)
    items = {area.item.value: area.item for areas in covers.values() for area in areas}
    shares |= ink.shares({index: marks[index] for index in covers}, tuple(items.values()))
    hiding = [area for index in covers if shares[index] < _WHOLE for area in covers[index]]
    return Hidden(
        frozenset(index for index, share in shares.items() if share < _HIDDEN),
        frozenset(index for index, share in shares.items() if _HIDDEN <= share < _WHOLE),
        tuple({area.item.value: area for area in hiding}.values()),
    )


def _shown_part(owner: int, glyph: Glyph, objects: PageObjects, frame: Frame) -> float:
    """The part of a glyph's ink that lies within what its object is clipped to."""
    if owner in objects.inkless:
        return 0.0
    clip = objects.clipped.get(owner)
    if clip is None:
        return 1.0
    part = _part_within(_ink_box(glyph), frame.from_page(*clip))
    # The side of a page cuts through tables; what is left of a character still tells the column.
    return max(part, _HIDDEN) if part else 0.0


def _covers(
    owners: Mapping[int, int], glyphs: Mapping[int, Glyph], objects: PageObjects, frame: Frame
) -> dict[int, list[Area]]:
    """What is drawn over the ink of each glyph; those that nothing is drawn over are left out."""
    over = {
        index: [area for area in objects.covers[owners[index]] if _touches(area, glyph, frame)]
        for index, glyph in glyphs.items()
        if owners[index] in objects.covers
    }
    return {index: areas for index, areas in over.items() if areas}


def _touches(area: Area, glyph: Glyph, frame: Frame) -> bool:
    return _part_within(_ink_box(glyph), frame.from_page(*area.rect)) >= _TOUCHED


def _ink_box(glyph: Glyph) -> Box:
    """Where the ink of a glyph is, from side to side."""
    x0, top, x1, bottom = glyph.box
    if glyph.rotated:
        return glyph.box
    return Box(
        x0, max(top, glyph.baseline - _INK * (bottom - top)), x1, min(bottom, glyph.baseline)
    )


def _part_within(box: Box, area: Box) -> float:
    """The part of a box that lies in an area."""
    width = min(box.x1, area.x1) - max(box.x0, area.x0)
    height = min(box.bottom, area.bottom) - max(box.top, area.top)
    whole = box.width * box.height
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / whole if whole else 1.0
