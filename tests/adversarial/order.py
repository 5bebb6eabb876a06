"""Rows and columns in another order than the form's; labels and numbers move together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.report.form import FormColumn, FormRow
from tests.adversarial.alter import (
    cells_of,
    edit_block,
    edit_columns,
    edit_rows,
    exchanged,
    label_of,
    rename,
    shuffled,
)
from tests.adversarial.draft import Draft
from tests.adversarial.kinds import EVERY, kind
from tests.drawing.style import Rulings

_GROUPS = ("denied", "unavailable", "declined")


@kind("order.organs", EVERY)
def organs(draft: Draft) -> None:
    """Two or more columns of 法人或其他组织 are exchanged."""
    places = range(1, 6)
    if draft.random.random() < 0.5:
        order = exchanged(list(places), *draft.random.sample(range(5), 2))
    else:
        order = shuffled(draft.random, list(places))
    edit_columns(
        draft, "applications", lambda cols: [cols[0], *(cols[place] for place in order), cols[6]]
    )


@kind("order.total_first", EVERY)
def total_first(draft: Draft) -> None:
    """总计 stands before the groups of applicants, or 自然人 behind them."""
    if draft.random.random() < 0.5:
        edit_columns(draft, "applications", lambda cols: [cols[6], *cols[:6]])
    else:
        edit_columns(draft, "applications", lambda cols: [*cols[1:6], cols[0], cols[6]])


@kind("order.proactive_columns", EVERY, form="2021")
def proactive_columns(draft: Draft) -> None:
    """制发, 废止 and 现行有效 stand in another order."""
    order = shuffled(draft.random, range(3))

    def mixed(columns: tuple[FormColumn, ...]) -> Sequence[FormColumn]:
        return columns if len(columns) < 3 else [columns[place] for place in order]

    edit_columns(draft, "proactive", mixed)


@kind("order.outcomes", EVERY)
def outcomes(draft: Draft) -> None:
    """The outcomes of 表四 stand in another order, in each path the same or each its own."""
    alike = draft.random.random() < 0.5
    order = shuffled(draft.random, range(5))

    def mixed(columns: tuple[FormColumn, ...]) -> list[FormColumn]:
        result: list[FormColumn] = []
        for start in (0, 5, 10):
            own = order if alike else shuffled(draft.random, range(5))
            result += [columns[start + place] for place in own]
        return result

    edit_columns(draft, "disputes", mixed)


@kind("order.paths", EVERY)
def paths(draft: Draft) -> None:
    """复议后起诉 stands before 未经复议直接起诉, or 行政诉讼 before 行政复议."""
    order = draft.random.choice(((0, 10, 5), (0, 10, 5), (5, 10, 0), (10, 5, 0)))
    edit_columns(draft, "disputes", lambda cols: [cols[s + i] for s in order for i in range(5)])


@kind("order.rows_renumbered", EVERY)
def rows_renumbered(draft: Draft) -> None:
    """Two labels are exchanged while their numerals stay: words against numeral."""
    one, other = _neighbours(draft)
    words = {line: label_of(draft, "applications", line) for line in (one, other)}
    exchange_rows(draft, "applications", one, other)
    for line, place in ((one, other), (other, one)):
        numeral, dot, _ = words[place].partition(".")
        rename(draft, "applications", line, numeral + dot + words[line].partition(".")[2])
    draft.ask.update(cells_of(draft, "applications", one, other))


@kind("order.rows_with_numerals", EVERY)
def rows_with_numerals(draft: Draft) -> None:
    """Two rows are exchanged, with their numerals."""
    exchange_rows(draft, "applications", *_neighbours(draft))


@kind("order.proactive_rows", EVERY)
def proactive_rows(draft: Draft) -> None:
    """Rows of 表二 are exchanged, or whole blocks."""
    if draft.random.random() < 0.6:
        names = draft.random.choice((("regulation", "normative"), ("penalty", "coercion")))
        exchange_rows(draft, "proactive", *names)
        return
    table = draft.tables["proactive"]
    one = draft.random.randrange(len(table.blocks) - 1)
    draft.tables["proactive"] = replace(table, blocks=tuple(exchanged(table.blocks, one, one + 1)))


@kind("order.top_rows", EVERY)
def top_rows(draft: Draft) -> None:
    """The rows of 表三 that are no reasons stand in another order."""
    pair = draft.random.choice((("new", "carried_in"), ("granted", "partial")))
    exchange_rows(draft, "applications", *pair)


@kind("order.groups", EVERY)
def groups(draft: Draft) -> None:
    """Two neighbouring groups of reasons are exchanged whole."""
    first = draft.random.randrange(2)
    one, other = _GROUPS[first : first + 2]

    def mixed(rows: tuple[FormRow, ...]) -> list[FormRow]:
        front = [row for row in rows if row.group == other]
        back = [row for row in rows if row.group == one]
        start = rows.index(back[0])
        return [*rows[:start], *front, *back, *rows[start + len(front) + len(back) :]]

    edit_rows(draft, "applications", mixed)


def exchange_rows(draft: Draft, table: str, one: str, other: str) -> None:
    """Exchange two rows of a table, with all that belongs to them."""

    def mixed(rows: tuple[FormRow, ...]) -> Sequence[FormRow]:
        ids = [row.id for row in rows]
        return exchanged(rows, ids.index(one), ids.index(other)) if one in ids else rows

    edit_block(draft, table, lambda block: replace(block, rows=tuple(mixed(block.rows))))


def _neighbours(draft: Draft) -> tuple[str, str]:
    """Two rows of one group of 表三, mostly next to each other."""
    group = draft.random.choice(_GROUPS)
    rows = [r.id for r in draft.form.table("applications").blocks[0].rows if r.group == group]
    place = draft.random.randrange(len(rows) - 1)
    if draft.random.random() < 0.3:
        one, other = draft.random.sample(rows, 2)
        return one, other
    return rows[place], rows[place + 1]


@kind("order.without_lines")
def without_lines(draft: Draft) -> None:
    """The paths, outcomes or columns stand in another order, and few lines or none are drawn."""
    draft.zero = "0"
    draft.style(rulings=draft.random.choice((Rulings.NONE, Rulings.ACROSS)), align="centre")
    draft.random.choice((organs, total_first, outcomes, paths, paths))(draft)
