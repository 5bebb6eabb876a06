"""Where a grid has the column headers of a form's block, and which column is which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.reading.binding import Bound, bound_labels
from desktop.reading.labels import normalise_label
from desktop.reading.spanning import labels_below
from desktop.reading.wording import PrintedLabel, column_wordings, leaf_labels
from desktop.report.form import FormBlock, FormTable
from desktop.tables.grid import GridCell
from desktop.tables.matrix import Matrix
from desktop.tables.tokens import is_value

# A header is taken for a block's if its labels are this much like the block's on average.
_ENOUGH = 0.6
# What a block of 表二 is named after.
_TITLE = re.compile(r"第[一二三四五六七八九十]+条第?[（(].[）)]项")
# No form has more labels over the innermost one.
_DEEPEST = 2
# The part of a label's characters that a text must share with it to be worth a comparison.
_SHARED = 0.5
# A printed label runs together with a title above it at most.
_LONGEST = 3
# A row with more numbers is one of values.
_FEW_NUMBERS = 2
# Points by which the edges of the two parts of a cut cell may differ, together.
_APART = 6.0


ColumnSides = tuple[float, float]
"""the left and right edge of a column's values, in points"""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a block in a matrix.

    `column_sides` holds for each column of the block the left and right edge of its values, None
    where the column is not printed; `end` is the first row below. `labels` are the cells of
    the labels found, `printed` their texts, `above` those of the labels over them, normalised, and
    `doubts` why it is not sure that they are; `others` are the cells beside them that belong to
    no column.
    """

    block: FormBlock
    column_sides: tuple[ColumnSides | None, ...]
    end: int
    labels: tuple[GridCell | None, ...]
    printed: tuple[str | None, ...]
    above: tuple[tuple[str, ...], ...]
    doubts: tuple[str | None, ...]
    others: tuple[GridCell, ...]
    quality: float

    @property
    def first(self) -> float:
        """Where the leftmost column of values begins, in points."""
        return min((place[0] for place in self.column_sides if place), default=0.0)

    @property
    def extra(self) -> tuple[GridCell, ...]:
        """The header cells of columns that the form does not have."""
        return tuple(cell for cell in self.others if cell.box.x0 > self.first)


def headers_in(matrix: Matrix, table: FormTable, before: Matrix | None = None) -> list[Header]:
    """The headers of the table's blocks in a matrix, from the top down.

    Args:
        matrix: where to look.
        table: whose headers.
        before: the matrix at the end of the page before, if the table may go on from there; a
            header that the page break cuts begins in it.
    """
    return list(_headers(matrix, table, before))


def _headers(matrix: Matrix, table: FormTable, before: Matrix | None) -> Iterator[Header]:
    for row, cells in enumerate(matrix.ending):
        if sum(cell.text.isdigit() for cell in cells) > _FEW_NUMBERS:
            continue
        candidates = [[cell.text for cell in cells]]
        if row == 0 and before is not None:
            candidates.append([_tail(before, cell) + cell.text for cell in cells])
        found = [
            _matched(matrix, row, block, texts)
            for texts in candidates
            for block in table.blocks
            if _may_head(texts, block)
        ]
        best = max(
            found, key=lambda header: (header.quality, len(header.column_sides)), default=None
        )
        if best is not None and best.quality >= _ENOUGH:
            yield best


def _tail(before: Matrix, cell: GridCell) -> str:
    """The text at the end of the page before, in a cell over the same columns."""
    above = before.at(len(before.ys) - 2, cell.box.centre_x)
    if above is None or abs(above.box.x0 - cell.box.x0) + abs(above.box.x1 - cell.box.x1) > _APART:
        return ""
    return above.text


def _may_head(texts: Sequence[str], block: FormBlock) -> bool:
    """Whether enough texts may be labels of a block to be worth comparing each with each."""
    known = leaf_labels(block)
    least = _ENOUGH * len(block.columns)
    return sum(_may_be(normalise_label(text), known) for text in texts if text) >= least


@lru_cache(maxsize=4096)
def _may_be(text: str, labels: frozenset[str]) -> bool:
    """Whether a text shares enough characters with a label to be worth a comparison."""
    if not text or text.isdigit():
        return False
    if text in labels:
        return True
    characters = set(text)
    return any(
        label.startswith(text)
        or (
            len(characters.intersection(label)) >= _SHARED * len(label)
            and len(text) <= _LONGEST * len(label)
        )
        for label in labels
    )


def _above(matrix: Matrix, row: int, cell: GridCell) -> tuple[str, ...]:
    """The labels over a leaf from the outermost in, normalised."""
    over = [normalise_label(other.text) for other in matrix.above(row, cell.box.centre_x)]
    return tuple(text for text in over if text)[-_DEEPEST:]


def _without_title(text: str) -> str:
    """A label without the title of its block, which runs together with it without rulings."""
    match = _TITLE.match(text)
    return text[match.end() :] if match and match.end() < len(text) else text


def _matched(matrix: Matrix, row: int, block: FormBlock, texts: Sequence[str]) -> Header:
    cells = matrix.ending[row]
    # What stands above a value, or above a blank beside one, is the label of its column, which
    # ends there. Above a blank in a header it is one that a stray ruling cuts.
    has_values = any(text and is_value(text) for text in texts)
    own = ["" if has_values and is_value(text) else _without_title(text) for text in texts]
    if matrix.grid.words:
        labels = labels_below(block, cells, own, matrix.grid.words)
    else:
        labels = [
            PrintedLabel(text, _above(matrix, row, cell))
            for text, cell in zip(own, cells, strict=True)
        ]
    free = [bool(label.text) for label in labels]
    bound = bound_labels(labels, column_wordings(block), free, above=True)
    return _header(block, cells, texts, labels, bound, row)


def _header(
    block: FormBlock,
    cells: Sequence[GridCell],
    texts: Sequence[str],
    printed: Sequence[PrintedLabel],
    bound: Sequence[Bound],
    row: int,
) -> Header:
    by_column = {pair.expected: pair for pair in bound}
    pairs = [by_column.get(column) for column in range(len(block.columns))]
    labels = tuple(pair and cells[pair.printed] for pair in pairs)
    used = {pair.printed for pair in bound}
    return Header(
        block,
        _column_sides(labels),
        row + 1,
        labels,
        tuple(pair and texts[pair.printed] for pair in pairs),
        tuple(printed[pair.printed].above if pair else () for pair in pairs),
        tuple(pair and pair.doubt for pair in pairs),
        tuple(cell for index, cell in enumerate(cells) if index not in used),
        sum(pair.score for pair in bound) / len(block.columns),
    )


def _column_sides(labels: Sequence[GridCell | None]) -> tuple[ColumnSides | None, ...]:
    """Left and right edge of each column; none for a label that covers another's place."""
    spans = [(label.box.x0, label.box.x1) if label else None for label in labels]
    middles = [(span[0] + span[1]) / 2 for span in spans if span]
    return tuple(
        span if span and sum(span[0] < x < span[1] for x in middles) == 1 else None
        for span in spans
    )
