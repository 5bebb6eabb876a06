"""Cells whose row or column is not surely the one that its label says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from desktop.reading.binding import TWICE
from desktop.reading.table import TableReading
from desktop.reading.wording import names_several

SEVERAL_ROWS = "几个行名印在一格里，请核对是哪一行的数字"


def label_doubts(reading: TableReading) -> Mapping[str, str]:
    """Why the label of a cell's row or column leaves a question, by the cell's name."""
    return {**dict(_of_columns(reading)), **dict(_of_rows(reading))}


def _of_rows(reading: TableReading) -> Iterator[tuple[str, str]]:
    rows = [row for row, _, _ in reading.rows]
    labels = Counter((row.grid, row.label) for row in (*rows, *reading.extra) if row.label)
    for row, line, doubt in reading.rows:
        reason = doubt
        if names_several(reading.table, row.path):
            reason = SEVERAL_ROWS
        elif labels[row.grid, row.label] > 1:
            reason = reason or TWICE
        if reason is not None:
            for name in reading.names(line):
                yield name, reason


def _of_columns(reading: TableReading) -> Iterator[tuple[str, str]]:
    for row, line, _ in reading.rows:
        if not any(row.header.doubts):
            continue
        doubts = dict(
            zip((column.id for column in line.block.columns), row.header.doubts, strict=True)
        )
        for slot in reading.slots(line):
            doubt = doubts[slot.column.id]
            if doubt is not None:
                yield slot.name, doubt
