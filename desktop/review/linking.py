"""The same office's report of the year before: given by a person, or found among others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from desktop.report.model import Report
from desktop.rules.finding import NO_PREVIOUS
from desktop.sets.names import region_of

_COLUMNS: Final = ("natural", "enterprise", "research", "social", "legal", "other")
# Districts of two cities may share a name: 鼓楼区.
_COUNTY_OR_ABOVE: Final = re.compile(r"[省市州盟县旗]|自治区")
_TOO_MANY: Final = 4
_OTHER: Final = "同名单位上一年度的报告与本年几乎处处衔接不上，不能确认是同一单位的，未能核对"

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


@lru_cache(maxsize=4096)
def tells_region(name: str) -> bool:
    """Whether an office's name says in which county, or larger region, it lies.

    Every county has its 教育局, and 城关镇 is the name of many towns.
    """
    return _COUNTY_OR_ABOVE.search(region_of(name)) is not None


def unit_year_of(report: Report) -> UnitYear | None:
    """Whose report it is, and of which year; None where the page does not tell both."""
    name = same_name(report.agency or "")
    return (name, report.year) if name and report.year is not None else None


def by_unit(reports: Iterable[Report]) -> Mapping[UnitYear, Sequence[Report]]:
    """Reports by whose they are; those that do not tell for certain are left out."""
    found: dict[UnitYear, list[Report]] = {}
    for report in reports:
        unit = unit_year_of(report)
        if unit is not None and tells_region(unit[0]):
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
        return several(len(found))
    return compared_with(report, found[0])


def compared_with(report: Report, last: Report) -> Previous:
    """A report that was found to be last year's by its office's name, unless that is doubtful.

    Offices of two counties may have one name. What goes on from year to year breaks in a place
    or two where somebody made a mistake; where it breaks nearly everywhere, it is more likely
    another office's report, and nobody is accused by that.
    """
    holds, breaks = _continuity(report, last)
    if breaks >= _TOO_MANY and holds * 2 < breaks:
        return Previous(None, _OTHER)
    return Previous(last)


def _continuity(report: Report, last: Report) -> tuple[int, int]:
    """In how many places a report goes on from last year's, and in how many it does not.

    Looked at are 结转 of each column of 表三 and what is in force in 表二, where either is not 0.
    A row of 结转 that was left empty is one mistake.
    """
    carried = [
        (report.value(f"applications.carried_in.{column}"), last.value(cell))
        for column in _COLUMNS
        if (cell := f"applications.carried_out.{column}") in last.cells
    ]
    pairs = [(now, before) for now, before in carried if now or before]
    holds = sum(now == before for now, before in pairs)
    breaks = len(pairs) - holds
    if not any(now for now, _ in pairs):
        breaks = min(breaks, 1)
    for kind in ("regulation", "normative"):
        issued, repealed, in_force = (
            report.value(f"proactive.{kind}.{column}")
            for column in ("issued", "repealed", "in_force")
        )
        before = last.value(f"proactive.{kind}.in_force")
        if None in (issued, repealed, in_force, before) or not (in_force or before):
            continue
        goes_on = in_force == (before or 0) + (issued or 0) - (repealed or 0)
        holds, breaks = holds + goes_on, breaks + (not goes_on)
    return holds, breaks


def several(count: int) -> Previous:
    """Several reports of last year that say different things."""
    return Previous(None, f"上一年度的报告有 {count} 份，内容不同，未能核对")


def being_read(path: Path) -> Previous:
    """Last year's report while it is read."""
    return Previous(None, f"正在读取上一年度的报告 {path.name}，未能核对")


def not_readable(path: Path, reason: str) -> Previous:
    """A report given as last year's that cannot be read: the check of this year's goes on."""
    return Previous(None, f"上一年度的报告 {path.name} 读不出（{reason.rstrip('。')}），未能核对")
