"""One problem for one root cause, with the repair that mends it, in words and figures."""

from pathlib import Path
from random import Random

import pytest

from desktop.report.model import Report
from desktop.report.values import Number
from desktop.rules.finding import FindingKind
from desktop.rules.rulefile import load_rules
from tests.builders import FORM_2019, FORM_2021, report_of
from tests.packaged import check, find_problems
from tests.rules.repair.simulation import ORGANS, cell, full_values, sparse_values
from tests.rules.repair.small import BASE, checked, only

LOCAL_SUM = """
[[rule]]
id = "L01"
name = "处罚与强制"
sums = { table = "proactive", each = "column", left = ["penalty"], right = ["coercion"] }
"""


def test_one_wrong_total_is_one_problem_with_three_broken_equations() -> None:
    result = checked(total__natural=47)
    problem, repair = only(result)
    assert problem.findings == repair.resolves == (0, 1, 2)
    assert repair.cells == {cell("total", "natural"): 44}
    assert repair.unique
    assert repair.reason == (
        "表三“总计”行“自然人”列应为 44（现为 47，像是错了一位数字）：改后 3 条等式同时成立"
    )
    assert problem.reason == repair.reason


@pytest.mark.parametrize(
    ("printed", "words"),
    [("", "现为空白"), ("—", "现为“—”"), ("无", "现为“无”"), ("0", "现为 0")],
)
def test_what_is_printed_instead_of_a_number_is_told_as_it_stands(printed: str, words: str) -> None:
    _, repair = only(check(report_of({**BASE, cell("granted", "natural"): printed})))
    assert f"应为 30（{words}，像是漏填）" in repair.reason


def test_a_repair_shows_its_equations_before_and_after() -> None:
    result = checked(total__natural=47)
    _, repair = only(result)
    step = repair.steps[0]
    assert step.before == result.findings[0].message
    assert step.after == "新收 40 + 结转 4 = 44 = 总计 44 + 结转下年 0 = 44，自然人列"
    assert len(repair.steps) == 3


@pytest.mark.parametrize(
    ("name", "equations"),
    [
        ("granted.natural", 2),
        ("granted.total", 2),
        ("new.enterprise", 2),
        ("carried_out.total", 2),
        ("total.enterprise", 3),
        ("total.total", 3),
    ],
)
def test_every_kind_of_cell_is_located(name: str, equations: int) -> None:
    right = BASE.get(f"applications.{name}", 0)
    _, repair = only(check(report_of({**BASE, f"applications.{name}": 77})))
    assert repair.cells == {f"applications.{name}": right}
    assert (repair.unique, len(repair.resolves)) == (True, equations)


def test_two_errors_apart_are_two_problems() -> None:
    result = checked(granted__enterprise=21, partial__natural=41)
    assert [(len(p.findings), p.repairs[0].unique) for p in result.problems] == [(2, True)] * 2
    assert {name for repair in result.repairs for name in repair.cells} == {
        cell("granted", "enterprise"),
        cell("partial", "natural"),
    }


def test_two_errors_in_one_column_are_mended_together() -> None:
    problem, repair = only(checked(granted__natural=33, partial__natural=41))
    assert repair.cells == {cell("granted", "natural"): 30, cell("partial", "natural"): 14}
    assert (repair.unique, len(problem.findings)) == (True, 3)


def test_a_figure_in_the_wrong_column_is_one_cause() -> None:
    _, repair = only(checked(granted__enterprise=0, granted__research=12))
    assert repair.unique
    assert "的 12 像是应填在表三“予以公开”行“商业企业”列" in repair.reason
    # The row holds before and after; it is shown all the same.
    assert (len(repair.resolves), len(repair.steps)) == (2, 3)


def test_two_neighbours_swapped_are_one_cause() -> None:
    _, repair = only(checked(granted__natural=14, partial__natural=30))
    assert repair.unique
    assert "填反了" in repair.reason


def test_exchanges_in_two_rows_of_the_same_columns_come_first() -> None:
    result = checked(
        granted__natural=12, granted__enterprise=30, partial__natural=0, partial__enterprise=14
    )
    assert result.repairs[0].cells == {
        cell("granted", "natural"): 30,
        cell("granted", "enterprise"): 12,
        cell("partial", "natural"): 14,
        cell("partial", "enterprise"): 0,
    }


def test_a_text_is_worked_out_from_its_equations() -> None:
    result = checked(granted__natural="若干")
    problem, repair = only(result)
    assert repair.cells == {cell("granted", "natural"): 30}
    assert repair.unique
    assert [result.findings[position].rule for position in repair.resolves] == ["V01"]
    assert problem.findings == repair.resolves
    assert "没有数字（原文“若干”），按等式推算应为 30" in repair.reason
    assert all(step.before == "" for step in repair.steps)


def test_a_text_and_an_error_in_its_row_are_told_apart() -> None:
    _, repair = only(checked(granted__natural="若干", granted__enterprise=77))
    assert repair.cells == {cell("granted", "natural"): 30, cell("granted", "enterprise"): 12}
    assert repair.unique


