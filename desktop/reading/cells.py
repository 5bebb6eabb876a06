"""Grid cells to the report's typed cells, with a doubt wherever a person should look."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import Final

from desktop.geometry import enclosing
from desktop.pdf.characters import UNCODED
from desktop.pdf.page import Glyph, Page
from desktop.reading.agreement import disagreements
from desktop.reading.cell_text import cell_text, usual_gap
from desktop.reading.cut_off import is_cut_off, printed_areas
from desktop.reading.label_doubts import label_doubts
from desktop.reading.labels import best_similarity, normalise_label
from desktop.reading.low_rows import cut_by_rows
from desktop.reading.rows import Parts, PrintedRow
from desktop.reading.table import TableReading, header_cells, printed_part
from desktop.reading.units import printed_units
from desktop.reading.unseen import unseen_cells
from desktop.reading.wording import expected_rows, form_texts
from desktop.reading.wrapped import stacked
from desktop.report.form import FormTable
from desktop.report.model import Cell, Source, read_cell, without_number
from desktop.report.values import Measure
from desktop.tables.grid import Grid, GridCell

_UNREADABLE: Final = "有无法识别的字符，请对照原文"
_SHARED: Final = "几列合在一格里，请对照原文"
_BESIDE_LOST: Final = "相邻的一行没有找到，此行的数字可能串行，请对照原文"
_ORPHAN: Final = "旁边有不在任何一格内的数字，请对照原文"
_CUT_OFF: Final = "此格伸到页面之外，数字可能不完整，请对照原件"
_LOW_ROW: Final = "这张表的行高放不下换行的文字，此格数字可能没有印全，请对照原件"
# A text of so many characters is no note.
_SHORT: Final = 12
_NUMBERING: Final = re.compile(r"\d{1,2}[.．、,，](?!\d)")
# Points around a cell from which a orphan digit may have come.
_NEAR: Final = 12.0
_CONTESTED: Final = "这张表在文中不止一份，此格数字不同，请核对采用的是哪一份"
_UNSURE_BELOW: Final = 0.7


def typed_cells(
    reading: TableReading, grids: Sequence[Grid], pages: Mapping[int, Page]
) -> dict[str, Cell]:
    """The cells of a table.

    Args:
        reading: the table as found.
        grids: the grids it was found in.
        pages: the document's pages, by number.
    """
    unseen = unseen_cells(reading.cells, pages)
    doubts = _doubts(reading, grids, pages, unseen)
    several = {name for name, likely in stacked(reading).items() if likely}
    values = (cell for parts in reading.cells.values() for _, cell in parts)
    usual = usual_gap(values, header_cells(reading))
    units = printed_units(reading)
    cells: dict[str, Cell] = {}
    for name, parts in reading.cells.items():
        text = cell_text([cell for _, cell in parts], usual, wraps=name not in several)
        cell = read_cell(
            name, text, _source(parts, pages), doubts.get(name), units.get(name, Measure.ITEMS)
        )
        if name in unseen:
            cell = replace(cell, doubt=unseen[name].doubt)
            cell = without_number(cell) if unseen[name].instead_of_number(text) else cell
        cells[name] = cell
    return cells


def _doubts(
    reading: TableReading,
    grids: Sequence[Grid],
    pages: Mapping[int, Page],
    unseen: Container[str],
) -> dict[str, str]:
    """Why each cell should be looked at, the weightiest reason; the others are left out."""
    areas = printed_areas(pages)
    doubts: dict[str, str] = {}
    for name, parts in reading.cells.items():
        doubt = _UNREADABLE if any(UNCODED in cell.text for _, cell in parts) else None
        doubt = doubt or (_CUT_OFF if is_cut_off(parts, pages, areas) else None)
        if doubt is not None:
            doubts[name] = doubt
    reasons: Iterable[Mapping[str, str]] = (
        dict.fromkeys(_shared(reading), _SHARED),
        dict.fromkeys(reading.contested, _CONTESTED),
        label_doubts(reading),
        dict.fromkeys(_near_orphans(reading, grids), _ORPHAN),
        disagreements(reading, unseen),
        dict.fromkeys(cut_by_rows(reading), _LOW_ROW),
        dict.fromkeys(_beside_lost_rows(reading), _BESIDE_LOST),
    )
    for names in reasons:
        for name, reason in names.items():
            doubts.setdefault(name, reason)
    return doubts


def _source(parts: Parts, pages: Mapping[int, Page]) -> Source:
    """The place of the part with text; of the first where none has any."""
    page, cell = printed_part(parts)
    x0, top, x1, bottom = box = cell.box
    # Nearly all characters stand within their cells.
    if any(g[0] < x0 or g[1] < top or g[2] > x1 or g[3] > bottom for _, g, *_ in cell.glyphs):
        box = enclosing([cell.box, *(glyph.box for glyph in cell.glyphs)])
    return Source(page, pages[page].frame.displayed(box))


def _shared(reading: TableReading) -> frozenset[str]:
    """The names whose cell is also another's."""
    names: dict[int, list[str]] = {}
    for name, parts in reading.cells.items():
        _, cell = printed_part(parts)
        if cell.text:
            names.setdefault(id(cell), []).append(name)
    return frozenset(name for group in names.values() if len(group) > 1 for name in group)


