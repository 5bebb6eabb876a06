"""Runs of characters drawn on a pen's page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.adversarial.draft import Ink, Line, Run
from tests.adversarial.outlines import draw_outlines, picture_of
from tests.drawing.pen import Pen

_DEJAVU: Final = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
_INVISIBLE: Final = 3
OFF_LAYER: Final = "HiddenLayer"
"""the name under which pages know the optional layer that is not shown"""


def font_for(pen: Pen, text: str) -> str:
    """The pen's font, or another where it lacks a character."""
    face = getattr(pdfmetrics.getFont(pen.font), "face", None)
    known = getattr(face, "charToGlyph", None)
    if known is None or all(ord(char) in known for char in text):
        return pen.font
    if all(ord(char) < 256 for char in text):
        return "Helvetica"
    if "DejaVu" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("DejaVu", str(_DEJAVU)))
    return "DejaVu"


def width_of(pen: Pen, run: Run, size: float) -> float:
    """How wide a run is in a table of that size."""
    return float(pdfmetrics.stringWidth(run.text, font_for(pen, run.text), size * run.size))


def line_width(pen: Pen, line: Line, size: float) -> float:
    """How wide a line is."""
    return sum(width_of(pen, run, size) for run in line)


def draw_line(pen: Pen, line: Line, x: float, baseline: float, size: float) -> None:
    """Draw a line of runs from `x` on; y counts downwards."""
    for run in line:
        width = width_of(pen, run, size)
        y = pen.height - baseline + run.rise * size
        pen.canvas.saveState()
        if run.link:
            pen.canvas.setFillColorRGB(0.05, 0.2, 0.75)
            pen.canvas.linkURL("http://example.invalid/", (x, y, x + width, y + size), relative=1)
        _INKS[run.ink](pen, run, x, y, size * run.size)
        _rule(pen, run, x, y, width, size * run.size)
        pen.canvas.restoreState()
        x += width


def _rule(pen: Pen, run: Run, x: float, y: float, width: float, size: float) -> None:
    """The lines under a run and through it, stroked or as thin filled rectangles."""
    thick = max(0.4, size / 15)
    for wanted, height in ((run.struck, 0.32), (run.underlined, -0.14)):
        if not wanted:
            continue
        middle = y + height * size
        if pen.number % 2:
            pen.canvas.setLineWidth(thick)
            pen.canvas.line(x, middle, x + width, middle)
        else:
            pen.canvas.rect(x, middle - thick / 2, width, thick, stroke=0, fill=1)


def _text(pen: Pen, run: Run, x: float, y: float, size: float) -> None:
    pen.canvas.setFont(font_for(pen, run.text), size)
    pen.canvas.drawString(x, y, run.text)
    if run.bold:
        pen.canvas.drawString(x + 0.25, y, run.text)


def _curves(pen: Pen, run: Run, x: float, y: float, size: float) -> None:
    draw_outlines(pen.canvas, run.text, x, y, size)


def _picture(pen: Pen, run: Run, x: float, y: float, size: float) -> None:
    paper = Random(run.text).choice((255, None))
    width = pdfmetrics.stringWidth(run.text, pen.font, size) + 0.5
    image = picture_of(run.text, size, paper)
    pen.canvas.drawImage(image, x, y - 0.25 * size, width, 1.3 * size, mask="auto")


def _invisible(pen: Pen, run: Run, x: float, y: float, size: float) -> None:
    text = pen.canvas.beginText(x, y)
    text.setFont(font_for(pen, run.text), size)
    text.setTextRenderMode(_INVISIBLE)
    text.textOut(run.text)
    text.setTextRenderMode(0)
    pen.canvas.drawText(text)


def _white(pen: Pen, run: Run, x: float, y: float, size: float) -> None:
    pen.canvas.setFillGray(1)
    _text(pen, run, x, y, size)


def _clipped(pen: Pen, run: Run, x: float, y: float, size: float) -> None:
    path = pen.canvas.beginPath()
    path.rect(x - 60, y - 60, 20, 20)
    pen.canvas.clipPath(path, stroke=0, fill=0)
    _text(pen, run, x, y, size)


def _layer_off(pen: Pen, run: Run, x: float, y: float, size: float) -> None:
    pen.canvas._code.append(f"/OC /{OFF_LAYER} BDC")
    _text(pen, run, x, y, size)
    pen.canvas._code.append("EMC")


_INKS: Final[dict[Ink, Callable[[Pen, Run, float, float, float], Any]]] = {
    Ink.TEXT: _text,
    Ink.CURVES: _curves,
    Ink.PICTURE: _picture,
    Ink.INVISIBLE: _invisible,
    Ink.WHITE: _white,
    Ink.CLIPPED: _clipped,
    Ink.LAYER_OFF: _layer_off,
}
