"""Below the sums of a set stands what they lack, and nothing of those who have no part in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from desktop.exports.overview import export_overview
from desktop.report.form import Form
from desktop.sets.check_set import check_set
from desktop.sets.report_set import UnreadFile, report_set
from desktop.sets.roster import Roster
from desktop.sets.set_report import SetReport, set_report_of
from desktop.sets.unit import Unit
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED, report_of
from tests.packaged import RULES, check

PARENT, ONE, TWO, THREE = "清源县人民政府", "清源县教育局", "清源县水利局", "清源县财政局"
REGULATIONS = "规章、行政规范性文件由各级分别制发，不相加。"


def report(unit: str, form: Form = FORM_2021, name: str = "a.pdf") -> SetReport:
    made = replace(report_of({}, form), agency=unit, year=2025)
    return set_report_of(made, check(made), Path(name), name)


def without(whole: SetReport, *names: str) -> SetReport:
    """The report with cells that were not read."""
    cells = {**whole.cells(), **dict.fromkeys(names)}
    return replace(whole, values=tuple(cells.values()), is_whole=False)


def notes(
    folder: Path, reports: Sequence[SetReport], units: Sequence[str], unread: Sequence[str] = ()
) -> dict[str, list[str]]:
    """The lines below each table of sums, of a parent and these units."""
    roster = Roster((Unit(PARENT), *(Unit(unit, parent=PARENT) for unit in units)))
    files = [UnreadFile(Path(f"{unit}2025.pdf"), "已损坏") for unit in unread]
    path = folder / "o.xlsx"
    export_overview(check_set(report_set(reports, files, roster, 2025), RULES), path)
    found = {}
    for word, last in (
        ("表二", "行政事业性收费"),
        ("表三", "四、结转下年度继续办理"),
        ("表四", ""),
    ):
        sheet = load_workbook(path)[f"汇总 {word}"]
        column = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]
        start = column.index(last) + 1 if last else 5
        found[word] = [str(value) for value in column[start:] if value is not None]
    return found


def test_offices_above_others_have_no_part_in_the_sums(tmp_path: Path) -> None:
    found = notes(tmp_path, [report(ONE)], [ONE, TWO, THREE], unread=[THREE])
    lacking = f"未计入（2 个单位未交或无法读取）：{TWO}、{THREE}"
    assert found == {"表二": [lacking, REGULATIONS], "表三": [lacking], "表四": [lacking]}


def test_where_nothing_lacks_nothing_is_said(tmp_path: Path) -> None:
    found = notes(tmp_path, [report(ONE), report(TWO)], [ONE, TWO])
    assert found == {"表二": [REGULATIONS], "表三": [], "表四": []}


def test_blanks_are_told_below_the_table_that_has_them(tmp_path: Path) -> None:
    above = without(report(PARENT), "disputes.review.total")
    partial = without(report(ONE), "applications.new.total", "proactive.regulation.issued")
    found = notes(tmp_path, [above, partial, report(TWO)], [ONE, TWO])
    assert found["表三"] == [f"有的格没有读到数字，按 0 计（1 个单位）：{ONE}"]
    assert (found["表二"], found["表四"]) == ([REGULATIONS], [])


def test_other_forms_are_named_where_they_lack_cells(tmp_path: Path) -> None:
    reports = [report(ONE, FORM_2019), report(TWO, FORM_MIXED), report(THREE)]
    found = notes(tmp_path, reports, [ONE, TWO, THREE])
    lack = "报告用的表格没有这里的全部各格，没有的按 0 计"
    assert found["表二"] == [f"{lack}（1 个单位）：{ONE}（2019年格式）", REGULATIONS]
    # 其他处理 is one sum for all: nothing counts as 0.
    (line,) = found["表三"]
    assert line.startswith("（六）其他处理合计 0 件，不分项")
    assert line.endswith(f"（2 个单位）：{ONE}（2019年格式）、{TWO}（新旧混用格式）")
    assert found["表四"] == []


def test_cells_that_no_form_here_has_are_not_called_regulations(tmp_path: Path) -> None:
    found = notes(tmp_path, [report(ONE, FORM_MIXED)], [ONE])
    (line,) = found["表三"]
    assert line.endswith(f"（1 个单位）：{ONE}（新旧混用格式）")
    assert notes(tmp_path, [], [ONE])["表四"] == [f"未计入（1 个单位未交或无法读取）：{ONE}"]


def test_of_several_reports_the_first_is_named(tmp_path: Path) -> None:
    reports = [report(ONE, name="b.pdf"), report(ONE), report(PARENT), report(PARENT, name="c.pdf")]
    found = notes(tmp_path, reports, [ONE])
    assert found["表四"] == [f"交了几份报告，只计入第一份（1 个单位）：{ONE}（b.pdf）"]


def test_many_names_take_several_lines(tmp_path: Path) -> None:
    units = [f"清源县第{number}街道办事处" for number in range(1, 101)]
    lines = notes(tmp_path, [], units)["表二"]
    assert lines[0].startswith("未计入（100 个单位未交或无法读取）：清源县第1街道办事处、")
    assert len(lines) == 4
    assert sum(line.count("街道办事处") for line in lines) == 100
    sheet = load_workbook(tmp_path / "o.xlsx")["汇总 表二"]
    # What is higher Excel takes for damage.
    assert max(each.height or 0 for each in sheet.row_dimensions.values()) <= 409
