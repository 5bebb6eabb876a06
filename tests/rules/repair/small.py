"""A small report that adds up, for examples that can be worked out by eye."""

from __future__ import annotations

from desktop.report.values import Number
from desktop.rules.finding import Checked, Problem, Repair
from tests.builders import report_of
from tests.packaged import check
from tests.rules.repair.simulation import cell

BASE: dict[str, Number] = {
    cell("new", "natural"): 40,
    cell("new", "enterprise"): 12,
    cell("new", "total"): 52,
    cell("carried_in", "natural"): 4,
    cell("carried_in", "total"): 4,
    cell("granted", "natural"): 30,
    cell("granted", "enterprise"): 12,
    cell("granted", "total"): 42,
    cell("partial", "natural"): 14,
    cell("partial", "total"): 14,
    cell("total", "natural"): 44,
    cell("total", "enterprise"): 12,
    cell("total", "total"): 56,
}


def checked(**changes: Number | str) -> Checked:
    """The base with changes, named `row__column`."""
    named = {cell(*name.split("__")): value for name, value in changes.items()}
    return check(report_of({**BASE, **named}))


def only(result: Checked) -> tuple[Problem, Repair]:
    (problem,) = result.problems
    (repair,) = problem.repairs
    return problem, repair


def tied() -> dict[str, Number]:
    """A report that two pairs of cells explain as well as each other."""
    values: dict[str, Number] = dict.fromkeys(
        (cell(row, organ) for row in ("granted", "partial") for organ in ("natural", "legal")), 5
    )
    values |= {cell("granted", "total"): 9, cell("partial", "total"): 9}
    for row in ("new", "total"):
        values |= {cell(row, "natural"): 9, cell(row, "legal"): 9, cell(row, "total"): 18}
    return values
