"""What is seen of a page's text, and where something else is seen than text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import pypdfium2 as pdfium

from desktop.geometry import Box
from desktop.pdf.frame import Frame
from desktop.pdf.glyphs import PlacedText, page_text, text_of
from desktop.pdf.hidden import Hidden, hidden_glyphs, may_hide
from desktop.pdf.ink import Ink, InkMark
from desktop.pdf.page import Difference, Discrepancy, Glyph
from desktop.pdf.page_objects import PageObjects
from desktop.pdf.paint import Area
from desktop.pdf.positions import connected, without_replaced, words
from desktop.pdf.transform import Rect

# Images that cover more than this part of a page are its scan or its background.
_SCAN: Final = 0.5
# The part of a page's glyphs that is hidden where they are the text layer of its scan.
_TEXT_LAYER: Final = 0.9
# Points: pictures of a character or of a line of them are so high, and so wide.
_LOWEST_PICTURE: Final = 4.0
_HIGHEST_PICTURE: Final = 72.0
# So many pictures are looked at; where there are more, all are taken for characters.
_PICTURES: Final = 60


class SeenText(NamedTuple):
    """The text of a page as far as it is seen; `images` is the part that images cover, 0 to 1."""

    frame: Frame
    glyphs: tuple[Glyph, ...]
    clips: Sequence[Rect]
    images: float
    discrepancies: tuple[Discrepancy, ...]


def seen_text(page: pdfium.PdfPage, objects: PageObjects) -> SeenText:
    """The text of an open page that is seen.

    Args:
        page: the page.
        objects: what its objects tell.
    """
    images = _image_part(objects, page)
    scan = images > _SCAN
    with text_of(page) as text:
        # The text that a scan was recognised to is not what its frame is taken from.
        placed = page_text(page, text, objects.moved, objects.inkless if scan else ())
        ink = Ink(page, placed.frame)
        hidden = Hidden()
        if may_hide(objects):
            hidden = hidden_glyphs(placed.glyphs, text, objects, placed.frame, ink)
    glyphs = tuple(placed.glyphs.values())
    if hidden.whole:
        glyphs = tuple(glyph for index, glyph in placed.glyphs.items() if index not in hidden.whole)
    found = [Discrepancy(Difference.HIDDEN, box) for box in _hidden(placed, hidden, glyphs, scan)]
    drawn = [*_shapes(objects, placed.frame), *_pictures(objects, hidden, placed.frame, ink, scan)]
    found += (Discrepancy(Difference.DRAWN, box) for box in connected(drawn))
    return SeenText(placed.frame, glyphs, placed.clips, images, tuple(found))


def _hidden(placed: PlacedText, hidden: Hidden, seen: Sequence[Glyph], scan: bool) -> Iterator[Box]:
    """The places of text that is not seen, or only in part."""
    if scan and len(hidden.whole) >= _TEXT_LAYER * len(placed.glyphs):
        return
    yield from without_replaced(words(placed.glyphs[index] for index in hidden.whole), seen)
    yield from words(placed.glyphs[index] for index in hidden.part)


def _shapes(objects: PageObjects, frame: Frame) -> Iterator[Box]:
    """The places of curves that may be characters."""
    return (frame.from_page(*shape) for shape in objects.parts.shapes)


def _pictures(
    objects: PageObjects, hidden: Hidden, frame: Frame, ink: Ink, scan: bool
) -> Iterator[Box]:
    """The places of images that may show characters."""
    if scan:
        return
    small = [area for area in objects.images if _is_small(area, frame)]
    covering = [area for area in hidden.covers if area.is_image and area not in small]
    for area in [*small, *covering]:
        box = frame.from_page(*area.rect)
        if len(small) > _PICTURES or ink.has_pattern(InkMark(area.item, box)):
            yield box


def _is_small(area: Area, frame: Frame) -> bool:
    box = frame.from_page(*area.rect)
    return _LOWEST_PICTURE <= box.height <= _HIGHEST_PICTURE and box.width >= _LOWEST_PICTURE / 2


def _image_part(objects: PageObjects, page: pdfium.PdfPage) -> float:
    if not objects.images:
        return 0.0
    left, bottom, right, top = page.get_bbox()
    area = (right - left) * (top - bottom)
    images = sum(image.rect.width * image.rect.height for image in objects.images)
    return min(1.0, images / area) if area else 0.0
