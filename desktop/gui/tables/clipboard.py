"""Ranges of cells to and from spreadsheets, as they put them on the clipboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence

from desktop.report.layout import Layout, Role


def to_text(rows: Sequence[Sequence[str]]) -> str:
    """Rows as WPS and Excel understand them: tabs between cells, a line for each row."""
    return "\n".join("\t".join(row) for row in rows)


def from_text(text: str) -> list[list[str]]:
    """Rows as WPS and Excel put them on the clipboard, quoted where a cell has lines."""
    # They end the last row too.
    bare = text.replace("\r\n", "\n").removesuffix("\n")
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(bare), "excel-tab")]


def fitted(
    rows: Sequence[Sequence[str]], layout: Layout, chosen: Collection[tuple[int, int]]
) -> dict[str, str] | None:
    """Which cell gets which text, where cells at these places are selected; see `spread`."""
    if len(rows) == 1 and len(rows[0]) == 1:
        values = [c.slot.name for c in layout.cells if c.slot and (c.row, c.column) in chosen]
        if len(values) > 1:
            # One number for all cells selected, as spreadsheets do.
            return dict.fromkeys(values, rows[0][0])
    return spread(rows, layout, *min(chosen))


def spread(
    rows: Sequence[Sequence[str]], layout: Layout, row: int, column: int
) -> dict[str, str] | None:
    """Which cell gets which text, the first at a place; None where the range does not fit.

    A range goes over value cells alone, line by line, as it was copied from such a table.
    """
    lines = _values_from(layout, row, column)
    if len(rows) > len(lines):
        return None
    texts: dict[str, str] = {}
    for given, names in zip(rows, lines, strict=False):
        if len(given) > len(names):
            return None
        texts.update(zip(names, given, strict=False))
    return texts


def _values_from(layout: Layout, row: int, column: int) -> list[list[str]]:
    """The names of the values from a place on, to the right and below."""
    lines: dict[int, list[tuple[int, str]]] = {}
    for cell in layout.cells:
        if cell.role is Role.VALUE and cell.slot is not None and cell.row >= row:
            covers = cell.column + cell.column_span > column
            if covers:
                lines.setdefault(cell.row, []).append((cell.column, cell.slot.name))
    return [[name for _, name in sorted(lines[line])] for line in sorted(lines)]
