"""Indicators: exact, undefined where there is nothing to divide by, one rule for outliers."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from desktop.report.form import forms
from desktop.sets.indicators import indicators, outliers
from desktop.sets.set_report import SetReport
from tests.sets.figures import Values, values_of_year
from tests.sets.made_set import set_report

GRANTED, TOTAL = "applications.granted.total", "applications.total.total"


def report(**changes: int) -> SetReport:
    values: Values = {name.replace("__", "."): value for name, value in changes.items()}
    return set_report("清源县教育局", 2025, values)


def shares(this: SetReport, last: SetReport | None = None) -> dict[str, Fraction | None]:
    return {indicator.id: indicator.of(this, last) for indicator in indicators()}


def test_shares_are_exact() -> None:
    this = report(
        applications__granted__total=1,
        applications__partial__total=1,
        applications__denied_3__total=1,
        applications__total__total=7,
        disputes__review__corrected=1,
        disputes__review__pending=2,
        disputes__review__total=5,
    )
    found = shares(this)
    assert found["disclosed"] == Fraction(2, 7)
    assert found["denied"] == Fraction(1, 7)
    assert found["review_corrected"] == Fraction(1, 3)


def test_a_share_of_nothing_is_undefined() -> None:
    found = shares(report(), report())
    assert set(found.values()) == {None}


def test_a_change_needs_last_year() -> None:
    this, last = report(applications__new__total=30), report(applications__new__total=20)
    assert shares(this, last)["new_change"] == Fraction(1, 2)
    assert shares(this)["new_change"] is None


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_every_indicator_means_cells_of_every_form(form: object) -> None:
    for indicator in indicators():
        for term in (*indicator.upper, *indicator.lower):
            assert term.cells(form), (indicator.id, term.cell)  # type: ignore[arg-type]


def test_outliers_are_beyond_one_and_a_half_quartile_distances() -> None:
    usual = {f"u{number}": Fraction(number, 10) for number in range(1, 9)}
    assert outliers(usual) == frozenset()
    # With the ninth the quartiles are 0.3 and 0.7: the fence is at 0.7 + 1.5 × 0.4 = 1.3.
    assert outliers({**usual, "far": Fraction(131, 100)}) == frozenset({"far"})
    assert outliers({**usual, "near": Fraction(13, 10)}) == frozenset()
    few = dict(list(usual.items())[:6])
    assert outliers({**few, "far": Fraction(99)}) == frozenset()


@pytest.mark.parametrize("seed", range(20))
def test_shares_lie_between_nothing_and_all(seed: int) -> None:
    rng = Random(seed)
    made = set_report("清源县教育局", 2025, values_of_year(rng, {}))
    for name, share in shares(made).items():
        assert share is None or 0 <= share <= 1, name
