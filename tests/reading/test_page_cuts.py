"""Rows that a page break cuts: numbers whose last line is on the next page are never silent."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.geometry import Box
from desktop.pdf.page import Glyph
from desktop.reading.header import Header
from desktop.reading.page_cuts import rejoined
from desktop.reading.rows import PrintedRow
from desktop.reading.wording import expected_rows
from desktop.tables.fill import grid_cell
from desktop.tables.grid import GridCell
from tests.builders import FORM_2021

TABLE = FORM_2021.table("applications")
DIGIT = 5.0
LABEL = ("一、本年新收政府信息公开申请数量",)


def cell(text: str, width: float) -> GridCell:
    """A cell with two digits in each line."""
    glyphs = []
    for place, char in enumerate(text):
        line, column = divmod(place, 2)
        left, top = 2.0 + DIGIT * column, 11.0 * line
        box = Box(left, top, left + DIGIT, top + 9)
        glyphs.append(Glyph(char, box, top + 9))
    return grid_cell(Box(0, 0, width, 40), glyphs)


def row(texts: Sequence[str], labels: tuple[str, ...], width: float) -> PrintedRow:
    block = TABLE.blocks[0]
    header = Header(block, (), 0, (), (), (), (), (), 1.0)
    cells = {
        column.id: ((1, cell(text, width)),)
        for column, text in zip(block.columns, texts, strict=True)
    }
    return PrintedRow(header, labels, cells, ends_grid=bool(labels), starts_grid=not labels)


def parts(width: float, lower: Sequence[str], labels: tuple[str, ...] = LABEL) -> list[list[str]]:
    upper = row(["2262", "4047", "0", "5555", "7", "6890", "2482"], labels, width)
    joined = rejoined([upper, row(lower, (), width)], expected_rows(TABLE))
    return [[part.text for _, part in whole.cells["natural"]] for whole in joined]


def test_last_lines_on_the_next_page_belong_to_the_row_above() -> None:
    assert parts(15.75, ["6", "3", "", "7", "", "8", "4"]) == [["2262", "6"]]


@pytest.mark.parametrize("lower", [["6", "3", "1", "7", "", "8", "4"], ["6"] * 7])
def test_below_a_number_with_room_for_more_stands_another_row(lower: Sequence[str]) -> None:
    assert parts(25.0, lower) == [["2262"], ["6"]]


def test_in_wide_columns_nothing_wraps() -> None:
    assert parts(60.0, ["6", "3", "", "7", "", "8", "4"]) == [["2262"], ["6"]]
