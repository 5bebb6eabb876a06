"""Where a grid has the column headers of a form's block, and which column is which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.reading.alignment import Pair, aligned
from desktop.reading.labels import bare
from desktop.reading.wording import column_wordings, leaf_labels
from desktop.report.form import FormBlock, FormTable
from desktop.tables.grid import GridCell
from desktop.tables.matrix import Matrix
from desktop.tables.words import is_value

# A header is taken for a block's if its labels are this much like the block's on average,
# and no label is paired that is less than half alike.
_ENOUGH = 0.6
_LEAST = 0.5
# A printed label runs together with a title above it at most.
_LONGEST = 3
# A row with more numbers is one of values.
_FEW_NUMBERS = 2
# Points by which the edges of the two parts of a cut cell may differ, together.
_APART = 6.0


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a block in a matrix.

    `places` holds for each column of the block the left and right edge of its values, None
    where the column is not printed; `end` is the first row below. `labels` are the cells of
    the labels found, `extra` the texts of those that belong to no column.
    """

    block: FormBlock
    places: tuple[tuple[float, float] | None, ...]
    end: int
    labels: tuple[GridCell | None, ...]
    extra: tuple[str, ...]
    quality: float

    @property
    def printed(self) -> tuple[str | None, ...]:
        """The labels found, as texts."""
        return tuple(label.text if label else None for label in self.labels)


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
    known = leaf_labels(table)
    for row, cells in enumerate(matrix.ending):
        if sum(cell.text.isdigit() for cell in cells) > _FEW_NUMBERS:
            continue
        candidates = [[cell.text for cell in cells]]
        if row == 0 and before is not None:
            candidates.append([_tail(before, cell) + cell.text for cell in cells])
        found = [
            _matched(block, cells, texts, _paths(matrix, row, cells, texts), row)
            for texts in candidates
            if any(_may_be(bare(text), known) for text in texts)
            for block in table.blocks
        ]
        best = max(found, key=lambda header: (header.quality, len(header.places)), default=None)
        if best is not None and best.quality >= _ENOUGH:
            yield best


def _tail(before: Matrix, cell: GridCell) -> str:
    """The text at the end of the page before, in a cell over the same columns."""
    above = before.at(len(before.ys) - 2, cell.box.centre_x)
    if above is None or abs(above.box.x0 - cell.box.x0) + abs(above.box.x1 - cell.box.x1) > _APART:
        return ""
    return above.text


@lru_cache(maxsize=4096)
def _may_be(text: str, labels: frozenset[str]) -> bool:
    """Whether a text shares enough characters with a label to be worth a comparison."""
    if not text or text.isdigit():
        return False
    if text in labels:
        return True
    characters = set(text)
    return any(
        len(characters.intersection(label)) >= _ENOUGH * len(label)
        and len(text) <= _LONGEST * len(label)
        for label in labels
    )


def _paths(matrix: Matrix, row: int, cells: Sequence[GridCell], texts: Sequence[str]) -> list[str]:
    """The texts with those of the cells above them, bare."""
    return [
        bare("".join(other.text for other in matrix.above(row, cell.box.centre_x)[-2:]) + text)
        for cell, text in zip(cells, texts, strict=True)
    ]


def _matched(
    block: FormBlock,
    cells: Sequence[GridCell],
    texts: Sequence[str],
    paths: Sequence[str],
    row: int,
) -> Header:
    wordings = column_wordings(block)
    labels = [bare(text) for text in texts]
    # What stands above a value, or above a blank beside one, is the label of its column, which
    # ends there. Above a blank in a header it is one that a stray ruling cuts.
    has_values = any(text and is_value(text) for text in texts)
    none = [0.0] * len(wordings)
    scores = [
        none
        if has_values and is_value(text)
        else [wording.likeness(label, path) for wording in wordings]
        for text, label, path in zip(texts, labels, paths, strict=True)
    ]
    return _header(block, cells, aligned(scores, _LEAST), row)


def _header(block: FormBlock, cells: Sequence[GridCell], pairs: Sequence[Pair], row: int) -> Header:
    by_column = {pair.expected: cells[pair.printed] for pair in pairs}
    labels = tuple(by_column.get(column) for column in range(len(block.columns)))
    first = min((cell.box.x0 for cell in by_column.values()), default=0.0)
    used = {pair.printed for pair in pairs}
    return Header(
        block,
        _places(labels),
        row + 1,
        labels,
        tuple(
            cell.text
            for index, cell in enumerate(cells)
            if index not in used and cell.box.x0 > first and cell.text
        ),
        sum(pair.score for pair in pairs) / len(block.columns),
    )


def _places(labels: Sequence[GridCell | None]) -> tuple[tuple[float, float] | None, ...]:
    """Left and right edge of each column; none for a label that covers another's place."""
    spans = [(label.box.x0, label.box.x1) if label else None for label in labels]
    middles = [(span[0] + span[1]) / 2 for span in spans if span]
    return tuple(
        span if span and sum(span[0] < x < span[1] for x in middles) == 1 else None
        for span in spans
    )
