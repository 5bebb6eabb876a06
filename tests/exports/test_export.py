"""Exports: what a spreadsheet program finds in the files."""

import csv
import os
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import Cell as SheetCell

from desktop.errors import WriteError
from desktop.exports.export import export_review, export_reviews
from desktop.exports.neutral import neutral
from desktop.report.layout import layout_of
from desktop.report.values import Number
from desktop.review.review import Review
from tests.builders import FORM_2021, report_of
from tests.packaged import new_review


def review_of(values: dict[str, Number | str]) -> Review:
    return new_review(Path("report.pdf"), "0" * 64, report_of(values))


@pytest.fixture
def corrected() -> Review:
    """A review with one broken sum, one corrected cell, one sign for nothing, one remark."""
    review = review_of(
        {
            "disputes.review.upheld": 10,
            "disputes.review.total": 0,
            "proactive.permit.decisions": "12",
            "proactive.penalty.decisions": "/",
            "proactive.normative.issued": "22（其中修订16件）",
        }
    )
    review.apply(review.edit_to("proactive.permit.decisions", "21"))
    return review


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def sheet_value(path: Path, sheet: str, name: str) -> SheetCell:
    """The cell of a sheet at the place that the official layout gives it."""
    table = {"表二": "proactive", "表三": "applications", "表四": "disputes"}[sheet]
    layout = layout_of(FORM_2021.table(table))
    (laid,) = [cell for cell in layout.cells if cell.slot and cell.slot.name == name]
    cell = openpyxl.load_workbook(path)[sheet].cell(laid.row + 2, laid.column + 1)
    assert isinstance(cell, SheetCell)
    return cell


def note(cell: SheetCell) -> str:
    return "" if cell.comment is None else cell.comment.text


