"""Equations to a sparse matrix: which cell stands in which equation, with which factor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from desktop.rules.finding import Equation

Coefficients = Mapping[int, int]
"""what a change by 1 does to `left - right` of equations, by their index"""


class CellPair(NamedTuple):
    """Two cells whose changes cancel in an equation that both stand in.

    When `first` changes by d, `second` changes by `ratio` * d, and equations by `effect` * d.
    """

    first: str
    second: str
    ratio: int
    effect: Coefficients


@dataclass(frozen=True, slots=True)
class Incidence:
    """The matrix of a set of equations, looked up from either side.

    `cells` holds each equation's cells, `effects` each cell's equations. `singles` and `pairs`
    are found by the exact set of equations that they disturb. `sums` names, for a cell, the
    cells printed as a sum of it and others. `blocks` are equations linked by cells they share.
    """

    equations: tuple[Equation, ...]
    cells: tuple[tuple[str, ...], ...]
    effects: Mapping[str, Coefficients]
    singles: Mapping[frozenset[int], Sequence[str]]
    pairs: Mapping[frozenset[int], Sequence[CellPair]]
    sums: Mapping[str, frozenset[str]]
    blocks: tuple[frozenset[int], ...]


# Enough for the forms; a report with unread cells leaves some equations out, so has its own.
@lru_cache(maxsize=16)
def incidence_of(equations: tuple[Equation, ...]) -> Incidence:
    """The matrix of these equations."""
    effects: dict[str, dict[int, int]] = {}
    for index, equation in enumerate(equations):
        for names, sign in ((equation.left, 1), (equation.right, -1)):
            for name in names:
                row = effects.setdefault(name, {})
                row[index] = row.get(index, 0) + sign
    effects = {
        name: {index: factor for index, factor in row.items() if factor}
        for name, row in effects.items()
    }
    cells = tuple(
        tuple(name for name in dict.fromkeys(equation.cells) if index in effects[name])
        for index, equation in enumerate(equations)
    )
    singles: dict[frozenset[int], list[str]] = {}
    for name, row in effects.items():
        singles.setdefault(frozenset(row), []).append(name)
    pairs: dict[frozenset[int], list[CellPair]] = {}
    for pair in dict.fromkeys(_pairs(cells, effects)):
        pairs.setdefault(frozenset(_effect(pair, effects)), []).append(
            CellPair(*pair, _effect(pair, effects))
        )
    # Two cells that are always in the same equations cannot be told apart; they explain nothing.
    pairs.pop(frozenset(), None)
    return Incidence(
        equations, cells, effects, singles, pairs, _sums(equations), _blocks(effects, len(cells))
    )


def _pairs(
    cells: Sequence[Sequence[str]], effects: Mapping[str, Coefficients]
) -> Iterator[tuple[str, str, int]]:
    for index, names in enumerate(cells):
        for first, second in combinations(names, 2):
            ratio, rest = divmod(-effects[first][index], effects[second][index])
            if not rest:
                yield first, second, ratio


def _effect(pair: tuple[str, str, int], effects: Mapping[str, Coefficients]) -> dict[int, int]:
    first, second, ratio = pair
    total = dict(effects[first])
    for index, factor in effects[second].items():
        total[index] = total.get(index, 0) + ratio * factor
    return {index: factor for index, factor in total.items() if factor}


def _sums(equations: Sequence[Equation]) -> dict[str, frozenset[str]]:
    """For each cell, those that stand alone on the other side of an equation from it."""
    sums: dict[str, set[str]] = {}
    for equation in equations:
        for one, many in ((equation.left, equation.right), (equation.right, equation.left)):
            if len(one) == 1 < len(many):
                for name in many:
                    sums.setdefault(name, set()).add(one[0])
    return {name: frozenset(totals) for name, totals in sums.items()}


def _blocks(effects: Mapping[str, Coefficients], count: int) -> tuple[frozenset[int], ...]:
    blocks: list[set[int]] = [{index} for index in range(count)]
    for row in effects.values():
        linked = [block for block in blocks if not block.isdisjoint(row)]
        if len(linked) > 1:
            blocks = [block for block in blocks if block.isdisjoint(row)]
            blocks.append(set().union(*linked))
    return tuple(frozenset(block) for block in sorted(blocks, key=min))
