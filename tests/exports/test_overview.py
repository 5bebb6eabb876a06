"""The overview workbook: sums as formulas over the figures, lists, nothing that runs."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from desktop.errors import WriteError
from desktop.exports.overview import export_overview
from desktop.report.form import form_expected
from desktop.report.layout import layout_of
from desktop.sets.check_set import SetChecked, check_set
from desktop.sets.indicators import indicators
from desktop.sets.report_set import report_set
from desktop.sets.roster import Roster
from desktop.sets.states import UnitState
from desktop.sets.unit import Unit
from tests.packaged import RULES
from tests.sets.made_set import made_set, set_report

SUMIFS = re.compile(
    r"=SUMIFS\(明细!\$([A-Z]+)\$(\d+):\$\1\$(\d+),明细!\$C\$\2:\$C\$\3,(\d+),明细!\$D\$\2:\$D\$\3,\"是\"\)"
)
SHARE = r'=IF\(\((.+)\)=0,"",\((.+)\)/\(\1\)\)'


@pytest.fixture(scope="module")
def checked() -> SetChecked:
    made = made_set(3)
    return check_set(report_set(made.reports, roster=made.roster), RULES)


@pytest.fixture(scope="module")
def book(checked: SetChecked, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("book") / "overview.xlsx"
    export_overview(checked, path)
    return load_workbook(path)


def worked_out(book: Workbook, formula: str) -> Any:
    """What a sum over the figures comes to, with the figures as they stand in the sheet."""
    match = SUMIFS.fullmatch(formula)
    assert match, formula
    column, first, last, year = match[1], int(match[2]), int(match[3]), int(match[4])
    sheet = book["明细"]
    rows = [row for row in range(first, last + 1) if sheet[f"C{row}"].value == year]
    return sum(sheet[f"{column}{row}"].value or 0 for row in rows if sheet[f"D{row}"].value == "是")


def test_the_sheets_are_as_documented(book: Workbook) -> None:
    assert book.sheetnames == [
        "总览", "汇总 表二", "汇总 表三", "汇总 表四", "明细", "指标", "问题清单", "缺报与重复",
        "雷同", "图表",
    ]  # fmt: skip
    charts = [len(sheet._charts) for sheet in book.worksheets]  # type: ignore[attr-defined]
    assert charts == [0] * 9 + [3]


def test_the_official_tables_are_sums_over_the_figures(checked: SetChecked, book: Workbook) -> None:
    found = {}
    for table in form_expected(checked.reports.year).tables:
        sheet = book[f"汇总 {table.name.split()[0]}"]
        for laid in layout_of(table).cells:
            if laid.slot is not None:
                formula = sheet.cell(laid.row + 2, laid.column + 1).value
                if formula is not None:
                    found[laid.slot.name] = worked_out(book, str(formula))
    assert found == dict(checked.totals)


def test_shares_are_formulas_over_the_figures(checked: SetChecked, book: Workbook) -> None:
    sheet, figures = book["指标"], book["明细"]
    reports, compared = checked.reports, 0
    for row in range(2, sheet.max_row + 1):
        unit = sheet[f"B{row}"].value
        if sheet[f"A{row}"].value is None:
            break
        this, last = reports.of(unit)[0], reports.of(unit, reports.year - 1)
        for column, indicator in enumerate(indicators(), 4):
            formula = sheet.cell(row, column).value
            share = indicator.of(this, last[0] if last else None)
            if formula is None:
                assert share is None
                continue
            match = re.fullmatch(SHARE, str(formula))
            assert match, formula
            parts = [
                sum(
                    (-1 if sign == "-" else 1) * figures[place.replace("$", "")].value
                    for sign, place in re.findall(r"([+-]?)明细!(\$[A-Z]+\$\d+)", text)
                )
                for text in (match[2], match[1])
            ]
            assert share == (Fraction(parts[0], parts[1]) if parts[1] else None)
            compared += 1
    assert compared > 50


def test_every_unit_and_every_finding_has_its_row(checked: SetChecked, book: Workbook) -> None:
    units = [row[1] for row in book["总览"].iter_rows(min_row=2, values_only=True)]
    assert units == [unit.name for unit in checked.reports.roster.units]
    messages = {row[5] for row in book["问题清单"].iter_rows(min_row=2, values_only=True)}
    assert {finding.message for finding in checked.findings} <= messages
    listed = {row[2] for row in book["缺报与重复"].iter_rows(min_row=2, values_only=True)}
    assert {finding.unit for finding in checked.findings if finding.rule == "X05"} <= listed


def test_a_name_that_a_spreadsheet_would_run_is_text(tmp_path: Path) -> None:
    name = "=cmd|' /C calc'!A0"
    reports = report_set(
        [set_report(name, 2025, {"proactive.fee.amount": Decimal("1.25")})],
        roster=Roster((Unit(name),)),
    )
    checked = check_set(reports, RULES)
    for ending in ("xlsx", "csv"):
        export_overview(checked, tmp_path / f"o.{ending}")
    for sheet in load_workbook(tmp_path / "o.xlsx").worksheets:
        for row in sheet.iter_rows():
            assert not any(cell.data_type == "f" and "cmd" in str(cell.value) for cell in row)
    with (tmp_path / "o.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert line["unit"].startswith("'=")
    # The figure as printed, not as a float.
    assert line["proactive.fee.amount"] == "1.25"


def test_no_name_ends_the_workbook_or_runs(tmp_path: Path) -> None:
    """Of a unit that is missing, but was there last year: it is named on most of the sheets."""
    name, other = "=1+1\x07\ufffe\udcb1局", "=2+2\udcb1局"
    reports = report_set(
        [
            set_report(name, 2024, {}, "\udcb1.pdf"),
            *(set_report(other, 2025, {}, f"=3\x07{number}.pdf") for number in (1, 2)),
        ],
        roster=Roster((Unit(name), Unit(other))),
        year=2025,
    )
    checked = check_set(reports, RULES)
    for ending in ("xlsx", "csv"):
        export_overview(checked, tmp_path / f"o.{ending}")
    texts = set()
    for sheet in load_workbook(tmp_path / "o.xlsx").worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            texts.add(str(cell.value))
            assert cell.data_type != "f" or not re.search(r"\d\+\d", str(cell.value))
    assert {"=1+1\ufffd局", "=2+2\ufffd局", "\ufffd.pdf", "=31.pdf、=32.pdf"} <= texts
    assert "未计入（1 个单位未交或无法读取）：=1+1\ufffd局" in texts
    assert "'=1+1\ufffd局,2024," in (tmp_path / "o.csv").read_text("utf-8-sig")


def test_rows_of_units_are_filled_by_their_state(checked: SetChecked, tmp_path: Path) -> None:
    units = [unit.name for unit in checked.reports.roster.units]
    states = dict(zip(units, cycle(UnitState), strict=False))
    export_overview(replace(checked, states=states), tmp_path / "o.xlsx")
    rows = load_workbook(tmp_path / "o.xlsx")["总览"].iter_rows(min_row=2)
    found = {(str(row[3].value), cell.fill.fgColor.rgb) for row in rows for cell in row}
    red, yellow, none = "00FFC7CE", "00FFEB9C", "00000000"
    assert found == {
        ("未交", red), ("无法读取", red), ("有错误", red),
        ("没有读全", yellow), ("有警告", yellow), ("无问题", none),
    }  # fmt: skip


def test_figures_are_printed_across_with_their_heads(book: Workbook) -> None:
    sheet = book["明细"]
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$3", "$A:$D")
    assert sheet.page_setup.orientation == "landscape"
    assert not (sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage)


def test_a_set_of_nothing_is_written_too(tmp_path: Path) -> None:
    roster = Roster((Unit("清源县教育局"),))
    export_overview(check_set(report_set([], roster=roster, year=2025), RULES), tmp_path / "o.xlsx")
    assert load_workbook(tmp_path / "o.xlsx")["总览"]["D2"].value == "未交"


def test_another_ending_is_refused(checked: SetChecked, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="xlsx"):
        export_overview(checked, tmp_path / "o.txt")
