"""A table as a roster file holds it, and the columns that its titles name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import Final

from desktop.sets.roster_cells import CellValue, text_of
from desktop.sets.roster_spelling import clean

MOST_BYTES: Final = 64 * 1024 * 1024
MOST_LINES: Final = 100_000
DEEPEST_TITLES: Final = 50
"""rows with text in them, among which the titles of the columns are looked for"""


class Column(Enum):
    """The columns of a roster, each with its titles, the best one first."""

    UNIT = (
        "单位", "单位名称", "单位全称", "机构名称", "机构全称", "行政机关名称", "报送单位",
        "报告单位", "公开单位", "填报单位", "编制单位", "机构", "部门名称", "部门单位", "单位部门",
        "部门", "名称",
    )  # fmt: skip
    PARENT = (
        "上级单位", "上级单位名称", "上级", "上级主管部门", "上级主管单位", "上级部门", "上级机关",
        "主管单位", "主管部门", "隶属单位", "隶属关系", "所属单位", "汇总单位",
    )  # fmt: skip
    ALIASES = ("别名", "简称", "单位简称", "曾用名", "其他名称", "原名称", "原名", "又名")
    DEADLINE = (
        "截止日期", "截止时间", "截止日", "报送截止日期", "公开截止日期", "公开期限", "报送期限",
        "期限", "最后期限", "时限",
    )  # fmt: skip
    REGULATIONS = (
        "可制定规章",
        "可制定规章(是/否)",
        "制定规章",
        "是否可制定规章",
        "规章制定权",
        "规章",
    )
    NUMBER = ("序号", "编号", "序", "no", "no.")


_TITLES: Final = {
    title: (column, rank) for column in Column for rank, title in enumerate(column.value)
}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row with something in it: its line in the file, its cells by column from 0."""

    line: int
    cells: Mapping[int, CellValue]


@dataclass(frozen=True, slots=True)
class MergedCells:
    """Cells that are one, of which the first holds the value; lines from 1, columns from 0."""

    first_line: int
    last_line: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class RosterTable:
    """The rows of a sheet or a text file; `name` is the sheet's, empty for a text file."""

    name: str
    rows: Sequence[TableRow]
    merged: Sequence[MergedCells] = ()


@dataclass(frozen=True, slots=True)
class TitleRow:
    """Where the titles of the columns stand: place among the rows, and the columns found."""

    at: int
    columns: Mapping[Column, int]


def title_row(table: RosterTable) -> TitleRow | None:
    """The row that names most columns, the first of several; None if no row names the units'."""
    best: TitleRow | None = None
    for at, row in enumerate(islice(table.rows, DEEPEST_TITLES)):
        columns = dict(_columns(row))
        if Column.UNIT in columns and (best is None or len(columns) > len(best.columns)):
            best = TitleRow(at, columns)
    return best


def _columns(row: TableRow) -> Iterator[tuple[Column, int]]:
    """The columns that a row names; of several titles of one column, the better one."""
    found: dict[Column, tuple[int, int]] = {}
    for place, value in sorted(row.cells.items()):
        column, rank = _TITLES.get(_title(value), (None, 0))
        if column is not None and (column not in found or rank < found[column][0]):
            found[column] = (rank, place)
    yield from ((column, place) for column, (_, place) in found.items())


def _title(value: CellValue) -> str:
    """A column's title without what is added to it: `单位名称（全称）*`."""
    text = clean(unicodedata.normalize("NFKC", text_of(value))).lower().strip("*")
    return text if text in _TITLES else re.sub(r"\([^()]*\)$", "", text)