def _beside_lost_rows(reading: TableReading) -> Iterator[str]:
    """The names in the rows next to one of their block that was not found.

    Its numbers may have been taken for theirs.
    """
    found = {id(line) for _, line, _ in reading.rows}
    for one, other in pairwise(expected_rows(reading.table)):
        if one.block is other.block and (id(one) in found) != (id(other) in found):
            yield from reading.names(one if id(one) in found else other)


def _near_orphans(reading: TableReading, grids: Sequence[Grid]) -> frozenset[str]:
    """The names of the cells that a digit in no cell of values may belong to."""
    orphans = list(_orphans(reading, grids))
    if not orphans:
        return frozenset()
    near = {
        slot.name
        for row, line, _ in reading.rows
        for slot in reading.slots(line)
        for page, cell in row.cells.get(slot.column.id, ())
        if any(page == other and _may_be_of(cell, glyph) for other, glyph in orphans)
    }
    return frozenset(near.union(*_over_page_ends(reading, near)))


def _over_page_ends(reading: TableReading, names: Set[str]) -> Iterator[Set[str]]:
    """The rest of each two rows that a page break parts, where it has some of the names.

    A number may wrap from the one to the other.
    """
    for (upper, above, _), (lower, below, _) in pairwise(reading.rows):
        if upper.ends_grid and lower.starts_grid:
            both = {*reading.names(above), *reading.names(below)}
            if names & both:
                yield both


def _may_be_of(cell: GridCell, orphan: Glyph) -> bool:
    """Whether a digit in no cell may be a cell's: it is near, or level with a blank."""
    level = cell.box.top < orphan.box.centre_y < cell.box.bottom
    return (level and not cell.text) or cell.box.grown(_NEAR).overlaps(orphan.box)


def _orphans(reading: TableReading, grids: Sequence[Grid]) -> Iterator[tuple[int, Glyph]]:
    """The digits of the table's grids that are in no cell of values, with their pages."""
    rows = [row for row, _, _ in reading.rows]
    rows += [row for row in reading.extra if row.path and _is_whole(row)]
    used = {id(cell) for row in rows for parts in row.cells.values() for _, cell in parts}
    used |= {id(cell) for row, _, _ in reading.rows for cell in row.aside}
    for index in {row.grid for row, _, _ in reading.rows}:
        grid = grids[index]
        yield from ((grid.page, glyph) for glyph in grid.orphans if glyph.char.isdigit())
        for cell in grid.cells:
            if id(cell) not in used:
                for digit in _digits_out_of_place(cell, reading.table):
                    yield grid.page, digit


def _is_whole(row: PrintedRow) -> bool:
    """Whether a row that the form does not have is more than a number out of place."""
    texts = [any(cell.text for _, cell in parts) for parts in row.cells.values()]
    return sum(texts) * 2 >= len(texts)


def _digits_out_of_place(cell: GridCell, table: FormTable) -> Iterator[Glyph]:
    """The digits in a label or a title that are not its numbering: no form has such."""
    if not any(map(str.isdigit, cell.text)) or not _is_form_text(cell.text, table):
        return
    numbering = {n for match in _NUMBERING.finditer(cell.text) for n in range(*match.span())}
    for index, glyph in enumerate(cell.glyphs):
        if glyph.char.isdigit() and index not in numbering:
            yield glyph


def _is_form_text(text: str, table: FormTable) -> bool:
    """Whether a text is the form's, and no note below the table."""
    own = normalise_label("".join(char for char in text if not char.isdigit()))
    # Without rulings a title and the header below it are one cell.
    return (
        len(own) <= _SHORT
        or any(text in own for text in form_texts(table))
        or best_similarity(own, form_texts(table)) > _UNSURE_BELOW
    )
