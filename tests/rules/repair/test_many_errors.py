"""A table with more wrong cells than can be pieced together."""

from __future__ import annotations

from random import Random

import pytest

from tests.builders import report_of
from tests.packaged import check
from tests.rules.repair.simulation import cell, full_values

PLACES = (
    *(("granted", "natural"), ("partial", "enterprise"), ("denied_1", "research")),
    *(("denied_2", "social"), ("declined_1", "legal"), ("other_3", "other")),
)
APART = (11, 23, 37, 53, 71, 97)


def named(amounts: tuple[int, ...], seed: int) -> dict[str, object]:
    """What is proposed as the only way, where cells are wrong by these amounts."""
    values = dict(full_values(Random(seed)))
    for place, amount in zip(PLACES, amounts, strict=True):
        values[cell(*place)] += amount
    repairs = check(report_of(values)).repairs
    return {name: right for one in repairs if one.unique for name, right in one.cells.items()}


@pytest.mark.parametrize("seed", range(5))
def test_cells_that_are_wrong_by_amounts_of_their_own_are_each_named(seed: int) -> None:
    right = full_values(Random(seed))
    assert named(APART, seed) == {cell(*place): right[cell(*place)] for place in PLACES}


@pytest.mark.parametrize("seed", range(5))
def test_cells_that_are_wrong_by_the_same_amount_are_not_named_wrongly(seed: int) -> None:
    right = full_values(Random(seed))
    assert named((13,) * 6, seed).items() <= right.items()
