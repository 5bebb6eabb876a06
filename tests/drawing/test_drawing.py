"""Reports drawn in many layouts are read exactly."""

from pathlib import Path
from random import Random

import pytest

from desktop.reading.read import read_report
from desktop.report.form import Form
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED, right_values
from tests.drawing.make_sample import PATH, printed_figures
from tests.drawing.report import Content, draw_report
from tests.drawing.style import Rulings, Style

STYLES = {
    **{f"rulings {kind}": Style(rulings=kind) for kind in Rulings},
    **{f"turned by {turn}": Style(rotate=turn) for turn in (90, 180, 270)},
    "表三 on a landscape page": Style(wide_applications=True),
    "repeated header": Style(repeat_header=True),
    "split rows": Style(split_rows=True),
    "zebra": Style(zebra=True),
    "shaded header": Style(shaded_header=True),
    "rectangles behind text": Style(text_backgrounds=True),
    "a stray ruling": Style(stray_ruling=True),
    "four tables for 表二": Style(separate_blocks=True),
    "other tables": Style(extra_tables=True),
    "contents": Style(contents=True),
    "watermark": Style(watermark=True),
    "page numbers in tables": Style(page_numbers=True),
    "fake bold": Style(fake_bold=True),
    "invisible text": Style(invisible_text=True),
    "text outside the page": Style(outside_text=True),
    "stacked labels": Style(stacked_labels=True),
    "encrypted": Style(password="owner"),
    "font not embedded": Style(embedded=False),
    "values left": Style(align="left"),
    "values right": Style(align="right"),
    "A3": Style(page=(842.0, 1191.0)),
    "small print": Style(table_size=7.0),
    "numbers wrapped": Style(narrow_values=True, table_size=8.0),
    "half-width brackets": Style(replacements={"（": "(", "）": ")", ".": "．", "总计": "总　计"}),
    "other marks": Style(replacements={"、": ".", "“": '"', "”": '"', "1.": "1、"}),
}
UNPARTED = {
    f"rulings {style.rulings}, {name}": style
    for rulings in (Rulings.ACROSS, Rulings.NONE)
    for name, style in {
        "values left": Style(rulings, align="left"),
        "values right": Style(rulings, align="right"),
        "values right, wide": Style(rulings, page=(842.0, 1191.0), align="right"),
        "narrow": Style(rulings, table_size=8.0, margin=80.0),
        "spaced totals": Style(rulings, align="right", replacements={"总计": "总　计"}),
    }.items()
}
_TEXT = "根据《中华人民共和国政府信息公开条例》编制本报告。"


@pytest.mark.parametrize("form", [FORM_2021, FORM_2019, FORM_MIXED], ids=["2021", "2019", "mixed"])
@pytest.mark.parametrize("style", {**STYLES, **UNPARTED}.values(), ids=[*STYLES, *UNPARTED])
def test_every_cell_is_read_without_doubt(style: Style, form: Form, tmp_path: Path) -> None:
    values = right_values(Random(str(form.id)), form, most=3000)
    path = tmp_path / "report.pdf"
    draw_report(path, Content(form, dict(values), preamble=_TEXT * 5), style)
    report = read_report(path.read_bytes())
    assert report.form == form
    assert {name: report.value(name) for name in values} == values
    assert [cell for cell in report.cells.values() if cell.doubt] == []
    assert (report.agency, report.year) == ("云山市林业局", 2024)
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("form", [FORM_2021, FORM_2019], ids=["2021", "2019"])
@pytest.mark.parametrize("sentences", range(25, 46, 2))
def test_the_header_of_proactive_disclosure_is_repeated_over_other_blocks(
    sentences: int, form: Form, tmp_path: Path
) -> None:
    values = right_values(Random(sentences), form, most=3000)
    path = tmp_path / "report.pdf"
    content = Content(form, dict(values), preamble=_TEXT * sentences)
    draw_report(path, content, Style(repeat_header=True))
    report = read_report(path.read_bytes())
    assert {name: report.value(name) for name in values} == values
    assert [cell for cell in report.cells.values() if cell.doubt] == []
    assert report.observations == ()


def test_the_packaged_sample_says_what_was_meant() -> None:
    report = read_report(PATH.read_bytes())
    printed = {name: str(value) for name, value in printed_figures().items()}
    assert {name: cell.text for name, cell in report.cells.items()} == printed
