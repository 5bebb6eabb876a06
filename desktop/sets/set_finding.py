"""What a rule says about the reports of several offices."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.report.model import Source
from desktop.report.values import Number
from desktop.rules.finding import Severity


class SetFindingKind(StrEnum):
    """What a finding on a set is about."""

    SERIES = "series"
    """a report and the same office's one of the year before"""
    SUM = "sum"
    """an office and those below it"""
    ALIKE = "alike"
    """texts or tables that were copied"""
    ROSTER = "roster"
    """who has reported, and how often, and when"""


@dataclass(frozen=True, slots=True)
class UnitReport:
    """The report of an office for a year, by the office's name."""

    unit: str
    year: int


@dataclass(frozen=True, slots=True)
class Addend:
    """What one subordinate adds to a sum; `value` is None where there is none to add.

    `remark` says why it is not certain; empty where it is.
    """

    unit: str
    value: Number | None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SumCause:
    """One way in which a difference could have come about.

    `explains_all` holds where it accounts for every difference of the same parent.
    """

    kind: str
    units: tuple[str, ...]
    message: str
    explains_all: bool = False


@dataclass(frozen=True, slots=True)
class SetFinding:
    """One outcome of a rule on a set that a person should see.

    `cells` are of the report of `unit` for `year`, the one that disagrees first. `left` and
    `right` are the two figures compared. `others` are the reports beside it. `where` are places
    on its pages. `passages` are the texts that two reports have in common.
    """

    rule: str
    kind: SetFindingKind
    severity: Severity
    unit: str
    year: int
    message: str
    cells: tuple[str, ...] = ()
    left: Number | None = None
    right: Number | None = None
    others: tuple[UnitReport, ...] = ()
    where: tuple[Source, ...] = ()
    addends: tuple[Addend, ...] = ()
    causes: tuple[SumCause, ...] = ()
    passages: tuple[str, ...] = ()
