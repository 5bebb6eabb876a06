"""Rules of sums to equations over a form's cells, and equations to figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from desktop.report.form import Form, FormBlock, cell_name
from desktop.report.model import Report
from desktop.report.values import Number
from desktop.rules.finding import Equation
from desktop.rules.labels import column_place, row_place
from desktop.rules.rule import Each, Rule, RuleSet, Sums

DETAIL: Final = "@detail"
"""in a rule: all rows of results that a form has"""


@dataclass(frozen=True, slots=True)
class Balance:
    """The two sides of an equation in figures."""

    left: Number
    right: Number

    @property
    def holds(self) -> bool:
        """Whether both sides agree, exactly."""
        return self.left == self.right


def equations_of(form: Form, rules: RuleSet) -> tuple[Equation, ...]:
    """Every equation that a form's cells must satisfy, in the order of the catalogue."""
    return tuple(
        equation
        for rule in rules.rules.values()
        if rule.applies_to(form.id)
        for equation in rule_equations(rule, form)
    )


def rule_equations(rule: Rule, form: Form) -> tuple[Equation, ...]:
    """The equations of one rule; none if it is no rule of sums, or none of its cells exist."""
    return () if rule.sums is None else _instances(rule.id, rule.sums, form)


def balance(equation: Equation, report: Report) -> Balance | None:
    """Both sides in figures; None where a cell is missing or holds no number."""
    sides = []
    for names in (equation.left, equation.right):
        values = [report.value(name) for name in names]
        numbers = [value for value in values if value is not None]
        if len(numbers) != len(values):
            return None
        sides.append(sum(numbers))
    return Balance(*sides)


@cache
def _instances(rule: str, sums: Sums, form: Form) -> tuple[Equation, ...]:
    table = next((table for table in form.tables if table.table == sums.table), None)
    if table is None:
        return ()
    known = form.slots().keys()
    equations = (
        equation
        for block in table.blocks
        for equation in _block_equations(rule, sums, table.table, block)
        if known >= set(equation.cells)
    )
    # Blocks whose columns have the same names give the same equation once each.
    return tuple(dict.fromkeys(equations))


def _block_equations(rule: str, sums: Sums, table: str, block: FormBlock) -> Iterator[Equation]:
    if sums.each is Each.COLUMN:
        left, right = _rows(sums.left, block), _rows(sums.right, block)
        for column in block.columns:
            yield Equation(
                rule,
                tuple(cell_name(table, row, column.id) for row in left),
                tuple(cell_name(table, row, column.id) for row in right),
                sums.place or column_place(column),
            )
        return
    for row in block.rows:
        yield Equation(
            rule,
            tuple(cell_name(table, row.id, column) for column in sums.left),
            tuple(cell_name(table, row.id, column) for column in sums.right),
            sums.place or row_place(row),
        )


def _rows(ids: Sequence[str], block: FormBlock) -> tuple[str, ...]:
    details = tuple(row.id for row in block.rows if row.detail)
    return tuple(row for id_ in ids for row in (details if id_ == DETAIL else (id_,)))
