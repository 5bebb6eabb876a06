"""Rows that a page break cuts in two, whole again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.reading.full_cells import is_full
from desktop.reading.row_fit import row_likeness
from desktop.reading.rows import Parts, PrintedRow
from desktop.reading.wording import ExpectedRow
from desktop.report.values import parse_value


def rejoined(rows: Sequence[PrintedRow], expected: Sequence[ExpectedRow]) -> list[PrintedRow]:
    """The rows, those whose two parts end one page and begin the next as one."""
    result: list[PrintedRow] = []
    for row in rows:
        if (
            result
            and result[-1].ends_grid
            and row.starts_grid
            and _is_cut(result[-1], row, expected)
        ):
            result[-1] = _joined(result[-1], row)
        else:
            result.append(row)
    return result


def _is_cut(upper: PrintedRow, lower: PrintedRow, expected: Sequence[ExpectedRow]) -> bool:
    if upper.cells.keys() != lower.cells.keys():
        return False
    if not (upper.is_blank or lower.is_blank):
        return not lower.path and (_complete_each_other(upper, lower) or _goes_on(upper, lower))
    if not lower.path and _has_words(lower):
        return False  # a title or a header at the top of the page
    whole = _best(_joined(upper, lower), expected)
    return whole > max(_best(upper, expected), _best(lower, expected)) or not (
        upper.path and lower.path
    )


def _complete_each_other(upper: PrintedRow, lower: PrintedRow) -> bool:
    """Whether one of two rows has numbers just where the other is blank."""
    return all(
        not (_has_text(parts) and _has_text(lower.cells[column]))
        for column, parts in upper.cells.items()
    )


def _goes_on(upper: PrintedRow, lower: PrintedRow) -> bool:
    """Whether the numbers of a row without a label may be last lines of those above.

    Whether they are is left to a person: joined, they are told as numbers that stand apart.
    """
    return bool(upper.path) and all(
        any(is_full(cell) for _, cell in parts)
        for column, parts in upper.cells.items()
        if _has_text(lower.cells[column])
    )


def _has_text(parts: Parts) -> bool:
    return any(cell.text for _, cell in parts)


def _has_words(row: PrintedRow) -> bool:
    """Whether a value cell holds text that is no value."""
    texts = [cell.text for parts in row.cells.values() for _, cell in parts]
    return any(parse_value(text).number is None for text in texts)


def _best(row: PrintedRow, expected: Sequence[ExpectedRow]) -> float:
    return max((row_likeness(row, other) for other in expected), default=0.0)


def _joined(upper: PrintedRow, lower: PrintedRow) -> PrintedRow:
    cells = {column: parts + lower.cells[column] for column, parts in upper.cells.items()}
    label = (upper.labels[-1] if upper.labels else "") + (lower.labels[-1] if lower.labels else "")
    return replace(
        upper, labels=(*upper.labels[:-1], label), cells=cells, ends_grid=lower.ends_grid
    )
