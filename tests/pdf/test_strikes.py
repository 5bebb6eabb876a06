"""Text with a line through it is no text, and the line is no ruling."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdfium2.raw as pdfium_c
import pytest
from reportlab.lib.colors import red

from desktop.pdf.document import open_document
from desktop.pdf.page import Difference
from tests.pdf.drawing import Draw, drawn, page, pdf, text

Part = Callable[[Any], None]

# "83" in 12-point Helvetica reaches from 100 to 113.3.
START, END, MIDDLE = 100.0, 113.3, 104.0


def number_in_a_table(canvas: Any) -> None:
    canvas.grid([60, 180, 240], [60, 90, 140])
    canvas.drawString(START, 100, "83")


def line(x0: float, y0: float, x1: float, y1: float, width: float = 1) -> Part:
    def draw(canvas: Any) -> None:
        canvas.setLineWidth(width)
        canvas.line(x0, y0, x1, y1)

    return draw


def thin_rectangle(canvas: Any) -> None:
    canvas.rect(START - 1, MIDDLE - 0.6, END - START + 2, 1.2, stroke=0, fill=1)


def two_lines(canvas: Any) -> None:
    line(START, MIDDLE - 0.8, END, MIDDLE - 0.8, 0.5)(canvas)
    line(START, MIDDLE + 0.8, END, MIDDLE + 0.8, 0.5)(canvas)


def cross(canvas: Any) -> None:
    canvas.setStrokeColor(red)
    line(START - 2, 98, END + 2, 112)(canvas)
    line(START - 2, 112, END + 2, 98)(canvas)


STRIKES: dict[str, Part] = {
    "line": line(START, MIDDLE, END, MIDDLE),
    "longer line": line(START - 4, MIDDLE, END + 4, MIDDLE),
    "thick line": line(START, MIDDLE, END, MIDDLE, 3),
    "thin rectangle": thin_rectangle,
    "two lines": two_lines,
    "slanted line": line(START - 2, 99, END + 2, 110),
    "cross": cross,
}


def together(*parts: Part) -> Draw:
    def draw(canvas: Any) -> None:
        for part in parts:
            part(canvas)

    return draw


@pytest.mark.parametrize("strike", STRIKES.values(), ids=STRIKES)
def test_a_struck_number_is_left_out(strike: Part) -> None:
    plain = drawn(number_in_a_table)
    found = drawn(together(number_in_a_table, strike))
    assert text(plain) == "83"
    assert text(found) == ""
    assert found.rulings == plain.rulings
    (struck,) = found.discrepancies
    assert struck.difference is Difference.STRUCK
    assert (struck.box.x0, struck.box.x1) == pytest.approx((START, END), abs=0.2)


def test_what_stands_beside_a_struck_number_is_read() -> None:
    def correct(canvas: Any) -> None:
        number_in_a_table(canvas)
        canvas.drawString(END, 100, "45")
        line(START, MIDDLE, END, MIDDLE)(canvas)
        line(END, 98.8, END + 13.3, 98.8)(canvas)

    found = drawn(correct)
    assert text(found) == "45"
    assert found.rulings == drawn(number_in_a_table).rulings
    assert [one.difference for one in found.discrepancies] == [Difference.STRUCK]


def annotated(data: bytes) -> bytes:
    """A PDF with an annotation that strikes its number through."""
    with open_document(data) as document:
        page = document[0]
        annotation = pdfium_c.FPDFPage_CreateAnnot(page.raw, pdfium_c.FPDF_ANNOT_STRIKEOUT)
        points = pdfium_c.FS_QUADPOINTSF(START, 112, END, 112, START, 98, END, 98)
        pdfium_c.FPDFAnnot_AppendAttachmentPoints(annotation, points)
        pdfium_c.FPDFPage_CloseAnnot(annotation)
        page.close()
        file = BytesIO()
        document.save(file)
        return file.getvalue()


def test_an_annotation_strikes_a_number() -> None:
    found = page(annotated(pdf(number_in_a_table)))
    assert text(found) == ""
    assert [one.difference for one in found.discrepancies] == [Difference.STRUCK]


@pytest.mark.parametrize(
    "other",
    [
        line(60, MIDDLE, 240, MIDDLE),
        line(60, MIDDLE, 180, MIDDLE),
        line(START, 98.5, END, 98.5),
        line(START, 114, END, 114),
        line(60, 90, 180, 140),
    ],
    ids=["across the table", "across the cell", "underline", "above", "diagonal of the cell"],
)
def test_other_lines_strike_nothing(other: Part) -> None:
    found = drawn(together(number_in_a_table, other))
    assert text(found) == "83"
    assert found.discrepancies == ()
