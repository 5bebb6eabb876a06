"""The wording of two texts to the passages that stand in both."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.sets.folding import Codes
from desktop.sets.shingles import LENGTH, shingles_of
from desktop.sets.wording import CountedText

_MOST_REPEATS: Final = 8
"""places of one shingle that are looked at: a text of one repeated word has thousands"""


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a sentence: the sentence's position in its text, and from where to where."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CommonPassage:
    """A stretch that two texts have in common, as the left one words it.

    `length` are its characters that count. `left` and `right` are its places in the two texts,
    one for each sentence that it reaches into; numbers and names in it may differ.
    """

    text: str
    length: int
    left: tuple[Span, ...]
    right: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A text: its sentences, and what counts of them."""

    sentences: Sequence[str]
    wording: CountedText

    def spans(self, start: int, length: int) -> tuple[Span, ...]:
        """The places of so many characters that count, from one of them on."""
        of = self.wording.sentences[start : start + length]
        cuts = [0, *(np.flatnonzero(np.diff(of)) + 1).tolist(), length]
        return tuple(self._span(start + first, start + last - 1) for first, last in pairwise(cuts))

    def _span(self, first: int, last: int) -> Span:
        """From one character that counts to another of the same sentence, its full stop too."""
        at = int(self.wording.sentences[first])
        sentence = self.sentences[at]
        end = int(self.wording.ends[last])
        while end < len(sentence) and not sentence[end].isalnum():
            end += 1
        return Span(at, int(self.wording.starts[first]), end)


def passages_of(left: Side, right: Side) -> tuple[CommonPassage, ...]:
    """The passages that two texts have in common, in the order of the left one.

    Each stands in both once: the longest common one is taken first, then the longest of what is
    left, wherever it stands, so that sentences that changed places are found too. None is shorter
    than `LENGTH` characters that count.
    """
    found = []
    for match in matches_of(left.wording.codes, right.wording.codes):
        spans = left.spans(match.left, match.length)
        text = "".join(left.sentences[span.sentence][span.start : span.end] for span in spans)
        found.append(
            CommonPassage(text, match.length, spans, right.spans(match.right, match.length))
        )
    return tuple(found)


@dataclass(frozen=True, slots=True, order=True)
class CommonRun:
    """A passage that stands in two wordings: its length and where it starts in each."""

    length: int
    left: int
    right: int


def matches_of(left: Codes, right: Codes) -> tuple[CommonRun, ...]:
    """The longest common stretches, none of which overlaps another, in the left one's order."""
    waiting = [(-run.length, run.left, run.right) for run in _runs(left, right)]
    heapq.heapify(waiting)
    free_left = np.ones(len(left), dtype=np.bool_)
    free_right = np.ones(len(right), dtype=np.bool_)
    taken: list[CommonRun] = []
    while waiting:
        length, start, other = heapq.heappop(waiting)
        free = free_left[start : start - length] & free_right[other : other - length]
        if free.all():
            free_left[start : start - length] = False
            free_right[other : other - length] = False
            taken.append(CommonRun(-length, start, other))
            continue
        for begin, end in _stretches(free):
            if end - begin >= LENGTH:
                heapq.heappush(waiting, (begin - end, start + begin, other + begin))
    return tuple(sorted(taken, key=lambda match: match.left))


def _runs(left: Codes, right: Codes) -> Iterator[CommonRun]:
    """Every common passage that cannot be made longer at either end."""
    starts, others = _pairs(shingles_of(left), shingles_of(right))
    order = np.lexsort((starts, starts - others))
    starts, others = starts[order], others[order]
    if not len(starts):
        return
    breaks = (np.diff(starts) != 1) | (np.diff(others) != 1)
    firsts = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    lengths = np.diff(np.concatenate((firsts, [len(starts)])))
    for first, length in zip(firsts.tolist(), lengths.tolist(), strict=True):
        start, other = int(starts[first]), int(others[first])
        size = length + LENGTH - 1
        # Shingles are compared by hash: two of them may be equal by chance.
        if np.array_equal(left[start : start + size], right[other : other + size]):
            yield CommonRun(size, start, other)


def _pairs(
    left: NDArray[np.uint64], right: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Numbers of equal shingles in two texts."""
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    first = np.searchsorted(ordered, left, "left")
    counts = np.minimum(np.searchsorted(ordered, left, "right") - first, _MOST_REPEATS)
    starts = np.repeat(np.arange(len(left)), counts)
    within = np.arange(len(starts)) - np.repeat(np.cumsum(counts) - counts, counts)
    return starts, order[np.repeat(first, counts) + within]


def _stretches(free: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Start and end of each unbroken stretch of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], free, [False]))))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
