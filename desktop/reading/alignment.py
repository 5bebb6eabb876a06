"""Two sequences in the same order, matched: what is printed with what a form expects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Pair(NamedTuple):
    """The positions of a match, and how good it is (0 to 1)."""

    printed: int
    expected: int
    score: float


def aligned(scores: Sequence[Sequence[float]], least: float) -> list[Pair]:
    """The matches in order that add up to the highest score.

    Args:
        scores: for each thing printed, how well it matches each that the form expects.
        least: matches below this are not made.
    """
    printed, expected = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (expected + 1) for _ in range(printed + 1)]
    for i in range(printed - 1, -1, -1):
        row, below, mine = best[i], best[i + 1], scores[i]
        for j in range(expected - 1, -1, -1):
            most = below[j]
            if row[j + 1] > most:
                most = row[j + 1]
            if mine[j] >= least and mine[j] + below[j + 1] > most:
                most = mine[j] + below[j + 1]
            row[j] = most
    return _walk(best, scores, least)


def _walk(
    best: Sequence[Sequence[float]], scores: Sequence[Sequence[float]], least: float
) -> list[Pair]:
    pairs: list[Pair] = []
    i = j = 0
    while i < len(scores) and j < len(scores[i]):
        if scores[i][j] >= least and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            pairs.append(Pair(i, j, scores[i][j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
