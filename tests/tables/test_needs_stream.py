"""A grid whose rulings part no rows is told from one whose numbers wrap."""

from desktop.geometry import Box
from desktop.pdf.page import Glyph
from desktop.tables.fill import grid_cell
from desktop.tables.grid import Grid, GridCell
from desktop.tables.lattice import Edge
from desktop.tables.needs_stream import needs_stream

TOP: Edge = {"orientation": "h", "x0": 0, "x1": 200, "top": 0, "bottom": 0}


def cell(x0: float, x1: float, *lines: str) -> GridCell:
    """A cell 40 points high with lines of characters 10 points high, digits 5 wide."""
    glyphs = [
        Glyph(char, Box(x0 + 2 + 5 * n, 4 + 16 * row, x0 + 7 + 5 * n, 14 + 16 * row), 12 + 16 * row)
        for row, line in enumerate(lines)
        for n, char in enumerate(line)
    ]
    return grid_cell(Box(x0, 0, x1, 40), glyphs)


def grid(*cells: GridCell) -> Grid:
    return Grid(1, Box(0, 0, 200, 40), cells, has_rulings=True)


def test_a_number_that_wraps_beside_one_label_is_one() -> None:
    assert not needs_stream(grid(cell(0, 100, "（一）予以"), cell(100, 120, "297", "4")), [TOP])


def test_two_labels_beside_two_numbers_are_two_rows() -> None:
    labels = cell(0, 100, "（七）总计", "四、结转下年")
    assert needs_stream(grid(labels, cell(100, 120, "297", "4")), [TOP])


def test_without_a_ruling_across_rows_are_not_parted() -> None:
    assert needs_stream(grid(cell(0, 100, "（一）予以"), cell(100, 120, "297")), [])
