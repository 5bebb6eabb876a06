"""Exports: what a person said of findings and changes stands beside them."""

from pathlib import Path

import openpyxl
import pytest

from desktop.exports.export import export_review
from desktop.exports.rows import finding_rows
from desktop.review.changes import Remark
from desktop.review.judgement import Decision, Verdict
from tests.exports.test_export import csv_rows, review_of


def test_what_several_rules_lack_is_one_line() -> None:
    rows = [row for row in finding_rows(review_of({})) if row[1] == "未能核对"]
    (last_year,) = [row for row in rows if "上一年度" in str(row[3])]
    assert len(str(last_year[2]).split("、")) > 1


@pytest.mark.parametrize(
    ("verdict", "reason", "handled"),
    [
        (Verdict.ACCEPTED, "已向报告单位核实", "按原样接受：已向报告单位核实"),
        (Verdict.REPORT_WRONG, "", "填报有误"),
        (Verdict.READING_WRONG, "", "读取有误"),
    ],
)
def test_both_files_tell_how_a_finding_was_handled(
    tmp_path: Path, verdict: Verdict, reason: str, handled: str
) -> None:
    review = review_of({"disputes.review.upheld": 10, "proactive.penalty.decisions": "/"})
    findings = review.checked.findings
    finding = next(f for f in findings if "disputes.review.total" in f.cells)
    decision = Decision(verdict, reason, "张三", "2025-01-20T09:00:00+08:00")
    review.apply(review.judge(finding, decision), Remark("", "已电话联系"))
    export_review(review, tmp_path / "out.xlsx")
    export_review(review, tmp_path / "out.csv")
    head, *rows = openpyxl.load_workbook(tmp_path / "out.xlsx")["问题清单"].values
    listed = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["处理"] for row in listed if row["说明"] == finding.message] == [handled]
    signed = {(row["核对人"], row["时间"]) for row in listed if row["处理"] == handled}
    assert signed == {("张三", "2025-01-20 09:00")}
    assert {row["核对人"] for row in listed if row["处理"] == "未处理"} == {None}
    others = [row for row in listed if row["程度"] != "未能核对" and row["处理"] != handled]
    assert [row["处理"] for row in others] == ["未处理"] * (len(findings) - 1)
    assert {row["备注"] for row in listed} == {"已电话联系"}
    by_name = {row["编号"]: row for row in csv_rows(tmp_path / "out.csv")}
    assert by_name["disputes.review.total"]["处理"] == handled
    assert by_name["disputes.direct.total"]["处理"] == ""
    assert by_name["disputes.direct.total"]["备注"] == "已电话联系"


def test_a_change_tells_whether_the_report_or_the_reading_was_wrong(tmp_path: Path) -> None:
    review = review_of({"disputes.review.upheld": 10, "disputes.direct.upheld": 4})
    by_cells = {finding.cells[0].split(".")[1]: finding for finding in review.checked.findings}
    for path, verdict in (("review", Verdict.REPORT_WRONG), ("direct", Verdict.READING_WRONG)):
        finding = by_cells[path]
        review.apply(review.judge(finding, Decision(verdict, "", "张三", "2025-01-20T09:00")))
    for name, text in (("review.total", "10"), ("direct.total", "4"), ("after_review.other", "0")):
        review.apply(review.edit_to(f"disputes.{name}", text))
    review.apply(review.edit_to("proactive.permit.decisions", "20"), author="张三", time="2025")
    permits = review.edit_to("proactive.permit.decisions", "21")
    review.apply(permits, author="李四", time="2025-01-21T16:05:09+08:00")
    export_review(review, tmp_path / "out.xlsx")
    export_review(review, tmp_path / "out.csv")
    head, *rows = openpyxl.load_workbook(tmp_path / "out.xlsx")["修改记录"].values
    listed = [dict(zip(head, row, strict=True)) for row in rows]
    assert (listed[0]["核对人"], listed[0]["时间"]) == ("李四", "2025-01-21 16:05")
    causes = [row["原因"] for row in listed]
    # In the form's order: the permits of 表二 first, of which nobody said anything.
    assert causes == ["未注明", "填报有误", "读取有误"]
    told = {row["编号"]: row["原因"] for row in csv_rows(tmp_path / "out.csv") if row["原因"]}
    assert told == {
        "proactive.permit.decisions": "未注明",
        "disputes.review.total": "填报有误",
        "disputes.direct.total": "读取有误",
    }


def test_rows_are_as_high_as_their_texts(tmp_path: Path) -> None:
    """Not every program fits them when it opens a file."""
    review = review_of({"disputes.review.upheld": 10, "proactive.penalty.decisions": "/"})
    review.apply(Remark("", "已电话联系\n请报送单位重新提交"))
    export_review(review, tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["问题清单"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJK"]
    heights = []
    for number, row in enumerate(sheet.iter_rows(min_row=2, values_only=True), 2):
        texts = [str(value or "").split("\n") for value in row]
        needed = max(
            sum(-(-sum(1 if c.isascii() else 2 for c in line) // int(width)) for line in lines)
            for lines, width in zip(texts, widths, strict=True)
        )
        heights.append(sheet.row_dimensions[number].height or 15)
        assert heights[-1] >= 14 * needed, row[3]
    assert len(set(heights)) > 1
