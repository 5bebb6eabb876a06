"""The overview workbook of a set: states, sums as live formulas, every figure, lists, charts."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

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
from desktop.exports.sheets import draw_list
from desktop.report.form import form_expected
from desktop.sets.check_set import SetChecked

UNITS, SUMS, FIGURES, INDICATORS = "总览", "汇总", "明细", "指标"
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
