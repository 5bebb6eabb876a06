"""The texts of many reports to those that were copied: from another office, or from last year's.

国办公开办函〔2021〕30号 names 内容雷同 among the faults that an office answers for. Compared are
offices with each other within one year, and an office with itself in two years running.

Offices of one county write with the same stock sentences, and two of them may well choose the
same ones. What they do not share by accident is which sentence follows which: so what stands
across the end of a sentence counts as much as what stands within sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import Final

import numpy as np

from desktop.sets.likeness import Counted, clusters_of, likeness_of, nearest_pairs
from desktop.sets.passages import CommonPassage, Side, passages_of
from desktop.sets.shingles import Hashes, likely_pairs, sampled_share, shingles_of
from desktop.sets.wording import wording_of, wordings_of

TextPair = tuple[int, int]
"""positions of two texts, the smaller one first"""


@dataclass(frozen=True, slots=True)
class ReportText:
    """The running text of one report.

    `names` are what the office and its region are called in it; they are left out.
    """

    office: int | str
    year: int
    sentences: tuple[str, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts, one of which was copied from the other, or both from a third.

    `left` and `right` are their positions, the smaller one first. `common` of the `counted`
    characters of the shorter text stand in the `passages`. `likeness` is what was judged by, see
    `Limits`. `cluster` are the positions of all texts of the year that were copied from each
    other, in order; of an office's own two texts, these two.
    """

    left: int
    right: int
    common: int
    counted: int
    likeness: Fraction
    passages: tuple[CommonPassage, ...]
    cluster: tuple[int, ...]

    @property
    def share(self) -> Fraction:
        """The part of the shorter text that stands in the other."""
        return Fraction(self.common, self.counted)


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on two texts are alike: `likeness`, `share` and `counted` must all be reached.

    `likeness` is what `likeness_of` says, `share` the part of the shorter text in common passages.
    In 500 made-up counties (tests/sets/texts.py) 285,500 pairs of reports made from a pool of
    stock sentences had a likeness of up to 0.41 and a share of up to 0.68 (one in ten thousand
    above 0.34, above 0.59); 2,000 copies of 70 % and more had 0.50 and 0.70 at least. The limits
    stand between. A report of less than ten short sentences, drawn from a small pool that all
    keep in one order, can be alike by accident.

    `counted` is the shortest text that is judged, in characters that count: a shorter one is a
    handful of stock sentences. `small` is the size of a cluster up to which each of its pairs is
    told of; of a larger one, each text's with the one most like it.
    """

    likeness: Fraction = Fraction(47, 100)
    share: Fraction = Fraction(2, 3)
    counted: int = 100
    small: int = 6


LIMITS: Final = Limits()

_LEAST_SAMPLED: Final = 0.2
"""part of the shorter text's sample, below which two texts are not looked at any closer: copies
share half of all shingles at least"""
_REMEMBERED: Final = 16
"""texts whose shingles are not made anew for each pair"""


def find_alike(texts: Sequence[ReportText], limits: Limits = LIMITS) -> tuple[Alike, ...]:
    """The pairs of texts that were copied, in the order of their positions.

    Compared are texts of different offices in the same year, and of the same office in two
    consecutive years; nothing else. Texts too short to judge are passed over.
    """
    compared = _Texts(texts, limits)
    found = [
        alike for year in sorted({text.year for text in texts}) for alike in compared.of_year(year)
    ]
    return tuple(sorted([*found, *compared.of_offices()], key=lambda a: (a.left, a.right)))


class _Texts:
    """The texts of a set with what is known of each; answers which of them are alike."""

    def __init__(self, texts: Sequence[ReportText], limits: Limits) -> None:
        self._texts = texts
        self._limits = limits
        wordings = wordings_of((text.sentences, text.names) for text in texts)
        counted = [Counted.of(wording) for wording in wordings]
        self._counted = counted
        self._judged = [at for at, text in enumerate(counted) if len(text) >= limits.counted]

        # Pairs come in order, so that one of the two often stays the same. Functions without
        # `self`, or the texts would outlive their use.
        @lru_cache(maxsize=_REMEMBERED)
        def shingles(at: int) -> Hashes:
            return shingles_of(counted[at].codes)

        @lru_cache(maxsize=_REMEMBERED)
        def sorted_shingles(at: int) -> Hashes:
            return np.sort(shingles(at))

        @lru_cache(maxsize=_REMEMBERED)
        def side(at: int) -> Side:
            text = texts[at]
            return Side(text.sentences, wording_of(text.sentences, text.names))

        self._shingles = shingles
        self._sorted_shingles = sorted_shingles
        self._side = side

    def of_year(self, year: int) -> Iterator[Alike]:
        """Texts of different offices in one year."""
        places = [at for at in self._judged if self._texts[at].year == year]
        pairs = likely_pairs([self._counted[at].sample for at in places])
        similar = self._similar(
            (places[left], places[right])
            for left, right in pairs
            if self._texts[places[left]].office != self._texts[places[right]].office
        )
        for members in clusters_of(similar):
            if len(members) <= self._limits.small:
                yield from self._small_cluster(members)
            else:
                found = self._alike(
                    {pair: similar[pair] for pair in nearest_pairs(members, similar)}
                )
                cluster = tuple(sorted({at for one in found for at in (one.left, one.right)}))
                yield from (replace(one, cluster=cluster) for one in found)

    def of_offices(self) -> Iterator[Alike]:
        """Texts of one office in consecutive years."""
        years: dict[tuple[int | str, int], list[int]] = defaultdict(list)
        for at in self._judged:
            years[self._texts[at].office, self._texts[at].year].append(at)
        pairs = (
            (min(left, right), max(left, right))
            for (office, year), places in years.items()
            for left in places
            for right in years.get((office, year + 1), ())
        )
        for one in self._alike(self._similar(pairs)):
            yield replace(one, cluster=(one.left, one.right))

    def _small_cluster(self, members: Sequence[int]) -> Iterator[Alike]:
        """Every pair of a small cluster, also those that were no likely ones."""
        found = self._alike(
            self._similar(
                (left, right)
                for left, right in combinations(members, 2)
                if self._texts[left].office != self._texts[right].office
            )
        )
        for cluster in clusters_of((one.left, one.right) for one in found):
            yield from (replace(one, cluster=cluster) for one in found if one.left in cluster)

    def _similar(self, pairs: Iterable[TextPair]) -> dict[TextPair, Fraction]:
        """The pairs with enough likeness to look closer, and how much of it."""
        return {
            pair: likeness
            for pair in pairs
            if self._sampled_share(pair) >= _LEAST_SAMPLED
            and (likeness := self._likeness(pair)) >= self._limits.likeness
        }

    def _sampled_share(self, pair: TextPair) -> float:
        shorter, longer = self._by_length(pair)
        return sampled_share(self._counted[shorter].sample, self._counted[longer].sample)

    def _by_length(self, pair: TextPair) -> list[int]:
        return sorted(pair, key=lambda at: (len(self._counted[at]), at))

    def _likeness(self, pair: TextPair) -> Fraction:
        shorter, longer = self._by_length(pair)
        return likeness_of(
            self._counted[shorter], self._shingles(shorter), self._sorted_shingles(longer)
        )

    def _alike(self, pairs: dict[TextPair, Fraction]) -> list[Alike]:
        """The pairs that have enough passages in common, with these."""
        found = []
        for (left, right), likeness in pairs.items():
            passages = passages_of(self._side(left), self._side(right))
            common = sum(passage.length for passage in passages)
            counted = min(len(self._counted[left]), len(self._counted[right]))
            if common >= self._limits.share * counted:
                found.append(Alike(left, right, common, counted, likeness, passages, ()))
        return found
