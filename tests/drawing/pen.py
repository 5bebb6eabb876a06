"""Drawing on pages from the top down: text, lines, page breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.drawing.style import Style

FONT: Final = "Sample"
_FILE: Final = Path(__file__).resolve().parents[1] / "fonts" / "wqy-microhei-subset.ttf"
_NO_LINE_START: Final = "，。、；：！？）”》〕"
LEADING: Final = 1.35


class Pen:
    """A canvas with a cursor; y counts downwards from the top of the page, in points."""

    def __init__(self, path: Path, style: Style) -> None:
        self.style = style
        encrypt = StandardEncryption("", style.password) if style.password else None
        self.canvas: Any = Canvas(
            str(path), pagesize=style.page, invariant=1, pageCompression=1, encrypt=encrypt
        )
        self.font = _font(style)
        self.width, self.height = style.page
        self.number = 0
        self.y = 0.0
        self.on_page: list[Callable[[Pen], None]] = []
        self._begin_page(style.page)

    @property
    def left(self) -> float:
        return self.style.margin

    @property
    def right(self) -> float:
        return self.width - self.style.margin

    @property
    def bottom(self) -> float:
        return self.height - self.style.margin

    def new_page(self, size: tuple[float, float] | None = None) -> None:
        """End the page and begin the next, of the same size unless told."""
        self.canvas.showPage()
        self._begin_page(size or (self.width, self.height))

    def save(self) -> None:
        self.canvas.showPage()
        self.canvas.save()

    def text(self, x: float, baseline: float, text: str, size: float) -> None:
        """One line of text from `x` on."""
        y = self.height - baseline
        self.canvas.setFont(self.font, size)
        if self.style.text_backgrounds:
            self.canvas.setFillGray(1)
            width = self.text_width(text, size)
            self.canvas.rect(x - 1, y - 0.25 * size, width + 2, 1.3 * size, stroke=0, fill=1)
        self.canvas.setFillGray(0)
        self.canvas.drawString(x, y, text)
        if self.style.fake_bold:
            self.canvas.drawString(x + 0.2, y, text)

    def text_width(self, text: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(text, self.font, size))

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def rect(self, x0: float, y0: float, x1: float, y1: float, grey: float) -> None:
        """A filled rectangle without a border."""
        self.canvas.setFillGray(grey)
        self.canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def wrapped(self, text: str, width: float, size: float) -> list[str]:
        """The lines of a text in a column of that width, broken after any character."""
        lines = [""]
        for char in text:
            full = self.text_width(lines[-1] + char, size) > width
            if lines[-1] and full and char not in _NO_LINE_START:
                lines.append("")
            lines[-1] += char
        return lines

    def paragraph(
        self, text: str, size: float, *, indent: bool = True, centred: bool = False
    ) -> None:
        """A paragraph over the width of the page, going on to the next page where it must."""
        first = "　　" if indent else ""
        for line in self.wrapped(first + text, self.right - self.left, size):
            if self.y + size * LEADING > self.bottom:
                self.new_page()
            self.y += size * LEADING
            left = self.left
            if centred:
                left += (self.right - self.left - self.text_width(line, size)) / 2
            self.text(left, self.y, line, size)
        self.y += size * 0.35

    def _begin_page(self, size: tuple[float, float]) -> None:
        self.width, self.height = size
        self.number += 1
        self.y = self.style.margin
        self._rotate(size)
        self.canvas.setLineWidth(0.5)
        for hook in self.on_page:
            hook(self)

    def _rotate(self, size: tuple[float, float]) -> None:
        """Set /Rotate, and turn the content against it."""
        width, height = size
        rotate = self.style.rotate
        self.canvas.setPageSize(size)
        self.canvas.setPageRotation(rotate)
        if rotate == 90:
            self.canvas.transform(0, 1, -1, 0, height, 0)
        elif rotate == 180:
            self.canvas.transform(-1, 0, 0, -1, width, height)
        elif rotate == 270:
            self.canvas.transform(0, -1, 1, 0, 0, width)


def _font(style: Style) -> str:
    name = FONT if style.embedded else "STSong-Light"
    if name not in pdfmetrics.getRegisteredFontNames():
        font = TTFont(FONT, str(_FILE)) if style.embedded else UnicodeCIDFont(name)
        pdfmetrics.registerFont(font)
    return name


def hooks_of(style: Style) -> Iterator[Callable[[Pen], None]]:
    """What every page of this style carries besides its content."""
    if style.watermark:
        yield _watermark
    if style.page_numbers:
        yield _page_number
    if style.invisible_text:
        yield _invisible
    if style.outside_text:
        yield _outside


def _watermark(pen: Pen) -> None:
    pen.canvas.saveState()
    pen.canvas.translate(pen.width / 2, pen.height / 2)
    pen.canvas.rotate(45)
    pen.canvas.setFillGray(0.85)
    pen.canvas.setFont(pen.font, 60)
    pen.canvas.drawCentredString(0, 0, "内部资料 2024")
    pen.canvas.restoreState()


def _page_number(pen: Pen) -> None:
    """Low enough to stand inside a table that runs to the foot of the page."""
    text = f"— {pen.number} —"
    width = pen.text_width(text, 9)
    pen.text((pen.width - width) / 2, pen.bottom + 14, text, 9)


def _invisible(pen: Pen) -> None:
    text = pen.canvas.beginText(pen.left, pen.height / 2)
    text.setFont(pen.font, 9)
    text.setTextRenderMode(3)
    text.textOut("隐藏文字 99 88 77")
    text.setTextRenderMode(0)
    pen.canvas.drawText(text)


def _outside(pen: Pen) -> None:
    pen.canvas.setFont(pen.font, 9)
    pen.canvas.drawString(pen.width + 30, pen.height / 2, "页外 123")
