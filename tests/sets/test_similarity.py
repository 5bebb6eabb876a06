"""Texts that were copied are found, and no others."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import chain

import pytest

from desktop.sets.similarity import LIMITS, Limits, find_alike
from tests.sets.similar import county, pairs, report
from tests.sets.texts import (
    Habits,
    made_set,
    office_name,
    official,
    renumbered,
)


@pytest.mark.parametrize("seed", range(5000, 5030))
def test_every_copy_of_a_set_is_found_and_nothing_else(seed: int) -> None:
    made = made_set(seed)
    copied = {tuple(sorted((one.original, one.copy))) for one in made.copies if one.part >= 0.7}
    kept = [one for one in made.copies if one.part < 0.7]
    assert len(copied) == 4
    assert len(kept) == 1
    assert set(pairs(find_alike(made.texts))) == copied


def test_limits_stand_clear_of_both_kinds() -> None:
    found = [one for seed in range(5100, 5110) for one in find_alike(made_set(seed).texts)]
    shares = [(one.share, one.likeness) for one in found]
    assert len(shares) == 40
    assert min(share for share, _ in shares) > LIMITS.share
    assert min(likeness for _, likeness in shares) > LIMITS.likeness
    # Far below the limits, stock sentences still make no pair.
    low = Limits(likeness=Fraction(46, 100), share=Fraction(64, 100))
    assert all(len(find_alike(made_set(seed).texts, low)) == 4 for seed in range(5100, 5110))


def test_order_of_the_texts_does_not_matter() -> None:
    texts = made_set(5200).texts
    turned = texts[::-1]
    found, again = find_alike(texts), find_alike(turned)
    assert len(found) == 4
    assert pairs(again) == sorted(pairs(again))
    last = len(texts) - 1
    assert sorted((last - b, last - a) for a, b in pairs(again)) == pairs(found)


def test_a_copy_with_other_numbers_and_names_is_a_copy() -> None:
    body = county(1).body()
    seed = random.Random(3)
    (one,) = find_alike([report(body), report([renumbered(text, seed) for text in body], 1)])
    assert one.share == one.likeness == 1
    assert one.cluster == (0, 1)


def test_offices_are_compared_within_a_year_and_with_their_own_last_one() -> None:
    body = county(2).body()
    assert pairs(find_alike([report(body, 0, 2023), report(body, 0, 2024)])) == [(0, 1)]
    assert pairs(find_alike([report(body, 0, 2024), report(body, 0, 2023)])) == [(0, 1)]
    assert find_alike([report(body, 0, 2022), report(body, 0, 2024)]) == ()
    assert find_alike([report(body, 0, 2023), report(body, 1, 2024)]) == ()
    # Two renditions of one report.
    assert find_alike([report(body, 0), report(body, 0)]) == ()


def test_each_rendition_of_a_report_is_compared_with_others() -> None:
    body = county(2).body()
    found = find_alike([report(body, 0), report(body, 0), report(body, 1)])
    assert pairs(found) == [(0, 2), (1, 2)]
    assert {one.cluster for one in found} == {(0, 1, 2)}


def test_an_own_report_of_which_a_third_was_kept_is_none() -> None:
    made = county(4)
    body = made.body()
    kept, part = made.copy(body, 0.35)
    assert 0.3 < part < 0.45
    assert find_alike([report(body, 0, 2023), report(kept, 0, 2024)]) == ()


@pytest.mark.parametrize("seed", range(5))
def test_three_quarters_in_another_order_make_no_copy(seed: int) -> None:
    made = county(seed, Habits(pool=60, takes=20, own=0, ordered=False))
    body, others = made.body(), county(seed + 60).body()[:5]
    mixed = random.Random(seed).sample(body[5:], 15)
    assert find_alike([report(body), report([*mixed, *others], 1)]) == ()
    assert pairs(find_alike([report(body), report([*body[5:], *others], 1)])) == [(0, 1)]


@pytest.mark.parametrize("seed", range(5))
def test_half_a_report_in_one_piece_makes_no_copy(seed: int) -> None:
    made = county(seed, Habits(pool=60, takes=20, own=0, ordered=False))
    body, others = made.body(), county(seed + 60).body()
    assert find_alike([report(body), report([*body[:10], *others[:10]], 1)]) == ()


@pytest.mark.parametrize("seed", range(5))
def test_reports_that_share_official_wording_only_are_not_alike(seed: int) -> None:
    one, other = (chain(*official(office_name(at), 2024, random.Random(seed))) for at in (0, 1))
    long = [
        report([*one, *county(seed).body()[:3]], 0),
        report([*other, *county(seed + 50).body()[:3]], 1),
    ]
    assert find_alike(long, Limits(counted=20)) == ()
