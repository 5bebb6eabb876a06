"""The sheet of indicators: live shares over the sheet of figures; what stands out is filled."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from desktop.exports.overview_figures import Figures
from desktop.exports.rows import Value
from desktop.exports.sheets import RED, cell_at, draw_list, set_value
from desktop.sets.check_set import SetChecked
from desktop.sets.indicators import Indicator, Term, indicators, outliers
from desktop.sets.set_report import SetReport

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEAD: Final = ("序号", "单位", "年度")
_WIDTHS: Final = (6, 30, 8)
_SHARE_WIDTH: Final = 14


def draw_indicators(sheet: Worksheet, checked: SetChecked, figures: Figures) -> None:
    """Draw a row for each unit that reported; below them what each indicator means."""
    reports, shown = checked.reports, indicators()
    units = [unit.name for unit in reports.roster.units if reports.of(unit.name)]
    blank: list[Value] = [None] * len(shown)
    rows: list[Sequence[Value]] = [
        (number, unit, reports.year, *blank) for number, unit in enumerate(units, 1)
    ]
    head = (*_HEAD, *(indicator.name for indicator in shown))
    draw_list(sheet, head, rows, (*_WIDTHS, *(_SHARE_WIDTH,) * len(shown)))
    for column, indicator in enumerate(shown, len(_HEAD) + 1):
        unusual = outliers({unit: _share(checked, unit, indicator) for unit in units})
        for row, unit in enumerate(units, 2):
            cell = sheet.cell(row, column)
            cell.value = _formula(checked, unit, indicator, figures)
            cell.number_format = "0.0%"
            if unit in unusual:
                cell.fill = RED
    notes = [f"{each.name}：{each.basis}" for each in shown]
    notes.append("红色：低于下四分位数或高于上四分位数 1.5 倍四分位距以上（少于 8 个单位不标）")
    for row, note in enumerate(notes, len(units) + 4):
        set_value(cell_at(sheet, row, 2), note)


def _share(checked: SetChecked, unit: str, indicator: Indicator) -> Fraction | None:
    this, last = _both(checked, unit)
    return None if this is None else indicator.of(this, last)


def _both(checked: SetChecked, unit: str) -> tuple[SetReport | None, SetReport | None]:
    reports = checked.reports
    this, last = reports.of(unit), reports.of(unit, reports.year - 1)
    return (this[0] if this else None, last[0] if last else None)


def _formula(checked: SetChecked, unit: str, indicator: Indicator, figures: Figures) -> str | None:
    """The share as a formula; empty where a cell of it is not there."""
    this, last = _both(checked, unit)
    upper, lower = (
        _sum(terms, unit, checked.reports.year, this, last, figures)
        for terms in (indicator.upper, indicator.lower)
    )
    return f'=IF(({lower})=0,"",({upper})/({lower}))' if upper and lower else None


def _sum(
    terms: Sequence[Term],
    unit: str,
    year: int,
    this: SetReport | None,
    last: SetReport | None,
    figures: Figures,
) -> str:
    parts: list[str] = []
    for term in terms:
        report = last if term.last else this
        cells = () if report is None else term.cells(report.form)
        places = [figures.place(unit, year - term.last, cell) for cell in cells]
        if not places or not all(places) or report is None:
            return ""
        if any(report.value(cell) is None for cell in cells):
            return ""
        sign = "-" if term.sign < 0 else "+"
        parts += [f"{sign}{place}" for place in places]
    return "".join(parts).removeprefix("+")
