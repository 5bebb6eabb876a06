"""A report's figures as equations see them: values, what is unread, what does not add up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from desktop.report.form import ValueKind
from desktop.report.model import Report
from desktop.report.values import Number
from desktop.rules.finding import Equation
from desktop.rules.repair.incidence import Incidence, incidence_of

Residual = Mapping[int, Number]
"""`left - right` of the equations that do not hold, by their index"""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures of one report.

    `values` holds each cell of an equation. A cell printed without a number, or taken as such
    (`unread`), stands there with the value that one of its equations gives it; an equation
    whose unread cells cannot be worked out is left out of `incidence`.
    """

    report: Report
    incidence: Incidence
    values: Mapping[str, Number]
    unread: frozenset[str]

    def residual(self) -> dict[int, Number]:
        """What does not add up."""
        residual: dict[int, Number] = {}
        for index, equation in enumerate(self.incidence.equations):
            difference = _total(equation.left, self.values) - _total(equation.right, self.values)
            if difference:
                residual[index] = difference
        return residual

    def admits(self, name: str, value: Number) -> bool:
        """Whether a cell may hold a value at all."""
        return admits(self.report, name, value)


def admits(report: Report, name: str, value: Number) -> bool:
    """Whether a cell of this kind may hold such a value: counts are whole and not negative."""
    kind = report.form.slots()[name].column.kind
    if value < 0 and kind is not ValueKind.CHANGE:
        return False
    return isinstance(value, int) or kind is ValueKind.AMOUNT or value == int(value)


def ledger_of(report: Report, equations: Iterable[Equation], empty: Collection[str] = ()) -> Ledger:
    """The figures of a report.

    A cell that is missing from the page is never worked out: what the page does not have is
    not proposed. Its equations are left out.

    Args:
        report: as it stands.
        equations: to be satisfied.
        empty: cells to be taken as without a number.
    """
    printed = [
        equation for equation in equations if all(name in report.cells for name in equation.cells)
    ]
    values: dict[str, Number] = {}
    unread: set[str] = set()
    for equation in printed:
        for name in equation.cells:
            value = None if name in empty else report.value(name)
            if value is None:
                unread.add(name)
            else:
                values[name] = value
    _deduce(report, printed, values, unread)
    known = tuple(
        equation for equation in printed if all(name in values for name in equation.cells)
    )
    return Ledger(report, incidence_of(known), values, frozenset(unread & values.keys()))


def _deduce(
    report: Report,
    equations: Iterable[Equation],
    values: dict[str, Number],
    unread: Iterable[str],
) -> None:
    """Work out unread cells, one equation with one of them after another."""
    waiting = [equation for equation in equations if not values.keys() >= set(equation.cells)]
    while True:
        lone = [
            (equation, names[0])
            for equation in waiting
            if len(names := [name for name in equation.cells if name not in values]) == 1
        ]
        if not lone:
            return
        for equation, name in lone:
            if name not in values:
                value = _missing(equation, name, values)
                # Something else is wrong in that equation; the search starts from nothing.
                values[name] = value if admits(report, name, value) else 0
        waiting = [equation for equation in waiting if not values.keys() >= set(equation.cells)]


def _missing(equation: Equation, name: str, values: Mapping[str, Number]) -> Number:
    left = _total((cell for cell in equation.left if cell != name), values)
    right = _total((cell for cell in equation.right if cell != name), values)
    return left - right if name in equation.right else right - left


def magnitude(number: Number) -> Number:
    """A number without its sign; for a type checker `abs` gives something of any type."""
    return number if number >= 0 else -number


def plain(number: Number) -> Number:
    """A number as a person would type it: no decimals where it is whole."""
    return number if isinstance(number, int) or number != int(number) else int(number)


def _total(names: Iterable[str], values: Mapping[str, Number]) -> Number:
    total: Number = 0
    for name in names:
        total += values[name]
    return total
