"""The wordings of two texts to how much speaks for one being a copy of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from desktop.sets.folding import Codes
from desktop.sets.shingles import LENGTH, Hashes, is_in, sample_of, shingles_of
from desktop.sets.wording import CountedText, Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The characters of a text that count, where sentences begin, and its sample of shingles.

    As little as comparing needs: a set has thousands of them.
    """

    codes: Codes
    seams: Numbers
    sample: Hashes

    @classmethod
    def of(cls, wording: CountedText) -> Counted:
        """What comparing needs of a wording."""
        seams = np.flatnonzero(np.diff(wording.sentences)) + 1
        return cls(wording.codes, seams, sample_of(shingles_of(wording.codes)))

    def __len__(self) -> int:
        return len(self.codes)


def likeness_of(shorter: Counted, own: Hashes, other: Hashes) -> Fraction:
    """The mean of two parts: of the shingles within sentences, and of those across their ends.

    Offices of one county write with the same stock sentences, and two of them may well have
    chosen the same ones. What they do not share by accident is which sentence follows which: so
    the few shingles across the end of a sentence weigh as much as the many within. A text
    without either is judged by those it has.

    Args:
        shorter: the shorter text.
        own: its shingles.
        other: the longer one's shingles, sorted.
    """
    found = is_in(own, other)
    starts = np.arange(len(own))
    across = np.searchsorted(shorter.seams, starts, "right") != np.searchsorted(
        shorter.seams, starts + LENGTH - 1, "right"
    )
    parts = [
        Fraction(int(np.count_nonzero(found & kind)), int(np.count_nonzero(kind)))
        for kind in (across, ~across)
        if kind.any()
    ]
    return sum(parts, Fraction(0)) / max(len(parts), 1)


def clusters_of(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, ...]]:
    """The groups that pairs hold together, each in order, by their first members."""
    above: dict[int, int] = {}

    def first(at: int) -> int:
        above.setdefault(at, at)
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    for left, right in pairs:
        low, high = sorted((first(left), first(right)))
        above[high] = low
    groups: dict[int, list[int]] = {}
    for at in sorted(above):
        groups.setdefault(first(at), []).append(at)
    for members in groups.values():
        yield tuple(members)


def nearest_pairs(
    members: Sequence[int], likeness: Mapping[tuple[int, int], Fraction]
) -> Iterator[tuple[int, int]]:
    """Each member's pair with the one most like it, each pair once; of equals the first."""
    wanted = set(members)
    for pair in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if not wanted.isdisjoint(pair):
            wanted.difference_update(pair)
            yield pair
