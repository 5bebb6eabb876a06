"""What the side of the page cuts off is no number without a doubt."""

from io import BytesIO

import pypdfium2 as pdfium
import pytest

from desktop.reading.read import read_report
from desktop.resources import resource

SAMPLE = resource("sample", "sample-2024.pdf")


def cropped(right: float) -> bytes:
    """The sample with every page cut at `right`, in points from the left."""
    document = pdfium.PdfDocument(SAMPLE.read_bytes())
    for page in document:
        left, bottom, _, top = page.get_mediabox()
        page.set_cropbox(left, bottom, right, top)
    stored = BytesIO()
    document.save(stored)
    return stored.getvalue()


def total_at() -> tuple[float, float]:
    """From where to where along x the column of totals of 表三 stands."""
    source = read_report(SAMPLE.read_bytes()).cells["applications.total.total"].source
    assert source is not None
    return source.box.x0, source.box.x1


@pytest.mark.parametrize("part", [0.2, 0.4, 0.5, 0.6, 0.8])
def test_numbers_at_the_side_are_doubted(part: float) -> None:
    right = read_report(SAMPLE.read_bytes())
    left, end = total_at()
    cut = read_report(cropped(left + part * (end - left)))
    wrong = [
        cell
        for name, cell in cut.cells.items()
        if cell.value != right.value(name) and cell.doubt is None
    ]
    assert wrong == []


def test_a_page_that_ends_beside_the_table_raises_no_doubt() -> None:
    _, end = total_at()
    assert read_report(cropped(end + 8)).cells == read_report(SAMPLE.read_bytes()).cells
