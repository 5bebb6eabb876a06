"""The same office's report of the year before: given by a person, or found among others."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from desktop.report.model import Report
from desktop.rules.finding import NO_PREVIOUS

UnitYear = tuple[str, int]
"""an office's name, however it is spaced, and a year"""


@dataclass(frozen=True, slots=True)
class Previous:
    """Last year's report, or in a few words why there is none."""

    report: Report | None = None
    reason: str = NO_PREVIOUS


NOT_GIVEN: Final = Previous()
"""nobody gave one, and none was found"""


@lru_cache(maxsize=4096)
def same_name(agency: str) -> str:
    """An office's name as it is compared: full-width or spaced out, it is the same one."""
    return "".join(unicodedata.normalize("NFKC", agency).split())


def unit_year_of(report: Report) -> UnitYear | None:
    """Whose report it is, and of which year; None where the page does not tell both."""
    name = same_name(report.agency or "")
    return (name, report.year) if name and report.year is not None else None


def by_unit(reports: Iterable[Report]) -> Mapping[UnitYear, Sequence[Report]]:
    """Reports by whose they are; those that do not tell are left out."""
    found: dict[UnitYear, list[Report]] = {}
    for report in reports:
        if (unit := unit_year_of(report)) is not None:
            found.setdefault(unit, []).append(report)
    return found


def previous_among(report: Report, others: Mapping[UnitYear, Sequence[Report]]) -> Previous:
    """The same office's report of the year before, where exactly one is there.

    Two that say different things are not chosen from: the wrong one would accuse the office.
    """
    unit = unit_year_of(report)
    found = () if unit is None else others.get((unit[0], unit[1] - 1), ())
    if not found:
        return NOT_GIVEN
    if any(other.cells != found[0].cells for other in found[1:]):
        return Previous(None, f"上一年度的报告打开了 {len(found)} 份，内容不同，未能核对")
    return Previous(found[0])


def being_read(path: Path) -> Previous:
    """Last year's report while it is read."""
    return Previous(None, f"正在读取上一年度的报告 {path.name}，未能核对")


def not_readable(path: Path, reason: str) -> Previous:
    """A report given as last year's that cannot be read: the check of this year's goes on."""
    return Previous(None, f"上一年度的报告 {path.name} 读不出（{reason.rstrip('。')}），未能核对")
