"""pdfium's text of a page to glyphs with their boxes.

The loop calls pdfium for each character, some thousand times a document, so it stays close
to the C interface and asks no more than it must.
"""

from __future__ import annotations

import ctypes
import math
import struct
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from desktop.geometry import Box
from desktop.pdf.calls import Pointer, pointer_to, unchecked
from desktop.pdf.characters import UNCODED, characters
from desktop.pdf.clips import cutting_clips, is_clipped
from desktop.pdf.frame import Frame
from desktop.pdf.page import Glyph
from desktop.pdf.transform import Rect, Transform, matrix_of

_QUARTER: Final = math.pi / 2
# Watermarks lie slanted over the page; anything else is upright to a fraction of a degree.
_SLANT: Final = math.radians(3)
# WORKAROUND pdfium: the loose box of a glyph in a vertical font is not scaled by the text
# matrix; above this height (points) the box of its ink is taken instead.
_TALLEST: Final = 48.0
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")
# Points from the rightmost digit within which a number may be cut off.
_AT_SIDE: Final = 12.0
_BLANK: Final = frozenset(" \t\r\n\f\v\x00\xa0\u3000\u200b\ufeff")
# Codes that a font gives without knowing what they mean are low numbers; looking at those
# alone saves a call for each Chinese character.
_TEXT_FROM: Final = "\u3000"
# What a named tuple's own constructor does, in half the time.
_new: Final = tuple.__new__
# The fields of pdfium's FS_RECTF at once.
_four: Final = struct.Struct("4f").unpack

_count_of = unchecked(pdfium_c.FPDFText_CountChars)
_text_of = unchecked(pdfium_c.FPDFText_GetText)
_code_of = unchecked(pdfium_c.FPDFText_GetUnicode, ctypes.c_uint)
_box_of = unchecked(pdfium_c.FPDFText_GetLooseCharBox)
_ink_of = unchecked(pdfium_c.FPDFText_GetCharBox)
_origin_of = unchecked(pdfium_c.FPDFText_GetCharOrigin)
_angle_of = unchecked(pdfium_c.FPDFText_GetCharAngle, ctypes.c_float)
_matrix_of = unchecked(pdfium_c.FPDFText_GetMatrix)
_has_error = unchecked(pdfium_c.FPDFText_HasUnicodeMapError)
_object_of = unchecked(pdfium_c.FPDFText_GetTextObject, Pointer)


class PlacedText(NamedTuple):
    """The reading frame of a page, and in it every glyph that is not white space.

    The glyphs are by their places in pdfium's text; those of its objects that are `clipped` are
    the areas to which the digits furthest to the right are.
    """

    frame: Frame
    glyphs: Mapping[int, Glyph]
    clips: Sequence[Rect]


@contextmanager
def text_of(page: pdfium.PdfPage) -> Iterator[Pointer]:
    """Pdfium's text of an open page, as long as it is needed."""
    textpage = page.get_textpage()
    try:
        yield pointer_to(textpage.raw)
    finally:
        textpage.close()


