"""The sheet of sums: every equation as live formulas over the tables' cells.

Whoever goes on working in the spreadsheet sees at once whether the sums still agree. The
formulas are made of the same equations that the check runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import quote_sheetname

from desktop.exports.rows import Value, report_name
from desktop.exports.sheets import RED, draw_list, place_of
from desktop.review.review import Review
from desktop.rules.equations import equations_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEAD: Final = ("序号", "规则", "位置", "左边", "右边", "差", "结果", "报告")
_WIDTHS: Final = (6, 24, 44, 12, 12, 10, 10, 30)
_AGREE: Final = "相符"
_DIFFER: Final = "不符"
_UNKNOWN: Final = "未能核对"


class Placed(NamedTuple):
    """A review and the titles of the sheets that its tables stand on, by table."""

    review: Review
    titles: Mapping[str, str]


def draw_sums(sheet: Worksheet, placed: Sequence[Placed]) -> None:
    """Draw one line for each equation of each report, with formulas and a verdict."""
    lines = [line for one in placed for line in _lines(one)]
    rows: list[tuple[Value, ...]] = [
        (number, rule, place, None, None, None, None, report)
        for number, (rule, place, _, _, report) in enumerate(lines, 1)
    ]
    draw_list(sheet, _HEAD, rows, _WIDTHS)
    for row, (_, _, left, right, _) in enumerate(lines, 2):
        sheet[f"D{row}"] = f"=SUM({left})"
        sheet[f"E{row}"] = f"=SUM({right})"
        sheet[f"F{row}"] = f"=D{row}-E{row}"
        # SUM passes over text in silence, as which a cell without a number stands there.
        both = f"{left},{right}"
        verdict = f'IF(F{row}=0,"{_AGREE}","{_DIFFER}")'
        sheet[f"G{row}"] = f'=IF(COUNTA({both})>COUNT({both}),"{_UNKNOWN}",{verdict})'
    verdicts = f"G2:G{len(lines) + 1}"
    red = DifferentialStyle(fill=RED)
    differs = Rule(type="cellIs", operator="equal", formula=[f'"{_DIFFER}"'], dxf=red)
    sheet.conditional_formatting.add(verdicts, differs)


def _lines(placed: Placed) -> Iterator[tuple[str, str, str, str, str]]:
    """Each equation as rule, place, and the cells of its two sides."""
    form, rules = placed.review.report.form, placed.review.rules
    slots = form.slots()
    for equation in equations_of(form, rules):
        sides = [
            ",".join(
                f"{quote_sheetname(placed.titles[slots[name].table])}!{place_of(slots[name], form)}"
                for name in side
            )
            for side in (equation.left, equation.right)
        ]
        rule = rules.rules[equation.rule]
        name = f"{rule.id} {rule.name}"
        yield name, equation.place, sides[0], sides[1], report_name(placed.review)
