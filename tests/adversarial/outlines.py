"""Digits without text: their outlines as paths, and small pictures of them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pypdfium2.raw as pdfium
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.ttfonts import TTFontFile

FONT_FILE: Final = Path(__file__).resolve().parents[1] / "fonts" / "wqy-microhei-subset.ttf"
_PIXELS: Final = 4
"""pixels a point"""

Point = tuple[float, float]
Segment = tuple[int, Point, bool]


@cache
def _font() -> tuple[Any, Any, Any]:
    """The font as pdfium has it; what it needs to stay alive is returned with it."""
    data = FONT_FILE.read_bytes()
    buffer = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
    document = pdfium.FPDF_CreateNewDocument()
    font = pdfium.FPDFText_LoadFont(document, buffer, len(data), pdfium.FPDF_FONT_TRUETYPE, True)
    return font, document, buffer


@cache
def _metrics() -> Any:
    return TTFontFile(str(FONT_FILE))


def outline(char: str, size: float) -> list[Segment]:
    """The segments of a glyph: kind, point, and whether the figure closes there."""
    glyph = _metrics().charToGlyph[ord(char)]
    path = pdfium.FPDFFont_GetGlyphPath(_font()[0], glyph, size)
    segments = []
    for index in range(pdfium.FPDFGlyphPath_CountGlyphSegments(path)):
        segment = pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        segments.append((kind, (x.value, y.value), bool(pdfium.FPDFPathSegment_GetClose(segment))))
    return segments


def draw_outlines(canvas: Any, text: str, x: float, y: float, size: float) -> None:
    """Fill the outlines of a text, its baseline beginning at x and y."""
    path = canvas.beginPath()
    for char in text:
        _add(path, outline(char, size), x, y)
        x += _metrics().charWidths[ord(char)] * size / 1000
    canvas.drawPath(path, stroke=0, fill=1)


def _add(path: Any, segments: list[Segment], x: float, y: float) -> None:
    curve: list[float] = []
    for kind, (px, py), closes in segments:
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            curve += [x + px, y + py]
            if len(curve) == 6:
                path.curveTo(*curve)
                curve = []
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            path.moveTo(x + px, y + py)
        else:
            path.lineTo(x + px, y + py)
        if closes:
            path.close()


def picture_of(text: str, size: float, paper: int | None = 255) -> ImageReader:
    """A picture of a text in black, on paper of this grey or on none."""
    font = ImageFont.truetype(str(FONT_FILE), int(size * _PIXELS))
    width = max(1, int(font.getlength(text)) + 2)
    back = (255, 255, 255, 0) if paper is None else (paper, paper, paper, 255)
    image = Image.new("RGBA", (width, int(size * _PIXELS * 1.3)), back)
    ImageDraw.Draw(image).text((1, 0), text, fill=(0, 0, 0, 255), font=font)
    return ImageReader(image if paper is None else image.convert("RGB"))


def plain_picture(width: float, height: float, paper: int = 255) -> ImageReader:
    """A picture of nothing."""
    size = (max(1, int(width * _PIXELS)), max(1, int(height * _PIXELS)))
    return ImageReader(Image.new("RGB", size, (paper, paper, paper)))


def seal_picture(random_pixels: Iterator[int]) -> ImageReader:
    """A round red seal on a transparent ground, a little worn."""
    image = Image.new("RGBA", (360, 360), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((8, 8, 352, 352), outline=(200, 20, 20, 170), width=9)
    draw.regular_polygon((180, 180, 46), 5, fill=(200, 20, 20, 170))
    for pixel in random_pixels:
        image.putpixel((pixel % 360, pixel // 360), (255, 255, 255, 0))
    return ImageReader(image)
