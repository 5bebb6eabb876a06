"""Digits without text: their outlines as paths, and small pictures of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader

FONT_FILE: Final = Path(__file__).resolve().parents[1] / "fonts" / "wqy-microhei-subset.ttf"
_PIXELS: Final = 4
"""pixels a point"""


class _PathPen(BasePen):
    """Draws a glyph into a path of a canvas, at a place and in a size."""

    def __init__(self, glyphs: Any, path: Any, place: tuple[float, float], scale: float) -> None:
        super().__init__(glyphs)  # type: ignore[no-untyped-call]
        self._path = path
        self._place = place
        self._scale = scale

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return self._place[0] + self._scale * point[0], self._place[1] + self._scale * point[1]

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self._path.moveTo(*self._at(pt))

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self._path.lineTo(*self._at(pt))

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self._path.curveTo(*(side for point in points for side in self._at(point)))

    def _closePath(self) -> None:
        self._path.close()


@cache
def _font() -> TTFont:
    return TTFont(FONT_FILE)


def draw_outlines(canvas: Any, text: str, x: float, y: float, size: float) -> None:
    """Fill the outlines of a text, its baseline beginning at x and y."""
    font: Any = _font()
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    scale = size / font["head"].unitsPerEm
    path = canvas.beginPath()
    for char in text:
        glyph = glyphs[names[ord(char)]]
        glyph.draw(_PathPen(glyphs, path, (x, y), scale))
        x += scale * glyph.width
    canvas.drawPath(path, stroke=0, fill=1)


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
