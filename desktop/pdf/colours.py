"""The colours of page objects: what differs from the paper, and from what lies behind it."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from typing import Final, NamedTuple, cast

import pypdfium2.raw as pdfium_c

from desktop.pdf.calls import Pointer, unchecked

# Of 255: a channel that differs by less from that behind it is not seen.
_SEEN: Final = 24
# Text with a darker channel than this is seen on paper and on all that is shaded lightly.
_PALE: Final = 160

# What a named tuple's own constructor does, in half the time.
_new: Final = cast("Callable[[type[Colour], tuple[int, ...]], Colour]", tuple.__new__)
get_fill = unchecked(pdfium_c.FPDFPageObj_GetFillColor)
_get_stroke = unchecked(pdfium_c.FPDFPageObj_GetStrokeColor)
channels_in: Final = struct.Struct("4I").unpack
"""the four numbers that were written to a buffer"""


class Colour(NamedTuple):
    """Red, green, blue and opacity, 0 to 255."""

    red: int
    green: int
    blue: int
    alpha: int

    @property
    def is_pale(self) -> bool:
        """Whether it may not be seen on paper, or on a light shade."""
        return min(self[:3]) >= _PALE or self.alpha < _SEEN

    def is_seen_on(self, other: Colour) -> bool:
        """Whether what has it is seen on the other."""
        difference = max(abs(one - two) for one, two in zip(self[:3], other[:3], strict=True))
        return difference * self.alpha >= _SEEN * 255


PAGE_COLOUR: Final = Colour(255, 255, 255, 255)


class Colours:
    """Asks for the colours of page objects, in a buffer of its own.

    `get_fill(item, *places)` writes to it; `channels_in(buffer)` is then what was written.
    """

    def __init__(self) -> None:
        self.buffer = (ctypes.c_uint * 4)()
        self.targets = tuple(ctypes.byref(self.buffer, 4 * index) for index in range(4))

    def fill(self, item: Pointer) -> Colour | None:
        """The colour that a page object is filled with; None if that is a pattern."""
        known = get_fill(item, *self.targets)
        return _new(Colour, channels_in(self.buffer)) if known else None

    def stroke(self, item: Pointer) -> Colour | None:
        """The colour that a page object is stroked with; None if that is a pattern."""
        known = _get_stroke(item, *self.targets)
        return _new(Colour, channels_in(self.buffer)) if known else None
