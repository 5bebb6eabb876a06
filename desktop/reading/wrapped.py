"""Numbers printed over several lines: one that wraps in a narrow cell, or several numbers?

A number wraps only where it does not fit. Two rows whose ruling is missing look the same in
one cell, but not in the whole row, and not where the table has room for a digit more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from desktop.pdf.page import Glyph
from desktop.reading.cell_text import number_lines
from desktop.reading.table import TableReading
from desktop.tables.grid import GridCell
from desktop.tables.text import text_of

STACKED: Final = "数字分在几行，可能不是一个数，请对照原文"
_NUMBER: Final = re.compile(r"[\d.,，－—–-]*\d[\d.,，－—–-]*")
# Points of white on both sides of a cell together, at most.
_PADDING: Final = 14.0
# Points by which lines of one number differ in where they stand.
_SAME: Final = 1.0
# Cells are as wide as one another within this part.
_AS_WIDE: Final = 1.05


class _WrappedValue(NamedTuple):
    name: str
    row: int
    cell: GridCell
    lines: Sequence[Sequence[Glyph]]

    @property
    def is_stack(self) -> bool:
        if len(self.lines) < 2:
            return False
        return _NUMBER.fullmatch("".join(map(text_of, self.lines))) is not None


def stacked(reading: TableReading) -> Mapping[str, bool]:
    """The cells whose digits, over several lines, may be several numbers.

    Where it is likely that they are, the value is True. Where a table has no other, a number
    that fills its lines may be two all the same.
    """
    values = list(_values(reading))
    stacks = [value for value in values if value.is_stack]
    if not stacks:
        return {}
    single = [value for value in values if len(value.lines) == 1]
    unsure = [v for v in stacks if not (_share_a_side(v.lines) and _is_full(v, single))]
    rows = {value.row for value in unsure} | _beside_blanks(values)
    several = {value.name: True for value in stacks if value.row in rows}
    lone = {value.name for value in stacks}
    return several or (dict.fromkeys(lone, False) if len(lone) == 1 else {})


def _values(reading: TableReading) -> Iterator[_WrappedValue]:
    for index, (row, line, _) in enumerate(reading.rows):
        for slot in reading.slots(line):
            for _, cell in row.cells.get(slot.column.id, ()):
                yield _WrappedValue(slot.name, index, cell, number_lines(cell))


def _is_full(value: _WrappedValue, single: Sequence[_WrappedValue]) -> bool:
    """Whether each line but the last had no room for one digit more."""
    width = value.cell.box.width
    seen = max(
        (_width(other.lines[0]) for other in single if other.cell.box.width <= _AS_WIDE * width),
        default=0.0,
    )
    room = max(seen, width - _PADDING)
    return all(_width(line) + line[-1].box.width > room for line in value.lines[:-1])


def _share_a_side(lines: Sequence[Sequence[Glyph]]) -> bool:
    """Whether lines stand over one another: left, centred or right."""
    sides = [(line[0].box.x0, line[-1].box.x1) for line in lines]
    edges = zip(*((left, (left + right) / 2, right) for left, right in sides), strict=True)
    return any(max(edge) - min(edge) < _SAME for edge in edges)


def _width(line: Sequence[Glyph]) -> float:
    return line[-1].box.x1 - line[0].box.x0


def _beside_blanks(values: Sequence[_WrappedValue]) -> set[int]:
    """Rows next to one with a blank at the place of a number over several lines."""
    blank = {(value.row, value.cell.box.x0) for value in values if not value.lines}
    return {
        value.row
        for value in values
        if value.is_stack
        and any((value.row + step, value.cell.box.x0) in blank for step in (-1, 1))
    }
