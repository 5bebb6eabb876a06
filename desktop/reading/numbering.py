"""Rows and columns that number a table's own columns and rows: 栏次 and 行次, no values."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from desktop.reading.labels import normalise_label
from desktop.tables.grid import GridCell

# What stands beside the numbers of columns, if anything does.
_NAMES: Final = frozenset(
    {"", "栏次", "栏目", "列次", "列号", "序号", "行次", "甲", "甲乙", "甲乙丙"}
)
# So many columns in a row can be told by their numbers alone.
_LEAST: Final = 3


def is_column_numbers(labels: Sequence[str], cells: Sequence[GridCell], *, below: bool) -> bool:
    """Whether a row counts a table's columns: `1 2 3 …` under a header.

    Args:
        labels: the row's own.
        cells: its cells of values, from left to right.
        below: whether another row follows, which can be the one of values.
    """
    if len(cells) < _LEAST or normalise_label("".join(labels)) not in _NAMES:
        return False
    numbers = [_number(cell.text) for cell in cells]
    counting = all(one and other == one + 1 for one, other in pairwise(numbers))
    return counting and (below or any(labels))


def without_row_numbers(labels: Iterable[GridCell]) -> list[GridCell]:
    """The cells of labels beside a row, without those that count rows: no label is a number."""
    return [cell for cell in labels if not cell.text.isdecimal()]


def numbers_rows(label: str) -> bool:
    """Whether a column with this label holds the numbers of rows: 行次, 序号."""
    text = normalise_label(label)
    return bool(text) and text in _NAMES


def _number(text: str) -> int | None:
    """`3`, `(3)` or `③` as 3; None for any other text."""
    if len(text) == 1 and text.isnumeric():
        number = unicodedata.numeric(text)
        return int(number) if number.is_integer() else None
    plain = normalise_label(text)
    return int(plain) if plain.isdecimal() and len(plain) <= 2 else None
