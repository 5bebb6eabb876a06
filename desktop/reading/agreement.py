"""The second way of reading: do the printed values stand where rows and columns have them?

Rulings say which cell a glyph lies in. Independently, the values of a row stand on one line,
those of a table are set alike in their cells, and the glyphs of a number follow one another
without a gap. Where the two disagree, a person should look: a ruling is missing, or a glyph
is lost or out of place.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from desktop.pdf.page import Glyph
from desktop.reading.blanks import odd_blanks
from desktop.reading.cell_text import number_lines
from desktop.reading.column_doubts import SHIFTED, unsure_columns
from desktop.reading.placing import PlacedValue, off_place, placed_value
from desktop.reading.table import TableReading, printed_part
from desktop.reading.wrapped import STACKED, stacked

UNEVEN: Final = "数字的间距或高低不齐，可能漏字，请对照原文"
MISPLACED: Final = "数字的位置与同一行、同一表的其他数字不一致，请对照原文"

# In widths of a digit: a gap or an overlap inside a number; how far a digit reaches over its
# cell's edge.
_GAP: Final = 0.75
_OVERLAP: Final = 0.35
_ACROSS: Final = 0.3
# In heights of a glyph: half of what a digit has above its baseline. Points: half a ruling.
_HALF: Final = 0.3
_RULING: Final = 1.0
# In heights of a glyph: how far glyphs of one line, and values of one row, stand apart; and
# how close lines of one cell can be.
_BENT: Final = 0.12
_OFF_ROW: Final = 0.25
_TIGHTEST_LINES: Final = 0.7
# So many values tell where their row's stand; off it by chance is no larger part of a table's.
_ROW: Final = 3
_OFTEN: Final = 0.05
# In widths of a column: how far a cell's edges may lie from its header's.
_OFF_HEADER: Final = 0.3
# Points between cells that touch.
_TOUCHING: Final = 2.0


def disagreements(reading: TableReading, unseen: Container[str] = ()) -> dict[str, str]:
    """Why each cell should be looked at, by its name; the others are left out.

    Args:
        reading: the table as found.
        unseen: the cells of which part is not in the text: their numbers stand beside it.
    """
    stacks = stacked(reading).keys()
    reasons: dict[str, str] = {}
    placed: list[PlacedValue] = []
    for row, line, _ in reading.rows:
        for slot, label in zip(reading.slots(line), row.header.labels, strict=True):
            for page, cell in row.cells.get(slot.column.id, ()):
                if not cell.lines or slot.name in unseen:
                    continue
                # A mark beside a number moves it, and is a doubt of its own.
                if number_lines(cell) is cell.lines:
                    placed.append(placed_value(slot, page, cell, label, row.has_rulings))
                    if _is_uneven(cell.lines):
                        reasons[slot.name] = UNEVEN
    displaced = [item for item in placed if item.slot.name in stacks or item.slot.name in reasons]
    displaced += [*_off_row(placed), *_across(placed), *off_place(placed), *_joined(placed)]
    for item in displaced:
        reasons.setdefault(item.slot.name, MISPLACED)
    shifted = dict.fromkeys(unsure_columns(reading, reasons.keys()), SHIFTED)
    names = (*_beside(displaced, reading), *_off_header(reading), *_beside_loose(reading))
    for name in (*names, *_beside_lost(reading)):
        reasons.setdefault(name, MISPLACED)
    for name, reason in {**odd_blanks(reading), **shifted}.items():
        reasons.setdefault(name, reason)
    return {**reasons, **dict.fromkeys(stacks, STACKED)}


def _is_uneven(lines: Sequence[Sequence[Glyph]]) -> bool:
    """Whether a cell's glyphs are not set as those of one number are."""
    for line in lines:
        baselines = [glyph.baseline for glyph in line]
        if max(baselines) - min(baselines) > _BENT * line[0].box.height:
            return True
        if any(_is_broken(one, other) for one, other in pairwise(line)):
            return True
    for upper, lower in pairwise(lines):
        apart = lower[0].baseline - upper[0].baseline
        if apart < _TIGHTEST_LINES * upper[0].box.height or _breaks_early(upper, lower):
            return True
    return False


def _is_broken(one: Glyph, other: Glyph) -> bool:
    """Whether two neighbours of a number leave a gap between them, or cover each other."""
    if not (one.char.isdigit() or other.char.isdigit()):
        return False
    width = one.box.width if one.char.isdigit() else other.box.width
    gap = other.box.x0 - one.box.x1
    return gap > _GAP * width or gap < -_OVERLAP * width


