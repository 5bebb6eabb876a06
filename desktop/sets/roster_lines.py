"""The rows of a roster's table to its lines: one for each unit, as it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop.sets.roster import RosterMistake
from desktop.sets.roster_cells import (
    CellValue,
    deadline_in,
    name_in,
    names_in,
    parent_in,
    text_of,
    yes_or_no,
)
from desktop.sets.roster_spelling import clean
from desktop.sets.roster_table import Column, RosterTable, TableRow, TitleRow
from desktop.sets.unit import Deadline

_TOTAL: Final = re.compile(
    r"(?:合计|总计|小计|共计|总数)(?:[:：(（]?共?\d*[个家]?(?:单位|机关|部门)?[)）]?)?|共\d+[个家].{0,8}"
)
_FOOT: Final = re.compile(
    r"(?:填表|制表|填报|审核|审批|负责|联系|报送)?(?:人|单位|日期|时间|电话)?[:：]"
    r"|(?:备?注|说明|附注)\d*[:：]"
)
_GROUP: Final = re.compile(
    r"[（(]?[一二三四五六七八九十]+[）)]?[、.．].*|[（(][一二三四五六七八九十]+[）)].*"
)
_NUMBERED: Final = re.compile(r"^\d{1,5}[、.．)）]")
_FORMULA_ERRORS: Final = ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!")
_LONGEST_NAME: Final = 60
"""letters; what is longer is a sentence"""
_UNNAMED: Final = "“单位”一栏是空的，这一行没有采用"
_FILLED_DOWN: Final = (Column.PARENT, Column.DEADLINE, Column.REGULATIONS)


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One unit as the file has it: `parent` and `aliases` as written, less the mark of a guess."""

    line: int
    name: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    deadline: Deadline | None = None
    makes_regulations: bool | None = None
    parent_is_guess: bool = False


def roster_lines(
    table: RosterTable, titles: TitleRow, problems: list[RosterMistake]
) -> Iterator[RosterLine]:
    """The units below the titles; what cannot be taken as it stands goes to `problems`.

    Totals, notes below the table and titles that are repeated on each page are passed over.
    """
    cells = _Cells(table, titles)
    for row in table.rows[titles.at + 1 :]:
        name = _unit_name(cells, row, problems)
        if not name:
            continue
        parent, is_guess = parent_in(cells.value(row, Column.PARENT))
        yield RosterLine(
            row.line,
            name,
            parent,
            names_in(cells.value(row, Column.ALIASES)),
            _deadline(cells, row, problems),
            _makes_regulations(cells, row, problems),
            is_guess,
        )


class _Cells:
    """The cells of a table by column, those that are merged filled down."""

    def __init__(self, table: RosterTable, titles: TitleRow) -> None:
        self.columns = titles.columns
        self._filled: dict[tuple[int, Column], CellValue] = {}
        self.continued: set[int] = set()
        """lines whose unit is the one above: its cell is merged"""
        by_line = {row.line: row for row in table.rows}
        last = table.rows[-1].line if table.rows else 0
        for merged in table.merged:
            below = range(merged.first_line + 1, min(merged.last_line, last) + 1)
            for column, place in self.columns.items():
                if not merged.first_column <= place <= merged.last_column:
                    continue
                first = by_line.get(merged.first_line)
                value = first.cells.get(merged.first_column) if first else None
                if column in _FILLED_DOWN:
                    self._filled.update({(line, column): value for line in below})
                elif column is Column.UNIT and value is not None:
                    self.continued.update(below)

    def value(self, row: TableRow, column: Column) -> CellValue:
        """What a cell says, where its column is there."""
        place = self.columns.get(column)
        own = None if place is None else row.cells.get(place)
        return self._filled.get((row.line, column)) if own is None else own

    def says_more(self, row: TableRow) -> bool:
        """Whether a row has anything in it but its number."""
        number = self.columns.get(Column.NUMBER)
        return any(clean(text_of(row.cells[place])) for place in row.cells if place != number)


def _unit_name(cells: _Cells, row: TableRow, problems: list[RosterMistake]) -> str:
    """The name of the unit in a row; empty for a row that is none, told where it is a mistake."""
    name = name_in(cells.value(row, Column.UNIT))
    words = (clean(text_of(row.cells[place])) for place in sorted(row.cells))
    first = next(filter(None, words), "")
    if any(_TOTAL.fullmatch(word) or _FOOT.match(word) for word in (first, name)):
        return ""
    if name in Column.UNIT.value or (not name and row.line in cells.continued):
        return ""
    name = _NUMBERED.sub("", name)
    mistake = _mistake_in(name) if name else _UNNAMED if cells.says_more(row) else ""
    if mistake:
        # A unit that is left out is missing among those below its parent.
        left_out = bool(name_in(cells.value(row, Column.PARENT)))
        problems.append(RosterMistake(row.line, mistake, about_parents=left_out))
        return ""
    return name


def _mistake_in(name: str) -> str:
    """Why a text is no unit's name; empty if it is one."""
    if name.upper() in _FORMULA_ERRORS:
        return f"“单位”一栏的公式出错（{name}），这一行没有采用"
    if _GROUP.fullmatch(name):
        return f"“{name[:_LONGEST_NAME]}”看来是分组标题，没有作为单位"
    if len(name) > _LONGEST_NAME or re.search(r"[。！？]", name):
        return f"“{name[:20]}…”不像单位名称，这一行没有采用"
    return ""


def _deadline(cells: _Cells, row: TableRow, problems: list[RosterMistake]) -> Deadline | None:
    value = cells.value(row, Column.DEADLINE)
    try:
        return deadline_in(value)
    except ValueError:
        problems.append(_not_understood(row, Column.DEADLINE, value, "写作 1月31日 或 2025-01-31"))
        return None


def _makes_regulations(cells: _Cells, row: TableRow, problems: list[RosterMistake]) -> bool | None:
    value = cells.value(row, Column.REGULATIONS)
    try:
        return yes_or_no(value)
    except ValueError:
        problems.append(_not_understood(row, Column.REGULATIONS, value, "写“是”或“否”"))
        return None


def _not_understood(row: TableRow, column: Column, value: CellValue, wanted: str) -> RosterMistake:
    said = clean(text_of(value))[:20]
    message = f"“{column.value[0]}”一栏的“{said}”看不懂，没有采用；请{wanted}"
    return RosterMistake(row.line, message)
