"""The sheets of sums of the overview workbook, and below each what its sums lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from openpyxl.cell.cell import Cell

from desktop.exports.overview_figures import Figures
from desktop.exports.sheets import draw_layout, draw_notes
from desktop.report.form import FormTable, Slot
from desktop.report.values import format_number
from desktop.sets.check_set import SetChecked
from desktop.sets.set_report import SetReport
from desktop.sets.states import UnitState

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ONE_ROW: Final = "applications.other.total"
"""of a form that has one row for （六）其他处理; the sum of three rows where there are three"""
_THREE_ROWS: Final = "applications.other_"
_NOT_IN = (UnitState.MISSING, UnitState.UNREADABLE)
_MOST_IN_LINE = 30


def draw_totals(sheet: Worksheet, table: FormTable, checked: SetChecked, figures: Figures) -> None:
    """A statutory table whose values are the sums over the units without subordinates."""
    year = checked.reports.year

    def draw(cell: Cell, slot: Slot) -> None:
        formula = figures.sum_of(slot.name, year)
        if formula and slot.name in checked.totals:
            cell.value = formula

    draw_layout(sheet, table, f"{year} 年所属各单位合计 {table.heading}", draw)
    draw_notes(sheet, _notes(table, checked, figures))


def _notes(table: FormTable, checked: SetChecked, figures: Figures) -> Iterator[str]:
    """What a reader of the sums must know: whose figures are not in them, or not all.

    Offices with others below them have no part in the sums, and none in the notes.
    """
    reports = checked.reports
    names = [slot.name for slot in table.slots()]
    if _ONE_ROW in checked.totals:
        names = [name for name in names if not name.startswith(_THREE_ROWS)]
    # Cells of a form that nobody used are in no report, and therefore not among the figures.
    adding = [name for name in names if name in checked.totals or name not in figures.columns]
    leaves = [unit.name for unit in reports.roster.leaves()]
    absent = [unit for unit in leaves if checked.states[unit] in _NOT_IN]
    yield from _note("未计入（{} 个单位未交或无法读取）", absent)
    counted = [(unit, reports.of(unit)) for unit in leaves if reports.of(unit)]
    blank = [unit for unit, versions in counted if _has_blank(versions[0], adding)]
    yield from _note("有的格没有读到数字，按 0 计（{} 个单位）", blank)
    other = [
        f"{unit}（{versions[0].form.name}）"
        for unit, versions in counted
        if not versions[0].form.slots().keys() >= set(adding)
    ]
    yield from _note("报告用的表格没有这里的全部各格，没有的按 0 计（{} 个单位）", other)
    if table.table == "applications" and _ONE_ROW in checked.totals:
        one_row = [
            f"{unit}（{versions[0].form.name}）"
            for unit, versions in counted
            if _ONE_ROW in versions[0].form.slots()
        ]
        total = format_number(checked.totals[_ONE_ROW])
        head = f"（六）其他处理合计 {total} 件，不分项，因为有报告只有一行"
        yield from _note(f"{head}（{{}} 个单位）", one_row)
    several = [
        f"{unit}（{versions[0].file.name}）" for unit, versions in counted if len(versions) > 1
    ]
    yield from _note("交了几份报告，只计入第一份（{} 个单位）", several)
    if table.table == "proactive" and set(names) - set(adding):
        yield "规章、行政规范性文件由各级分别制发，不相加。"


def _note(head: str, units: Sequence[str]) -> Iterator[str]:
    """A sentence with the units that it is about, as many lines as rows can hold it."""
    for first in range(0, len(units), _MOST_IN_LINE):
        names = "、".join(units[first : first + _MOST_IN_LINE])
        yield f"（续）{names}" if first else f"{head.format(len(units))}：{names}"


def _has_blank(report: SetReport, names: Sequence[str]) -> bool:
    """Whether a cell that its form has holds no number."""
    slots = report.form.slots()
    return any(name in slots and report.value(name) is None for name in names)
