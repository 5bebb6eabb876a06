"""Labels are bound by what they say, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reading.assignment import Match, assigned
from desktop.reading.binding import CONTRADICTED, TWICE, UNLIKE, UNTOLD, Bound, bound_labels
from desktop.reading.labels import normalise_label
from desktop.reading.wording import PrintedLabel, column_wordings, expected_rows
from desktop.report.form import FormColumn, FormRow, FormTable, forms
from tests.builders import FORM_2021

TABLES = {table.id: table for form in forms() for table in form.tables}
APPLICATIONS = FORM_2021.table("applications")
DISPUTES = FORM_2021.table("disputes")
ROWS, COLUMNS = APPLICATIONS.blocks[0].rows, APPLICATIONS.blocks[0].columns
OUTCOMES = DISPUTES.blocks[0].columns


def label(line: FormRow | FormColumn) -> PrintedLabel:
    """A label as the form has it."""
    return PrintedLabel(line.label[-1], tuple(map(normalise_label, line.label[:-1])))


def bound_rows(printed: Sequence[PrintedLabel], table: FormTable = APPLICATIONS) -> list[Bound]:
    wordings = [line.wording for line in expected_rows(table) if line.wording]
    return bound_labels(printed, wordings, [True] * len(printed))


def bound_columns(printed: Sequence[PrintedLabel], table: FormTable) -> list[Bound]:
    wordings = column_wordings(table.blocks[0])
    return bound_labels(printed, wordings, [True] * len(printed), above=True)


def rows_with(changes: Mapping[str, str]) -> list[PrintedLabel]:
    """The rows of 表三, some with another innermost label."""
    return [label(row)._replace(text=changes.get(row.id, row.label[-1])) for row in ROWS]


def above_replaced(
    lines: Sequence[FormRow | FormColumn], changes: Mapping[str, str]
) -> list[PrintedLabel]:
    """Labels with other ones above them."""
    return [
        PrintedLabel(
            line.label[-1], tuple(normalise_label(changes.get(t, t)) for t in line.label[:-1])
        )
        for line in lines
    ]


def doubts(bound: Sequence[Bound], lines: Sequence[FormRow | FormColumn]) -> dict[str, str]:
    """Why the lines of the form are not sure, by id."""
    return {lines[pair.expected].id: pair.doubt for pair in bound if pair.doubt}


@pytest.mark.parametrize("seed", range(8))
def test_rows_are_bound_in_any_order(seed: int) -> None:
    order = Random(seed).sample(range(len(ROWS)), len(ROWS))
    bound = bound_rows([label(ROWS[place]) for place in order])
    assert bound == [Bound(n, place, 1.0, None) for n, place in enumerate(order)]


@pytest.mark.parametrize("seed", range(8))
def test_columns_are_bound_in_any_order(seed: int) -> None:
    order = Random(seed).sample(range(len(COLUMNS)), len(COLUMNS))
    bound = bound_columns([label(COLUMNS[place]) for place in order], APPLICATIONS)
    assert bound == [Bound(n, place, 1.0, None) for n, place in enumerate(order)]


@pytest.mark.parametrize("order", [(0, 2, 1), (1, 2, 0), (2, 1, 0), (1, 0, 2), (2, 0, 1)])
def test_paths_of_disputes_are_bound_in_any_order(order: Sequence[int]) -> None:
    places = [5 * path + n for path in order for n in range(5)]
    bound = bound_columns([label(OUTCOMES[place]) for place in places], DISPUTES)
    assert bound == [Bound(n, place, 1.0, None) for n, place in enumerate(places)]


@pytest.mark.parametrize("table", TABLES)
def test_every_alias_is_bound_without_a_doubt(table: str) -> None:
    lines = [line for line in expected_rows(TABLES[table]) if line.wording]
    for index, line in enumerate(lines):
        for alias in line.row.aliases:
            printed = [label(other.row) for other in lines]
            printed[index] = printed[index]._replace(text=alias)
            (own,) = [p for p in bound_rows(printed, TABLES[table]) if p.printed == index]
            assert own == Bound(index, index, 1.0, None)


@pytest.mark.parametrize(
    ("row", "text"),
    [("denied_1", "1.属于"), ("denied_1", "1.属"), ("unavailable_1", "1.本机关不掌握"),
     ("declined_5", "5.要求行政机关确认"), ("other_1", "1.申请人无正当理由"),
     ("partial", "（二）部分"), ("carried_out", "四、结转下年度")],
)  # fmt: skip
def test_a_label_of_which_the_end_is_cut_off_is_bound(row: str, text: str) -> None:
    bound = bound_rows(rows_with({row: text}))
    assert [(pair.printed, pair.expected) for pair in bound] == [(n, n) for n in range(len(ROWS))]
    assert doubts(bound, ROWS) == {}


@pytest.mark.parametrize(
    ("row", "text"),
    [("denied_4", "4.涉及个人荣誉称号"), ("declined_3", "3.要求提供法律咨询"),
     ("granted", "（一）转送办理"), ("new", "一、信访投诉总量"), ("denied_2", "举报线索")],
)  # fmt: skip
def test_a_foreign_row_is_bound_by_its_place_with_a_doubt(row: str, text: str) -> None:
    bound = bound_rows(rows_with({row: text}))
    assert [(pair.printed, pair.expected) for pair in bound] == [(n, n) for n in range(len(ROWS))]
    assert doubts(bound, ROWS) == {row: UNLIKE}


def test_a_foreign_row_that_holds_no_values_is_not_bound() -> None:
    wordings = [line.wording for line in expected_rows(APPLICATIONS) if line.wording]
    printed = rows_with({"denied_4": "4.涉及个人荣誉称号"})
    free = [text.text[:1] != "4" for text in printed]
    bound = bound_labels(printed, wordings, free)
    assert [ROWS[pair.expected].id for pair in bound] == [r.id for r in ROWS if r.id != "denied_4"]


@pytest.mark.parametrize("text", ["新闻媒体", "机关事业单位", "村民委员会"])
def test_a_foreign_column_is_bound_by_its_place_with_a_doubt(text: str) -> None:
    printed = [label(c)._replace(text=text) if c.id == "legal" else label(c) for c in COLUMNS]
    bound = bound_columns(printed, APPLICATIONS)
    assert [(pair.printed, pair.expected) for pair in bound] == [(n, n) for n in range(7)]
    assert doubts(bound, COLUMNS) == {"legal": UNLIKE}


def test_a_number_that_contradicts_the_words_is_doubted() -> None:
    bound = bound_rows(rows_with({"denied_1": "5.属于国家秘密"}))
    assert doubts(bound, ROWS) == {"denied_1": CONTRADICTED}


def test_words_exchanged_below_their_numbers_are_bound_with_a_doubt() -> None:
    changes = {"denied_2": "2.危及“三安全一稳定”", "denied_3": "3.其他法律行政法规禁止公开"}
    bound = bound_rows(rows_with(changes))
    places = {ROWS[pair.printed].id: ROWS[pair.expected].id for pair in bound}
    assert (places["denied_2"], places["denied_3"]) == ("denied_3", "denied_2")
    assert doubts(bound, ROWS) == dict.fromkeys(changes, CONTRADICTED)


@pytest.mark.parametrize("number", ["5", "6"])
def test_the_same_row_printed_twice_leaves_both_in_doubt(number: str) -> None:
    bound = bound_rows(rows_with({"denied_5": f"{number}.属于四类过程性信息"}))
    assert doubts(bound, ROWS).keys() == {"denied_5", "denied_6"}
    assert doubts(bound, ROWS)["denied_6"] == TWICE


@pytest.mark.parametrize(("one", "other"), [(1, 2), (3, 4), (5, 0)])
def test_the_same_column_printed_twice_leaves_both_in_doubt(one: int, other: int) -> None:
    printed = [label(column) for column in COLUMNS]
    printed[one] = printed[one]._replace(text=COLUMNS[other].label[-1])
    bound = bound_columns(printed, APPLICATIONS)
    assert doubts(bound, COLUMNS).keys() == {COLUMNS[one].id, COLUMNS[other].id}


@pytest.mark.parametrize(
    ("old", "new", "paths"),
    [("行政诉讼", "行政赔偿", ("direct", "after_review")), ("行政复议", "信访投诉", ("review",)),
     ("复议后起诉", "检察监督", ("after_review",))],
)  # fmt: skip
def test_columns_below_a_foreign_label_are_doubted(
    old: str, new: str, paths: Sequence[str]
) -> None:
    bound = bound_columns(above_replaced(OUTCOMES, {old: new}), DISPUTES)
    assert len(bound) == len(OUTCOMES)
    expected = [c.id for c in OUTCOMES if c.id.partition(".")[0] in paths]
    assert doubts(bound, OUTCOMES) == dict.fromkeys(expected, CONTRADICTED)


def test_columns_whose_labels_above_are_exchanged_are_bound_by_these() -> None:
    one, other = "未经复议直接起诉", "复议后起诉"
    bound = bound_columns(above_replaced(OUTCOMES, {one: other, other: one}), DISPUTES)
    assert [pair.expected for pair in bound] == [*range(5), *range(10, 15), *range(5, 10)]
    assert doubts(bound, OUTCOMES) == {}


def test_columns_of_which_a_page_break_leaves_but_the_beginning_are_doubted_as_others() -> None:
    whole = [PrintedLabel(column.label[-1]) for column in OUTCOMES[:10]]
    begun = [PrintedLabel(column.label[-1][:2]) for column in OUTCOMES[10:14]]
    found = doubts(bound_columns([*whole, *begun], DISPUTES), OUTCOMES)
    assert found == dict.fromkeys((column.id for column in OUTCOMES[:14]), UNTOLD)


def test_rows_below_another_group_are_doubted() -> None:
    group = [row for row in ROWS if row.group == "denied"]
    printed = above_replaced(ROWS, {"（三）不予公开": "（五）不予处理"})
    expected = dict.fromkeys((row.id for row in group), CONTRADICTED)
    assert doubts(bound_rows(printed), ROWS) == expected


SCORES = st.integers(1, 6).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from((0.0, 0.25, 0.5, 0.75)), min_size=width, max_size=width),
        min_size=1,
        max_size=6,
    )
)
QUICK = settings(derandomize=True, database=None, deadline=None, max_examples=200)


def best_sum(scores: Sequence[Sequence[float]], least: float) -> float:
    """The highest sum of one-to-one matches, by trying them all."""

    @cache
    def best(row: int, free: frozenset[int]) -> float:
        if row == len(scores):
            return 0.0
        taken = [
            scores[row][j] + best(row + 1, free - {j}) for j in free if scores[row][j] >= least
        ]
        return max([best(row + 1, free), *taken])

    return best(0, frozenset(range(len(scores[0]))))


@QUICK
@given(SCORES, st.sampled_from((0.25, 0.5, 0.75)))
def test_no_other_assignment_is_better(scores: list[list[float]], least: float) -> None:
    pairs = assigned(scores, least)
    assert [pair.printed for pair in pairs] == sorted({pair.printed for pair in pairs})
    assert len({pair.expected for pair in pairs}) == len(pairs)
    assert all(p.score == scores[p.printed][p.expected] >= least for p in pairs)
    assert sum(pair.score for pair in pairs) == best_sum(scores, least)


def test_what_fits_to_the_letter_is_no_other_though_the_sum_were_higher() -> None:
    scores = [[0.0, 0.75], [0.5, 1.0]]
    assert assigned(scores, 0.5) == [Match(1, 1, 1.0)]


@QUICK
@given(st.integers(1, 6), st.integers(1, 6), st.sampled_from((0.5, 0.9, 1.0)))
def test_what_fits_alike_is_matched_in_order(rows: int, columns: int, score: float) -> None:
    pairs = assigned([[score] * columns] * rows, 0.5)
    assert [pair.expected for pair in pairs] == sorted(pair.expected for pair in pairs)
    assert len(pairs) == min(rows, columns)


def test_nothing_is_matched_to_nothing() -> None:
    assert assigned([], 0.5) == []
    assert assigned([[]], 0.5) == []
    assert assigned([[0.4]], 0.5) == []
    assert assigned([[0.5]], 0.5) == [Match(0, 0, 0.5)]
