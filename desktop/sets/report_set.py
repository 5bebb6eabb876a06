"""The report set: offices by the years of their reports, and the files that are nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.sets.names import NameIndex, common_region, normal_name
from desktop.sets.roster import Roster, roster_of
from desktop.sets.set_report import SetReport

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file of which no report came, and why; `unit` and `year` as far as its name tells."""

    file: Path
    reason: str
    unit: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A report of which it is not certain whose it is: a person has to say once.

    `candidates` are the units that it may be of; none where the page does not tell an office.
    """

    report: SetReport
    candidates: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ReportSet:
    """Who must report, and the reports that there are.

    `reports` holds, by unit and year, what that unit handed in for that year: one report, or
    several. `year` is the one looked at. `has_roster` tells whether a person said who must
    report; else the units are those met, and their parents guesses. `unlisted` are of offices
    that are not on the roster.
    """

    roster: Roster
    has_roster: bool
    year: int
    reports: Mapping[str, Mapping[int, tuple[SetReport, ...]]]
    unlisted: tuple[SetReport, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: tuple[UnreadFile, ...] = ()

    def of(self, unit: str, year: int | None = None) -> tuple[SetReport, ...]:
        """What a unit handed in, for the year looked at or another one."""
        return self.reports.get(unit, {}).get(self.year if year is None else year, ())

    def all_of(self, unit: str) -> tuple[SetReport, ...]:
        """What a unit handed in for any year, the latest year first."""
        years = sorted(self.reports.get(unit, {}).items(), reverse=True)
        return tuple(report for _, reports in years for report in reports)

    def unread_of(self, unit: str) -> tuple[UnreadFile, ...]:
        """The files that seem to be a unit's of this year, and could not be read."""
        return tuple(
            file for file in self.unread if file.unit == unit and file.year in (None, self.year)
        )


def report_set(
    reports: Sequence[SetReport],
    unread: Iterable[UnreadFile] = (),
    roster: Roster | None = None,
    year: int | None = None,
    answers: Mapping[str, str] | None = None,
) -> ReportSet:
    """Reports sorted by whose they are.

    Args:
        reports: all that were read, of any year.
        unread: the files that could not be read.
        roster: who must report; without it, those who reported.
        year: the one to look at; the latest of which a unit has a report, by default.
        answers: whose a name is, as a person said; empty for nobody's on the roster.
    """
    known = roster or roster_of(dict.fromkeys(r.agency for r in reports if r.agency))
    region = common_region([report.agency for report in reports if report.agency])
    index, answers = NameIndex(known.units, region), answers or {}
    found: dict[str, dict[int, tuple[SetReport, ...]]] = {unit.name: {} for unit in known.units}
    unlisted: list[SetReport] = []
    questions: list[Question] = []
    for report in reports:
        owner = _owner(report, index, answers)
        if isinstance(owner, Question):
            questions.append(owner)
        elif owner is None or report.year is None:
            unlisted.append(report)
        else:
            of_unit = found[owner]
            of_unit[report.year] = (*of_unit.get(report.year, ()), report)
    years = [held for by_year in found.values() for held in by_year]
    return ReportSet(
        known,
        roster is not None,
        year if year is not None else max(years, default=0),
        found,
        tuple(unlisted),
        tuple(questions),
        tuple(_named(file, index) for file in unread),
    )


def _owner(
    report: SetReport, index: NameIndex, answers: Mapping[str, str]
) -> str | Question | None:
    """The unit whose report it is, None for nobody's, or what a person has to say."""
    if not report.agency or report.year is None:
        lacks = "报告年度" if report.agency else "单位名称"
        return Question(report, (), f"没有读到{lacks}")
    answer = answers.get(normal_name(report.agency))
    if answer == "":
        return None
    match = index.find(report.agency if answer is None else answer)
    if match.unit is not None:
        return match.unit.name
    if answer is not None and not match.candidates:
        return Question(report, (), f"以前确认为“{answer}”，现在名单上没有")
    if match.candidates:
        return Question(report, tuple(unit.name for unit in match.candidates), match.reason)
    return None


def _named(file: UnreadFile, index: NameIndex) -> UnreadFile:
    """Whose an unreadable file is, as its name says."""
    stem = normal_name(file.file.stem)
    year = _YEAR.search(stem)
    name = _YEAR.sub("", stem).removesuffix("年度").removesuffix("年")
    match = index.find(re.split(r"年|政府信息公开|年度报告|[-_（(]", name)[0] or name)
    unit = None if match.unit is None else match.unit.name
    return UnreadFile(file.file, file.reason, unit, int(year[0]) if year else None)
