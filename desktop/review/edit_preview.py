"""What an edit would do, while it is typed: the equations of its cell before and after."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop.report.values import format_number
from desktop.review.edit import Edit, placed
from desktop.review.review import Review
from desktop.rules.equations import Balance, balance, equations_of
from desktop.rules.finding import Equation


class Effect(Enum):
    """What becomes of an equation."""

    HOLDS = "holds"
    """it held, and still does"""
    MENDED = "mended"
    """it did not hold, and will"""
    BROKEN = "broken"
    """it held, and will not"""
    OPEN = "open"
    """it does not hold, and still will not"""


@dataclass(frozen=True, slots=True)
class EquationPreview:
    """An equation before and after an edit; a side that cannot be worked out is None."""

    equation: Equation
    before: Balance | None
    after: Balance | None

    @property
    def effect(self) -> Effect:
        """What becomes of the equation."""
        was = self.before is not None and self.before.holds
        will = self.after is not None and self.after.holds
        if will:
            return Effect.HOLDS if was else Effect.MENDED
        return Effect.BROKEN if was else Effect.OPEN


def preview_edit(review: Review, edit: Edit) -> tuple[EquationPreview, ...]:
    """The equations of the cell that `edit` would change; nothing is changed."""
    changed = placed(review.report, edit.name, edit.after)
    return tuple(
        EquationPreview(equation, balance(equation, review.report), balance(equation, changed))
        for equation in equations_of(review.report.form, review.rules)
        if edit.name in equation.cells
    )


def balance_words(sides: Balance | None) -> str:
    """`20 = 20`, `20 ≠ 21`, or a dash where a cell holds no number."""
    if sides is None:
        return "—"
    sign = "=" if sides.holds else "≠"
    return f"{format_number(sides.left)} {sign} {format_number(sides.right)}"
