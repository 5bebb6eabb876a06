"""pdfium's page objects in the order they are drawn, and what they tell of a page."""

from __future__ import annotations

from ctypes import byref, c_int
from dataclasses import dataclass, field
from itertools import repeat
from typing import Final

import pypdfium2.raw as pdfium_c

from desktop.pdf.calls import Pointer, pointer_to, unchecked
from desktop.pdf.clips import clip_count_of, clip_of, cutting_clips, is_clipped, shown_part
from desktop.pdf.colours import PAGE_COLOUR, Colours, channels_in, get_fill
from desktop.pdf.document import Handle
from desktop.pdf.layers import on_layer
from desktop.pdf.outlines import THICKEST, PathParts, add_parts
from desktop.pdf.paint import Area, Paint
from desktop.pdf.transform import IDENTITY, Bounds, Rect, Transform, matrix_of

# So many clips tell whether all of a page is clipped.
_CLIPS: Final = 8
_DEEPEST_FORM: Final = 8
_TEXT: Final = pdfium_c.FPDF_PAGEOBJ_TEXT
_PATH: Final = pdfium_c.FPDF_PAGEOBJ_PATH
_IMAGE: Final = pdfium_c.FPDF_PAGEOBJ_IMAGE
_SHADING: Final = pdfium_c.FPDF_PAGEOBJ_SHADING
_FORM: Final = pdfium_c.FPDF_PAGEOBJ_FORM
_FILLED: Final = pdfium_c.FPDF_TEXTRENDERMODE_FILL
# Those in which text is seen if its fill is, whatever else is done with its outlines.
_WITH_FILL: Final = frozenset({_FILLED, pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE})
_NO_INK: Final = frozenset(
    {pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP}
)

_count_of = unchecked(pdfium_c.FPDFPage_CountObjects)
_item_at = unchecked(pdfium_c.FPDFPage_GetObject, Pointer)
_inner_count_of = unchecked(pdfium_c.FPDFFormObj_CountObjects)
_inner_item_at = unchecked(pdfium_c.FPDFFormObj_GetObject, Pointer)
_kind_of = unchecked(pdfium_c.FPDFPageObj_GetType)
_mode_of = unchecked(pdfium_c.FPDFTextObj_GetTextRenderMode)
_get_drawing = unchecked(pdfium_c.FPDFPath_GetDrawMode)
_segment_count_of = unchecked(pdfium_c.FPDFPath_CountSegments)


@dataclass(slots=True)
class PageObjects:
    """What the objects of a page tell.

    `images` are the areas of its images; `clips` are areas beyond which what is drawn does not
    show, and so many were `looked` at.

    The others are of text objects, by their addresses: the matrices of the forms in which they
    lie (`moved`), those without ink (`inkless`), those that may not be seen for their colour
    or because their layer is off (`unsure`), the areas to which they are clipped (`clipped`),
    and what is drawn over them (`covers`).
    """

    parts: PathParts = field(default_factory=PathParts)
    images: list[Area] = field(default_factory=list)
    clips: list[Rect] = field(default_factory=list)
    looked: int = 0
    moved: dict[int, Transform] = field(default_factory=dict)
    inkless: set[int] = field(default_factory=set)
    unsure: set[int] = field(default_factory=set)
    clipped: dict[int, Rect] = field(default_factory=dict)
    covers: dict[int, list[Area]] = field(default_factory=dict)


def page_objects(page: Handle, layers: bool = False) -> PageObjects:
    """Look at every object of a page, those inside forms included.

    Args:
        page: an open page.
        layers: whether the document has layers, which may be off.
    """
    return _Walk(layers).over(pointer_to(page))


