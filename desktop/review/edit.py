"""A person's change of a cell: the only way a reading changes."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.report.model import Cell, Report


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell before and after; None where the report had, or has, no such cell."""

    name: str
    before: Cell | None
    after: Cell | None


def placed(report: Report, name: str, cell: Cell | None) -> Report:
    """The report with this cell in that place, or without it."""
    return report.without_cell(name) if cell is None else report.with_cell(cell)
