"""The fewest changes that settle what does not add up."""

import pytest

from desktop.report.values import Number
from desktop.rules.finding import Equation
from desktop.rules.repair.incidence import incidence_of
from desktop.rules.repair.ledger import Ledger, ledger_of
from desktop.rules.repair.search import RepairSearch
from tests.builders import FORM_2021, report_of
from tests.packaged import equations_of
from tests.rules.repair.simulation import cell
from tests.rules.repair.small import BASE

EQUATIONS = equations_of(FORM_2021)


def ledger(**changes: Number) -> Ledger:
    named = {cell(*name.split("__")): value for name, value in changes.items()}
    return ledger_of(report_of({**BASE, **named}), EQUATIONS)


def test_one_change_is_found_and_no_other() -> None:
    wrong = ledger(total__natural=47)
    search = RepairSearch(wrong)
    assert search.of_size(wrong.residual(), 1) == [frozenset({(cell("total", "natural"), -3)})]
    assert search.complete


def test_a_change_below_nothing_is_no_explanation() -> None:
    # One too few in a column and a row whose crossing cell is 0 already.
    wrong = ledger(total__enterprise=11, granted__total=41, new__enterprise=11, new__total=51)
    names = {
        name
        for size in (1, 2, 3)
        for changes in RepairSearch(wrong).of_size(wrong.residual(), size)
        for name, change in changes
        if wrong.values[name] + change < 0
    }
    assert names == set()


@pytest.mark.parametrize(
    "moves",
    [
        [
            ("granted__enterprise", "granted__research", 12),
            ("partial__natural", "denied_1__natural", 14),
        ],
        # At the corners of a rectangle: the four could be changed together at will.
        [
            ("granted__natural", "granted__enterprise", 18),
            ("partial__natural", "partial__enterprise", 14),
        ],
    ],
)
def test_two_exchanges_of_neighbours_are_found(moves: list[tuple[str, str, int]]) -> None:
    changed: dict[str, Number] = {}
    expected: set[tuple[str, Number]] = set()
    for source, target, amount in moves:
        one, other = (cell(*name.split("__")) for name in (source, target))
        changed |= {source: BASE.get(other, 0), target: BASE.get(one, 0)}
        expected |= {(one, amount), (other, -amount)}
    wrong = ledger(**changed)
    assert frozenset(expected) in RepairSearch(wrong).of_move_and_pair(wrong.residual())


def test_a_pair_that_breaks_something_else_is_no_explanation() -> None:
    wrong = ledger(granted__enterprise=0, granted__research=12, total__natural=47)
    for changes in RepairSearch(wrong).of_move_and_pair(wrong.residual()):
        values = {**wrong.values, **{name: wrong.values[name] + d for name, d in changes}}
        assert ledger_of(report_of(values), EQUATIONS).residual() == {}


def test_a_search_without_end_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = ledger(granted__natural=31, partial__enterprise=7, new__legal=9)
    search = RepairSearch(wrong)
    assert len(search.of_size(wrong.residual(), 3)) == 1
    assert search.complete
    monkeypatch.setattr("desktop.rules.repair.search._MOST_STEPS", 3)
    search = RepairSearch(wrong)
    search.of_size(wrong.residual(), 3)
    assert not search.complete


def test_cells_that_are_in_the_same_equations_stay_apart_from_pairs() -> None:
    equations = (Equation("L01", ("a",), ("b", "c"), ""), Equation("L02", ("d",), ("b", "e"), ""))
    incidence = incidence_of(equations)
    assert incidence.effects["b"] == {0: -1, 1: -1}
    assert incidence.sums == {
        "b": frozenset({"a", "d"}),
        "c": frozenset({"a"}),
        "e": frozenset({"d"}),
    }
    assert incidence.blocks == (frozenset({0, 1}),)
    assert frozenset() not in incidence.pairs
    # a and b cancel in the first equation and disturb the second.
    assert {(pair.first, pair.second) for pair in incidence.pairs[frozenset({1})]} == {
        ("a", "b"),
        ("b", "c"),
    }


def test_a_cell_on_both_sides_of_an_equation_counts_for_nothing() -> None:
    incidence = incidence_of((Equation("L01", ("a", "b"), ("a", "c"), ""),))
    assert incidence.effects["a"] == {}
    assert incidence.cells == (("b", "c"),)
