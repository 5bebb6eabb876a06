"""Charts of the overview workbook, each over a small table of live formulas beside it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Final

from openpyxl.chart import BarChart, PieChart, Reference
from openpyxl.chart.label import DataLabelList

from desktop.exports.overview_figures import Figures
from desktop.exports.sheets import cell_at, set_page, set_value
from desktop.sets.check_set import SetChecked

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_RESULTS: Final = {
    "予以公开": ("granted",),
    "部分公开": ("partial",),
    "不予公开": tuple(f"denied_{number}" for number in range(1, 9)),
    "无法提供": tuple(f"unavailable_{number}" for number in range(1, 4)),
    "不予处理": tuple(f"declined_{number}" for number in range(1, 6)),
    "其他处理": ("other", *(f"other_{number}" for number in range(1, 4))),
}
_NEW: Final = "applications.new.total"
_CORRECTED: Final = "disputes.review.corrected"
_ROW_HEIGHT: Final = 0.53
"""centimetres"""
_MOST_UNITS: Final = 30
"""bars that can be told apart; those with most applications"""


def draw_charts(sheet: Worksheet, checked: SetChecked, figures: Figures) -> None:
    """Results by kind, applications by unit and year, corrected 复议 by unit."""
    year, units = checked.reports.year, _busiest(checked)
    results = [(name, _all_of(figures, rows, year)) for name, rows in _RESULTS.items()]
    new = [(u, _at(figures, u, year - 1, _NEW), _at(figures, u, year, _NEW)) for u in units]
    corrected = [(unit, _at(figures, unit, year, _CORRECTED)) for unit in units]
    place = 1
    for chart, title, head, rows in (
        (PieChart(), f"{year} 年办理结果", ("办理结果", "件数"), results),
        (BarChart(), "各单位新收申请", ("单位", f"{year - 1} 年新收", f"{year} 年新收"), new),
        (BarChart(), f"{year} 年行政复议结果纠正", ("单位", "结果纠正"), corrected),
    ):
        last = _table(sheet, place, head, rows)
        _add(sheet, chart, title, (place, last, len(head)))
        place = max(last, place + ceil(chart.height / _ROW_HEIGHT)) + 2
    sheet.column_dimensions["A"].width = 34
    for letter in "BC":
        sheet.column_dimensions[letter].width = 16
    set_page(sheet)


def _busiest(checked: SetChecked) -> list[str]:
    """The units without subordinates that reported, those with most applications first."""
    reports = checked.reports
    leaves = [unit.name for unit in reports.roster.leaves() if reports.of(unit.name)]
    by_count = sorted(leaves, key=lambda unit: -(reports.of(unit)[0].value(_NEW) or 0))
    return by_count[:_MOST_UNITS]


def _all_of(figures: Figures, rows: Sequence[str], year: int) -> str | None:
    # Where a unit has one row for 其他处理, that column holds every unit's sum.
    if f"applications.{rows[0]}.total" in figures.columns:
        rows = rows[:1] if rows[0] == "other" else rows
    sums = (figures.sum_of(f"applications.{row}.total", year) for row in rows)
    terms = [formula.removeprefix("=") for formula in sums if formula]
    return f"={'+'.join(terms)}" if terms else None


def _at(figures: Figures, unit: str, year: int, cell: str) -> str | None:
    place = figures.place(unit, year, cell)
    return None if place is None else f"={place}"


def _table(
    sheet: Worksheet, top: int, head: Sequence[str], rows: Sequence[Sequence[str | None]]
) -> int:
    """A small table, of a name and formulas in each row; the number of its last row."""
    for column, word in enumerate(head, 1):
        set_value(cell_at(sheet, top, column), word)
    for row, (name, *formulas) in enumerate(rows, top + 1):
        set_value(cell_at(sheet, row, 1), name)
        for column, formula in enumerate(formulas, 2):
            sheet.cell(row, column).value = formula
    return top + len(rows)


def _add(
    sheet: Worksheet, chart: PieChart | BarChart, title: str, area: tuple[int, int, int]
) -> None:
    """A chart beside a table: names in its first column, figures in those after it.

    `area` is the table's first and last row, and its columns.
    """
    top, last, columns = area
    chart.title, chart.width, chart.height = title, 24, 12
    if isinstance(chart, BarChart):
        chart.type = "bar"
        chart.height = max(8, 3 + 0.5 * (last - top) * (columns - 1))
        # From the top down, as the table; and newer programs hide axes that do not say this.
        chart.x_axis.scaling.orientation = "maxMin"
        chart.x_axis.delete = chart.y_axis.delete = False
    else:
        chart.dataLabels = DataLabelList(
            showVal=True,
            showCatName=True,
            showPercent=False,
            showSerName=False,
            showLegendKey=False,
        )
    if last > top:
        data = Reference(sheet, min_col=2, max_col=columns, min_row=top, max_row=last)
        chart.add_data(data, titles_from_data=True)
        chart.set_categories(Reference(sheet, min_col=1, min_row=top + 1, max_row=last))
        sheet.add_chart(chart, f"E{top}")
