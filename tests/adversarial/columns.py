"""Rows and columns that the form does not have: numbers of lines, remarks, subtotals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from desktop.report.form import FormBlock, FormColumn, FormRow, ValueKind, cell_name
from tests.adversarial.alter import edit_block
from tests.adversarial.draft import Draft, Run
from tests.adversarial.kinds import EVERY, kind
from tests.adversarial.sums import ORGANS

_NUMBERINGS: Final[tuple[Callable[[int], str], ...]] = (
    str, str, "({})".format, "（{}）".format, lambda number: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"[number - 1],
)  # fmt: skip
_GROUPS: Final = {
    "denied": "（三）不予公开",
    "unavailable": "（四）无法提供",
    "declined": "（五）不予处理",
}


@kind("columns.numbered", EVERY)
def numbered(draft: Draft) -> None:
    """A row 栏次 with the numbers of the columns stands under the header."""
    table = draft.random.choice(("applications", "applications", "disputes", "proactive"))
    write = draft.random.choice(_NUMBERINGS)
    block = draft.tables[table].blocks[0]
    label = ("栏次",) if block.rows[0].label else ()
    row = FormRow("line", label, "", detail=False, aliases=())
    add_row(draft, table, row, behind=None)
    for number, column in enumerate(block.columns, start=1):
        draft.write(cell_name(table, "line", column.id), Run(write(number)))


@kind("columns.rows_numbered", EVERY)
def rows_numbered(draft: Draft) -> None:
    """A column 行次 with the numbers of the rows stands behind the labels of 表三."""
    label = draft.random.choice(("行次", "序号", "编号"))
    add_column(draft, label, at=0)
    rows = draft.tables["applications"].blocks[0].rows
    for number, row in enumerate(rows, start=1):
        draft.write(cell_name("applications", row.id, "extra"), Run(str(number)))


@kind("columns.empty", EVERY)
def empty(draft: Draft) -> None:
    """A column with nothing in it, with or without a label."""
    label = draft.random.choice(("", "", "备注", "说明"))
    add_column(draft, label, at=draft.random.choice((7, 7, 6)))


@kind("columns.filled", EVERY)
def filled(draft: Draft) -> None:
    """A column that the form does not have, filled with numbers or words."""
    label = draft.random.choice(("备注", "上年总计", "其中：网上申请", "合计", "较上年增减"))
    add_column(draft, label, at=draft.random.choice((7, 7, 6)) if label != "合计" else 7)
    for row in draft.tables["applications"].blocks[0].rows:
        total = draft.values[cell_name("applications", row.id, "total")]
        other = str(draft.random.randrange(90))
        text = {"备注": draft.random.choice(("", "", "含上年")), "合计": str(total)}.get(
            label, other
        )
        draft.write(cell_name("applications", row.id, "extra"), Run(text))


@kind("columns.subtotals", EVERY)
def subtotals(draft: Draft) -> None:
    """Groups of reasons have a row 小计 of their own."""
    names = draft.random.sample(list(_GROUPS), draft.random.randrange(1, 4))
    label = draft.random.choice(("小计", "小　计", "合计"))
    for group in names:
        rows = [r for r in draft.form.table("applications").blocks[0].rows if r.group == group]
        path = (*rows[0].label[:-1], label)
        row = FormRow(f"sum_{group}", path, group, detail=False, aliases=())
        add_row(draft, "applications", row, behind=rows[-1].id)
        for column in (*ORGANS, "total"):
            cells = [cell_name("applications", r.id, column) for r in rows]
            number = sum(draft.values[cell] for cell in cells)
            draft.write(cell_name("applications", row.id, column), Run(str(number)))


def add_row(draft: Draft, table: str, row: FormRow, behind: str | None) -> None:
    """Add a row behind another, or as the first of the first block."""
    first = draft.tables[table].blocks[0]

    def added(block: FormBlock) -> FormBlock:
        ids = [item.id for item in block.rows]
        place = ids.index(behind) + 1 if behind in ids else 0
        fits = behind in ids or (behind is None and block is first)
        rows = (*block.rows[:place], row, *block.rows[place:])
        return replace(block, rows=rows) if fits else block

    edit_block(draft, table, added)


def add_column(draft: Draft, label: str, at: int) -> None:
    """Add a column named `extra` to 表三."""
    column = FormColumn("extra", ("申请人情况", label), ValueKind.COUNT, 1, ())
    if at in (0, 7) and draft.random.random() < 0.6:
        column = replace(column, label=(label,))
    edit_block(
        draft,
        "applications",
        lambda block: replace(block, columns=(*block.columns[:at], column, *block.columns[at:])),
    )
