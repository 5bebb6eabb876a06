"""Where a line's words end: at gaps, at the edges of columns around, behind labels."""

from itertools import chain

from desktop.geometry import Box
from desktop.pdf.page import Glyph
from desktop.tables.tokens import tokens_of_lines


def text(chars: str, x: float, y: float) -> list[Glyph]:
    """Characters side by side, 10 points high; digits are half as wide as others."""
    glyphs: list[Glyph] = []
    for char in chars:
        width = 5.0 if char.isdigit() else 10.0
        glyphs.append(Glyph(char, Box(x, y - 8, x + width, y + 2), y))
        x += width
    return glyphs


def words(*lines: list[list[Glyph]]) -> list[list[str]]:
    found = tokens_of_lines([list(chain.from_iterable(line)) for line in lines], [])
    return [[word.text for word in line] for line in found]


def row(label: str, value: str, y: float) -> list[list[Glyph]]:
    """A label that begins at 100, and a value that ends at 180."""
    return [text(label, 100, y), text(value, 180 - 5 * len(value), y)]


def test_a_number_close_behind_a_label_is_apart_where_the_column_is() -> None:
    found = words(
        row("予以公开数", "12345", 20), row("部分公开", "123", 40), row("总计", "234", 60)
    )
    assert found == [["予以公开数", "12345"], ["部分公开", "123"], ["总计", "234"]]


def test_a_number_at_the_end_of_running_text_is_not() -> None:
    lines = [[text("受理申请共计", 100, y), text("12345", 165, y)] for y in (20.0, 40.0, 60.0)]
    lines[1] = [text("2024年受理申请13件比去年", 100, 40)]
    lines[2] = [text("2023年受理申请15件比去年", 100, 60)]
    assert words(*lines)[0] == ["受理申请共计12345"]
