"""The overview workbook of a set: states, sums as live formulas, every figure, lists, charts."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exports.overview_charts import draw_charts
from desktop.exports.overview_figures import Figures, draw_figures
from desktop.exports.overview_indicators import draw_indicators
from desktop.exports.overview_lists import (
    ALIKE_HEAD,
    FINDING_HEAD,
    SUBMISSION_HEAD,
    UNIT_HEAD,
    alike_rows,
    finding_rows,
    submission_rows,
    unit_rows,
)
from desktop.exports.sheets import draw_layout, draw_list
from desktop.report.form import FormTable, Slot, form_expected
from desktop.sets.check_set import SetChecked
from desktop.sets.states import UnitState

UNITS, SUMS, FIGURES, INDICATORS = "总览", "汇总", "明细", "指标"
_NOT_IN = (UnitState.MISSING, UnitState.UNREADABLE)
_UNIT_WIDTHS = (6, 30, 26, 12, 8, 8, 8, 14, 12, 12, 36, 36)
_FINDING_WIDTHS = (6, 8, 30, 28, 8, 70, 34, 12, 12, 30, 40)
_SUBMISSION_WIDTHS = (6, 12, 30, 60, 44)
_ALIKE_WIDTHS = (6, 8, 28, 28, 40, 70)


def write_overview(checked: SetChecked, path: Path) -> None:
    """Write the workbook at `path`: seven sheets, the official tables one sheet each, charts."""
    book = Workbook()
    book.remove(book.worksheets[0])
    units = book.create_sheet(UNITS)
    sums = [
        (book.create_sheet(f"{SUMS} {table.name.split()[0]}"), table)
        for table in form_expected(checked.reports.year).tables
    ]
    # The sums point at the figures, which are drawn first though they come after them.
    figures = draw_figures(book.create_sheet(FIGURES), checked)
    for sheet, table in sums:
        _draw_sums(sheet, table, checked, figures)
    draw_list(units, UNIT_HEAD, unit_rows(checked), _UNIT_WIDTHS)
    draw_indicators(book.create_sheet(INDICATORS), checked, figures)
    for title, head, rows, widths in (
        ("问题清单", FINDING_HEAD, finding_rows(checked), _FINDING_WIDTHS),
        ("缺报与重复", SUBMISSION_HEAD, submission_rows(checked), _SUBMISSION_WIDTHS),
        ("雷同", ALIKE_HEAD, alike_rows(checked), _ALIKE_WIDTHS),
    ):
        draw_list(book.create_sheet(title), head, rows, widths)
    draw_charts(book.create_sheet("图表"), checked, figures)
    book.save(path)


def _draw_sums(sheet: Worksheet, table: FormTable, checked: SetChecked, figures: Figures) -> None:
    """A statutory table whose values are the sums over the units without subordinates."""

    def draw(cell: Cell, slot: Slot) -> None:
        formula = figures.sum_of(slot.name, checked.reports.year)
        if formula and slot.name in checked.totals:
            cell.value = formula

    year = checked.reports.year
    draw_layout(sheet, table, f"{year} 年所属各单位合计 {table.heading}", draw)
    absent = [name for name, state in checked.states.items() if state in _NOT_IN]
    if absent:
        note = f"未计入（{len(absent)} 个单位未交或无法读取）：{'、'.join(absent)}"
        sheet.cell(sheet.max_row + 1, 1).value = note
    if any(slot.name not in checked.totals for slot in table.slots()):
        sheet.cell(sheet.max_row + 1, 1).value = "规章、行政规范性文件由各级分别制发，不相加。"
