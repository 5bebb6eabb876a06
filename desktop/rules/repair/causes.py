"""A set of changes to root causes: which belong together, and how unlikely they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from desktop.report.values import Number
from desktop.rules.repair.cell_positions import are_neighbours, positions_of
from desktop.rules.repair.ledger import Ledger, plain
from desktop.rules.repair.search import Changes
from desktop.rules.repair.slips import WEIGHTS, Slip, SlipContext, WeighedSlip, weighed_slip

Evidence = Mapping[str, Collection[Number]]
"""figures that the text or another report gives for a cell"""

# More than what kinds of slips differ by: what is said elsewhere outweighs them.
_SAID: Final = 9


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that went wrong: its cells with their right values, in the form's order.

    `weight` orders proposals. Which of them stands alone is decided by `firm_weight`, for which
    it does not matter how alike a printed and a right figure look: an entry left out of a row
    of zeros is no likelier than one of another row. `said` names the cells whose right value
    stands elsewhere, too; `plain_weight` is the firm one without that.
    """

    slip: Slip
    cells: tuple[tuple[str, Number], ...]
    weight: int
    firm_weight: int
    plain_weight: int
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Root causes that together explain all that does not add up."""

    causes: tuple[Cause, ...]

    @property
    def weight(self) -> int:
        """How unlikely all of it is together."""
        return sum(cause.weight for cause in self.causes)

    @property
    def firm_weight(self) -> int:
        """The same where looks do not count."""
        return sum(cause.firm_weight for cause in self.causes)

    @property
    def plain_weight(self) -> int:
        """The firm weight without what is said elsewhere."""
        return sum(cause.plain_weight for cause in self.causes)

    @property
    def said(self) -> tuple[str, ...]:
        """The cells whose right value stands elsewhere, too."""
        return tuple(name for cause in self.causes for name in cause.said)

    @property
    def cells(self) -> dict[str, Number]:
        """The right value of every cell that was wrong."""
        return {name: value for cause in self.causes for name, value in cause.cells}


class Weighing:
    """Weighs the changes of one report."""

    def __init__(self, ledger: Ledger, evidence: Evidence | None = None) -> None:
        self._ledger = ledger
        self._report = ledger.report
        self._evidence = evidence or {}
        self._sums = frozenset().union(*ledger.incidence.sums.values())
        self._single: dict[tuple[str, Number], Cause] = {}

    def explanation(self, changes: Changes) -> Explanation:
        """The likeliest root causes behind a set of changes."""
        values = self._ledger.values
        positions = positions_of(self._report.form)
        ordered = sorted(changes, key=lambda changed: positions[changed[0]])
        rights = tuple((name, plain(values[name] + change)) for name, change in ordered)
        return min(self._readings(rights), key=lambda reading: reading.weight)

    def cause(self, name: str, right: Number) -> Cause:
        """One cell that holds a wrong figure."""
        right = plain(right)
        known = self._single.get((name, right))
        if known is None:
            known = self._single[name, right] = self._weighed_single(name, right)
        return known

    def _readings(self, rights: tuple[tuple[str, Number], ...]) -> Iterator[Explanation]:
        """All ways to see the changes as causes of one cell or of two."""
        if not rights:
            yield Explanation(())
            return
        first, rest = rights[0], rights[1:]
        single = self.cause(*first)
        for reading in self._readings(rest):
            yield Explanation((single, *reading.causes))
        for index, second in enumerate(rest):
            double = self._double(first, second)
            if double is not None:
                for reading in self._readings(rest[:index] + rest[index + 1 :]):
                    yield Explanation((double, *reading.causes))

    def _weighed_single(self, name: str, right: Number) -> Cause:
        cell = self._report.cells[name]
        possible = cell.value is None or self._ledger.admits(name, cell.value)
        weighed = weighed_slip(SlipContext(cell, possible, name in self._sums), right)
        return self._cause(weighed, ((name, right),))

    def _double(self, first: tuple[str, Number], second: tuple[str, Number]) -> Cause | None:
        slip = self._double_slip(first, second)
        if slip is None:
            return None
        return self._cause(WeighedSlip(slip, WEIGHTS[slip], WEIGHTS[slip]), (first, second))

    def _double_slip(self, first: tuple[str, Number], second: tuple[str, Number]) -> Slip | None:
        (one, right_one), (other, right_other) = first, second
        if one in self._ledger.unread or other in self._ledger.unread:
            return None
        old_one, old_other = self._ledger.values[one], self._ledger.values[other]
        if (right_one, right_other) == (old_other, old_one):
            if self._are_neighbours(one, other):
                return Slip.SWAPPED if old_one and old_other else Slip.MOVED
            return Slip.SHARED
        if right_one - old_one == right_other - old_other:
            sums = self._ledger.incidence.sums
            if other in sums.get(one, ()) or one in sums.get(other, ()):
                return Slip.TOTALS if {one, other} <= self._sums else Slip.ENTRY
            return None
        opposite = right_one - old_one == old_other - right_other
        return Slip.SHARED if opposite and self._are_neighbours(one, other) else None

    def _are_neighbours(self, one: str, other: str) -> bool:
        return are_neighbours(self._report.form, one, other)

    def _cause(self, weighed: WeighedSlip, rights: tuple[tuple[str, Number], ...]) -> Cause:
        spoken = 0
        said = []
        for name, right in rights:
            figures = self._evidence.get(name, ())
            if right in figures:
                said.append(name)
                spoken -= _SAID
            elif self._ledger.values[name] in figures and name not in self._ledger.unread:
                spoken += _SAID
        slip, weight, firm = weighed
        return Cause(slip, rights, weight + spoken, firm + spoken, firm, tuple(said))
