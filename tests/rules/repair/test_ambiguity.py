"""What arithmetic cannot tell is not claimed, and what else may tell it."""

from dataclasses import replace

from desktop.report.model import Report
from desktop.rules.finding import Repair
from desktop.rules.repair.causes import Evidence
from desktop.rules.repair.problems import repairs_of
from tests.builders import report_of
from tests.packaged import check, find_problems
from tests.rules.repair.simulation import cell
from tests.rules.repair.small import BASE, checked, only, tied


def repairs_by(report: Report, evidence: Evidence) -> tuple[Repair, ...]:
    """The repairs, where this is what the text and last year's report say of the cells."""
    return repairs_of(find_problems(report, check(report).findings, evidence=evidence))


def test_an_omitted_entry_cannot_be_located_to_a_row() -> None:
    problem = checked(granted__enterprise=9, granted__total=39).problems[0]
    assert problem.repairs == ()
    assert problem.reason.startswith("表三“商业企业”列少 3、“总计”列少 3，等式不能定位到行")


def test_an_entry_left_out_of_all_sums_is_said_to_be_possible() -> None:
    result = checked(granted__enterprise=9, granted__total=39, total__enterprise=9, total__total=53)
    (problem,) = result.problems
    assert len(problem.repairs) == 2
    assert not any(repair.unique for repair in problem.repairs)
    assert "不能定位到行" in problem.reason


def test_what_can_be_crossed_two_ways_lists_both() -> None:
    (problem,) = check(report_of(tied())).problems
    assert sorted(sorted(repair.cells) for repair in problem.repairs) == [
        [cell("granted", "legal"), cell("partial", "natural")],
        [cell("granted", "natural"), cell("partial", "legal")],
    ]
    assert not any(repair.unique for repair in problem.repairs)
    assert problem.reason == "等式不能确定错在哪一格：列出 2 种可能"


def test_disputes_with_one_equation_list_their_cells() -> None:
    values = {"disputes.review.upheld": 8, "disputes.review.other": 4, "disputes.review.total": 13}
    (problem,) = check(report_of({**BASE, **values})).problems
    assert sorted(list(repair.cells.items()) for repair in problem.repairs) == [
        [("disputes.review.corrected", 1)],
        [("disputes.review.other", 5)],
        [("disputes.review.pending", 1)],
        [("disputes.review.total", 12)],
        [("disputes.review.upheld", 9)],
    ]
    assert not any(repair.unique for repair in problem.repairs)
    assert "不能确定错在哪一格：列出 5 种可能" in problem.reason


def test_a_total_of_0_is_the_likely_one() -> None:
    (problem,) = check(report_of({**BASE, "disputes.review.upheld": 8})).problems
    assert [repair.cells for repair in problem.repairs] == [
        {"disputes.review.total": 8},
        {"disputes.review.upheld": 0},
    ]
    assert not any(repair.unique for repair in problem.repairs)
    assert problem.reason.endswith("其中表四“行政复议·总计”现为 0，最可能是它漏填")


def test_a_total_that_alone_can_be_wrong_is_the_only_one() -> None:
    values = {"disputes.review.upheld": 8, "disputes.review.other": 4}
    _, repair = only(check(report_of({**BASE, **values})))
    assert repair.unique
    assert repair.cells == {"disputes.review.total": 12}


def test_doubted_cells_are_the_likelier_ones() -> None:
    report = report_of(tied())
    names = {cell("granted", "natural"), cell("partial", "legal")}
    for name in names:
        report = report.with_cell(replace(report.cells[name], doubt="数字分在两行"))
    repairs = check(report).repairs
    assert {name for repair in repairs for name in repair.cells} == names


def test_evidence_breaks_a_tie_and_says_so() -> None:
    report = report_of(tied())
    assert [repair.unique for repair in check(report).repairs] == [False, False]
    (repair,) = repairs_by(report, {cell("granted", "natural"): {4}})
    assert repair.unique
    assert repair.cells == {cell("granted", "natural"): 4, cell("partial", "legal"): 4}
    assert repair.reason.endswith("；正文或上年报告也作 4，据此判断")


def test_evidence_for_a_printed_figure_breaks_a_tie_and_says_so() -> None:
    (repair,) = repairs_by(report_of(tied()), {cell("granted", "legal"): {5}})
    assert repair.cells == {cell("granted", "natural"): 4, cell("partial", "legal"): 4}
    assert repair.reason.endswith("；按正文或上年报告中的数取舍")


def test_evidence_never_outweighs_arithmetic() -> None:
    report = report_of({**BASE, cell("total", "natural"): 47})
    evidence = {cell("total", "natural"): {47}, cell("granted", "natural"): {33}}
    (repair,) = repairs_by(report, evidence)
    assert repair.cells == {cell("total", "natural"): 44}


def test_last_year_tells_what_was_carried_in() -> None:
    # As many too few in two cells of two columns: without last year there is no telling.
    values = {**BASE, cell("carried_in", "natural"): 3, cell("carried_in", "total"): 3}
    alone = check(report_of(values))
    assert len(alone.problems[0].repairs) > 1
    last = report_of({cell("carried_out", "natural"): 4, cell("carried_out", "total"): 4})
    repair = check(report_of(values), previous=last).repairs[0]
    assert repair.cells == {cell("carried_in", "natural"): 4, cell("carried_in", "total"): 4}
    assert "上年报告也作 4" in repair.reason
    assert not repair.unique
