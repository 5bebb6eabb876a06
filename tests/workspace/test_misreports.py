"""What an office misreported stays to be told, also where the number was put right."""

from __future__ import annotations

from pathlib import Path
from random import Random

import openpyxl
import pytest

from desktop.exports.export import export_review
from desktop.exports.rows import edit_rows, finding_rows
from desktop.report.model import Report, Source, read_cell
from desktop.review.judgement import Verdict
from desktop.review.review import Review
from desktop.workspace import review_commands
from desktop.workspace.finding_index import FindingIndex
from tests.builders import report_of, right_values
from tests.workspace.conftest import Office

GRANTED = "applications.granted.natural"
RIGHT = right_values(Random(1))
WRONG = report_of({**RIGHT, GRANTED: 777})


def review_of(office: Office) -> Review:
    review = office.workspace.review
    assert review is not None
    return review


def index_of(office: Office) -> FindingIndex:
    assert office.workspace.current is not None
    return office.workspace.current.index


def handled(office: Office) -> list[object]:
    """What 问题清单 says was done about each finding."""
    return [row[7] for row in finding_rows(review_of(office)) if row[1] != "未能核对"]


@pytest.fixture
def wrong(office: Office) -> Office:
    """A cell that breaks its row and its column, its findings selected."""
    office.open(WRONG)
    assert len(index_of(office).group_of(0)) == 2
    office.workspace.select_finding(0)
    return office


def test_an_adopted_value_is_the_office_s_misreport(wrong: Office, tmp_path: Path) -> None:
    assert review_commands.take_repair(wrong.workspace)
    index = index_of(wrong)
    # One mistake, one line: which number was printed, and which is right.
    assert len(index.findings) == 1
    resolved = index.resolved_at(0)
    assert resolved is not None
    assert len(resolved.findings) == 2
    assert resolved.decision is not None
    assert (resolved.decision.verdict, resolved.decision.author) == (Verdict.REPORT_WRONG, "王芳")
    # All of what one cell explains is put right: the sentence is that of the cause.
    assert resolved.sentence.startswith("表三“予以公开”行“自然人”列应为")
    assert f"原文 777，更正为 {RIGHT[GRANTED]}" in resolved.in_words
    assert index.open == (False,)
    assert handled(wrong) == ["填报有误，已更正"]
    assert [row[7] for row in edit_rows(review_of(wrong))] == ["填报有误"]
    export_review(review_of(wrong), tmp_path / "out.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "out.xlsx")["问题清单"].values)
    assert any("更正为" in str(row[3]) and row[7] == "填报有误，已更正" for row in rows)


def test_it_is_one_step(wrong: Office) -> None:
    review_commands.take_repair(wrong.workspace)
    wrong.workspace.undo()
    assert review_of(wrong).report == WRONG
    assert not review_of(wrong).decisions
    assert handled(wrong) == ["未处理", "未处理"]
    wrong.workspace.redo()
    assert handled(wrong) == ["填报有误，已更正"]


def test_what_was_said_to_be_misread_accuses_nobody(wrong: Office) -> None:
    review_commands.judge(wrong.workspace, Verdict.READING_WRONG)
    review_commands.take_repair(wrong.workspace)
    assert handled(wrong) == ["读取有误，已更正"]
    assert [row[7] for row in edit_rows(review_of(wrong))] == ["读取有误"]


def test_it_can_be_said_afterwards(wrong: Office) -> None:
    review_commands.take_repair(wrong.workspace)
    wrong.workspace.select_finding(0)
    assert review_commands.judge(wrong.workspace, Verdict.READING_WRONG)
    assert handled(wrong) == ["读取有误，已更正"]
    assert review_commands.take_back(wrong.workspace)
    assert handled(wrong) == ["已更正，未注明原因"]


def test_a_doubted_cell_accuses_nobody_by_itself(office: Office) -> None:
    cell = WRONG.cells[GRANTED]
    place: Source | None = cell.source
    doubted: Report = WRONG.with_cell(read_cell(GRANTED, "777", place, "数字可能被遮住"))
    office.open(doubted)
    office.workspace.select_finding(index_of(office).of_cell(GRANTED)[0])
    assert review_commands.take_repair(office.workspace)
    assert handled(office) == ["已更正，未注明原因"]


def test_a_number_that_was_typed_leaves_the_mistake_in_sight(wrong: Office) -> None:
    review_commands.edit(wrong.workspace, GRANTED, str(RIGHT[GRANTED]))
    assert handled(wrong) == ["已更正，未注明原因"]
    wrong.workspace.select_finding(0)
    review_commands.judge(wrong.workspace, Verdict.REPORT_WRONG)
    assert handled(wrong) == ["填报有误，已更正"]


def test_the_second_of_two_mistakes_put_right_is_listed_too(office: Office) -> None:
    """The first is still open."""
    other = "disputes.review.total"
    office.open(report_of({**RIGHT, GRANTED: 777, other: 999}))
    # Whichever comes first in the rules' order.
    for name in (GRANTED, other):
        review_commands.edit(office.workspace, name, str(RIGHT[name]))
        (resolved,) = review_of(office).resolved()
        assert list(resolved.edits) == [name]
        office.workspace.undo()


def test_half_a_correction_leaves_the_rest_open(wrong: Office) -> None:
    total = "applications.granted.total"
    row_sum = sum(int(WRONG.value(f"applications.granted.{organ}") or 0) for organ in (
        "natural", "enterprise", "research", "social", "legal", "other"
    ))  # fmt: skip
    review_commands.edit(wrong.workspace, total, str(row_sum))
    index = index_of(wrong)
    resolved = [index.resolved_at(n) for n in range(len(index.findings))]
    assert any(index.open)
    (done,) = [one for one in resolved if one is not None]
    assert len(done.findings) == 1
    # What is left of the cause is not said to be put right.
    assert done.sentence == done.findings[0].message


def test_a_group_is_judged_as_one(wrong: Office) -> None:
    review_commands.judge(wrong.workspace, Verdict.REPORT_WRONG)
    assert handled(wrong) == ["填报有误", "填报有误"]
    assert len(review_of(wrong).history) == 1
    review_commands.take_back(wrong.workspace)
    assert handled(wrong) == ["未处理", "未处理"]
