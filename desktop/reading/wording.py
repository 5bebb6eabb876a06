"""A form table's labels in bare wording, prepared once for matching."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop.reading.labels import bare, best_similarity
from desktop.report.form import FormBlock, FormColumn, FormRow, FormTable


@dataclass(frozen=True, slots=True)
class Wording:
    """The accepted wordings of one label: its own and its aliases, and its whole path."""

    label: str
    wordings: tuple[str, ...]
    path: str

    def likeness(self, printed: str, printed_path: str) -> float:
        """How well a printed label and its path fit, 0 to 1."""
        exact = printed in self.wordings
        own = 1.0 if exact else best_similarity(printed, self.wordings)
        if self.path == self.wordings[0]:
            # One label may be printed over several cells of the stub.
            return own if exact else max(own, best_similarity(printed_path, self.wordings))
        # Labels repeat under several headers; the path decides between them. Where a ruling
        # is lost, label and path run together.
        whole = best_similarity(printed_path, (self.path,))
        return max(0.8 * own + 0.2 * whole, 0.9 * whole)


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """A row of the form with its block; `wording` is None where the form prints no label."""

    block: FormBlock
    row: FormRow
    wording: Wording | None


def _wording(label: tuple[str, ...], aliases: tuple[str, ...]) -> Wording:
    wordings = (bare(label[-1]), *(bare(alias) for alias in aliases))
    return Wording(label[-1], wordings, bare("".join(label)))


@cache
def column_wordings(block: FormBlock) -> tuple[Wording, ...]:
    """The wordings of a block's columns, in order."""
    return tuple(_column(column) for column in block.columns)


def _column(column: FormColumn) -> Wording:
    return _wording(column.label, column.aliases)


@cache
def expected_rows(table: FormTable) -> tuple[ExpectedRow, ...]:
    """All rows of a table, block by block."""
    return tuple(
        ExpectedRow(block, row, _wording(row.label, row.aliases) if row.label else None)
        for block in table.blocks
        for row in block.rows
    )


@cache
def labelled_rows(table: FormTable) -> Mapping[str, int]:
    """The position of a row among the expected ones by its innermost label, where that is its own.

    Wordings that several rows share are left out.
    """
    places: dict[str, set[int]] = {}
    for index, row in enumerate(expected_rows(table)):
        for wording in row.wording.wordings if row.wording else ():
            places.setdefault(wording, set()).add(index)
    return {label: min(rows) for label, rows in places.items() if len(rows) == 1}


@cache
def names_several(table: FormTable, label: str) -> bool:
    """Whether a bare printed label holds the labels of two rows: one row's values are lost.

    Their numbers may be lost too.
    """
    texts = {known.lstrip("0123456789") for known in labelled_rows(table)}
    held = [text for text in texts if len(text) > 3 and text in label]
    # A label can be part of another one of the form's.
    return sum(not any(known in other for other in held if other != known) for known in held) > 1


@cache
def form_texts(table: FormTable) -> tuple[str, ...]:
    """Every text that the form prints besides row and column labels: titles and corners."""
    texts = (text for block in table.blocks for text in (block.title, block.corner))
    return tuple(bare("".join(c for c in text if not c.isdigit())) for text in texts if text)


@cache
def leaf_labels(table: FormTable) -> frozenset[str]:
    """Every wording of an innermost column label of the table."""
    return frozenset(
        text
        for block in table.blocks
        for wording in column_wordings(block)
        for text in wording.wordings
    )
