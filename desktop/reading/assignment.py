"""What is printed and what a form expects, matched one to one so that all fit best together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import inf
from statistics import median
from typing import Final, NamedTuple

# What order adds at most: it decides between labels that fit alike, and never against one.
_ORDER: Final = 0.04


class Match(NamedTuple):
    """The positions of a match, and how good it is (0 to 1)."""

    printed: int
    expected: int
    score: float


def assigned(scores: Sequence[Sequence[float]], least: float) -> list[Match]:
    """The one-to-one matches that add up to the highest score, by what is printed.

    Args:
        scores: for each thing printed, how well it matches each that the form expects.
        least: matches below this are not made.
    """
    certain = _certain(scores)
    done = {pair.printed for pair in certain}
    taken = {pair.expected for pair in certain}
    columns = [j for j in range(len(scores[0]) if scores else 0) if j not in taken]
    fitting = (i for i, row in enumerate(scores) if any(row[j] >= least for j in columns))
    rows = [i for i in fitting if i not in done]
    if not rows:
        return certain
    ahead = median(pair.printed - pair.expected for pair in certain) if certain else 0.0
    costs = _costs(scores, rows, columns, least, ahead)
    found = list(enumerate(_cheapest(costs)))
    pairs = [(rows[at], columns[j]) for at, j in found if at < len(rows) and j < len(columns)]
    rest = [Match(i, j, scores[i][j]) for i, j in pairs if scores[i][j] >= least]
    return sorted([*certain, *rest])


def _costs(
    scores: Sequence[Sequence[float]],
    rows: Sequence[int],
    columns: Sequence[int],
    least: float,
    ahead: float,
) -> list[list[float]]:
    """What each match costs, as a square matrix; `ahead` more are printed before than expected."""
    size, count = max(len(scores), len(scores[0])), max(len(rows), len(columns))
    costs = [[1.0] * count for _ in range(count)]
    for at, i in enumerate(rows):
        for place, j in enumerate(columns):
            if scores[i][j] >= least:
                apart = min(1.0, abs(i - ahead - j) / size)
                costs[at][place] = 1.0 - scores[i][j] + _ORDER * (apart * apart - 1.0)
    return costs


def _certain(scores: Sequence[Sequence[float]]) -> list[Match]:
    """The matches of things that fit one other fully, and are the only ones to fit it so."""
    full = [[j for j, score in enumerate(row) if score == 1.0] for row in scores]
    claims = Counter(j for row in full for j in row)
    return [
        Match(i, row[0], 1.0) for i, row in enumerate(full) if len(row) == 1 and claims[row[0]] == 1
    ]


def _cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row in the cheapest assignment of a square matrix.

    The Hungarian method with potentials: shortest augmenting paths, in cubic time.
    """
    search = _Assignment(costs)
    for row in range(len(costs)):
        search.add(row)
    return search.columns()


class _Assignment:
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
            self._search_from(column, used, least, way)
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

    def _search_from(
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
