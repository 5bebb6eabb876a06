"""Which piece of a page shows a term of an equation, or a line of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop.geometry import Box
from desktop.gui.pages.renderer import Crop
from desktop.report.model import Source

_ZOOM: Final = 1.7
"""pixels for each point of a page, where there is room"""
_RULING: Final = 1.5
"""points at a cell's edge that are its rulings' and never a digit's"""
_AROUND: Final = 2.0
"""points around a line of text, whose box may end at its letters"""
_HIGHEST: Final = 28
"""pixels down at most, where nothing printed is higher"""


def text_crops(sources: Sequence[Source], ratio: float, widest: int) -> list[Crop]:
    """The pieces of pages that show lines of a text, whole and all at one scale; as below."""
    boxes = [
        Box(x0 - _AROUND, top - _AROUND, x1 + _AROUND, bottom + _AROUND)
        for x0, top, x1, bottom in (source.box for source in sources)
    ]
    scale = min([_ZOOM, *(widest / max(1.0, box.width) for box in boxes)])
    return [
        Crop(source.page, box, scale * ratio, round(_HIGHEST * ratio), round(widest * ratio))
        for source, box in zip(sources, boxes, strict=True)
    ]


def crop_of(source: Source, ratio: float, widest: int) -> Crop:
    """The piece of a page that shows a place, inside its rulings: digits of one size in all.

    Args:
        source: the place; a whole cell as a rule.
        ratio: device pixels for each pixel.
        widest: pixels there are across.
    """
    x0, top, x1, bottom = source.box
    inset = _RULING if min(x1 - x0, bottom - top) > 6 * _RULING else 0.0
    box = Box(x0 + inset, top + inset, x1 - inset, bottom - inset)
    return Crop(source.page, box, _ZOOM * ratio, round(_HIGHEST * ratio), round(widest * ratio))
