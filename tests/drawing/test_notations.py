"""Numbers are read whatever way an office writes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from desktop.reading.read import read_report
from desktop.report.values import Number, format_number
from tests.builders import FORM_2021, right_values
from tests.drawing.report import Content, draw_report
from tests.drawing.style import Rulings, Style

_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


def _zero_as(mark: str) -> Callable[[Number], str]:
    return lambda value: format_number(value) if value else mark


NOTATIONS: dict[str, Callable[[Number], str]] = {
    "thousands separated": lambda value: f"{value:,}",
    "full-width digits": lambda value: format_number(value).translate(_FULL_WIDTH),
    "zeros left blank": _zero_as(""),
    "zeros as dashes": _zero_as("-"),
    "zeros as long dashes": _zero_as("—"),
    "zeros as slashes": _zero_as("/"),
    "zeros as words": _zero_as("无"),
}
# Without rulings a column is where its numbers stand: blanks leave none, and full-width
# numbers wrap in these columns.
_NEED_RULINGS = {"full-width digits", "zeros left blank"}
CASES = [
    (notation, rulings)
    for notation in NOTATIONS
    for rulings in (Rulings.FULL, Rulings.RECTANGLES, Rulings.ACROSS, Rulings.NONE)
    if notation not in _NEED_RULINGS or rulings in (Rulings.FULL, Rulings.RECTANGLES)
]


@pytest.mark.parametrize(("notation", "rulings"), CASES)
def test_every_value_is_read(notation: str, rulings: Rulings, tmp_path: Path) -> None:
    write = NOTATIONS[notation]
    values = right_values(Random(7), FORM_2021, most=9000)
    texts: dict[str, Number | str] = {name: write(value) for name, value in values.items()}
    path = tmp_path / "report.pdf"
    draw_report(path, Content(FORM_2021, texts), Style(rulings=rulings))
    report = read_report(path.read_bytes())
    wrong = {
        name: (texts[name], report.cells[name].text if name in report.cells else None)
        for name, value in values.items()
        if name not in report.cells or report.value(name) != value
    }
    assert wrong == {}
    assert {name: cell.doubt for name, cell in report.cells.items() if cell.doubt} == {}


@pytest.mark.parametrize("notation", ["zeros left blank", "zeros as dashes"])
def test_a_row_with_few_numbers_below_a_repeated_header_is_none(
    notation: str, tmp_path: Path
) -> None:
    """`3.其他`, one of whose numbers stands below 其他, begins a page here."""
    values = right_values(Random(7), FORM_2021, most=9)
    row = [name for name in values if ".other_3." in name]
    values |= {name: 5 if name.endswith(("research", "total")) else 0 for name in row}
    write = NOTATIONS[notation]
    texts: dict[str, Number | str] = {name: write(value) for name, value in values.items()}
    path = tmp_path / "report.pdf"
    style = Style(wide_applications=True, repeat_header=True, table_size=7.0, margin=80.0)
    draw_report(path, Content(FORM_2021, texts), style)
    report = read_report(path.read_bytes())
    assert {name: report.value(name) for name in values} == values
    assert report.observations == ()
