"""Several copies of one text; odd texts; what it costs."""

from __future__ import annotations

import random

import pytest

from desktop.sets.folding import code_points
from desktop.sets.likeness import Counted
from desktop.sets.shingles import likely_pairs, shingles_of
from desktop.sets.similarity import LIMITS, Limits, ReportText, find_alike
from desktop.sets.wording import wording_of, wordings_of
from tests.sets.similar import county, pairs, report
from tests.sets.texts import (
    Habits,
)


def test_every_pair_of_a_small_cluster_is_told_of() -> None:
    made = county(8)
    body = made.body()
    texts = [report(made.body(), at) for at in range(12)]
    texts += [report(made.copy(body, 0.95)[0], at) for at in range(12, 18)]
    found = find_alike(texts)
    assert pairs(found) == [(a, b) for a in range(12, 18) for b in range(a + 1, 18)]
    assert {one.cluster for one in found} == {tuple(range(12, 18))}


def test_of_a_large_cluster_each_is_told_of_with_the_nearest() -> None:
    made = county(9)
    body = made.body()
    texts = [report(made.body(), at) for at in range(30)]
    parts = [0.75, 0.8, 0.85, 0.9, 1] * 10
    texts += [report(made.copy(body, part)[0], 30 + at) for at, part in enumerate(parts)]
    texts.append(report(body, 80))
    found = find_alike(texts)
    assert {one.cluster for one in found} == {tuple(range(30, 81))}
    assert len(found) <= 51
    assert {at for pair in pairs(found) for at in pair} == set(range(30, 81))


def test_the_original_of_many_copies_that_are_not_alike_is_found() -> None:
    made = county(13, Habits(pool=60, takes=30, own=0, ordered=False))
    body = made.body()
    other = county(14, Habits(pool=2000, takes=900, own=0, ordered=False)).body()
    seed = random.Random(15)
    texts = []
    for at in range(60):
        new = set(seed.sample(range(30), 8))
        copy = [other.pop() if place in new else text for place, text in enumerate(body)]
        texts.append(report(copy, at))
    texts.insert(35, report(body, 60))
    found = find_alike(texts)
    assert {one.cluster for one in found} == {tuple(range(61))}
    assert sum(35 in pair for pair in pairs(found)) > 50


def test_a_rendition_is_not_the_nearest_text() -> None:
    made = county(16)
    body = made.body()
    texts = [report(made.copy(body, 0.9)[0], at) for at in range(8)]
    found = find_alike([text for text in texts for _ in range(2)])
    assert {at for pair in pairs(found) for at in pair} == set(range(16))
    assert all(left // 2 != right // 2 for left, right in pairs(found))


def test_a_text_that_all_offices_copied_is_found() -> None:
    made = county(10)
    body = made.body()
    texts = [report(made.copy(body, 0.9)[0], at) for at in range(40)]
    assert {one.cluster for one in find_alike(texts)} == {tuple(range(40))}


def test_pairs_looked_at_grow_with_the_offices_not_with_their_square() -> None:
    counts = []
    for offices in (150, 300, 600):
        made = county(11, Habits(pool=60, takes=20, own=2, ordered=False))
        texts = [report(made.body(), at) for at in range(offices)]
        originals = list(range(0, offices, 15))
        for at in originals:
            texts.append(report(made.copy(texts[at].sentences, 0.75)[0], len(texts)))
        wordings = wordings_of((text.sentences, text.names) for text in texts)
        likely = likely_pairs([Counted.of(wording).sample for wording in wordings])
        assert set(likely) >= {(at, offices + place) for place, at in enumerate(originals)}
        counts.append(len(likely))
    assert counts[2] < 600 * 12
    assert counts[2] < 5 * counts[0]


@pytest.mark.parametrize(
    "sentences",
    [
        (),
        ("",),
        ("甲",),
        ("。", "\n", " "),
        ("\ud800" * 300,),
        ("\U00020000\U0002a6d6𝟏" * 200,),
        ("公开" * 3000,),
        ("政府信息公开条例" * 50,),
        ("1" * 5000,),
        ("甲乙丙丁戊己庚辛壬癸子丑寅卯\n" * 30,),
        tuple("天地玄黄宇宙洪荒日月盈昃辰宿列张" * 20),
    ],
)
def test_odd_texts_end_nothing(sentences: tuple[str, ...]) -> None:
    odd = [ReportText(at, 2024, sentences, ("", "甲", "\ud800")) for at in range(3)]
    normal = [report(county(12).body(), at) for at in range(3)]
    for one in find_alike([*odd, *normal]):
        assert 0 < one.common <= one.counted


def test_no_texts() -> None:
    assert find_alike(()) == ()


def test_identical_texts_that_are_too_short_are_not_judged() -> None:
    body = tuple(county(17).body()[:2])
    assert 60 < len(wording_of(body)) < LIMITS.counted
    assert find_alike([ReportText(0, year, body) for year in (2023, 2024)]) == ()
    assert (
        len(find_alike([ReportText(0, year, body) for year in (2023, 2024)], Limits(counted=20)))
        == 1
    )


def test_hashes_are_the_same_in_every_run() -> None:
    codes = code_points("公开目录按季度更新方便群众查询")
    assert shingles_of(codes).tolist() == [
        16316975370918894879,
        4832642798200144806,
        18199368035280620561,
    ]
