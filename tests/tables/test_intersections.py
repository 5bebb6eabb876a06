"""The cells between crossings, and the tables they form, are pdfplumber's to the last one."""

from random import Random
from typing import Any

import pytest
from pdfplumber import table

from desktop.tables.intersections import cells_between, tables_of

Edge = dict[str, Any]


def edge(x0: float, top: float, x1: float, bottom: float) -> Edge:
    orientation = "h" if top == bottom else "v"
    return {
        "orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top,
    }  # fmt: skip


def random_edges(random: Random) -> list[Edge]:
    """Rulings between the nodes of a grid, some of them missing, some long."""
    columns, rows = random.randint(2, 8), random.randint(2, 8)
    xs = sorted(random.sample(range(20, 500, 20), columns))
    ys = sorted(random.sample(range(20, 500, 20), rows))
    edges = []
    for y in ys:
        x0, x1 = sorted(random.sample(xs, 2))
        edges.append(edge(x0, y, x1, y) if random.random() < 0.3 else edge(xs[0], y, xs[-1], y))
    for x in xs:
        y0, y1 = sorted(random.sample(ys, 2))
        edges.append(edge(x, y0, x, y1) if random.random() < 0.3 else edge(x, ys[0], x, ys[-1]))
    return [item for item in edges if random.random() < 0.9]


@pytest.mark.parametrize("seed", range(200))
def test_the_same_cells_as_pdfplumber_finds(seed: int) -> None:
    crossings = table.edges_to_intersections(random_edges(Random(seed)), 3, 3)
    found = [tuple(box) for box in cells_between(crossings)]
    assert sorted(found) == sorted(table.intersections_to_cells(crossings))


@pytest.mark.parametrize("seed", range(200))
def test_the_same_tables_as_pdfplumber_forms(seed: int) -> None:
    random = Random(seed)
    edges = random_edges(random) + [
        {**item, "x0": item["x0"] + 600, "x1": item["x1"] + 600} for item in random_edges(random)
    ]
    cells = [
        cell
        for cell in cells_between(table.edges_to_intersections(edges, 3, 3))
        if random.random() < 0.7
    ]
    found = sorted(sorted(map(tuple, one)) for one in tables_of(cells))
    plain = [(cell.x0, cell.top, cell.x1, cell.bottom) for cell in cells]
    assert found == sorted(sorted(one) for one in table.cells_to_tables(plain))
