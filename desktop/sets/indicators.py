"""Indicators of a unit's reports: shares of two sums of cells, exact, or undefined."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from fractions import Fraction
from functools import cache
from typing import Final

from desktop.report.form import Form
from desktop.resources import resource
from desktop.sets.set_report import SetReport

_LAST: Final = "last:"
_LEAST_UNITS: Final = 8
"""so few figures have no usual range"""
_REACH: Final = Fraction(3, 2)


@dataclass(frozen=True, slots=True)
class Term:
    """A cell with a sign, of this year's report or of the last one; `*` for several."""

    cell: str
    sign: int
    last: bool

    def cells(self, form: Form) -> tuple[str, ...]:
        """The cells of a form that it means."""
        return tuple(name for name in form.slots() if fnmatchcase(name, self.cell))


@dataclass(frozen=True, slots=True)
class Indicator:
    """A share: Σ upper / Σ lower. `basis` says of what, and where that is laid down."""

    id: str
    name: str
    basis: str
    upper: tuple[Term, ...]
    lower: tuple[Term, ...]

    def of(self, report: SetReport, last: SetReport | None) -> Fraction | None:
        """The share in a report; None where it is undefined or a cell was not read.

        Args:
            report: this year's.
            last: the same unit's of the year before.
        """
        upper, lower = (_sum(terms, report, last) for terms in (self.upper, self.lower))
        return None if upper is None or not lower else upper / lower


@cache
def indicators() -> tuple[Indicator, ...]:
    """All of them, in the order in which they are shown."""
    text = resource("indicators", "indicators.toml").read_text("utf-8")
    return tuple(
        Indicator(
            each["id"],
            each["name"],
            each["basis"],
            tuple(map(_term, each["upper"])),
            tuple(map(_term, each["lower"])),
        )
        for each in tomllib.loads(text)["indicator"]
    )


def outliers(shares: Mapping[str, Fraction | None]) -> frozenset[str]:
    """The units whose share lies outside the usual range of all.

    The rule: more than one and a half times the distance of the quartiles below the lower or
    above the upper one (Tukey, Exploratory Data Analysis, 1977); the quartiles are the medians
    of the halves. With fewer than eight shares, or where half of them are the same, none is.
    """
    known = sorted(share for share in shares.values() if share is not None)
    if len(known) < _LEAST_UNITS:
        return frozenset()
    half = (len(known) + 1) // 2
    lower, upper = _median(known[:half]), _median(known[-half:])
    reach = (upper - lower) * _REACH
    if not reach:
        return frozenset()
    return frozenset(
        unit
        for unit, share in shares.items()
        if share is not None and not lower - reach <= share <= upper + reach
    )


def _median(values: Sequence[Fraction]) -> Fraction:
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def _sum(terms: Iterable[Term], report: SetReport, last: SetReport | None) -> Fraction | None:
    total = Fraction(0)
    for term in terms:
        source = last if term.last else report
        if source is None:
            return None
        values = [source.value(name) for name in term.cells(source.form)]
        if not values or any(value is None for value in values):
            return None
        total += term.sign * sum(Fraction(value) for value in values if value is not None)
    return total


def _term(text: str) -> Term:
    name = text.removeprefix("-")
    return Term(name.removeprefix(_LAST), -1 if text != name else 1, name.startswith(_LAST))
