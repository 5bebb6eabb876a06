"""Rows, columns and cells in words, short enough for a sentence."""

from __future__ import annotations

import re
from typing import Final

from desktop.report.form import FormColumn, FormRow, Slot

_NUMBERING: Final = re.compile(
    r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.．])"
)
_REMARK: Final = re.compile(r"(?<=.)（[^）]*）$")
_TABLES: Final = {"proactive": "表二", "applications": "表三", "disputes": "表四"}


def table_word(table: str) -> str:
    """`表三` for `applications`."""
    return _TABLES.get(table, "")


def normalise_label(label: str) -> str:
    """A label without its numbering and the remark behind it: `部分公开`."""
    return _REMARK.sub("", _NUMBERING.sub("", label))


def column_word(column: FormColumn) -> str:
    """`商业企业`."""
    return normalise_label(column.label[-1])


def row_word(row: FormRow) -> str:
    """`其他处理·其他`: the group is named where the row's own label says little."""
    parts = [normalise_label(label) for label in row.label[1:] or row.label]
    return "·".join(parts)


def column_place(column: FormColumn) -> str:
    """`商业企业列`."""
    return f"{column_word(column)}列"


def row_place(row: FormRow) -> str:
    """`（七）总计行`, `（三）不予公开 1.属于国家秘密行`."""
    labels = [_REMARK.sub("", label) for label in row.label[1:] or row.label]
    return f"{' '.join(labels)}行"


def cell_words(slot: Slot) -> str:
    """`表三“总计”行“商业企业”列`; a table of one row is named by its columns alone."""
    table = table_word(slot.table)
    if not slot.row.label:
        return f"{table}“{'·'.join(slot.column.label)}”"
    return f"{table}“{row_word(slot.row)}”行“{column_word(slot.column)}”列"