def page_text(
    page: pdfium.PdfPage,
    text: Pointer,
    moved: Mapping[int, Transform],
    inkless: Container[int] = (),
) -> PlacedText:
    """The glyphs of a page, but for slanted ones and those outside it.

    Args:
        page: an open page.
        text: its text.
        moved: the matrices of forms, by the addresses of the text objects in them.
        inkless: the addresses of text objects that are left out.
    """
    frame = Frame(0, page.get_rotation() // 90 % 4, *page.get_bbox())
    glyphs, turns = _glyphs(text, frame, moved, inkless)
    quarter = turns.index(max(turns))
    if quarter:
        frame = frame._replace(quarter=quarter)
        glyphs, _ = _glyphs(text, frame, moved, inkless)
    return PlacedText(frame, glyphs, _clips_at_side(text, glyphs))


def object_at(text: Pointer, index: int) -> Pointer:
    """The text object that has the glyph at a place in the text."""
    item: Pointer = _object_of(text, index)
    return item


def _clips_at_side(text: Pointer, glyphs: Mapping[int, Glyph]) -> list[Rect]:
    """The clips of the digits furthest to the right."""
    digits = [(glyph.box.x1, index) for index, glyph in glyphs.items() if glyph.char in _DIGITS]
    side = max(digits, default=(0.0, 0))[0] - _AT_SIDE
    last = [_object_of(text, index) for right, index in digits if right > side]
    return [clip for item in last if is_clipped(item) for clip in cutting_clips(item)]


def _glyphs(
    text: Pointer, frame: Frame, moved: Mapping[int, Transform], inkless: Container[int]
) -> tuple[dict[int, Glyph], list[int]]:
    """Glyphs in a frame by their places in the text; how many stand in each quarter turn."""
    rect = pdfium_c.FS_RECTF()
    rect_ref = ctypes.byref(rect)
    box_of = _box_in(moved, rect) if moved else _box_of
    own, width, height = frame.quarter, 2 * frame.width, 2 * frame.height
    frame_x, frame_y = frame.x0, frame.y1
    glyphs: dict[int, Glyph] = {}
    turns = [0, 0, 0, 0]
    low = high = math.nan
    stand: tuple[int | None, float] | None = None
    upright: dict[tuple[float, float], tuple[int | None, float]] = {}
    for index, char in enumerate(_characters(text)):
        if char < _TEXT_FROM and _has_error(text, index):
            char = UNCODED
        if char in _BLANK or (inkless and _object_of(text, index).value in inkless):
            continue
        box_of(text, index, rect_ref)
        # Upright glyphs of one size on one line have the same top and bottom, to the last
        # bit, and then also the same baseline.
        left, top, right, bottom = _four(rect)
        if bottom != low or top != high:
            stand = upright.get((bottom, top))
        if stand is None or stand[0] != 0:
            left, top, right, bottom = _inked(text, index, (left, top, right, bottom), moved)
            stand = _stand(text, index, frame, moved)
            if stand[0] == 0:
                upright[bottom, top] = stand
        low, high = bottom, top
        turn, baseline = stand
        if turn is None:
            continue
        turns[turn] += 1
        if own == 0:  # as nearly every page is; the general way takes twice as long
            box = _new(Box, (left - frame_x, frame_y - top, right - frame_x, frame_y - bottom))
        else:
            box = frame.from_page(left, bottom, right, top)
        x0, upper, x1, lower = box
        if 0 <= x0 + x1 <= width and 0 <= upper + lower <= height:
            glyphs[index] = _new(Glyph, (char, box, baseline, turn != own))
    return glyphs, turns


def _characters(text: Pointer) -> str:
    """The character of every index, in one call where each is one unit of UTF-16."""
    count = _count_of(text)
    units = (ctypes.c_ushort * (count + 1))()
    if _text_of(text, 0, count, units) == count + 1:
        whole = bytes(units)[:-2].decode("utf-16-le", "surrogatepass")
        if len(whole) == count:
            return characters(whole)
    return characters("".join(chr(_code_of(text, index)) for index in range(count)))


def _lost_form(text: Pointer, index: int, moved: Mapping[int, Transform]) -> Transform | None:
    """The matrix of a glyph's form where its place was given without it.

    WORKAROUND pdfium: a glyph whose text is given by /ActualText, as browsers do for characters
    that share a shape, has the origin and the box that its text object has within the form.
    """
    item = _object_of(text, index)
    form = moved.get(item.value)
    if form is None:
        return None
    return form if _origin(text, index) == matrix_of(item)[4:] else None


def _box_in(moved: Mapping[int, Transform], rect: pdfium_c.FS_RECTF) -> Callable[..., object]:
    """What gives a glyph's box on a page with forms, in `rect`."""

    def box_of(text: Pointer, index: int, rect_ref: object) -> None:
        _box_of(text, index, rect_ref)
        form = _lost_form(text, index, moved)
        if form is not None:
            placed = form.rect(Rect(rect.left, rect.bottom, rect.right, rect.top))
            rect.left, rect.bottom, rect.right, rect.top = placed

    return box_of


def _origin(text: Pointer, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    _origin_of(text, index, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _stand(
    text: Pointer, index: int, frame: Frame, moved: Mapping[int, Transform]
) -> tuple[int | None, float]:
    """The quarter turn of a glyph, None where it lies slanted, and its baseline in the frame."""
    origin = _origin(text, index)
    form = _lost_form(text, index, moved) if moved else None
    if form is not None:
        origin = form.point(*origin)
    return _rotation(text, index), frame.down(*origin)


def _inked(
    text: Pointer,
    index: int,
    sides: tuple[float, float, float, float],
    moved: Mapping[int, Transform],
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a glyph; of its ink where they are too tall to be true."""
    if sides[1] - sides[3] <= _TALLEST or (moved and _lost_form(text, index, moved)):
        return sides
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not _ink_of(text, index, *map(ctypes.byref, (left, right, bottom, top))):
        return sides
    return left.value, top.value, right.value, bottom.value


def _rotation(text: Pointer, index: int) -> int | None:
    """The quarter turns against the clock by which a glyph stands; None if it lies slanted."""
    turn = _quarter(-_angle_of(text, index))
    if turn is not None:
        return turn
    # pdfium's angle, which runs with the clock, is that of the glyph's upright strokes; those
    # of italics made by shearing lean, and the line that they stand on does not.
    matrix = pdfium_c.FS_MATRIX()
    _matrix_of(text, index, ctypes.byref(matrix))
    return _quarter(math.atan2(matrix.b, matrix.a))


def _quarter(angle: float) -> int | None:
    """An angle against the clock in quarter turns, if it is that of one."""
    if angle == 0:
        return 0
    turns = angle / _QUARTER
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) * _QUARTER < _SLANT else None
