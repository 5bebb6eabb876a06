"""The official layout of a table: which cell stands where, merged headers included.

The window, the workbook and the printed list all draw from this one description.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desktop.report.form import FormBlock, FormTable, Slot


class Role(StrEnum):
    """What a laid-out cell is."""

    TITLE = "title"
    HEADER = "header"
    STUB = "stub"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A rectangle of the layout grid; `slot` is set for values only."""

    row: int
    column: int
    row_span: int
    column_span: int
    role: Role
    text: str
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A table as a grid of `rows` × `columns`, covered exactly by `cells`."""

    rows: int
    columns: int
    cells: tuple[LaidCell, ...]


def labels_of(layout: Layout, row: int, column: int) -> frozenset[LaidCell]:
    """The labels of the row and the column in which a value stands, in its own block."""
    start = max((c.row for c in layout.cells if c.role is Role.TITLE and c.row < row), default=-1)
    return frozenset(
        cell
        for cell in layout.cells
        if (cell.role is Role.STUB and cell.row <= row < cell.row + cell.row_span)
        or (
            cell.role is Role.HEADER
            and start < cell.row < row
            and cell.column <= column < cell.column + cell.column_span
        )
    )


@cache
def layout_of(table: FormTable) -> Layout:
    """The official layout of a table version."""
    slots = {(slot.block, slot.row, slot.column): slot for slot in table.slots()}
    cells: list[LaidCell] = []
    top = 0
    columns = 0
    for block in table.blocks:
        stub = max((len(row.label) for row in block.rows), default=0)
        width = stub + sum(column.span for column in block.columns)
        columns = max(columns, width)
        if block.title:
            cells.append(LaidCell(top, 0, 1, width, Role.TITLE, block.title))
            top += 1
        depth = max(len(column.label) for column in block.columns)
        cells.extend(_header(block, top, stub, depth))
        top += depth
        cells.extend(_stub(block, top, stub))
        for row in block.rows:
            left = stub
            for column in block.columns:
                slot = slots[block, row, column]
                cells.append(LaidCell(top, left, 1, column.span, Role.VALUE, "", slot))
                left += column.span
            top += 1
    return Layout(top, columns, tuple(cells))


def _header(block: FormBlock, top: int, stub: int, depth: int) -> Iterator[LaidCell]:
    if stub:
        yield LaidCell(top, 0, depth, stub, Role.HEADER, block.corner)
    paths = [column.label for column in block.columns for _ in range(column.span)]
    for level, start, end, last in _runs(paths, depth):
        rows = depth - level if last else 1
        text = paths[start][level]
        yield LaidCell(top + level, stub + start, rows, end - start, Role.HEADER, text)


def _stub(block: FormBlock, top: int, width: int) -> Iterator[LaidCell]:
    paths = [row.label for row in block.rows]
    for level, start, end, last in _runs(paths, width):
        columns = width - level if last else 1
        text = paths[start][level]
        yield LaidCell(top + start, level, end - start, columns, Role.STUB, text)


def _runs(paths: Sequence[tuple[str, ...]], depth: int) -> Iterator[tuple[int, int, int, bool]]:
    """Merged label cells as (level, first path, end path, is the innermost label)."""
    for level in range(depth):
        start = 0
        while start < len(paths):
            end = start + 1
            while end < len(paths) and paths[end][: level + 1] == paths[start][: level + 1]:
                end += 1
            if level < len(paths[start]):
                yield level, start, end, level == len(paths[start]) - 1
            start = end
