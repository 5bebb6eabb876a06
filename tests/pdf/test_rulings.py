"""What is drawn on a page to rulings: dots and dashes, and the lines below underlined text."""

from __future__ import annotations

import pytest

from desktop.geometry import Box
from desktop.pdf.frame import Frame
from desktop.pdf.page import Glyph, Ruling
from desktop.pdf.rulings import rulings_of
from desktop.pdf.text_lines import LinesOnText, Marked, marked_text
from desktop.pdf.transform import Rect

FRAME = Frame(0, 0, 0.0, 0.0, 600.0, 800.0)
NUMBER = [Glyph(char, Box(x, 100.0, x + 5, 112.0), 109.0) for char, x in (("4", 50.0), ("2", 55.0))]


def drawn(length: float, gap: float, thickness: float, count: int = 10) -> tuple[Ruling, ...]:
    """The rulings of so many dashes in a row."""
    pieces = [
        Rect(
            100 + index * (length + gap),
            500,
            100 + index * (length + gap) + length,
            500 + thickness,
        )
        for index in range(count)
    ]
    return rulings_of(pieces, FRAME).rulings


@pytest.mark.parametrize(
    ("length", "gap", "thickness"),
    [(1.0, 3.0, 1.0), (4.5, 5.2, 1.5), (6.0, 3.0, 2.0), (2.25, 2.25, 0.75), (9.0, 9.0, 3.0)],
)
def test_dots_and_dashes_are_one_ruling(length: float, gap: float, thickness: float) -> None:
    (ruling,) = drawn(length, gap, thickness)
    assert ruling.horizontal
    assert (ruling.start, ruling.end) == pytest.approx((100, 100 + 10 * length + 9 * gap))
    assert ruling.at == pytest.approx(300 - thickness / 2)


def test_dashes_of_two_tables_are_two_rulings() -> None:
    pieces = [Rect(x, 500, x + 4.5, 501.5) for x in (100, 107, 114, 128, 135, 142)]
    found = rulings_of(pieces, FRAME).rulings
    assert [(r.start, r.end) for r in found] == [(100, 118.5), (128, 146.5)]


def without_underlines(rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """The rulings at a number that are none of its underlines."""
    return marked_text(Marked(tuple(NUMBER), rulings), LinesOnText((), (), ()), FRAME).rulings


@pytest.mark.parametrize(
    "line",
    [
        Ruling(True, 110.2, 50.0, 60.0),
        Ruling(True, 110.2, 49.2, 60.0),
        Ruling(True, 110.2, 51.5, 61.5),
        Ruling(True, 110.2, 50.0, 66.0),
        Ruling(True, 110.2, 44.0, 66.0),
        Ruling(True, 112.5, 50.0, 60.0),
    ],
    ids=["as long", "wider", "moved", "blanks behind", "blanks around", "second of two"],
)
def test_a_line_under_a_number_is_no_ruling(line: Ruling) -> None:
    table = (Ruling(True, 120.0, 40.0, 80.0), Ruling(False, 40.0, 90.0, 120.0))
    assert without_underlines((*table, line)) == table


@pytest.mark.parametrize(
    "others",
    [
        # The cells beside have theirs in the same line.
        (Ruling(True, 110.2, 20.0, 50.0), Ruling(True, 110.2, 60.0, 90.0)),
        # It parts a row from column to column.
        (Ruling(False, 50.0, 90.0, 130.0), Ruling(False, 60.0, 90.0, 130.0)),
    ],
    ids=["in line", "between columns"],
)
def test_a_ruling_as_long_as_a_number_stays_one(others: tuple[Ruling, ...]) -> None:
    rulings = (*others, Ruling(True, 110.2, 50.0, 60.0))
    assert without_underlines(rulings) == rulings


def test_columns_of_another_table_do_not_make_an_underline_a_ruling() -> None:
    others = (Ruling(False, 50.0, 300.0, 400.0), Ruling(False, 60.0, 300.0, 400.0))
    assert without_underlines((*others, Ruling(True, 110.2, 50.0, 60.0))) == others


def test_an_underline_beside_another_cells_is_no_ruling() -> None:
    lines = (Ruling(True, 110.2, 50.0, 60.0), Ruling(True, 110.2, 63.0, 80.0))
    assert without_underlines(lines) == lines[1:]


@pytest.mark.parametrize(
    "line",
    [
        Ruling(True, 116.0, 50.0, 60.0),
        Ruling(True, 113.0, 50.0, 66.0),
        Ruling(True, 94.0, 50.0, 60.0),
    ],
    ids=["too low", "low and longer", "above it"],
)
def test_other_lines_at_a_number_stay(line: Ruling) -> None:
    assert without_underlines((line,)) == (line,)
