"""What the subordinates of an office add to one of its cells, and how certain that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from desktop.report.values import Number
from desktop.sets.report_set import ReportSet
from desktop.sets.set_finding import Addend
from desktop.sets.set_report import SetReport

_MISSING: Final = "未交"
_UNREADABLE: Final = "无法读取"
_PARTIAL: Final = "没有读全"
_DOUBTED: Final = "读取存疑"
_NO_CELL: Final = "没有这一格"
_EMPTY: Final = "整张表空白"
_MORE: Final = "另有文件待读取或待确认"
_SEVERAL: Final = "交了几份，数字不同"
_MOST_SUMS: Final = 256
"""sums that are tried where several reports of one unit differ"""


def addends_of(reports: ReportSet, units: Iterable[str], cell: str) -> list[Addend]:
    """What units add to their parent's cell; certain zeros, which say nothing, are left out."""
    return [
        addend
        for unit in units
        if not (_is_nothing(reports.of(unit), cell) and not has_more(reports, unit))
        and ((addend := addend_of(reports, unit, cell)).value or addend.remark)
    ]


def _is_nothing(versions: Sequence[SetReport], cell: str) -> bool:
    """Whether a unit certainly adds 0, as most do to most cells."""
    return (
        len(versions) == 1
        and versions[0].is_whole
        and versions[0].value(cell) == 0
        and not versions[0].empty_tables
        and cell not in versions[0].doubted
    )


def addend_of(reports: ReportSet, unit: str, cell: str) -> Addend:
    """What a unit adds to its parent's cell."""
    versions = reports.of(unit)
    if not versions:
        return Addend(unit, None, _UNREADABLE if reports.unread_of(unit) else _MISSING)
    values = distinct_values(versions, cell)
    remark = _remark(versions, cell, values) or (_MORE if has_more(reports, unit) else "")
    return Addend(unit, values[0] if values else None, remark)


def has_more(reports: ReportSet, unit: str) -> bool:
    """Whether another file may be a unit's, too: one not readable, or one that is asked."""
    return bool(reports.unread_of(unit) or reports.asked_of(unit))


def _remark(versions: Sequence[SetReport], cell: str, values: Sequence[Number]) -> str:
    if not values or len(values) < len({report.value(cell) for report in versions}):
        return _NO_CELL
    if len(values) > 1:
        return _SEVERAL
    if not all(report.is_sure(cell) for report in versions):
        return _DOUBTED
    if any(cell.split(".")[0] in report.empty_tables for report in versions):
        return _EMPTY
    return "" if all(report.is_whole for report in versions) else _PARTIAL


def distinct_values(versions: Sequence[SetReport], cell: str) -> tuple[Number, ...]:
    """The numbers in a cell of several reports of one unit, each once."""
    if len(versions) == 1:  # as nearly always
        value = versions[0].value(cell)
        return () if value is None else (value,)
    values = (report.value(cell) for report in versions)
    return tuple(dict.fromkeys(value for value in values if value is not None))


def possible_sums(reports: ReportSet, units: Iterable[str], cell: str) -> set[Number]:
    """Every sum that the units' reports allow, where some have several with other numbers.

    Empty where they are too many to be tried.
    """
    sums: set[Number] = {0}
    for unit in units:
        values = distinct_values(reports.of(unit), cell) or (0,)
        sums = {total + value for total in sums for value in values}
        if len(sums) > _MOST_SUMS:
            return set()
    return sums