def _breaks_early(upper: Sequence[Glyph], lower: Sequence[Glyph]) -> bool:
    """Whether a number goes on in a line longer than the one that was full."""
    digits = all(glyph.char.isdigit() for glyph in (*upper, *lower))
    return digits and len(lower) > len(upper)


def _off_row(placed: Sequence[PlacedValue]) -> Iterator[PlacedValue]:
    """Values that do not stand at the height of the others in their row.

    None where many do not: empty paragraphs in cells move their numbers, and rulings part them.
    """
    rows: dict[tuple[int, int, str], list[PlacedValue]] = {}
    for item in placed:
        rows.setdefault((item.page, id(item.slot.block), item.slot.row.id), []).append(item)
    off = [item for row in rows.values() if len(row) >= _ROW for item in _apart(row)]
    if len(off) <= max(_ROW, _OFTEN * len(placed)):
        yield from off
    else:
        yield from (item for item in off if not item.has_rulings)


def _apart(row: Sequence[PlacedValue]) -> Iterator[PlacedValue]:
    middle = median(item.extent.centre_y for item in row)
    for item in row:
        if item.lines == 1 and abs(item.extent.centre_y - middle) > _OFF_ROW * item.height:
            yield item


def _off_header(reading: TableReading) -> Iterator[str]:
    """Cells that are not as wide as the header above them: which column they are is unsure."""
    for row, line, _ in reading.rows:
        column_sides = dict(
            zip((c.id for c in line.block.columns), row.header.column_sides, strict=True)
        )
        for slot in reading.slots(line):
            place, parts = column_sides[slot.column.id], row.cells.get(slot.column.id)
            if place and parts and row.has_rulings:
                box = printed_part(parts)[1].box
                apart = max(abs(box.x0 - place[0]), abs(box.x1 - place[1]))
                if apart > _OFF_HEADER * (place[1] - place[0]):
                    yield slot.name


def _beside_loose(reading: TableReading) -> Iterator[str]:
    """The cells of rows with a number in no column or a digit too many in their label.

    And those below a header with a digit: no header of the forms has one.
    """
    for row, line, _ in reading.rows:
        known = line.wording.path if line.wording else ""
        if row.loose or _digits(row.path) > _digits(known):
            yield from reading.names(line)
    headers = {id(row.header): row.header for row, _, _ in reading.rows}
    noted = {
        (key, column.id)
        for key, header in headers.items()
        for column, label in zip(header.block.columns, header.printed, strict=True)
        if label and _digits(label)
    }
    for row, line, _ in reading.rows if noted else ():
        for slot in reading.slots(line):
            if (id(row.header), slot.column.id) in noted:
                yield slot.name


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _beside_lost(reading: TableReading) -> Iterator[str]:
    """The cells of rows that lack a column where no ruling parts columns: which one is unsure."""
    for row, line, _ in reading.rows:
        if not row.has_rulings and len(row.cells) < len(line.block.columns):
            yield from reading.names(line)


def _beside(displaced: Sequence[PlacedValue], reading: TableReading) -> Iterator[str]:
    """The neighbours of cells with a glyph out of place: it may have come from them."""
    for item in displaced:
        around = item.cell.box.grown(_TOUCHING)
        for name, parts in reading.cells.items():
            if any(page == item.page and around.overlaps(cell.box) for page, cell in parts):
                yield name


def _across(placed: Sequence[PlacedValue]) -> Iterator[PlacedValue]:
    """Values with a digit that reaches over the edge of its cell."""
    for item in placed:
        box, glyphs = item.cell.box, item.cell.glyphs
        over = max(box.x0 - item.extent.x0, item.extent.x1 - box.x1)
        beside = over > _ACROSS * item.digit and glyphs[-1].char.isdigit()
        # The box of a glyph has room below its baseline, and above a digit.
        below = glyphs[-1].baseline > box.bottom + _RULING
        above = glyphs[0].baseline - _HALF * item.height < box.top
        if beside or (item.has_rulings and (below or above)):
            yield item


def _joined(placed: Sequence[PlacedValue]) -> Iterator[PlacedValue]:
    """Values that begin with a zero, as no number does: that of another cell may follow it.

    None where several do, as where an office writes all of them so.
    """
    texts = [(item, item.cell.text) for item in placed]
    found = [i for i, text in texts if len(text) > 1 and text[0] in "0０" and text[1].isdigit()]
    if len(found) <= _ROW:
        yield from found
