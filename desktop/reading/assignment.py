"""What is printed and what a form expects, matched one to one so that all fit best together."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from statistics import median
from typing import Final, NamedTuple

# What order adds at most: it decides between labels that fit alike, and never against one.
_ORDER: Final = 0.04


class Pair(NamedTuple):
    """The positions of a match, and how good it is (0 to 1)."""

    printed: int
    expected: int
    score: float


def assigned(scores: Sequence[Sequence[float]], least: float) -> list[Pair]:
    """The one-to-one matches that add up to the highest score, by what is printed.

    Args:
        scores: for each thing printed, how well it matches each that the form expects.
        least: matches below this are not made.
    """
    if not scores or not scores[0]:
        return []
    direct = _direct(scores)
    if direct is not None:
        return direct
    count = max(len(scores), len(scores[0]))
    ahead = _ahead(scores)
    costs = [[_cost(scores, i, j, least, ahead) for j in range(count)] for i in range(count)]
    return [
        Pair(i, j, scores[i][j])
        for i, j in enumerate(_cheapest(costs))
        if i < len(scores) and j < len(scores[0]) and scores[i][j] >= least
    ]


def _direct(scores: Sequence[Sequence[float]]) -> list[Pair] | None:
    """The matches where each thing fits one other fully, as in nearly every table."""
    pairs = []
    for i, row in enumerate(scores):
        best = max(row)
        if best == 0.0:
            continue
        if best < 1.0 or row.count(1.0) > 1:
            return None
        pairs.append(Pair(i, row.index(1.0), 1.0))
    return pairs if len({pair.expected for pair in pairs}) == len(pairs) else None


def _ahead(scores: Sequence[Sequence[float]]) -> float:
    """How many more things are printed than expected before those that surely match."""
    sure = [i - row.index(1.0) for i, row in enumerate(scores) if row.count(1.0) == 1]
    return median(sure) if sure else 0.0


def _cost(scores: Sequence[Sequence[float]], i: int, j: int, least: float, ahead: float) -> float:
    if i >= len(scores) or j >= len(scores[0]) or scores[i][j] < least:
        return 1.0
    apart = min(1.0, abs(i - ahead - j) / max(len(scores), len(scores[0])))
    return 1.0 - scores[i][j] + _ORDER * (apart * apart - 1.0)


def _cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row in the cheapest assignment of a square matrix.

    The Hungarian method with potentials: shortest augmenting paths, in cubic time.
    """
    search = _Search(costs)
    for row in range(len(costs)):
        search.add(row)
    return search.columns()


class _Search:
    """Rows assigned so far; column -1 stands for the row that is being added."""

    def __init__(self, costs: Sequence[Sequence[float]]) -> None:
        self._costs = costs
        self._count = len(costs)
        self._of_row = [0.0] * self._count
        self._of_column = [0.0] * (self._count + 1)
        self._owner = [-1] * (self._count + 1)

    def add(self, row: int) -> None:
        """Assign one row more, moving others where that is cheaper."""
        self._owner[-1] = row
        least, way = [inf] * self._count, [-1] * self._count
        used: list[int] = []
        column = -1
        while column == -1 or self._owner[column] != -1:
            used.append(column)
            self._look_from(column, used, least, way)
            free = [j for j in range(self._count) if j not in used]
            column = min(free, key=lambda j: least[j])
            self._lower(least[column], used, least)
        while column != -1:
            self._owner[column] = self._owner[way[column]]
            column = way[column]

    def columns(self) -> list[int]:
        """The column of each row."""
        result = [0] * self._count
        for column in range(self._count):
            result[self._owner[column]] = column
        return result

    def _look_from(
        self, column: int, used: Sequence[int], least: list[float], way: list[int]
    ) -> None:
        row = self._owner[column]
        for j in range(self._count):
            reduced = self._costs[row][j] - self._of_row[row] - self._of_column[j]
            if j not in used and reduced < least[j]:
                least[j], way[j] = reduced, column

    def _lower(self, by: float, used: Sequence[int], least: list[float]) -> None:
        for j in used:
            self._of_row[self._owner[j]] += by
            self._of_column[j] -= by
        for j in range(self._count):
            if j not in used:
                least[j] -= by