def test_a_workbook_has_the_tables_two_lists_and_the_sums(
    corrected: Review, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    export_review(corrected, path)
    assert openpyxl.load_workbook(path).sheetnames == [
        "表二",
        "表三",
        "表四",
        "问题清单",
        "修改记录",
        "勾稽关系",
    ]


def test_every_value_stands_in_its_official_place(tmp_path: Path) -> None:
    values = {name: index for index, name in enumerate(FORM_2021.slots(), 1)}
    path = tmp_path / "out.xlsx"
    export_review(review_of(dict(values)), path)
    book = openpyxl.load_workbook(path)
    found: dict[str, object] = {}
    for table in FORM_2021.tables:
        sheet = book[table.name.split()[0]]
        for laid in layout_of(table).cells:
            if laid.slot:
                found[laid.slot.name] = sheet.cell(laid.row + 2, laid.column + 1).value
    assert found == values


def test_headers_are_merged_as_printed(corrected: Review, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    export_review(corrected, path)
    sheet = openpyxl.load_workbook(path)["表三"]
    texts = {sheet.cell(r.min_row, r.min_col).value: r.size for r in sheet.merged_cells.ranges}
    assert texts["申请人情况"] == {"columns": 7, "rows": 1}
    assert texts["法人或其他组织"] == {"columns": 5, "rows": 1}
    assert texts["三、本年度办理结果"] == {"columns": 1, "rows": 22}
    assert texts["（三）不予公开"] == {"columns": 1, "rows": 8}


def test_marked_cells_are_filled_and_say_why(corrected: Review, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    export_review(corrected, path)
    broken = sheet_value(path, "表四", "disputes.review.total")
    assert broken.fill.fgColor.rgb.endswith("FFC7CE")
    assert "10" in note(broken)
    quiet = sheet_value(path, "表四", "disputes.direct.total")
    assert quiet.fill.fill_type is None
    assert note(quiet) == ""


def test_an_edited_cell_holds_the_new_value_and_tells_the_printed_one(
    corrected: Review, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    export_review(corrected, path)
    cell = sheet_value(path, "表二", "proactive.permit.decisions")
    assert cell.value == 21
    assert "原文：12" in note(cell)
    rows = list(openpyxl.load_workbook(path)["修改记录"].values)
    assert rows[1][2:5] == ("12", 12, 21)
    assert len(rows) == 2


def test_the_problem_list_has_every_finding_and_what_was_not_checked(
    corrected: Review, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    export_review(corrected, path)
    rows = list(openpyxl.load_workbook(path)["问题清单"].values)[1:]
    checked = corrected.checked
    found = [(finding.severity.word, finding.message) for finding in checked.findings]
    assert [(row[1], row[3]) for row in rows[: len(found)]] == found
    left = rows[len(found) :]
    assert {row[1] for row in left} == {"未能核对"}
    told = {(rule, str(row[3])) for row in left for rule in str(row[2]).split("、")}
    assert told == {(item.rule, item.reason) for item in checked.unchecked}
    # What only lacks something that was not given comes last.
    quiet = {item.reason: item.expected for item in checked.unchecked}
    assert [quiet[str(row[3])] for row in left] == sorted(quiet.values())


def test_a_csv_has_one_row_for_each_cell(corrected: Review, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    export_review(corrected, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = csv_rows(path)
    assert [row["编号"] for row in rows] == list(FORM_2021.slots())
    by_name = {row["编号"]: row for row in rows}
    permit = by_name["proactive.permit.decisions"]
    assert (permit["表"], permit["行"], permit["列"]) == ("表二", "行政许可", "本年处理决定数量")
    assert (permit["原文"], permit["原值"], permit["更正值"]) == ("12", "12", "21")
    assert by_name["proactive.penalty.decisions"]["原文"] == "/"
    assert by_name["proactive.penalty.decisions"]["更正值"] == "0"


@pytest.mark.parametrize("text", ["=1+1", "+cmd|x", "-2+3", "@SUM(A1)", "＝1+1", "\t=1", " =1"])
def test_text_that_would_run_is_neutralised(text: str, tmp_path: Path) -> None:
    assert neutral(text) == f"'{text}"
    review = review_of({"proactive.permit.decisions": text})
    export_review(review, tmp_path / "out.csv")
    rows = csv_rows(tmp_path / "out.csv")
    assert all(value[:1] not in ("=", "+", "@", "-") for row in rows for value in row.values())
    export_review(review, tmp_path / "out.xlsx")
    for sheet in openpyxl.load_workbook(tmp_path / "out.xlsx"):
        if sheet.title == "勾稽关系":
            continue  # the formulas there are the program's own
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("text", ["-3", "+5", "-", "12", "无"])
def test_numbers_and_dashes_stay_as_they_are(text: str) -> None:
    assert neutral(text) == text


def test_control_characters_do_not_break_a_workbook(tmp_path: Path) -> None:
    export_review(review_of({"proactive.permit.decisions": "a\x00b\x0b"}), tmp_path / "out.xlsx")
    cell = sheet_value(tmp_path / "out.xlsx", "表二", "proactive.permit.decisions")
    assert cell.value == "ab"


def test_several_reports_share_a_workbook(corrected: Review, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    export_reviews([corrected, corrected], path)
    book = openpyxl.load_workbook(path)
    assert len(book.sheetnames) == len(set(book.sheetnames)) == 9
    numbers = [row[0] for row in book["问题清单"].values][1:]
    assert numbers == list(range(1, len(numbers) + 1))


def named(agency: str) -> Review:
    """A review of this office's report."""
    review = review_of({})
    report = replace(review.report, agency=agency)
    return new_review(review.path, review.sha256, report)


@pytest.mark.parametrize(
    "agencies",
    [
        ("ABC局", "abc局"), ("林业\x07局", "林业局"), ("[局]:*?/\\", "'局'"),
        ("长" * 40, "长" * 41), ("林业\udcb1局", "林业\ufffe局"),
    ],
)  # fmt: skip
def test_names_that_no_sheet_can_have_or_two_share(
    agencies: tuple[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    export_reviews([named(agency) for agency in agencies], path)
    titles = openpyxl.load_workbook(path).sheetnames
    # As Excel compares them.
    assert len({title.casefold() for title in titles}) == len(titles) == 9
    assert all(len(title) <= 31 for title in titles)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_file_name_that_is_no_utf_8_is_written(tmp_path: Path, ending: str) -> None:
    review = named("")
    report = replace(review.report, year=None)
    path = tmp_path / f"out.{ending}"
    export_review(new_review(Path("\udcb1\udca8.pdf"), "", report), path)
    names = csv_rows(path) if ending == "csv" else openpyxl.load_workbook(path)["表二"]["A1"].value
    assert "\ufffd\ufffd" in str(names)


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_failed_export_leaves_the_old_file_and_nothing_else(
    corrected: Review, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"out{ending}"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="磁盘"):
        export_review(corrected, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["out.pdf", "out", "none/out.xlsx"])
def test_what_cannot_be_written_is_said_in_a_sentence(
    corrected: Review, tmp_path: Path, name: str
) -> None:
    with pytest.raises(WriteError):
        export_review(corrected, tmp_path / name)
    assert list(tmp_path.iterdir()) == []
