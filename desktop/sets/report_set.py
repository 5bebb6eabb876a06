"""The report set: offices by the years of their reports, and the files that are nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from desktop.sets.name_search import NameSearch, unit_in_file_name, years_in_file_name
from desktop.sets.owners import Owner, Owners
from desktop.sets.roster import Roster
from desktop.sets.set_report import SetReport


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


@dataclass(frozen=True)
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
        return self._unread_by_unit.get(unit, ())

    def asked_of(self, unit: str) -> tuple[Question, ...]:
        """The questions whose report may be a unit's of this year."""
        return self._asked_by_unit.get(unit, ())

    @cached_property
    def _unread_by_unit(self) -> Mapping[str, tuple[UnreadFile, ...]]:
        # A year in a file's name may be the one in which the report was published.
        years = (None, self.year, self.year + 1)
        found: dict[str, tuple[UnreadFile, ...]] = {}
        for file in self.unread:
            if file.unit is not None and file.year in years:
                found[file.unit] = (*found.get(file.unit, ()), file)
        return found

    @cached_property
    def _asked_by_unit(self) -> Mapping[str, tuple[Question, ...]]:
        found: dict[str, tuple[Question, ...]] = {}
        for question in self.questions:
            for unit in question.candidates if question.report.year in (None, self.year) else ():
                found[unit] = (*found.get(unit, ()), question)
        return found


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
    owners = Owners((report.agency for report in reports), roster, answers)
    known = owners.roster
    found: dict[str, dict[int, tuple[SetReport, ...]]] = {unit.name: {} for unit in known.units}
    unlisted: list[SetReport] = []
    questions: list[Question] = []
    for report in reports:
        owner = owners.of(report.agency) if report.agency else Owner(reason="没有读到单位名称")
        if owner.unit is not None and report.year is None:
            owner = Owner(None, (owner.unit,), "没有读到报告年度")
        if owner.unit is not None and report.year is not None:
            of_unit = found[owner.unit]
            of_unit[report.year] = (*of_unit.get(report.year, ()), report)
        elif owner.reason:
            questions.append(Question(report, owner.candidates, owner.reason))
        else:
            unlisted.append(report)
    search = NameSearch(known.units, owners.region)
    return ReportSet(
        known,
        roster is not None,
        _latest(found) if year is None else year,
        found,
        tuple(unlisted),
        tuple(questions),
        tuple(_named(file, search) for file in unread),
    )


def _latest(found: Mapping[str, Mapping[int, tuple[SetReport, ...]]]) -> int:
    """The latest year of which a unit has a report; one to come is a slip of somebody's pen."""
    this_year = datetime.now(tz=UTC).astimezone().year
    years = {year for by_year in found.values() for year in by_year}
    return max((year for year in years if year <= this_year), default=max(years, default=0))


def _named(file: UnreadFile, search: NameSearch) -> UnreadFile:
    """Whose an unreadable file is, as its name says."""
    unit, years = unit_in_file_name(file.file.stem, search), years_in_file_name(file.file.stem)
    year = years[0] if len(years) == 1 else None
    return UnreadFile(file.file, file.reason, None if unit is None else unit.name, year)
