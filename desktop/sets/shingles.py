"""Wordings to shingles, and many texts' shingles to the pairs worth comparing.

A shingle is `LENGTH` characters in a row, as a hash that is the same in every run. Documents are
never compared each with each: what is done grows with the number of their characters, also when
thousands of them share sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.sets.folding import Codes

Hashes = NDArray[np.uint64]
Counts = NDArray[np.int64]

LENGTH: Final = 13
"""characters in a shingle, and in the shortest passage that is told of.

The turns of phrase that all official prose is made of have 4 to 12 characters
(进一步完善信息公开制度): so many in a row are a clause, or the seam between two sentences.
"""

_FACTOR: Final = 0x9E3779B97F4A7C15
_MIX: Final = 0xBF58476D1CE4E5B9
_WORD: Final = 2**64
_CONTEXT: Final = np.uint64(32)
"""bits of a sampled shingle that hold what follows it"""

_SAMPLED: Final = 8
"""one in so many shingles is looked at for pairs, the same ones in every text"""
_NEIGHBOURS: Final = 4
"""texts on either side that a shingle is paired with, those nearest in context"""
_LEAST_NEAR: Final = 0.1
"""part of the shorter one's sample that has the other as a neighbour"""
_LEAST_HUB: Final = 0.3
"""part of the shorter one's sample that has the other as its hub"""
_LEAST: Final = 2
"""sampled shingles in which two texts must meet, however short they are"""


@dataclass(frozen=True, slots=True, eq=False)
class _Samples:
    """The samples of many texts one after another; `sizes` are those of each."""

    keys: Hashes
    texts: Counts
    sizes: Counts


def shingles_of(codes: Codes) -> Hashes:
    """The hash of every `LENGTH` characters in a row; none for a shorter text."""
    if len(codes) < LENGTH:
        return np.zeros(0, dtype=np.uint64)
    one = codes.astype(np.uint64)
    # A polynomial of 13 characters, put together from those of 1, 2, 4, 8 and 12.
    two = _joined(one, one, 1, 1)
    four = _joined(two, two, 2, 2)
    twelve = _joined(_joined(four, four, 4, 4), four, 8, 4)
    hashes = _joined(twelve, one, 12, 1)
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(_MIX)
    hashes ^= hashes >> np.uint64(32)
    return hashes


def _joined(front: Hashes, back: Hashes, length: int, added: int) -> Hashes:
    """Hashes of `length` characters, each with those of the `added` characters behind them."""
    factor = np.uint64(pow(_FACTOR, added, _WORD))
    size = len(back) - length
    return front[:size] * factor + back[length:]


def sample_of(hashes: Hashes) -> Hashes:
    """The shingles of a text that are looked at for pairs, the same ones in every text.

    Each is 32 bits of its hash, and below them 16 of each of the next two that follow it.
    """
    places = np.flatnonzero(hashes % np.uint64(_SAMPLED) == 0)
    padded = np.concatenate((hashes, np.zeros(2 * LENGTH, dtype=np.uint64)))
    behind = padded[places + LENGTH] >> np.uint64(48) << np.uint64(16)
    keys: Hashes = hashes[places] >> _CONTEXT << _CONTEXT | behind
    keys |= padded[places + 2 * LENGTH] >> np.uint64(48)
    return keys


def sampled_share(shorter: Hashes, longer: Hashes) -> float:
    """About what part of the shorter text's shingles the other has, by their samples."""
    if not len(shorter):
        return 0.0
    own, other = shorter >> _CONTEXT, np.sort(longer >> _CONTEXT)
    return float(np.count_nonzero(is_in(own, other))) / len(own)


def is_in(values: Hashes, ordered: Hashes) -> NDArray[np.bool_]:
    """Which values are among the ordered ones."""
    if not len(ordered):
        return np.zeros(len(values), dtype=np.bool_)
    found: NDArray[np.bool_] = (
        ordered[np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)] == values
    )
    return found


def likely_pairs(samples: Sequence[Hashes]) -> tuple[tuple[int, int], ...]:
    """The pairs of texts that may have much in common.

    Each sampled shingle is paired with the few that are followed by the same text, or by most
    of it: two texts that were copied from each other meet again and again, two that share stock
    sentences meet now here and now there. Besides, each is paired with a hub: of the texts that
    have it, the one that shares most with all others, as the original of many copies does.

    Args:
        samples: the sample of each text.

    Returns:
        positions of texts, the smaller one first, in order.
    """
    sizes = np.array([len(sample) for sample in samples], dtype=np.int64)
    if not sizes.any():
        return ()
    joined = _Samples(np.concatenate(samples), np.repeat(np.arange(len(sizes)), sizes), sizes)
    near = _frequent(_neighbours(joined), sizes, _LEAST_NEAR)
    hubs = _frequent(_hub_pairs(joined), sizes, _LEAST_HUB)
    return tuple(
        (int(pair) // len(sizes), int(pair) % len(sizes)) for pair in np.union1d(near, hubs)
    )


def _neighbours(samples: _Samples) -> Counts:
    """A pair's number for each place where two texts stand side by side in context."""
    order = np.argsort(samples.keys, kind="stable")
    shingles, texts = (samples.keys >> _CONTEXT)[order], samples.texts[order]
    pairs = [
        _numbered(texts[:-step][same], texts[step:][same], len(samples.sizes))
        for step in range(1, _NEIGHBOURS + 1)
        if (same := shingles[step:] == shingles[:-step]).any()
    ]
    return np.concatenate(pairs) if pairs else np.zeros(0, dtype=np.int64)


def _hub_pairs(samples: _Samples) -> Counts:
    """A pair's number for each shingle that a text shares with the shingle's hub."""
    _, numbers, times = np.unique(samples.keys >> _CONTEXT, return_inverse=True, return_counts=True)
    shared = np.bincount(samples.texts, times[numbers], len(samples.sizes))
    rank = np.empty(len(shared), dtype=np.int64)
    rank[np.argsort(-shared, kind="stable")] = np.arange(len(shared))
    order = np.argsort(numbers * len(shared) + rank[samples.texts], kind="stable")
    numbers, texts = numbers[order], samples.texts[order]
    hubs = texts[(np.cumsum(times) - times)[numbers]]
    return _numbered(hubs, texts, len(samples.sizes))


def _numbered(left: Counts, right: Counts, count: int) -> Counts:
    """One number for each pair of two texts; none for a text with itself."""
    other = left != right
    left, right = left[other], right[other]
    return np.minimum(left, right) * count + np.maximum(left, right)


def _frequent(pairs: Counts, sizes: Counts, least: float) -> Counts:
    """The pairs that occur in at least this part of the shorter one's sample."""
    found, times = np.unique(pairs, return_counts=True)
    shorter = np.minimum(sizes[found // len(sizes)], sizes[found % len(sizes)])
    return found[times >= np.maximum(least * shorter, _LEAST)]
