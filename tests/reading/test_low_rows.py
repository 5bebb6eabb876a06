"""Numbers in rows of a fixed height: what does not fit into the line is not in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.reading.read import read_report
from tests.builders import FORM_2021
from tests.drawing.report import Content, draw_report
from tests.drawing.style import Style

CUT = {"商业企业": "商业企", "科研机构": "科研机"}
NOTE = "（区分处理的，只计这一情形，不计其他情形）"
NAME = "applications.total.total"
SHORT = "applications.total.natural"


def doubts(folder: Path, replacements: dict[str, str], number: int) -> dict[str, str]:
    """Of two cells, the number given in one of them and 7 in the other."""
    values = dict.fromkeys(FORM_2021.slots(), 0)
    path = folder / "report.pdf"
    style = Style(replacements=replacements)
    draw_report(path, Content(FORM_2021, {**values, NAME: number, SHORT: 7}), style)
    report = read_report(path.read_bytes())
    assert (report.value(NAME), report.value(SHORT)) == (number, 7)
    cells = {name: report.cells[name].doubt for name in (NAME, SHORT)}
    return {name: doubt for name, doubt in cells.items() if doubt}


def test_a_number_that_fills_its_cell_may_be_cut_where_labels_are(tmp_path: Path) -> None:
    found = doubts(tmp_path, CUT, 282265)
    assert found.keys() == {NAME}
    assert "可能没有印全" in found[NAME]


@pytest.mark.parametrize("number", [7, 28])
def test_a_short_number_is_whole(number: int, tmp_path: Path) -> None:
    assert doubts(tmp_path, CUT, number) == {}


@pytest.mark.parametrize(
    "replacements",
    [
        {},
        {"商业企业": "商业企"},
        {"（区分处理的，只计这一情形，不计其他情形）": "", "商业企业": "商业企"},
    ],
    ids=["none", "one", "one and a note"],
)
def test_where_labels_are_whole_so_are_numbers(
    replacements: dict[str, str], tmp_path: Path
) -> None:
    assert doubts(tmp_path, replacements, 282265) == {}
