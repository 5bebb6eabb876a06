"""Rulings in one line are joined; those of different tables stay where they are."""

from desktop.pdf.frame import Frame
from desktop.pdf.page import Page, Ruling
from desktop.tables.lattice import joined_edges, lattice_tables


def table(top: float, *xs: float) -> list[Ruling]:
    """The rulings of one row between some columns, 20 points high."""
    across = [Ruling(True, y, xs[0], xs[-1]) for y in (top, top + 20)]
    return [*across, *(Ruling(False, x, top, top + 20) for x in xs)]


def cells(*rulings: Ruling) -> list[list[tuple[float, float]]]:
    page = Page(1, Frame(0, 0, 0, 0, 595, 842), (), rulings, 0.0)
    found = lattice_tables(joined_edges(page))
    return [[(cell.x0, cell.x1) for cell in cells] for cells in found]


def test_columns_that_nearly_coincide_in_two_tables_are_not_moved() -> None:
    upper, lower = table(100, 50, 100, 150), table(160, 50, 102, 150)
    assert cells(*upper, *lower) == [[(50, 100), (100, 150)], [(50, 102), (102, 150)]]


def test_double_rulings_are_one() -> None:
    assert cells(*table(100, 50, 99, 101, 150)) == [[(50, 100), (100, 150)]]


def test_pieces_of_one_table_are_joined() -> None:
    upper, lower = table(100, 50, 100, 150), table(120, 50, 101, 150)
    assert cells(*upper, *lower) == [[(50, 100.5), (50, 100.5), (100.5, 150), (100.5, 150)]]
