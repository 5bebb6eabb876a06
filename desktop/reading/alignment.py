"""Two sequences in the same order, matched: what is printed with what a form expects."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Pair(NamedTuple):
    """The positions of a match, and how good it is (0 to 1)."""

    printed: int
    expected: int
    score: float


def aligned(
    printed: int, expected: int, score: Callable[[int, int], float], *, least: float
) -> list[Pair]:
    """The matches in order that add up to the highest score.

    Args:
        printed: how many things are printed.
        expected: how many the form expects.
        score: how well two of them match, by their positions.
        least: matches below this are not made.
    """
    best = [[0.0] * (expected + 1) for _ in range(printed + 1)]
    scores = [[score(i, j) for j in range(expected)] for i in range(printed)]
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


def _walk(best: list[list[float]], scores: list[list[float]], least: float) -> list[Pair]:
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
