"""Labels over several columns where no rulings tell which: they stand in the middle of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from desktop.reading.labels import bare, best_similarity
from desktop.reading.wording import SURE, PrintedLabel, column_wordings
from desktop.report.form import FormBlock
from desktop.tables.grid import GridCell

# In widths of a column: how far a label may stand off the middle of its columns.
_OFF: Final = 0.75


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
    spans = _spans(block)
    above: list[list[str]] = [[] for _ in cells]
    for label, count in spans.items():
        for word in words:
            if best_similarity(bare(word.text), (label,)) >= SURE:
                for index in _columns_under(word, cells, count):
                    above[index].append(label)
    return [
        PrintedLabel(_without_those_above(text, over), tuple(over))
        for text, over in zip(texts, above, strict=True)
    ]


def _spans(block: FormBlock) -> Mapping[str, int]:
    """How many columns stand under each label of a block that has others below it."""
    counts: dict[str, int] = {}
    for wording in column_wordings(block):
        for label in wording.above:
            counts[label] = counts.get(label, 0) + 1
    return counts


def _columns_under(word: GridCell, cells: Sequence[GridCell], count: int) -> Iterator[int]:
    """The positions of so many neighbouring columns in whose middle a word stands."""
    starts = range(len(cells) - count + 1)
    middles = [(cells[start].box.x0 + cells[start + count - 1].box.x1) / 2 for start in starts]
    if not middles:
        return
    off, start = min((abs(word.box.centre_x - x), n) for n, x in enumerate(middles))
    width = (cells[start + count - 1].box.x1 - cells[start].box.x0) / count
    if off <= _OFF * width:
        yield from range(start, start + count)


def _without_those_above(text: str, above: Sequence[str]) -> str:
    """A label without the words of those over it that stand just above its own."""
    label = bare(text)
    for over in above:
        label = label.removeprefix(over)
    return label or text
