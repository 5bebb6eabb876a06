"""What two texts have in common, each passage once."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from desktop.sets import passages
from desktop.sets.shingles import LENGTH
from desktop.sets.similarity import find_alike
from tests.sets.similar import counted, county, matched, report, shown
from tests.sets.texts import (
    made_set,
)


@pytest.mark.parametrize("seed", range(5400, 5406))
def test_passages_stand_in_both_texts_once(seed: int) -> None:
    texts = made_set(seed).texts
    for one in find_alike(texts):
        left, right = texts[one.left], texts[one.right]
        assert one.common == sum(passage.length for passage in one.passages)
        assert Fraction(one.common, one.counted) == one.share <= 1
        for passage in one.passages:
            assert passage.length >= LENGTH
            assert passage.text == shown(left, passage.left).replace("\n", "")
            inside = counted(left, shown(left, passage.left))
            assert inside == counted(right, shown(right, passage.right))
        for spans in (
            [span for passage in one.passages for span in passage.left],
            sorted(
                (span for passage in one.passages for span in passage.right),
                key=lambda span: (span.sentence, span.start),
            ),
        ):
            assert all(
                before.sentence < after.sentence
                or (before.sentence == after.sentence and before.end <= after.start)
                for before, after in pairwise(spans)
            )


def test_a_part_that_changed_its_place_is_found() -> None:
    body = county(6).body()
    half = len(body) // 2
    (one,) = find_alike([report(body), report([*body[half:], *body[:half]], 1)])
    assert one.share > Fraction(97, 100)
    assert [passage.left for passage in one.passages] != [p.right for p in one.passages]


def test_a_passage_shows_the_number_whole() -> None:
    body = county(7).body()
    texts = [
        report([*body, "当年在网站发布各类工作信息1,234"]),
        report([*body, "当年在网站发布各类工作信息９"], 1),
    ]
    (one,) = find_alike(texts)
    last = next(p for p in one.passages if "各类工作信息" in p.text)
    # What stands between two sentences is shown, official wording at a sentence's start is not.
    assert f"{body[-1][-4:]}在网站" in last.text
    assert "工作信息1,234" in last.text
    assert "工作信息９" in shown(texts[1], last.right)


A, B, C = ("".join(map(chr, range(start, start + 20))) for start in (0x4E00, 0x5000, 0x6000))


def test_what_a_longer_passage_leaves_of_another_is_a_passage() -> None:
    assert matched(A + B + C, A + B + "丙" + B + C) == [(0, 0, 40), (40, 61, 20)]
    # Too little of it is left.
    assert matched(A + B + C[:12], A + B + "丙" + B + C[:12]) == [(0, 0, 40)]


def test_a_sentence_that_stands_twice_in_both_is_found_twice() -> None:
    assert matched(A + "甲" + A, A + "乙" + A) == [(0, 0, 20), (21, 21, 20)]
    assert matched(A + "甲" + A, B + A) == [(0, 20, 20)]


def test_equal_hashes_of_different_texts_make_no_passage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        passages, "shingles_of", lambda codes: np.zeros(len(codes) - LENGTH + 1, dtype=np.uint64)
    )
    assert matched(A, B) == []
