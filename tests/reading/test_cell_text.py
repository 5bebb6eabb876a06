"""The glyphs of a cell to its text, and to the number in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest

from desktop.geometry import Box
from desktop.pdf.page import Glyph
from desktop.reading.cell_text import cell_text, usual_gap
from desktop.report.values import MARKED, SEVERAL, Number, Reading, parse_value
from desktop.tables.grid import GridCell
from desktop.tables.text import lines_of, text_of

SIZE = 10.0
DIGIT = 0.5 * SIZE
WHOLE_CELL = Box(0.0, 0.0, 200.0, 60.0)


@dataclass(frozen=True)
class Run:
    """Characters of one look; `size` and `rise` are parts of the size of the table's print.

    `gap` is the white between its characters, `before` that before it, in widths of a digit.
    """

    text: str
    size: float = 1.0
    rise: float = 0.0
    gap: float = 0.0
    before: float = 0.0


def line(*runs: Run, baseline: float = 20.0, x: float = 10.0) -> list[Glyph]:
    """Glyphs from left to right: digits are half as wide as high."""
    glyphs = []
    for run in runs:
        x += run.before * DIGIT
        foot, size = baseline - run.rise * SIZE, run.size * SIZE
        for char in run.text:
            width = size if ord(char) > 0xFF else 0.5 * size
            box = Box(x, foot - 0.8 * size, x + width, foot + 0.2 * size)
            glyphs.append(Glyph(char, box, foot))
            x += width + run.gap * DIGIT
    return glyphs


def cell(*glyphs: Sequence[Glyph]) -> GridCell:
    """A cell with these lines, in the order in which they are printed."""
    every = [glyph for part in glyphs for glyph in part]
    lines = tuple(map(tuple, lines_of(every)))
    return GridCell(WHOLE_CELL, lines, "".join(map(text_of, lines)), ())


def text(*cells: GridCell, usual: float = 0.0, wraps: bool = True) -> str:
    return cell_text(cells, usual, wraps=wraps)


SMALL = 0.6
# What stands on one line: its text, number and doubt.
LINES: dict[str, tuple[tuple[Run, ...], str, Number | None, str | None]] = {
    "one number": ((Run("385"),), "385", 385, None),
    "one character": ((Run("7"),), "7", 7, None),
    "nothing": ((), "", 0, None),
    "a raised digit behind": ((Run("38"), Run("2", SMALL, 0.35)), "38²", 38, MARKED),
    "a raised digit of full size": ((Run("38"), Run("2", 0.85, 0.35)), "38²", 38, MARKED),
    "a small digit behind, on the line": ((Run("38"), Run("2", SMALL)), "38²", 38, MARKED),
    "a small digit before": ((Run("2", SMALL, 0.35), Run("38")), "²38", 38, MARKED),
    "small digits on both sides": (
        (Run("1", SMALL, 0.3), Run("38"), Run("2", SMALL, 0.3)),
        "¹38²",
        38,
        MARKED,
    ),
    "a raised star": ((Run("38"), Run("*", SMALL, 0.35)), "38*", 38, None),
    "a star of full size": ((Run("38"), Run("*")), "38*", 38, None),
    "a star before": ((Run("*"), Run("38")), "*38", 38, MARKED),
    "a raised 注1": ((Run("38"), Run("注1", SMALL, 0.35)), "38注¹", 38, MARKED),
    "a 注1 of full size": ((Run("38"), Run("注1")), "38注1", 38, None),
    "a raised [1]": ((Run("38"), Run("[1]", SMALL, 0.35)), "38[¹]", 38, None),
    "a circled 1": ((Run("38"), Run("①")), "38①", 38, MARKED),
    "a small circled 1": ((Run("38"), Run("①", SMALL, 0.35)), "38①", 38, MARKED),
    "a superscript of its own": ((Run("38²"),), "38²", 38, MARKED),
    "a remark": ((Run("22（其中修订16件）"),), "22（其中修订16件）", 22, None),
    "a remark in smaller print": (
        (Run("22"), Run("（其中16件）", 0.7)),
        "22（其中16件）",
        22,
        None,
    ),
    "a gap between digits": ((Run("3"), Run("85", before=0.5)), "3 85", None, SEVERAL),
    "a gap as narrow as print leaves": ((Run("3"), Run("85", before=0.2)), "385", 385, None),
    "a gap before a unit": ((Run("38"), Run("件", before=0.5)), "38件", 38, None),
    "full-width digits": ((Run("３８５"),), "３８５", 385, None),
    "a minus": ((Run("-38"),), "-38", -38, None),
    "a decimal": ((Run("12.50"),), "12.50", Decimal("12.5"), None),
}


@pytest.mark.parametrize("name", LINES)
def test_one_line(name: str) -> None:
    runs, expected, number, doubt = LINES[name]
    printed = text(cell(line(*runs)))
    assert printed == expected
    value = parse_value(printed)
    assert (value.number, value.doubt) == (number, doubt)


@pytest.mark.parametrize("rise", [0.0, 0.35])
@pytest.mark.parametrize("size", [0.5, 0.6, 0.7, 0.8])
@pytest.mark.parametrize("mark", ["1", "12", "9"])
def test_no_digit_of_a_mark_is_one_of_the_number(mark: str, size: float, rise: float) -> None:
    for runs in ((Run("40"), Run(mark, size, rise)), (Run(mark, size, rise), Run("40"))):
        value = parse_value(text(cell(line(*runs))))
        assert (value.number, value.doubt) == (40, MARKED)


@pytest.mark.parametrize("mark", [Run("２", SMALL, 0.35), Run("２", SMALL)])
def test_no_full_width_digit_of_a_mark_is_one_of_the_number(mark: Run) -> None:
    value = parse_value(text(cell(line(Run("38"), mark))))
    assert value.number in (38, None)
    assert value.doubt is not None


def test_digits_that_differ_little_in_height_are_one_number() -> None:
    assert text(cell(line(Run("38"), Run("2", 0.95)))) == "382"


# Two lines, the second below the first: their text where numbers wrap, and where not.
STACKS: dict[str, tuple[tuple[Run, ...], tuple[Run, ...], str, str]] = {
    "a number": ((Run("12"),), (Run("34"),), "1234", "12 34"),
    "a decimal": ((Run("12."),), (Run("5"),), "12.5", "12.5"),
    "a number and its unit": ((Run("12"),), (Run("件"),), "12件", "12件"),
    "a number and a remark": ((Run("12"),), (Run("（含3件）", 0.7),), "12（含3件）", "12（含3件）"),
    "a number and a small one": ((Run("12"),), (Run("3", SMALL),), "12³", "12³"),
    "a number with a mark, going on": (
        (Run("12"), Run("3", SMALL, 0.35)),
        (Run("45"),),
        "1245³",
        "12 45³",
    ),
}


@pytest.mark.parametrize("name", STACKS)
def test_two_lines(name: str) -> None:
    upper, lower, wrapped, apart = STACKS[name]
    both = cell(line(*upper, baseline=20), line(*lower, baseline=33))
    assert text(both, wraps=True) == wrapped
    assert text(both, wraps=False) == apart


def test_two_lines_that_do_not_wrap_are_two_numbers() -> None:
    both = cell(line(Run("12"), baseline=20), line(Run("34"), baseline=33))
    value = parse_value(text(both, wraps=False))
    assert (value.number, value.reading, value.doubt) == (None, Reading.UNSURE, SEVERAL)


# The pieces that a page break leaves of a cell.
PIECES: dict[str, tuple[tuple[str, ...], str, Number | None]] = {
    "the upper one has the number": (("12", ""), "12", 12),
    "the lower one has the number": (("", "12"), "12", 12),
    "both have a number": (("12", "34"), "12 34", None),
    "the same number twice": (("12", "12"), "12 12", None),
    "the lower one has the unit": (("12", "件"), "12件", 12),
    "the lower one has the remark": (("12", "（含3件）"), "12（含3件）", 12),
    "neither has anything": (("", ""), "", 0),
}


@pytest.mark.parametrize("wraps", [True, False])
@pytest.mark.parametrize("name", PIECES)
def test_pieces_of_a_cell(name: str, wraps: bool) -> None:
    texts, expected, number = PIECES[name]
    pieces = [cell(line(Run(part))) for part in texts]
    assert text(*pieces, wraps=wraps) == expected
    assert parse_value(expected).number == number


def spaced(*texts: str, gap: float) -> list[GridCell]:
    return [cell(line(Run(part, gap=gap))) for part in texts]


def test_the_usual_gap_is_that_of_most_numbers() -> None:
    values = spaced("12", "345", "67", gap=0.6)
    assert usual_gap(values, []) == pytest.approx(0.6 * DIGIT)
    assert usual_gap([*values, *spaced("89", gap=3)], []) == pytest.approx(0.6 * DIGIT)


def test_labels_tell_that_a_gap_is_not_the_way_of_a_table() -> None:
    values, labels = spaced("12", "34", gap=0.6), spaced("自然人", "总计", gap=0)
    assert usual_gap(values, labels) == 0
    assert usual_gap(values, spaced("自然人", gap=0.6)) == pytest.approx(0.6 * DIGIT)


def test_glyphs_that_overlap_leave_no_gap() -> None:
    assert usual_gap(spaced("12", gap=-0.1), []) == 0
    assert usual_gap([], []) == 0
    assert usual_gap(spaced("1", "2", gap=0.6), []) == 0


def test_in_a_letter_spaced_table_only_a_wider_gap_parts_two_numbers() -> None:
    (one,) = spaced("385", gap=0.6)
    assert text(one, usual=0.6 * DIGIT) == "385"
    assert text(one, usual=0.0) == "3 8 5"
    two = cell(line(Run("38", gap=0.6), Run("5", before=0.6)))
    assert text(two, usual=0.6 * DIGIT) == "38 5"
