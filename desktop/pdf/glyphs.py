"""pdfium's text of a page to glyphs with their boxes.

The loops call pdfium once for each property of each character, a few thousand times a
document, so they stay close to the C interface and bind names locally.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium_c

from desktop.geometry import Box
from desktop.pdf.characters import UNCODED, character
from desktop.pdf.document import Handle
from desktop.pdf.frame import Frame
from desktop.pdf.page import Glyph

_QUARTER: Final = math.pi / 2
# Watermarks lie slanted over the page; anything else is upright to a fraction of a degree.
_SLANT: Final = math.radians(3)
# WORKAROUND pdfium: the loose box of a glyph in a vertical font is not scaled by the text
# matrix; above this height (points) the box of its ink is taken instead.
_TALLEST: Final = 48.0
_BLANK: Final = frozenset(" \t\r\n\f\v\x00\xa0\u3000\u200b\ufeff")
# Codes that a font gives without knowing what they mean are low numbers; looking at those
# alone saves a call for each Chinese character.
_TEXT_FROM: Final = 0x3000
_INVISIBLE: Final = pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE


class RawGlyph(NamedTuple):
    """A character in the page's own coordinates; `quarter` is None where it lies slanted."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    origin_x: float
    origin_y: float
    quarter: int | None


def raw_glyphs(textpage: Handle, hidden: bool) -> list[RawGlyph]:
    """Every character that is not white space.

    Args:
        textpage: pdfium's handle.
        hidden: whether the page has invisible text, which is then left out.
    """
    rect = pdfium_c.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    rect_ref, x_ref, y_ref = ctypes.byref(rect), ctypes.byref(x), ctypes.byref(y)
    codes = _codes(textpage)
    box_of = pdfium_c.FPDFText_GetLooseCharBox
    origin_of = pdfium_c.FPDFText_GetCharOrigin
    has_error = pdfium_c.FPDFText_HasUnicodeMapError
    angle_of = pdfium_c.FPDFText_GetCharAngle
    glyphs: list[RawGlyph] = []
    add = glyphs.append
    for index, code in enumerate(codes):
        char = character(code)
        if code < _TEXT_FROM and has_error(textpage, index):
            char = UNCODED
        if char in _BLANK or (hidden and _is_hidden(textpage, index)):
            continue
        box_of(textpage, index, rect_ref)
        origin_of(textpage, index, x_ref, y_ref)
        if rect.top - rect.bottom > _TALLEST:
            _take_ink(textpage, index, rect)
        angle = angle_of(textpage, index)
        quarter = 0 if angle == 0 else _quarter(angle)
        add(RawGlyph(char, rect.left, rect.bottom, rect.right, rect.top, x.value, y.value, quarter))
    return glyphs


def _codes(textpage: Handle) -> Sequence[int]:
    """The code of every character, in one call where each is one unit of UTF-16."""
    count = pdfium_c.FPDFText_CountChars(textpage)
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium_c.FPDFText_GetText(textpage, 0, count, units) == count + 1:
        codes: list[int] = units[:count]
        if not any(0xD800 <= code < 0xE000 for code in codes):
            return codes
    code_of = pdfium_c.FPDFText_GetUnicode
    return [code_of(textpage, index) for index in range(count)]


def dominant_quarter(glyphs: Sequence[RawGlyph]) -> int:
    """The quarter turn in which most of the page's text stands."""
    counts = Counter(glyph.quarter for glyph in glyphs if glyph.quarter is not None)
    return counts.most_common(1)[0][0] if counts else 0


def framed(glyphs: Sequence[RawGlyph], frame: Frame) -> tuple[Glyph, ...]:
    """Glyphs in the reading frame; slanted ones and those outside the page are left out."""
    width, height, quarter = 2 * frame.width, 2 * frame.height, frame.quarter
    from_page, frame_x, frame_y = frame.from_page, frame.x0, frame.y1
    result: list[Glyph] = []
    for char, left, bottom, right, top, origin_x, origin_y, turn in glyphs:
        if turn is None:
            continue
        if quarter == 0:  # as nearly every page is; the general way takes twice as long
            box = Box(left - frame_x, frame_y - top, right - frame_x, frame_y - bottom)
        else:
            box = from_page(left, bottom, right, top)
        x0, upper, x1, lower = box
        if 0 <= x0 + x1 <= width and 0 <= upper + lower <= height:
            baseline = frame.down(origin_x, origin_y)
            result.append(Glyph(char, box, baseline, turn != quarter))
    return tuple(result)


def _take_ink(textpage: Handle, index: int, rect: pdfium_c.FS_RECTF) -> None:
    """Put the box of a glyph's ink into `rect`."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if pdfium_c.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
        rect.left, rect.right = left.value, right.value
        rect.bottom, rect.top = bottom.value, top.value


def _quarter(angle: float) -> int | None:
    """Pdfium's angle, which runs with the clock, in quarter turns against it."""
    turns = -angle / _QUARTER
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) * _QUARTER < _SLANT else None


def _is_hidden(textpage: Handle, index: int) -> bool:
    text_object = pdfium_c.FPDFText_GetTextObject(textpage, index)
    if not text_object:
        return False
    return bool(pdfium_c.FPDFTextObj_GetTextRenderMode(text_object) == _INVISIBLE)
