"""What form fields and annotations print over a page, and what layers of it are shown."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdfium2.raw as pdfium_c
import pytest
from reportlab.lib.colors import black, white

from desktop.pdf.document import Handle, open_document
from desktop.pdf.page import Difference
from tests.pdf.drawing import page, pdf, text

HIDDEN = Difference.HIDDEN
PLACE = (95.0, 96.0, 120.0, 114.0)


def number(canvas: Any) -> None:
    canvas.drawString(100, 100, "83")
    canvas.drawString(200, 100, "7")


def field(value: str) -> Callable[[Any], None]:
    def draw(canvas: Any) -> None:
        number(canvas)
        canvas.acroForm.textfield(
            value=value, x=95, y=96, width=25, height=18, fontName="Helvetica", fontSize=10,
            fillColor=white, textColor=black, borderWidth=0,
        )  # fmt: skip

    return draw


def annotated(kind: int, fill: tuple[int, int, int] | None, flags: int = 0) -> bytes:
    """A number with an annotation of a kind over it, filled with a colour."""
    with open_document(pdf(number)) as document:
        opened = document[0]
        annotation = pdfium_c.FPDFPage_CreateAnnot(opened.raw, kind)
        left, bottom, right, top = PLACE
        pdfium_c.FPDFAnnot_SetRect(annotation, pdfium_c.FS_RECTF(left, top, right, bottom))
        pdfium_c.FPDFAnnot_SetFlags(annotation, pdfium_c.FPDF_ANNOT_FLAG_PRINT | flags)
        if fill:
            interior = pdfium_c.FPDFANNOT_COLORTYPE_InteriorColor
            pdfium_c.FPDFAnnot_SetColor(annotation, interior, *fill, 255)
        pdfium_c.FPDFPage_CloseAnnot(annotation)
        opened.close()
        return saved(document)


def saved(document: Handle) -> bytes:
    file = BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def test_a_form_field_over_a_number_is_read() -> None:
    found = page(pdf(field("99")))
    assert text(found) == "997"
    assert found.discrepancies == ()


def test_an_empty_field_hides_a_number() -> None:
    found = page(pdf(field("")))
    assert text(found) == "7"
    assert [one.difference for one in found.discrepancies] == [HIDDEN]


@pytest.mark.parametrize(
    ("data", "read", "marked"),
    [
        (annotated(pdfium_c.FPDF_ANNOT_SQUARE, (255, 255, 255)), "7", [HIDDEN]),
        (annotated(pdfium_c.FPDF_ANNOT_SQUARE, None), "837", []),
        (
            annotated(pdfium_c.FPDF_ANNOT_SQUARE, (255, 255, 255), pdfium_c.FPDF_ANNOT_FLAG_HIDDEN),
            "837",
            [],
        ),
        (annotated(pdfium_c.FPDF_ANNOT_HIGHLIGHT, None), "837", []),
        (annotated(pdfium_c.FPDF_ANNOT_LINK, None), "837", []),
    ],
    ids=["white square", "empty square", "hidden square", "highlight", "link"],
)
def test_an_annotation_hides_what_it_covers(
    data: bytes, read: str, marked: list[Difference]
) -> None:
    found = page(data)
    assert text(found) == read
    assert [one.difference for one in found.discrepancies] == marked


def layered(off: bool, stream: bytes) -> bytes:
    """A PDF with a layer, written by hand."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</ON[]/OFF["
        + (b"6 0 R" if off else b"")
        + b"]/Order[6 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 5 0 R/Resources"
        b"<</Font<</F 4 0 R>>/Properties<</L 6 0 R>>/XObject<</X 7 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/OCG/Name(draft)>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 300 200]/OC 6 0 R/Resources<</Font<</F 4 0 R>>>>"
        b"/Length 37>>stream\nBT /F 12 Tf 100 100 Td (83) Tj ET    \nendstream",
    ]
    file = BytesIO(b"%PDF-1.7\n")
    file.seek(0, 2)
    for place, content in enumerate(objects, 1):
        file.write(b"%d 0 obj\n%s\nendobj\n" % (place, content))
    file.write(b"trailer\n<</Root 1 0 R/Size %d>>\n%%%%EOF\n" % (len(objects) + 1))
    return file.getvalue()


ON_PAGE = b"/OC /L BDC BT /F 12 Tf 100 100 Td (83) Tj ET EMC BT /F 12 Tf 200 100 Td (7) Tj ET"
IN_FORM = b"/X Do BT /F 12 Tf 200 100 Td (7) Tj ET"


@pytest.mark.parametrize("stream", [ON_PAGE, IN_FORM], ids=["on the page", "in a form"])
def test_text_on_a_layer_is_read_while_it_is_shown(stream: bytes) -> None:
    shown, off = page(layered(False, stream)), page(layered(True, stream))
    assert text(shown) == "837"
    assert shown.discrepancies == ()
    assert text(off) == "7"
    assert [one.difference for one in off.discrepancies] == [HIDDEN]