class _Walk:
    """One walk over the objects of a page."""

    def __init__(self, layers: bool) -> None:
        self._objects = PageObjects()
        self._layers = layers
        self._paint = Paint()
        self._colours = Colours()
        self._bounds = Bounds()
        self._filled, self._stroked = c_int(), c_int()
        self._drawing = byref(self._filled), byref(self._stroked)

    def over(self, holder: Pointer) -> PageObjects:
        """What the objects of a page tell."""
        channels, targets = self._colours.buffer, self._colours.targets
        plain = frozenset() if self._layers else self._paint.plain
        add_text = self._paint.texts.append
        items = list(map(_item_at, repeat(holder), range(_count_of(holder))))
        # A page has a thousand text objects and few others: no more than a glance for those.
        for item, mode in zip(items, map(_mode_of, items), strict=True):
            if mode in _WITH_FILL:
                get_fill(item, *targets)
                if channels_in(channels) in plain and clip_count_of(clip_of(item)) <= 0:
                    add_text(item)
                    continue
            self._examine(item, IDENTITY, 0)
        self._objects.covers = self._paint.covers
        return self._objects

    def _examine(self, item: Pointer, matrix: Transform, depth: int) -> None:
        objects = self._objects
        kind = _kind_of(item)
        if kind == _TEXT:
            self._examine_text(item, matrix, depth)
        elif kind == _PATH:
            if objects.looked < _CLIPS and not depth and is_clipped(item):
                objects.looked += 1
                objects.clips.extend(cutting_clips(item))
            self._examine_path(item, matrix)
        elif kind in (_IMAGE, _SHADING):
            area = Area(self._bounds.of(item, matrix), item, kind == _IMAGE, None)
            self._paint.add(area)
            if kind == _IMAGE:
                objects.images.append(area)
        elif kind == _FORM and depth < _DEEPEST_FORM:
            inner = matrix_of(item).times(matrix)
            if inner == IDENTITY:
                inner = IDENTITY
            for index in range(_inner_count_of(item)):
                self._examine(_inner_item_at(item, index), inner, depth + 1)

    def _examine_text(self, item: Pointer, matrix: Transform, depth: int) -> None:
        objects = self._objects
        address = item.value or 0
        if matrix is not IDENTITY:
            objects.moved[address] = self._paint.moved[address] = matrix
        mode = _mode_of(item)
        colour = self._colours.fill(item)
        if mode in _NO_INK or (mode == _FILLED and colour is not None and not colour.alpha):
            objects.inkless.add(address)
            return
        seen = colour is not None and self._paint.shows(item, matrix, colour, mode == _FILLED)
        if not seen or (self._layers and (depth or on_layer(item))):
            objects.unsure.add(address)
        shown = shown_part(item, matrix) if is_clipped(item) else None
        if shown is not None:
            objects.clipped[address] = shown
        self._paint.texts.append(item)

    def _examine_path(self, item: Pointer, matrix: Transform) -> None:
        objects = self._objects
        bounds = self._bounds.of(item, matrix)
        segments = _segment_count_of(item)
        left, bottom, right, top = bounds
        thin = right - left <= THICKEST or top - bottom <= THICKEST
        if thin and segments <= 5:
            objects.parts.pieces.append(bounds)
            return
        _get_drawing(item, *self._drawing)
        filled, stroked = bool(self._filled.value), bool(self._stroked.value)
        if filled and not thin:
            self._paint.add(Area(bounds, item, False, self._colours.fill(item)))
        if stroked or segments > 5:
            inner = matrix_of(item).times(matrix)
            drawn = len(objects.parts.shapes)
            add_parts(objects.parts, item, inner, segments, stroked)
            if len(objects.parts.shapes) > drawn and not self._has_ink(item, filled, stroked):
                del objects.parts.shapes[drawn:]

    def _has_ink(self, item: Pointer, filled: bool, stroked: bool) -> bool:
        """Whether a path is drawn in a colour that is seen on paper."""
        colours = [self._colours.fill(item)] if filled else []
        if stroked:
            colours.append(self._colours.stroke(item))
        return any(colour is None or colour.is_seen_on(PAGE_COLOUR) for colour in colours)
