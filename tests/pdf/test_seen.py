"""What a person sees on a page is what is read; where text and sight differ there is a mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.colors import Color, black, lightgrey, white, yellow
from reportlab.lib.utils import ImageReader

from desktop.pdf.document import open_document
from desktop.pdf.page import Difference
from desktop.pdf.pages import read_pages
from tests.pdf.drawing import Draw, drawn, pdf, text

Part = Callable[[Any], None]

HIDDEN, DRAWN = Difference.HIDDEN, Difference.DRAWN
GLASS = Color(0.5, 0.5, 0.5, alpha=0.3)


def together(*parts: Part) -> Draw:
    def draw(canvas: Any) -> None:
        for part in parts:
            part(canvas)

    return draw


def number(canvas: Any) -> None:
    """ "83", 13.3 points wide and 8.6 high, within a cell, and "7" in the next one."""
    canvas.setFillColor(black)
    canvas.drawString(100, 100, "83")
    canvas.drawString(200, 100, "7")


def other(digits: str, x: float = 101) -> Part:
    def draw(canvas: Any) -> None:
        canvas.setFillColor(black)
        canvas.drawString(x, 100, digits)

    return draw


def box(fill: Color, x0: float = 95, x1: float = 120, y0: float = 96, y1: float = 114) -> Part:
    def draw(canvas: Any) -> None:
        canvas.setFillColor(fill)
        canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=0, fill=1)

    return draw


def coloured(fill: Color) -> Part:
    def draw(canvas: Any) -> None:
        canvas.setFillColor(fill)
        canvas.drawString(100, 100, "83")
        canvas.setFillColor(black)
        canvas.drawString(200, 100, "7")

    return draw


def mode(render: int) -> Part:
    def draw(canvas: Any) -> None:
        line = canvas.beginText(100, 100)
        line.setTextRenderMode(render)
        line.textOut("83")
        line.setTextRenderMode(0)
        canvas.drawText(line)
        canvas.drawString(200, 100, "7")

    return draw


def clipped(x0: float, x1: float) -> Part:
    def draw(canvas: Any) -> None:
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(x0, 90, x1 - x0, 30)
        canvas.clipPath(path, stroke=0)
        canvas.drawString(100, 100, "83")
        canvas.restoreState()
        canvas.drawString(200, 100, "7")

    return draw


def picture(mode: str = "RGB", ground: Any = "white", ink: bool = True) -> ImageReader:
    """A small picture of something like a digit."""
    image = Image.new(mode, (60, 40), ground)
    if ink:
        ImageDraw.Draw(image).ellipse((15, 5, 35, 35), outline="black", width=4)
    return ImageReader(image)


def pasted(image: ImageReader, x0: float = 96, width: float = 22, height: float = 15) -> Part:
    def draw(canvas: Any) -> None:
        canvas.drawImage(image, x0, 97, width, height, mask="auto")

    return draw


def curves(canvas: Any) -> None:
    """Two digits as filled curves."""
    for x in (100, 107):
        path = canvas.beginPath()
        path.moveTo(x, 104)
        path.curveTo(x, 110, x + 5, 110, x + 5, 104)
        path.curveTo(x + 5, 98, x, 98, x, 104)
        canvas.drawPath(path, stroke=0, fill=1)


def in_white(part: Part) -> Part:
    def draw(canvas: Any) -> None:
        canvas.setFillColor(white)
        part(canvas)
        canvas.setFillColor(black)

    return draw


def in_form(part: Part) -> Part:
    def draw(canvas: Any) -> None:
        canvas.beginForm("form")
        canvas.setFont("Helvetica", 12)
        part(canvas)
        canvas.endForm()
        canvas.doForm("form")

    return draw


# What is drawn, what is read, and what is marked at the number's place.
CASES: dict[str, tuple[Sequence[Part], str, Sequence[Difference]]] = {
    "as it is": ([number], "837", []),
    "white on paper": ([coloured(white)], "7", [HIDDEN]),
    "nearly white on paper": ([coloured(Color(0.97, 0.97, 0.97))], "7", [HIDDEN]),
    "grey on paper": ([coloured(Color(0.75, 0.75, 0.75))], "837", []),
    "white on a dark fill": ([box(black), coloured(white)], "837", []),
    "white beside a dark fill": ([box(black, 130, 160), coloured(white)], "7", [HIDDEN]),
    "black on a dark fill": ([box(black), number], "7", [HIDDEN]),
    "grey on a fill like it": ([box(lightgrey), coloured(lightgrey)], "7", [HIDDEN]),
    "black on a light fill": ([box(yellow), number], "837", []),
    "without opacity": ([coloured(Color(0, 0, 0, alpha=0))], "7", [HIDDEN]),
    "invisible": ([mode(3)], "7", [HIDDEN]),
    "clipping only": ([mode(7)], "7", [HIDDEN]),
    "outlined in white": ([mode(2)], "837", []),
    "under a white fill": ([number, box(white)], "7", [HIDDEN]),
    "under a black fill": ([number, box(black)], "7", [HIDDEN]),
    "under half a fill": ([number, box(white, 107)], "87", [HIDDEN]),
    "under a part of a digit": ([number, box(white, 110)], "837", [HIDDEN]),
    "beside a later fill": ([number, box(white, 120, 140)], "837", []),
    "under a low fill": ([number, box(white, 95, 120, 80, 99)], "837", []),
    "under glass": ([number, box(GLASS)], "837", []),
    "under a fill and new text": ([number, box(white), other("9")], "97", []),
    "under a fill, and new text beside": ([number, box(white), other("9", 150)], "97", [HIDDEN]),
    "within a form, under a fill": ([in_form(together(number, box(white)))], "7", [HIDDEN]),
    "a form under a fill": ([in_form(number), box(white)], "7", [HIDDEN]),
    "clipped away": ([clipped(130, 160)], "7", [HIDDEN]),
    "clipped in part": ([clipped(90, 109)], "837", [HIDDEN]),
    "clipped nowhere": ([clipped(90, 130)], "837", []),
    "under a picture": ([number, pasted(picture())], "7", [HIDDEN, DRAWN]),
    "under a plain picture": ([number, pasted(picture(ink=False))], "7", [HIDDEN]),
    "under a transparent picture": (
        [number, pasted(picture("RGBA", (0, 0, 0, 0), ink=False))], "837", [],
    ),
    "on a plain picture": ([pasted(picture(ink=False)), number], "837", []),
    "a picture in a cell": ([other("7", 200), pasted(picture())], "7", [DRAWN]),
    "a picture of a row": ([other("7", 260), pasted(picture(), 20, 220)], "7", [DRAWN]),
    "a plain picture": ([other("7", 200), pasted(picture(ink=False))], "7", []),
    "curves": ([other("7", 200), curves], "7", [DRAWN]),
    "curves in a form": ([in_form(together(other("7", 200), curves))], "7", [DRAWN]),
    "white curves": ([other("7", 200), in_white(curves)], "7", []),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "read", "marked"), CASES.values(), ids=CASES)
def test_what_is_seen_is_read(
    parts: Sequence[Part], read: str, marked: Sequence[Difference]
) -> None:
    found = drawn(together(*parts))
    assert text(found) == read
    assert [one.difference for one in found.discrepancies] == list(marked)
    for one in found.discrepancies:
        assert one.box.x0 < 113
        assert one.box.x1 > 100
        assert one.box.top < 100 < one.box.bottom + 4


def scan(canvas: Any) -> None:
    canvas.drawImage(picture(), 0, 0, 300, 200)


@pytest.mark.parametrize(
    "parts",
    [[scan, mode(3), mode(3)], [number, scan]],
    ids=["invisible text over it", "text under it"],
)
def test_the_text_layer_of_a_scan_is_left_out_without_a_mark(parts: Sequence[Part]) -> None:
    def without_seen(canvas: Any) -> None:
        canvas.drawString = lambda *_: None
        together(*parts)(canvas)

    found = drawn(together(*parts) if number in parts else without_seen)
    assert text(found) == ""
    assert found.images == 1.0
    assert found.discrepancies == ()


def test_text_on_a_background_over_the_page_is_read() -> None:
    found = drawn(together(scan, number))
    assert text(found) == "837"
    assert found.discrepancies == ()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_seen_alike(turn: int) -> None:
    with open_document(pdf(together(number, box(white)))) as document:
        document[0].set_rotation(turn)
        found = next(read_pages(document))
    assert "".join(glyph.char for glyph in found.glyphs) == "7"
    assert [one.difference for one in found.discrepancies] == [HIDDEN]
