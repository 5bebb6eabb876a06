"""The equations of a report, written down anew: the measure must not lean on what it measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.report.form import Form
from desktop.report.values import Number
from tests.adversarial.figures import may_regulate

ORGANS: Final = ("natural", "enterprise", "research", "social", "legal", "other")
PATHS: Final = ("review", "direct", "after_review")
OUTCOMES: Final = ("upheld", "corrected", "other", "pending")

Seen = Mapping[str, Number | None]


@dataclass(frozen=True, slots=True)
class Equation:
    """Two sums that must be the same."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell of both sides, sorted."""
        return tuple(sorted((*self.left, *self.right)))

    def holds(self, seen: Seen) -> bool | None:
        """Whether it holds; None where a number is not known."""
        left, right = _sum(self.left, seen), _sum(self.right, seen)
        return None if left is None or right is None else left == right


def equations(form: Form) -> Iterator[Equation]:
    """All equations of a form."""
    rows = form.table("applications").blocks[0].rows
    details = [row.id for row in rows if row.detail]
    for column in (*ORGANS, "total"):
        yield Equation(
            _column(("new", "carried_in"), column), _column(("total", "carried_out"), column)
        )
        yield Equation(_column(("total",), column), _column(details, column))
    for row in rows:
        parts = tuple(f"applications.{row.id}.{organ}" for organ in ORGANS)
        yield Equation((f"applications.{row.id}.total",), parts)
    for path in PATHS:
        parts = tuple(f"disputes.{path}.{outcome}" for outcome in OUTCOMES)
        yield Equation((f"disputes.{path}.total",), parts)


def violated(form: Form, seen: Seen) -> list[Equation]:
    """The equations that do not hold for what a person reads."""
    return [equation for equation in equations(form) if equation.holds(seen) is False]


def wrong_alone(agency: str, seen: Seen) -> set[str]:
    """The error rules on single cells and pairs that what a person reads breaks."""
    found = set()
    for row in ("regulation", "normative"):
        issued, repealed, in_force = (
            seen.get(f"proactive.{row}.{column}") or 0
            for column in ("issued", "repealed", "in_force")
        )
        if in_force + repealed < issued:
            found.add("A02")
        if (issued or repealed or in_force) and not may_regulate(agency, row):
            found.add("A04")
    open_cases = seen.get("applications.carried_out.total") or 0
    cases = [seen.get(f"applications.{row}.total") or 0 for row in ("new", "carried_in")]
    return found | ({"B07"} if open_cases > sum(cases) else set())


def _column(rows: Sequence[str], column: str) -> tuple[str, ...]:
    return tuple(f"applications.{row}.{column}" for row in rows)


def _sum(cells: Sequence[str], seen: Seen) -> Number | None:
    numbers = [seen.get(cell) for cell in cells]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
