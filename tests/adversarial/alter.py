"""Changes to the tables of a draft, by the ids of their rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

from desktop.report.form import FormBlock, FormColumn, FormRow
from tests.adversarial.draft import Draft

T = TypeVar("T")


def edit_block(draft: Draft, table: str, change: Callable[[FormBlock], FormBlock]) -> None:
    """Change every block of a table."""
    old = draft.tables[table]
    draft.tables[table] = replace(old, blocks=tuple(change(block) for block in old.blocks))


def edit_rows(
    draft: Draft, table: str, change: Callable[[tuple[FormRow, ...]], Iterable[FormRow]]
) -> None:
    """Change the rows of every block."""
    edit_block(draft, table, lambda block: replace(block, rows=tuple(change(block.rows))))


def edit_columns(
    draft: Draft, table: str, change: Callable[[tuple[FormColumn, ...]], Iterable[FormColumn]]
) -> None:
    """Change the columns of every block."""
    edit_block(draft, table, lambda block: replace(block, columns=tuple(change(block.columns))))


def rename(draft: Draft, table: str, line: str, label: str) -> None:
    """Let the innermost label of a row or column read otherwise."""

    def renamed(item: Any) -> Any:
        return replace(item, label=(*item.label[:-1], label)) if item.id == line else item

    edit_rows(draft, table, lambda rows: map(renamed, rows))
    edit_columns(draft, table, lambda columns: map(renamed, columns))


def relabel(draft: Draft, change: Callable[[str], str]) -> None:
    """Change the text of every label."""
    for table in draft.tables:
        edit_block(draft, table, lambda block: _relabelled(block, change))


def reword(draft: Draft, old: str, new: str) -> None:
    """Replace words in every label."""
    relabel(draft, lambda text: text.replace(old, new))


def _relabelled(block: FormBlock, change: Callable[[str], str]) -> FormBlock:
    def renamed(item: Any) -> Any:
        return replace(item, label=tuple(map(change, item.label)))

    rows, columns = map(renamed, block.rows), map(renamed, block.columns)
    return FormBlock(change(block.title), change(block.corner), tuple(columns), tuple(rows))


def label_of(draft: Draft, table: str, line: str) -> str:
    """The innermost label of a row or column."""
    blocks = draft.tables[table].blocks
    rows = {row.id: row.label[-1] for block in blocks for row in block.rows if row.label}
    columns = {column.id: column.label[-1] for block in blocks for column in block.columns}
    return (rows | columns)[line]


def cells_of(draft: Draft, table: str, *lines: str) -> list[str]:
    """The names of the form's cells in these rows or columns."""
    slots = draft.form.table(table).slots()
    return [slot.name for slot in slots if slot.row.id in lines or slot.column.id in lines]


def shuffled(random: Random, items: Sequence[T]) -> list[T]:
    """The same items in another order."""
    mixed = list(items)
    while mixed == list(items):
        random.shuffle(mixed)
    return mixed


def exchanged(items: Sequence[T], one: int, other: int) -> list[T]:
    """The same items, two of them exchanged."""
    mixed = list(items)
    mixed[one], mixed[other] = mixed[other], mixed[one]
    return mixed
