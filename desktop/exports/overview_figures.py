"""The sheet of all figures: a row for each unit and year, a column for each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from openpyxl.utils import get_column_letter

from desktop.exports.rows import Value
from desktop.exports.sheets import cell_at, draw_heads, set_page, set_value
from desktop.rules.labels import column_word, row_word, table_word
from desktop.sets.check_set import SetChecked
from desktop.sets.frame import YEAR, set_frame

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl.worksheet.worksheet import Worksheet

_FIRST: Final = ("单位", "上级单位", "年度", "计入汇总")
_HEADS: Final = 3
"""lines above the figures: table, row, column"""
_YES, _NO = "是", "否"
_SCALE: Final = 60
"""per cent, in print"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Where the sheet has what: columns by cell, rows by unit and year, the last row."""

    title: str
    columns: Mapping[str, str]
    rows: Mapping[tuple[str, int], int]
    last: int

    def place(self, unit: str, year: int, cell: str) -> str | None:
        """Where a figure stands, such as `明细!$AB$12`; None where the set has none."""
        row, column = self.rows.get((unit, year)), self.columns.get(cell)
        return None if row is None or column is None else f"{self.title}!${column}${row}"

    def sum_of(self, cell: str, year: int) -> str | None:
        """A formula for the sum over the units that count, of a year."""
        column = self.columns.get(cell)
        if column is None or not self.rows:
            return None
        first = _HEADS + 1

        def area(letter: str) -> str:
            return f"{self.title}!${letter}${first}:${letter}${self.last}"

        return f'=SUMIFS({area(column)},{area("C")},{year},{area("D")},"{_YES}")'


def draw_figures(sheet: Worksheet, checked: SetChecked) -> Figures:
    """Draw every figure of the set; only units without subordinates count in sums."""
    reports, frame = checked.reports, set_frame(checked.reports)
    leaves = {unit.name for unit in reports.roster.leaves()}
    parents = {unit.name: unit.parent or "" for unit in reports.roster.units}
    draw_heads(sheet, _heads(checked, list(frame.columns)))
    rows: dict[tuple[str, int], int] = {}
    for row, ((unit, year), values) in enumerate(_rows(frame), _HEADS + 1):
        rows[unit, year] = row
        first = (unit, parents[unit], year, _YES if unit in leaves else _NO)
        for column, value in enumerate((*first, *values), 1):
            if value is not None:
                set_value(cell_at(sheet, row, column), value)
    last = max(_HEADS + len(rows), _HEADS + 1)
    letters = {
        name: get_column_letter(column)
        for column, name in enumerate(frame.columns, len(_FIRST) + 1)
    }
    for letter, width in (("A", 30), ("B", 26), ("C", 8), ("D", 10)):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"{get_column_letter(len(_FIRST) + 1)}{_HEADS + 1}"
    sheet.auto_filter.ref = f"A{_HEADS}:{get_column_letter(len(_FIRST) + len(letters))}{last}"
    _set_print(sheet)
    return Figures(sheet.title, letters, rows, last)


def _set_print(sheet: Worksheet) -> None:
    """Have it printed over several pages across, each with whose the figures are and what."""
    set_page(sheet)
    # As wide as one page two hundred columns could not be read.
    sheet.sheet_properties.pageSetUpPr = None
    sheet.page_setup.scale = _SCALE
    sheet.page_setup.pageOrder = "overThenDown"
    sheet.print_title_rows = f"1:{_HEADS}"
    sheet.print_title_cols = f"A:{get_column_letter(len(_FIRST))}"


def _rows(frame: pd.DataFrame) -> list[tuple[tuple[str, int], Sequence[Value]]]:
    """The frame's rows, the latest year first, units in their order."""
    ordered = frame.sort_index(level=YEAR, ascending=False, sort_remaining=False, kind="stable")
    return list(zip(ordered.index, ordered.itertuples(index=False, name=None), strict=True))


def _heads(checked: SetChecked, names: Sequence[str]) -> list[list[str]]:
    """Table, row and column in words, above each other."""
    forms = {
        report.form
        for by_year in checked.reports.reports.values()
        for versions in by_year.values()
        for report in versions
    }
    slots = {name: slot for form in forms for name, slot in form.slots().items()}
    placed = [slots[name] for name in names]
    return [
        [*("",) * len(_FIRST), *(table_word(slot.table) for slot in placed)],
        [*("",) * len(_FIRST), *(row_word(s.row) if s.row.label else "" for s in placed)],
        [*_FIRST, *(column_word(slot.column) for slot in placed)],
    ]
