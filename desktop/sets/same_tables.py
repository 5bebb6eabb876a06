"""Tables of two offices that are the same figure by figure, though they could not be by chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log2

from desktop.report.form import FormTable, Slot
from desktop.report.values import Number
from desktop.sets.set_report import SetReport

_OFFICES = 16


@dataclass(frozen=True, slots=True)
class SameTable:
    """A table that reports have in common: their positions, and its cells that are not 0."""

    reports: tuple[int, ...]
    table: FormTable
    cells: tuple[str, ...]


def same_tables(
    reports: Sequence[SetReport], least_cells: int, least_information: float
) -> Iterator[SameTable]:
    """The tables that two or more reports have in common.

    Totals follow from the other cells, and small numbers are alike by chance: two offices with
    one application each, granted, have the same 表三. So a table counts where enough cells
    besides totals are not 0, and their numbers say enough; the more so, the more pairs of
    offices there are among which two could be alike by chance.

    Args:
        reports: of different offices, for one year.
        least_cells: how many cells besides totals may at least not be 0.
        least_information: Σ log2(1 + number) of those cells at least, among sixteen offices;
            two more for each time that there are twice as many.
    """
    least_information += 2 * max(0.0, log2(max(len(reports), 1) / _OFFICES))
    groups: dict[tuple[str, tuple[Number, ...]], list[int]] = {}
    told: dict[tuple[str, tuple[Number, ...]], tuple[FormTable, tuple[str, ...]]] = {}
    for position, report in enumerate(reports):
        for table in report.form.tables:
            values = [report.value(slot.name) for slot in table.slots()]
            known = tuple(value for value in values if value is not None)
            if len(known) < len(values):
                continue
            key = table.id, known
            groups.setdefault(key, []).append(position)
            told.setdefault(key, (table, _telling(report, table.slots())))
    for key, positions in groups.items():
        table, cells = told[key]
        figures = [reports[positions[0]].value(name) or 0 for name in cells]
        information = sum(log2(1 + max(value, -value)) for value in figures)
        if len(positions) > 1 and len(cells) >= least_cells and information >= least_information:
            yield SameTable(tuple(positions), table, cells)


def _telling(report: SetReport, slots: Iterable[Slot]) -> tuple[str, ...]:
    """The cells that are not 0 and follow from no others."""
    return tuple(
        slot.name
        for slot in slots
        if report.value(slot.name) and "total" not in (slot.row.id, slot.column.id)
    )
