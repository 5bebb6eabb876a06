"""Labels over several columns where no rulings tell which: they stand in the middle of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import inf
from typing import Final

from desktop.geometry import Box, enclosing
from desktop.reading.labels import best_similarity, normalise_label
from desktop.reading.wording import SURE, PrintedLabel, column_wordings
from desktop.report.form import FormBlock
from desktop.tables.grid import GridCell

# In widths of a column: how far a label may stand off the place of its columns.
_OFF: Final = 0.75
# In the middle, left and right.
_WAYS: Final = 3


def labels_below(
    block: FormBlock, cells: Sequence[GridCell], texts: Sequence[str], words: Sequence[GridCell]
) -> list[PrintedLabel]:
    """The innermost labels of a header, each with those that stand over it.

    Args:
        block: the form's columns: how many there are under each label.
        cells: the innermost labels, one to a column, from left to right.
        texts: what they say; the words of a label over several columns may be part of it.
        words: all words of the header.
    """
    above: list[list[str]] = [[] for _ in cells]
    for label, columns in _columns_under(block, cells, words).items():
        for index in columns:
            above[index].append(label)
    return [
        PrintedLabel(_without_those_above(text, over), tuple(over))
        for text, over in zip(texts, above, strict=True)
    ]


def _columns_under(
    block: FormBlock, cells: Sequence[GridCell], words: Sequence[GridCell]
) -> Mapping[str, range]:
    """The positions of the columns under each label that stands over several.

    A table sets its labels in the middle of their columns, or at their left or right end; the
    way in which all stand best is its own. None are told where columns of one lie partly
    under another.
    """
    spans = _spans(block)
    found = {
        label: word
        for label in spans
        for word in words
        if best_similarity(normalise_label(word.text), (label,)) >= SURE
    }
    extents = [_extent(cell) for cell in cells]
    ways = [
        [_nearest(way, word.box, extents, spans[label]) for label, word in found.items()]
        for way in range(_WAYS)
    ]
    best = min(ways, key=lambda placed: sum(off for off, _ in placed))
    placed = dict(zip(found, best, strict=True))
    columns = {
        label: range(at, at + spans[label]) for label, (off, at) in placed.items() if off <= _OFF
    }
    return columns if _are_nested(columns.values()) else {}


def _nearest(way: int, word: Box, extents: Sequence[Box], count: int) -> tuple[float, int]:
    """How far a label stands off the nearest columns, so many side by side; the first of them.

    The distance is in widths of a column.
    """
    best = (inf, 0)
    for start in range(len(extents) - count + 1):
        first, last = extents[start], extents[start + count - 1]
        off = (
            word.centre_x - (first.x0 + last.x1) / 2, word.x0 - first.x0, word.x1 - last.x1
        )[way]  # fmt: skip
        width = max(1.0, (last.x1 - first.x0) / count)
        best = min(best, (abs(off) / width, start))
    return best


def _extent(cell: GridCell) -> Box:
    """Where a label's characters stand."""
    return enclosing([glyph.box for glyph in cell.glyphs] or [cell.box])


def _are_nested(columns: Iterable[range]) -> bool:
    """Whether each two share no column, or the one has all of the other's."""
    return all(
        not set(one) & set(other) or set(one) <= set(other) or set(other) <= set(one)
        for one, other in combinations(columns, 2)
    )


def _spans(block: FormBlock) -> Mapping[str, int]:
    """How many columns stand under each label of a block that has others below it."""
    counts: dict[str, int] = {}
    for wording in column_wordings(block):
        for label in wording.above:
            counts[label] = counts.get(label, 0) + 1
    return counts


def _without_those_above(text: str, above: Sequence[str]) -> str:
    """A label without the words of those over it that stand just above its own."""
    label = normalise_label(text)
    for over in above:
        label = label.removeprefix(over)
    return label or text
