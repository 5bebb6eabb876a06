"""Source boxes lie on what was read, as the page is displayed."""

from pathlib import Path
from random import Random

import pypdfium2 as pdfium
import pytest

from desktop.reading.read import read_report
from desktop.report.model import Report
from desktop.resources import resource
from desktop.rules.messages import sources_of
from tests.builders import FORM_2021, right_values
from tests.drawing.report import Content, draw_report
from tests.drawing.style import Style
from tests.layouts.make import KEPT
from tests.packaged import check

FILES = [resource("sample", "sample-2024.pdf"), *sorted(KEPT.glob("*.pdf"))]


def text_under(document: pdfium.PdfDocument, page: int, box: tuple[float, ...]) -> str:
    """What pdfium itself finds in a rectangle of an unturned page."""
    leaf = document[page - 1]
    textpage = leaf.get_textpage()
    x0, top, x1, bottom = box
    height = leaf.get_height()
    text = textpage.get_text_bounded(x0 - 0.5, height - bottom - 0.5, x1 + 0.5, height - top + 0.5)
    textpage.close()
    leaf.close()
    return "".join(str(text).split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_box_holds_the_text_of_its_cell(path: Path) -> None:
    report = read_report(path.read_bytes())
    document = pdfium.PdfDocument(path)
    for cell in report.cells.values():
        assert cell.source is not None
        found = text_under(document, cell.source.page, cell.source.box)
        assert cell.text in found, cell.name
    document.close()


def test_every_place_of_a_finding_holds_what_it_speaks_of() -> None:
    path = resource("sample", "sample-2024.pdf")
    report = read_report(path.read_bytes())
    document = pdfium.PdfDocument(path)
    findings = check(report).findings
    assert findings
    for finding in findings:
        texts = [report.cells[name].text for name in finding.cells if name in report.cells]
        under = [text_under(document, s.page, s.box) for s in sources_of(finding, report)]
        assert len(under) >= len(texts)
        assert all(any(text in found for found in under) for text in texts), finding.message
    document.close()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_has_its_boxes_where_they_are_displayed(turn: int, tmp_path: Path) -> None:
    values = right_values(Random(4))

    def drawn(style: Style) -> Report:
        path = tmp_path / f"{style.rotate}.pdf"
        draw_report(path, Content(FORM_2021, dict(values)), style)
        return read_report(path.read_bytes())

    upright, rotated = drawn(Style()), drawn(Style(rotate=turn))
    for name, cell in upright.cells.items():
        one, other = cell.source, rotated.cells[name].source
        assert one is not None
        assert other is not None
        assert other.page == one.page
        assert other.box == pytest.approx(one.box, abs=0.5), name
