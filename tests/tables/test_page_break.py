"""A header at the end of one page stands above its values on the next, without the page's foot."""

from __future__ import annotations

import pytest

from desktop.geometry import Box
from desktop.pdf.page import Glyph
from desktop.tables.page_break import PageEnd, set_above

LAST_TABLE_ENDS = 700.0
VALUES_BEGIN = 60.0


def text(chars: str, y: float, *, rotated: bool = False) -> list[Glyph]:
    """A line of characters 10 points high whose middle is at `y`."""
    return [
        Glyph(char, Box(100 + 10 * n, y - 5, 110 + 10 * n, y + 5), y + 3, rotated)
        for n, char in enumerate(chars)
    ]


VALUES = text("120", VALUES_BEGIN + 5)
HEADER = [text("信息内容", 720), text("本年制发件数", 733)]


def carried(*lines: list[Glyph], values: list[Glyph] = VALUES) -> str:
    page = PageEnd([glyph for line in lines for glyph in line], LAST_TABLE_ENDS)
    return "".join(glyph.char for glyph in set_above(values, page))


def test_the_text_after_the_last_table_is_set_above() -> None:
    page = PageEnd([glyph for line in HEADER for glyph in line], LAST_TABLE_ENDS)
    above = set_above(VALUES, page)
    assert "".join(glyph.char for glyph in above) == "信息内容本年制发件数"
    # As it stood, half a line above the values.
    assert max(glyph.box.bottom for glyph in above) == VALUES_BEGIN - 5
    assert {above[-1].baseline - above[0].baseline} == {13}
    assert [glyph.box.x0 for glyph in above[:4]] == [100, 110, 120, 130]


@pytest.mark.parametrize(
    "foot",
    [
        [text("- 3 -", 790)],
        [text("3", 748)],  # a number is no header, however near
        [text("云山市人民政府办公室", 790)],
        [text("云山市人民政府办公室", 790), text("第 3 页", 803)],
        [text("云山市人民政府办公室", 780), text("3 / 8", 793)],
    ],
)
def test_the_foot_of_the_page_is_not(foot: list[list[Glyph]]) -> None:
    assert carried(*HEADER, *foot) == "信息内容本年制发件数"


def test_what_stands_above_the_end_of_the_table_or_on_its_side_is_not() -> None:
    assert carried(text("总计", 650), *HEADER, text("机密", 735, rotated=True)) == (
        "信息内容本年制发件数"
    )


def test_without_text_on_both_pages_nothing_is_carried() -> None:
    assert carried() == ""
    assert carried(*HEADER, values=[]) == ""
    assert carried(text("3", 790)) == ""
