"""What page objects put on the paper, found by drawing parts of a page with and without them.

Drawing costs milliseconds, so only objects are asked about of which nothing else tells whether
they are seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import product
from typing import Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from desktop.geometry import Box, enclosing
from desktop.pdf.calls import Pointer, unchecked
from desktop.pdf.frame import Frame

# Of 255: a pixel that differs by less looks the same, below glass too; a picture whose pixels
# do is a plain area.
_SEEN: Final = 24
_FAINT: Final = 12
_PLAIN: Final = 48
# The part of its contrast that a pixel has below glass at least.
_CLEAR: Final = 0.25
# Pixels a point, and pixels of a part of a page at most.
_SCALE: Final = 3.0
_PIXELS: Final = 600_000
_WHITE: Final = 0xFFFFFFFF
# The part of a glyph's box at each side in which its neighbours' ink may lie.
_SIDE: Final = 0.1
# Objects that lie over one another are told apart in so many rounds.
_ROUNDS: Final = 4
# Points: the sides of the squares by which they are.
_FIELD: Final = 2.0

_set_active = unchecked(pdfium_c.FPDFPageObj_SetIsActive)


class InkMark(NamedTuple):
    """An object, and the area in which it should be seen, in the reading frame."""

    item: Pointer
    box: Box


class Ink:
    """Asks what is seen of the objects of an open page.

    Args:
        page: the page.
        frame: its reading frame.
    """

    def __init__(self, page: pdfium.PdfPage, frame: Frame) -> None:
        self._page = page
        self._frame = frame

    def shares(self, marks: Mapping[int, InkMark], covers: Sequence[Pointer]) -> dict[int, float]:
        """Which part of the ink of each mark is seen, 0 to 1.

        Args:
            marks: what is asked about, by any keys.
            covers: the objects that may hide it.
        """
        shares: dict[int, float] = {}
        for keys in _rounds(marks):
            asked = [marks[key] for key in keys]
            covered = self._images(asked)
            with _without(covers):
                images = (*covered, *(self._images(asked) if covers else covered))
            for key in keys:
                shares[key] = _share(*(image.pixels(marks[key].box) for image in images))
        return shares

    def has_pattern(self, mark: InkMark) -> bool:
        """Whether an image shows more than a plain area."""
        image, without = (one.pixels(mark.box) for one in self._images([mark]))
        # What it covers differs too, and what stands on it is seen.
        return _vary(image) and _vary([one - two for one, two in zip(image, without, strict=True)])

    def _images(self, marks: Sequence[InkMark]) -> tuple[_Image, _Image]:
        """The part of the page that marks take, with and without them."""
        area = enclosing(self._frame.displayed(mark.box) for mark in marks).grown(1)
        image = self._drawn(area)
        with _without([mark.item for mark in marks]):
            return image, self._drawn(area)

    def _drawn(self, area: Box) -> _Image:
        scale = min(_SCALE, (_PIXELS / max(area.width * area.height, 1)) ** 0.5)
        width, height = (max(1, round(side * scale)) for side in (area.width, area.height))
        bitmap = pdfium.PdfBitmap.new_native(width, height, pdfium_c.FPDFBitmap_Gray)
        try:
            pdfium_c.FPDFBitmap_FillRect(bitmap.raw, 0, 0, width, height, _WHITE)
            whole = [round(side * scale) for side in self._page.get_size()]
            corner = (round(-area.x0 * scale), round(-area.top * scale))
            pdfium_c.FPDF_RenderPageBitmap(bitmap.raw, self._page.raw, *corner, *whole, 0, 0)
            pixels, stride = bytes(bitmap.buffer), bitmap.stride
        finally:
            bitmap.close()
        return _Image(pixels, stride, width, height, scale, area, self._frame.displayed)


def _share(image: bytes, bare: bytes, full: bytes, bare_full: bytes) -> float:
    """The part of a mark's pixels that differ clearly enough from what is around.

    Args:
        image: its box with what covers it.
        bare: the same without the mark.
        full: its box without what covers it.
        bare_full: the same without the mark.
    """
    if image == full and bare == bare_full:
        return float(any(abs(one - two) >= _SEEN for one, two in zip(image, bare, strict=True)))
    ink = clear = 0
    for one, two, full_one, full_two in zip(image, bare, full, bare_full, strict=True):
        whole = abs(full_one - full_two)
        if whole >= _SEEN:
            ink += 1
            clear += abs(one - two) >= max(_FAINT, _CLEAR * whole)
    return clear / ink if ink else 0.0


def _vary(values: Sequence[int]) -> bool:
    return bool(values) and max(values) - min(values) >= _PLAIN


class _Image(NamedTuple):
    """Grey pixels of a part of a page, `stride` bytes a row; `displayed` places boxes on it."""

    data: bytes
    stride: int
    width: int
    height: int
    scale: float
    area: Box
    displayed: Callable[[Box], Box]

    def pixels(self, box: Box) -> bytes:
        """The pixels of a box, but for those at its sides."""
        x0, top, x1, bottom = self.displayed(box)
        inner = _SIDE * (x1 - x0)
        left, right = self._column(x0 + inner), max(self._column(x1 - inner), 1)
        rows = range(self._row(top) * self.stride, self._row(bottom) * self.stride, self.stride)
        return b"".join([self.data[row + left : row + right] for row in rows])

    def _column(self, x: float) -> int:
        return min(max(round((x - self.area.x0) * self.scale), 0), self.width)

    def _row(self, y: float) -> int:
        return min(max(round((y - self.area.top) * self.scale), 0), self.height)


@contextmanager
def _without(items: Sequence[Pointer]) -> Iterator[None]:
    """Objects are left out of what is drawn for so long."""
    for item in items:
        _set_active(item, 0)
    try:
        yield
    finally:
        for item in items:
            _set_active(item, 1)


def _rounds(marks: Mapping[int, InkMark]) -> Iterator[list[int]]:
    """The keys of marks in groups of which none lies over another of a different object."""
    left = list(marks)
    for turn in range(_ROUNDS):
        taken: dict[tuple[int, int], int | None] = {}
        now: list[int] = []
        later: list[int] = []
        for key in left:
            fields = dict.fromkeys(_fields(marks[key].box), marks[key].item.value)
            apart = all(taken.get(field, item) == item for field, item in fields.items())
            if apart or turn == _ROUNDS - 1:
                taken |= fields
                now.append(key)
            else:
                later.append(key)
        if now:
            yield now
        left = later


def _fields(box: Box) -> Iterator[tuple[int, int]]:
    """The squares of the page in which the inner half of a box lies."""
    across, down = box.width / 4, box.height / 4
    columns = range(int((box.x0 + across) // _FIELD), int((box.x1 - across) // _FIELD) + 1)
    rows = range(int((box.top + down) // _FIELD), int((box.bottom - down) // _FIELD) + 1)
    return product(columns, rows)
