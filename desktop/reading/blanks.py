"""Blank cells that are not like the rest of their table: a number may be lost there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from desktop.reading.rows import Parts
from desktop.reading.table import TableReading

ALONE_BLANK: Final = "此格为空白，而同表其他各格都有数字，请对照原文"
BLANK_COLUMN: Final = "这一列全为空白，而其他各列都有数字，请对照原文"
BESIDE_BLANK: Final = "旁边一格空白，那里的数字可能并入此格，请对照原文"

# A blank is alone where at most this part of a table's cells, so many at least, are blank.
_FEW: Final = 0.1
_LEAST: Final = 5


def odd_blanks(reading: TableReading) -> Mapping[str, str]:
    """Why blank cells, and those next to lone ones, should be looked at, by their names."""
    blank = frozenset(name for name, parts in reading.cells.items() if _is_blank(parts))
    if not blank:
        return {}
    few = len(reading.cells) >= _LEAST and len(blank) <= _FEW * len(reading.cells)
    alone: frozenset[str] = blank if few else frozenset()
    return {
        **dict.fromkeys(_blank_columns(reading, blank), BLANK_COLUMN),
        **dict.fromkeys(_beside(reading, alone), BESIDE_BLANK),
        **dict.fromkeys(alone, ALONE_BLANK),
    }


def _blank_columns(reading: TableReading, blank: frozenset[str]) -> Iterator[str]:
    """The cells of a column without a number, in a block where all others have one in each row.

    Who leaves cells blank for zero does so in more than one column. Two blanks can be two zeros,
    but not in the last column, which is what a page cuts off.
    """
    blocks: dict[int, dict[str, list[str]]] = {}
    for _, line, _ in reading.rows:
        columns = blocks.setdefault(id(line.block), {})
        for slot in reading.slots(line):
            if slot.name in reading.cells:
                columns.setdefault(slot.column.id, []).append(slot.name)
    for columns in blocks.values():
        without = [names for names in columns.values() if blank.issuperset(names)]
        with_all = [names for names in columns.values() if blank.isdisjoint(names)]
        if len(without) == 1 and with_all and len(with_all) == len(columns) - 1:
            names, last = without[0], next(reversed(columns.values()))
            if len(names) > 2 or (len(names) == 2 and names is last):
                yield from names


def _beside(reading: TableReading, blanks: frozenset[str]) -> Iterator[str]:
    """The cells next to lone blanks in their rows: a digit of theirs may have moved there."""
    for _, line, _ in reading.rows if blanks else ():
        for one, other in pairwise(reading.names(line)):
            if one in blanks:
                yield other
            if other in blanks:
                yield one


def _is_blank(parts: Parts) -> bool:
    return not any(cell.text for _, cell in parts)
