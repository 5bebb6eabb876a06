"""The overview workbook of a set: states, sums as live formulas, every figure, lists, charts."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exports.overview_charts import draw_charts
from desktop.exports.overview_figures import draw_figures
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
from desktop.exports.overview_totals import draw_totals
from desktop.exports.sheets import FILLS, draw_list
from desktop.report.form import form_expected
from desktop.rules.finding import Severity
from desktop.sets.check_set import SetChecked
from desktop.sets.states import UnitState

UNITS, SUMS, FIGURES, INDICATORS = "总览", "汇总", "明细", "指标"
# As for findings in a review; no report at all is no better than one with an error.
_FILLS = {
    UnitState.MISSING: FILLS[Severity.ERROR],
    UnitState.UNREADABLE: FILLS[Severity.ERROR],
    UnitState.PARTIAL: FILLS[Severity.WARNING],
    UnitState.ERROR: FILLS[Severity.ERROR],
    UnitState.WARNING: FILLS[Severity.WARNING],
}
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
        draw_totals(sheet, table, checked, figures)
    _draw_units(units, checked)
    draw_indicators(book.create_sheet(INDICATORS), checked, figures)
    for title, head, rows, widths in (
        ("问题清单", FINDING_HEAD, finding_rows(checked), _FINDING_WIDTHS),
        ("缺报与重复", SUBMISSION_HEAD, submission_rows(checked), _SUBMISSION_WIDTHS),
        ("雷同", ALIKE_HEAD, alike_rows(checked), _ALIKE_WIDTHS),
    ):
        draw_list(book.create_sheet(title), head, rows, widths)
    draw_charts(book.create_sheet("图表"), checked, figures)
    book.save(path)


def _draw_units(sheet: Worksheet, checked: SetChecked) -> None:
    """The list of units, their rows filled by how they stand, which a column says in words."""
    draw_list(sheet, UNIT_HEAD, unit_rows(checked), _UNIT_WIDTHS)
    for row, unit in enumerate(checked.reports.roster.units, 2):
        state = checked.states[unit.name]
        for column in range(1, len(UNIT_HEAD) + 1) if state in _FILLS else ():
            sheet.cell(row, column).fill = _FILLS[state]
