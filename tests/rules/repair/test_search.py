"""The fewest changes that settle what does not add up."""

import pytest

from desktop.report.values import Number
from desktop.rules.equations import equations_of
from desktop.rules.finding import Equation
from desktop.rules.repair.incidence import incidence_of
from desktop.rules.repair.ledger import Ledger, ledger_of
from desktop.rules.repair.search import Changes, Search
from tests.builders import FORM_2021, report_of
from tests.rules.repair.simulation import cell
from tests.rules.repair.small import BASE

EQUATIONS = equations_of(FORM_2021)


def ledger(**changes: Number) -> Ledger:
    named = {cell(*name.split("__")): value for name, value in changes.items()}
    return ledger_of(report_of({**BASE, **named}), EQUATIONS)


def test_one_change_is_found_and_no_other() -> None:
    wrong = ledger(total__natural=47)
    search = Search(wrong)
    assert search.of_size(wrong.residual(), 1) == [frozenset({(cell("total", "natural"), -3)})]
    assert search.complete


def test_a_change_below_nothing_is_no_explanation() -> None:
    # One too few in a column and a row whose crossing cell is 0 already.
    wrong = ledger(total__enterprise=11, granted__total=41, new__enterprise=11, new__total=51)
    names = {
        name
        for size in (1, 2, 3)
        for changes in Search(wrong).of_size(wrong.residual(), size)
        for name, change in changes
        if wrong.values[name] + change < 0
    }
    assert names == set()


def test_two_moved_figures_are_two_pairs() -> None:
    wrong = ledger(
        granted__enterprise=0, granted__research=12, partial__natural=0, denied_1__natural=14
    )
    expected: Changes = frozenset(
        {
            (cell("granted", "enterprise"), 12),
            (cell("granted", "research"), -12),
            (cell("partial", "natural"), 14),
            (cell("denied_1", "natural"), -14),
        }
    )
    pairs = Search(wrong).of_two_pairs(wrong.residual())
    assert expected in pairs
    assert set(pairs) <= set(Search(wrong).of_size(wrong.residual(), 4))


def test_a_search_without_end_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = ledger(granted__natural=31, partial__enterprise=7, new__legal=9)
    search = Search(wrong)
    assert len(search.of_size(wrong.residual(), 3)) == 1
    assert search.complete
    monkeypatch.setattr("desktop.rules.repair.search._MOST_STEPS", 3)
    search = Search(wrong)
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