def test_two_texts_in_a_row_are_worked_out_from_their_columns() -> None:
    result = checked(granted__natural="若干", granted__enterprise="略")
    assert {name: v for repair in result.repairs for name, v in repair.cells.items()} == {
        cell("granted", "natural"): 30,
        cell("granted", "enterprise"): 12,
    }


def test_texts_that_no_equation_determines_are_left_alone() -> None:
    corners = {cell(row, o): "若干" for row in ("granted", "partial") for o in ("natural", "legal")}
    assert check(report_of({**BASE, **corners})).problems == ()


def test_a_missing_cell_is_not_made_up() -> None:
    report = report_of(BASE).without_cell(cell("granted", "natural"))
    assert find_problems(report, check(report).findings) == ()


@pytest.mark.parametrize("printed", [-1, "1.5"])
def test_a_figure_that_cannot_be_is_replaced(printed: Number | str) -> None:
    result = checked(new__natural=printed)
    _, repair = only(result)
    assert repair.cells == {cell("new", "natural"): 40}
    assert type(repair.cells[cell("new", "natural")]) is int
    rules = {result.findings[position].rule for position in repair.resolves}
    assert rules & {"V01", "V02"}


def test_a_report_out_of_joint_is_said_to_be_so() -> None:
    random = Random(4)
    values = full_values(random)
    for name in values:
        if name.startswith("applications"):
            values[name] = random.randrange(300)
    result = check(report_of(values))
    assert result.repairs == ()
    (problem,) = [p for p in result.problems if len(p.findings) > 5]
    assert "解释不了" in problem.reason


def test_what_stands_out_among_many_errors_is_proposed_but_not_as_certain() -> None:
    right = sparse_values(Random(8))
    wrong = dict(right)
    rows = [f"denied_{n}" for n in range(1, 9)] + ["declined_1", "declined_2", "declined_3"]
    organs = ("natural", "enterprise", "research", "social", "legal", "other")
    for index, row in enumerate(rows):
        name = cell(row, organs[index % 6])
        wrong[name] = wrong[name] + 100 + 17 * index
    result = check(report_of(wrong))
    assert not any(repair.unique for repair in result.repairs)
    told = sorted(position for problem in result.problems for position in problem.findings)
    broken = [i for i, f in enumerate(result.findings) if f.kind is FindingKind.EQUATION]
    assert told == broken


def test_the_2019_form_has_repairs_too() -> None:
    values: dict[str, Number | str] = {**BASE, cell("total", "natural"): 47}
    _, repair = only(check(report_of(values, FORM_2019)))
    assert repair.cells == {cell("total", "natural"): 44}


def test_a_sum_of_the_users_own_is_mended_as_well(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(LOCAL_SUM, "utf-8")
    report = report_of({**BASE, "proactive.penalty.decisions": 5})
    result = check(report, load_rules(path))
    (problem,) = [p for p in result.problems if result.findings[p.findings[0]].rule == "L01"]
    assert [repair.cells for repair in problem.repairs] == [
        {"proactive.coercion.decisions": 5},
        {"proactive.penalty.decisions": 0},
    ]


def test_a_rule_that_did_not_run_asks_for_no_repair(tmp_path: Path) -> None:
    local, limited = tmp_path / "local.toml", tmp_path / "limited.toml"
    local.write_text(LOCAL_SUM, "utf-8")
    limited.write_text(LOCAL_SUM + 'offices = ["province"]\n', "utf-8")
    wrong = {"proactive.penalty.decisions": 5, cell("total", "natural"): 47}
    report = report_of({**BASE, **wrong})
    only(check(report, load_rules(limited)))
    assert len(check(report, load_rules(local)).problems) == 2


def test_a_failing_search_costs_only_the_proposals(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("desktop.rules.engine.find_problems", fail)
    result = checked(total__natural=47)
    assert len(result.findings) == 3
    assert result.problems == ()
    assert any("没有修改建议" in item.reason for item in result.unchecked)


def test_a_report_that_adds_up_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(report: Report) -> None:
        raise AssertionError(report)

    monkeypatch.setattr("desktop.rules.repair.problems.explain", fail)
    assert check(report_of(BASE, FORM_2021)).problems == ()


@pytest.mark.parametrize("printed", ["", 0])
def test_a_column_of_sums_never_filled_in_is_one_problem(printed: Number | str) -> None:
    right = full_values(Random(2))
    names = [slot.name for slot in FORM_2021.table("applications").slots()]
    sums = [name for name in names if name.endswith(".total")]
    problem, repair = only(check(report_of({**right, **dict.fromkeys(sums, printed)})))
    assert repair.cells == {name: right[name] for name in sums if right[name]}
    assert repair.unique
    assert problem.reason.startswith(f"有 {len(repair.cells)} 格合计没有填，如表三“本年")


def test_a_row_of_sums_never_filled_in_is_found_beside_another_error() -> None:
    right = full_values(Random(2))
    sums = [cell("total", column) for column in (*ORGANS, "total")]
    wrong = {cell("granted", "total"): int(right[cell("granted", "total")]) + 500}
    result = check(report_of({**right, **dict.fromkeys(sums, ""), **wrong}))
    proposed = {name: v for repair in result.repairs for name, v in repair.cells.items()}
    assert proposed == {name: right[name] for name in [*sums, *wrong]}
