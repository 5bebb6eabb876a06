"""What does not add up to the fewest changes of cells that make it add up.

Error localisation after Fellegi and Holt (1976): the smallest set of cells that can be changed
so that every equation holds, here solved exactly over integers. The columns of such a set are
independent, so that its values follow one after another: some changed cell stands alone in a
broken equation and takes that equation's difference. The search walks these orders.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.report.values import Number
from desktop.rules.repair.cell_positions import neighbours_of
from desktop.rules.repair.incidence import Coefficients
from desktop.rules.repair.ledger import Ledger, Residual

Changes = frozenset[tuple[str, Number]]
"""cells and by how much each changes"""

# More explanations than this are no explanation; nobody reads them.
_MOST_FOUND: Final = 200
# Steps for one block; a few hundred are usual, and this many take 20 ms.
_MOST_STEPS: Final = 3000


class RepairSearch:
    """All sets of so many changes that make one block of equations hold.

    `complete` is False once the search was cut short: then more may exist.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._incidence = ledger.incidence
        self._form = ledger.report.form
        self._widest = max(map(len, self._incidence.effects.values()), default=1)
        self._steps = 0
        self._seen: set[Changes] = set()
        self._found: dict[Changes, None] = {}
        self.complete = True

    def of_size(self, residual: Residual, size: int) -> list[Changes]:
        """Every set of exactly `size` changes, none of them idle."""
        self._seen = set()
        self._found = {}
        if not self._is_hopeless(residual, size):
            self._walk(dict(residual), size, frozenset())
        return list(self._found)

    def of_move_and_pair(self, residual: Residual) -> list[Changes]:
        """Every exchange of neighbouring figures with another such, or with a linked pair.

        Two causes of two cells each, such as figures that stand in the wrong column: likelier
        than three unrelated cells. Four cells at the corners of a rectangle could be changed
        together at will, so that no order of `of_size` leads to them.
        """
        self._found = {}
        moves = [self._move(first, second) for first, second in neighbours_of(self._form)]
        by_left: dict[frozenset[tuple[int, Number]], list[Changes]] = {}
        for move in filter(None, moves):
            left = self._left(residual, move)
            undone = frozenset((index, -value) for index, value in left.items())
            for other in (*self._pair(left), *by_left.get(undone, ())):
                self._keep(move, other)
            effect = self._left({}, move)
            by_left.setdefault(frozenset(effect.items()), []).append(move)
        return list(self._found)

    def _move(self, first: str, second: str) -> Changes:
        values, effects = self._ledger.values, self._incidence.effects
        if not effects.get(first) or not effects.get(second):
            return frozenset()
        change = values[second] - values[first]
        return frozenset(((first, change), (second, -change))) if change else frozenset()

    def _left(self, residual: Residual, changes: Changes) -> dict[int, Number]:
        left = dict(residual)
        for name, change in changes:
            left = after(left, self._incidence.effects[name], change)
        return left

    def _walk(self, residual: dict[int, Number], size: int, done: Changes) -> None:
        if size == 1:
            for changes in self._one(residual):
                self._keep(done, changes)
            return
        taken = {name for name, _ in done}
        for name, change in self._openings(residual):
            if name in taken:
                continue
            self._steps += 1
            if self._steps > _MOST_STEPS or len(self._found) >= _MOST_FOUND:
                self.complete = False
                return
            left = after(residual, self._incidence.effects[name], change)
            if self._is_hopeless(left, size - 1):
                continue
            longer = done | {(name, change)}
            if longer not in self._seen:
                self._seen.add(longer)
                self._walk(left, size - 1, longer)

    def _is_hopeless(self, residual: Residual, size: int) -> bool:
        """Whether so many changes cannot settle it, or fewer did already."""
        if size == 1:
            return frozenset(residual) not in self._incidence.singles
        return not 0 < len(residual) <= size * self._widest

    def _keep(self, done: Changes, changes: Changes) -> None:
        whole = done | changes
        names = {name for name, _ in whole}
        if len(names) == len(done) + len(changes):
            self._found[whole] = None

    def _one(self, residual: Residual) -> Iterator[Changes]:
        """A change of one cell that settles all that is left."""
        for name in self._incidence.singles.get(frozenset(residual), ()):
            change = settling(residual, self._incidence.effects[name])
            if change is not None and self._admits(name, change):
                yield frozenset(((name, change),))

    def _pair(self, residual: Residual) -> Iterator[Changes]:
        """Changes of two cells that cancel in an equation and settle all that is left."""
        for first, second, ratio, effect in self._incidence.pairs.get(frozenset(residual), ()):
            change = settling(residual, effect)
            if change is None:
                continue
            if self._admits(first, change) and self._admits(second, ratio * change):
                yield frozenset(((first, change), (second, ratio * change)))

    def _openings(self, residual: Residual) -> Iterator[tuple[str, Number]]:
        """Changes of a cell in the shortest broken equation that settle one of its equations."""
        pivot = min(residual, key=lambda index: len(self._incidence.cells[index]))
        for name in self._incidence.cells[pivot]:
            tried: set[Number] = set()
            for index, factor in self._incidence.effects[name].items():
                change = _quotient(-residual.get(index, 0), factor)
                if change and change not in tried and self._admits(name, change):
                    tried.add(change)
                    yield name, change

    def _admits(self, name: str, change: Number) -> bool:
        return self._ledger.admits(name, self._ledger.values[name] + change)


def after(residual: Residual, effect: Coefficients, change: Number) -> dict[int, Number]:
    """What is left once a cell has changed."""
    left = dict(residual)
    for index, factor in effect.items():
        value = left.get(index, 0) + factor * change
        if value:
            left[index] = value
        else:
            left.pop(index, None)
    return left


def settling(residual: Residual, effect: Coefficients) -> Number | None:
    """The change that settles every equation of an effect at once; None where none does."""
    changes = {_quotient(-residual[index], factor) for index, factor in effect.items()}
    return changes.pop() if len(changes) == 1 else None


def _quotient(difference: Number, factor: int) -> Number | None:
    if factor in (1, -1):
        return difference * factor
    quotient, rest = divmod(difference, factor)
    return None if rest else quotient
