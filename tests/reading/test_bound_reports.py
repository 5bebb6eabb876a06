"""Drawn reports whose labels stand in another order, or say something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.reading.binding import CONTRADICTED, TWICE, UNLIKE
from desktop.report.model import ObservationKind
from tests.adversarial.alter import (
    cells_of,
    edit_columns,
    label_of,
    relabel,
    rename,
    reword,
)
from tests.adversarial.draft import Draft
from tests.adversarial.order import exchange_rows
from tests.reading.drawn import Alter, draft, read, wrong


def columns(*order: int, table: str = "applications") -> Alter:
    return lambda made: edit_columns(
        made, table, lambda old: [old[n] for n in order] if len(old) == len(order) else old
    )


def rows(table: str, one: str, other: str) -> Alter:
    return lambda made: exchange_rows(made, table, one, other)


def words(old: str, new: str) -> Alter:
    return lambda made: reword(made, old, new)


def also(line: str, other: str) -> Alter:
    """Let a line of 表三 bear the label of another, in a cell of its own.

    The layout merges neighbours of the same label; a space at its end parts them.
    """
    return lambda made: rename(
        made, "applications", line, label_of(made, "applications", other) + " "
    )


WHOLE: dict[str, Alter] = {
    "as the form has it": lambda made: None,
    "two columns exchanged": columns(0, 3, 2, 1, 4, 5, 6),
    "the totals first": columns(6, 0, 1, 2, 3, 4, 5),
    "all columns the other way round": columns(6, 5, 4, 3, 2, 1, 0),
    "columns of 表二 exchanged": columns(2, 0, 1, table="proactive"),
    "the paths of 表四 exchanged": columns(
        *range(5), *range(10, 15), *range(5, 10), table="disputes"
    ),
    "the outcomes of 表四 exchanged": columns(
        1, 0, 2, 3, 4, 9, 5, 6, 7, 8, 10, 11, 13, 12, 14, table="disputes"
    ),
    "rows exchanged with their numbers": rows("applications", "denied_2", "denied_7"),
    "the first rows exchanged": rows("applications", "new", "carried_in"),
    "rows of 表二 exchanged": rows("proactive", "penalty", "coercion"),
    "an alias": words("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
    "a misspelt label": words("社会公益组织", "社会公益组只"),
    "spaced labels": words("总计", "总　计"),
}
# How labels are altered, the cells that this leaves in doubt, and the reasons.
DOUBTED: dict[str, tuple[Alter, tuple[str, ...], set[str]]] = {
    "a row twice": (
        also("denied_5", "denied_6"),
        ("denied_5", "denied_6"),
        {TWICE, UNLIKE},
    ),
    "a column twice": (
        also("research", "enterprise"),
        ("research", "enterprise"),
        {TWICE, UNLIKE},
    ),
    "a foreign row": (words("4.保护第三方合法权益", "4.涉及个人荣誉称号"), ("denied_4",), {UNLIKE}),
    "a foreign column": (words("法律服务机构", "新闻媒体"), ("legal",), {UNLIKE}),
    "a number of another row": (words("1.属于国家", "5.属于国家"), ("denied_1",), {CONTRADICTED}),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_report_is_read_whole_without_a_doubt(name: str, tmp_path: Path) -> None:
    made = draft()
    WHOLE[name](made)
    assert wrong(made, read(made, tmp_path)) == {}


@pytest.mark.parametrize("name", DOUBTED)
def test_labels_that_leave_a_question_are_doubted(name: str, tmp_path: Path) -> None:
    made = draft()
    alter, lines, reasons = DOUBTED[name]
    alter(made)
    cells = read(made, tmp_path).cells
    doubted = {cell.name: cell.doubt for cell in cells.values() if cell.doubt}
    assert doubted.keys() == set(cells_of(made, "applications", *lines))
    assert set(doubted.values()) == reasons
    assert {cells[name].value for name in doubted} != {None}


def below(made: Draft, *paths: str) -> set[str]:
    """The cells of 表四 below these paths."""
    return {n for n in made.form.slots() if n.split(".")[1] in paths and n.startswith("disputes")}


@pytest.mark.parametrize(
    ("old", "new", "paths"),
    [
        ("行政诉讼", "行政赔偿", ("direct", "after_review")),
        ("行政复议", "信访投诉", ("review",)),
        ("复议后起诉", "检察监督", ("after_review",)),
    ],
)
def test_numbers_below_a_foreign_path_are_doubted(
    old: str, new: str, paths: tuple[str, ...], tmp_path: Path
) -> None:
    made = draft()
    relabel(made, lambda text: new if text == old else text)
    report = read(made, tmp_path)
    assert wrong(made, report).keys() == below(made, *paths)
    assert {report.cells[name].doubt for name in below(made, *paths)} == {CONTRADICTED}


def test_numbers_below_another_group_of_rows_are_doubted(tmp_path: Path) -> None:
    made = draft()
    relabel(made, lambda text: text.replace("（四）无法提供", "（五）不予处理"))
    lines = ("unavailable_1", "unavailable_2", "unavailable_3")
    doubted = wrong(made, read(made, tmp_path)).keys()
    assert doubted == set(cells_of(made, "applications", *lines))


def test_paths_with_exchanged_labels_are_read_by_these(tmp_path: Path) -> None:
    made = draft()
    one, other = "未经复议直接起诉", "复议后起诉"
    relabel(made, lambda text: {one: other, other: one}.get(text, text))
    report = read(made, tmp_path)
    assert [cell for cell in report.cells.values() if cell.doubt] == []
    for outcome in ("upheld", "corrected", "other", "pending", "total"):
        names = (f"disputes.direct.{outcome}", f"disputes.after_review.{outcome}")
        assert [report.value(name) for name in names] == [made.values[n] for n in names[::-1]]


@pytest.mark.parametrize(
    ("old", "new"), [("未经复议直接起诉", "复议后起诉 "), ("复议后起诉", "未经复议直接起诉 ")]
)
def test_a_path_printed_twice_leaves_both_in_doubt(old: str, new: str, tmp_path: Path) -> None:
    made = draft()
    relabel(made, lambda text: new if text == old else text)
    assert wrong(made, read(made, tmp_path)).keys() == below(made, "direct", "after_review")


def test_a_column_below_a_label_that_covers_two_is_not_left_out(tmp_path: Path) -> None:
    made = draft()
    rename(made, "applications", "research", label_of(made, "applications", "enterprise"))
    seen = {observation.kind for observation in read(made, tmp_path).observations}
    assert ObservationKind.MISSING_COLUMN not in seen
