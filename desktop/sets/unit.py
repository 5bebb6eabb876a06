"""A unit: an office that reports, as the roster lists it or as its reports name it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Final

from desktop.errors import AppError, ExitCode

REPORT_YEARS: Final = range(2008, 2101)
"""the years of which there can be reports: the Regulation is in force since May 2008"""


class RosterError(AppError):
    """A roster file cannot be used at all; the message says why and what to do."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of every year, as `1月31日` in a roster: no date, until a year is given.

    A type of its own, so that nobody compares it with the date below a report.
    """

    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """The day in a year; 29 February is the 28th where there is none.

        None in a year of which there are no dates.
        """
        if not MINYEAR <= year <= MAXYEAR:
            return None
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))


Deadline = date | MonthDay
"""the last day to publish: of one year, or of every year"""


@dataclass(frozen=True, slots=True)
class Unit:
    """An office that reports.

    `aliases` are its other names: shorter ones, and those of before a reform. `parent` is the
    name of another unit, None for a root; `parent_is_guess` where no person has said so.
    `makes_regulations` (可制定规章) is None where nobody has said.
    """

    name: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    deadline: Deadline | None = None
    makes_regulations: bool | None = None
    parent_is_guess: bool = False

    def due(self, year: int) -> date | None:
        """The last day to publish the report of `year`: a day in the year after it.

        So is a date of another year, from a roster that is used again: nothing else can be
        meant, and before the year's end no report of it can be published.
        """
        if self.deadline is None:
            return None
        return MonthDay(self.deadline.month, self.deadline.day).in_year(year + 1)
