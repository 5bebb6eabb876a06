"""Pages to their grids: the one way through table finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

from desktop.pdf.page import Page
from desktop.tables.fill import filled
from desktop.tables.grid import Grid
from desktop.tables.lattice import Edge, joined_edges, lattice_tables
from desktop.tables.needs_stream import needs_stream
from desktop.tables.orphan_glyphs import with_orphans
from desktop.tables.page_break import PageEnd
from desktop.tables.stream import stream_grids
from desktop.tables.text import glyphs_outside

# Tables whose tops differ by less, in points, stand side by side.
_SIDE_BY_SIDE: Final = 8.0


def find_grids(pages: Sequence[Page], furniture: Set[int] = frozenset()) -> Iterator[Grid]:
    """The tables of a document, page by page from the top down.

    Rulings are followed where they part the values; elsewhere their alignment is. Its header
    may then stand at the end of the page before.

    Args:
        pages: the document.
        furniture: the identities of the glyphs at the edges of pages that are of no table.
    """
    before = PageEnd((), 0.0)
    for page in pages:
        edges = joined_edges(page)
        grids, rest = filled(page, lattice_tables(edges))
        parted = [grid for grid in grids if not needs_stream(grid, edges)]
        if len(parted) < len(grids):
            rest = list(glyphs_outside(page.glyphs, [grid.box for grid in parted]))
        rest = [glyph for glyph in rest if id(glyph) not in furniture]
        others = [edge for edge in edges if not any(_is_of(grid, edge) for grid in parted)]
        streamed = stream_grids(page, rest, others, before)
        found = sorted([*parted, *streamed], key=_place)
        yield from with_orphans(found, rest)
        before = PageEnd(rest, max((grid.box.bottom for grid in found), default=0.0))


def _is_of(grid: Grid, edge: Edge) -> bool:
    """Whether a ruling along y is one of the grid's; those along x may end another table too."""
    inside = grid.box.contains(edge["x0"], (edge["top"] + edge["bottom"]) / 2)
    return edge["orientation"] == "v" and inside


def _place(grid: Grid) -> tuple[int, float]:
    return round(grid.box.top / _SIDE_BY_SIDE), grid.box.x0
