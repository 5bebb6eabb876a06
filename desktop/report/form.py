"""What a report should contain: forms, tables, blocks, rows and columns, read from data."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from desktop.resources import TomlTable, resource


class ValueKind(StrEnum):
    """What a column counts."""

    COUNT = "count"
    """a whole number of items, never negative"""
    AMOUNT = "amount"
    """an amount of money in 万元, decimals allowed"""
    CHANGE = "change"
    """a signed difference to the year before (2019 form)"""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of values; `label` is the path from the outermost header cell inwards."""

    id: str
    label: tuple[str, ...]
    kind: ValueKind
    span: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of values; `label` is the path from the outermost stub cell inwards."""

    id: str
    label: tuple[str, ...]
    group: str
    detail: bool
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormBlock:
    """Rows that share one header; 表二 stacks several, 表三 and 表四 are one each."""

    title: str
    corner: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one value in a form: which block, row and column, and its name."""

    name: str
    table: str
    block: FormBlock
    row: FormRow
    column: FormColumn

    @property
    def label(self) -> str:
        """The Chinese path of the cell, row first: `（七）总计 · 自然人`."""
        parts = [part for part in (self.row.label[-1:] + self.column.label[-1:]) if part]
        if not self.row.label:
            parts = list(self.column.label)
        return " · ".join(parts)


@dataclass(frozen=True, eq=False)
class FormTable:
    """One version of a statutory table. There is one object for each, in any process."""

    id: str
    table: str
    name: str
    heading: str
    blocks: tuple[FormBlock, ...]

    def __reduce__(self) -> tuple[Callable[[str], FormTable], tuple[str]]:
        return form_table, (self.id,)

    def slots(self) -> tuple[Slot, ...]:
        """Every value of the table, in printed order."""
        return self._slots

    def slots_of(self, row: FormRow) -> tuple[Slot, ...]:
        """The values of one of the table's rows."""
        return self._slots_by_row[id(row)]

    @cached_property
    def _slots(self) -> tuple[Slot, ...]:
        return tuple(self._made_slots())

    @cached_property
    def _slots_by_row(self) -> Mapping[int, tuple[Slot, ...]]:
        by_row: dict[int, tuple[Slot, ...]] = {}
        for slot in self._slots:
            by_row[id(slot.row)] = (*by_row.get(id(slot.row), ()), slot)
        return by_row

    def _made_slots(self) -> Iterator[Slot]:
        for block in self.blocks:
            for row in block.rows:
                for column in block.columns:
                    name = cell_name(self.table, row.id, column.id)
                    yield Slot(name, self.table, block, row, column)


@dataclass(frozen=True, eq=False)
class Form:
    """A form version: `2021`, `2019` or `mixed`, with its three tables.

    There is one object for each, in any process.
    """

    id: str
    name: str
    basis: str
    first_year: int | None
    tables: tuple[FormTable, ...]

    def table(self, name: str) -> FormTable:
        """The version of the table `proactive`, `applications` or `disputes` used here.

        Raises:
            KeyError: no such table.
        """
        for table in self.tables:
            if table.table == name:
                return table
        raise KeyError(name)

    def __reduce__(self) -> tuple[Callable[[Mapping[str, str]], Form], tuple[Mapping[str, str]]]:
        return form_of, ({table.table: table.id for table in self.tables},)

    def slots(self) -> Mapping[str, Slot]:
        """Every value of the form by its name, in printed order."""
        return self._slots

    @cached_property
    def _slots(self) -> Mapping[str, Slot]:
        return {slot.name: slot for table in self.tables for slot in table.slots()}


def cell_name(table: str, row: str, column: str) -> str:
    """The name of a cell from the ids of its table, row (may be empty) and column."""
    return ".".join(part for part in (table, row, column) if part)


@cache
def form_table(table_id: str) -> FormTable:
    """The table version with this id, such as `applications-2021`.

    Raises:
        FileNotFoundError: no such version is packaged.
    """
    data = tomllib.loads(resource("forms", f"{table_id}.toml").read_text("utf-8"))
    blocks = tuple(_block(block) for block in data["block"])
    return FormTable(data["id"], data["table"], data["name"], data["heading"], blocks)


@cache
def known_cells() -> frozenset[str]:
    """The names of all cells of all packaged forms."""
    return frozenset(name for form in forms() for name in form.slots())


@cache
def slot_of(name: str) -> Slot:
    """The place of a cell, in the newest form that has it.

    Raises:
        KeyError: no form has it.
    """
    for form in forms():
        if name in form.slots():
            return form.slots()[name]
    raise KeyError(name)


@cache
def forms() -> tuple[Form, ...]:
    """All packaged forms, the newest first."""
    data = tomllib.loads(resource("forms", "forms.toml").read_text("utf-8"))
    return tuple(
        Form(
            form["id"],
            form["name"],
            form["basis"],
            form.get("first_year"),
            tuple(form_table(table) for table in form["tables"]),
        )
        for form in data["form"]
    )


def form_expected(year: int) -> Form:
    """The form that reports of `year` must use (the newest one in force by then)."""
    dated = [form for form in forms() if form.first_year is not None]
    dated.sort(key=lambda form: form.first_year or 0, reverse=True)
    return next((form for form in dated if (form.first_year or 0) <= year), dated[-1])


def form_of(tables: Mapping[str, str]) -> Form:
    """The form made of these table versions, by table name.

    A table that is not named leaves the choice open; the newest form that fits is taken.

    Raises:
        KeyError: no form combines these versions.
    """
    for form in forms():
        if all(form.table(name).id == version for name, version in tables.items()):
            return form
    raise KeyError(tables)


def _block(data: TomlTable) -> FormBlock:
    return FormBlock(
        data.get("title", ""),
        data.get("corner", ""),
        tuple(
            FormColumn(
                column["id"],
                tuple(column["label"]),
                ValueKind(column["kind"]),
                column.get("span", 1),
                tuple(column.get("aliases", ())),
            )
            for column in data["columns"]
        ),
        tuple(
            FormRow(
                row["id"],
                tuple(row.get("label", ())),
                row.get("group", ""),
                row.get("detail", False),
                tuple(row.get("aliases", ())),
            )
            for row in data["rows"]
        ),
    )
