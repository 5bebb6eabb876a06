"""Every digit in a table's area is in a cell or told as a stray."""

from desktop.geometry import Box
from desktop.pdf.frame import Frame
from desktop.pdf.page import Glyph, Page
from desktop.tables.fill import filled

LEFT, RIGHT = Box(0, 0, 50, 20), Box(60, 0, 100, 20)


def glyph(char: str, x: float) -> Glyph:
    return Glyph(char, Box(x, 4, x + 6, 16), 14.0)


def page(*glyphs: Glyph) -> Page:
    return Page(1, Frame(0, 0, 0, 0, 595, 842), glyphs, (), 0.0)


def texts_and_strays(*glyphs: Glyph) -> tuple[list[str], str]:
    (grid,), _ = filled(page(*glyphs), [[LEFT, RIGHT]])
    return [cell.text for cell in grid.cells], "".join(g.char for g in grid.orphans)


def test_digits_go_into_the_cell_they_lie_in() -> None:
    assert texts_and_strays(glyph("1", 10), glyph("2", 16), glyph("3", 70)) == (["12", "3"], "")


def test_a_digit_between_cells_is_a_stray() -> None:
    assert texts_and_strays(glyph("1", 10), glyph("2", 52)) == (["1", ""], "2")


def test_a_digit_upon_its_like_is_a_stray() -> None:
    assert texts_and_strays(glyph("4", 10), glyph("1", 16), glyph("1", 16.5)) == (["41", ""], "1")


def test_what_stands_outside_is_left_over() -> None:
    inside, outside = glyph("1", 10), glyph("2", 300)
    grids, rest = filled(page(inside, outside), [[LEFT, RIGHT]])
    assert list(rest) == [outside]
    assert grids[0].orphans == ()
