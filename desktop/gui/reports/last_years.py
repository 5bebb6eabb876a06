"""Which report of the year before each report on the desk is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop.batch.files import same_path
from desktop.batch.outcome import Outcome
from desktop.gui.reports.entry import Entry, State
from desktop.report.model import Report
from desktop.review.linking import (
    NOT_GIVEN,
    Previous,
    Unit,
    being_read,
    by_unit,
    not_readable,
    previous_among,
)
from desktop.review.store import Saved
from desktop.rules.rule import RuleSet


class LastYears:
    """The one that a person gave, else the one found among the reports on the desk.

    Args:
        entries: what is on the desk; the list is followed.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._given: dict[Path, Path] = {}
        # Read only to be compared with: nobody reviews them, and the list does not show them.
        self._beside: dict[Path, Entry] = {}

    def give(self, path: Path, last: Path) -> list[Path]:
        """Have the report at `path` compared with the one at `last`.

        Returns:
            What has to be read for it.
        """
        last = same_path(last)
        self._given[path] = last
        if any(entry.path == last for entry in self._entries):
            return []
        self._beside[last] = Entry(last)
        return [last]

    def take(self, outcome: Outcome, rules: RuleSet, saved: Saved | None) -> None:
        """Accept what came of reading a report given; a correction saved with it counts."""
        entry = self._beside.get(outcome.path)
        if entry is not None and entry.state is State.READING:
            entry.take(outcome, rules, saved=saved)

    def waiting(self) -> list[Path]:
        """What is still being read, on the desk or beside it."""
        entries = (*self._entries, *self._beside.values())
        return [entry.path for entry in entries if entry.state is State.READING]

    def previous(self, path: Path, report: Report | None) -> Previous:
        """What the report at a path, as it stands, is compared with."""
        return NOT_GIVEN if report is None else self._previous(path, report, self._units())

    def compare(self, rules: RuleSet) -> None:
        """Check every report on the desk again for which the rules, or last year's, are new."""
        units = self._units()
        for entry in self._entries:
            if (review := entry.review) is None:
                continue
            previous = self._previous(entry.path, review.report, units)
            if review.rules is not rules or review.previous != previous:
                review.check_by(rules, previous)

    def _units(self) -> Mapping[Unit, Sequence[Report]]:
        return by_unit(entry.review.report for entry in self._entries if entry.review is not None)

    def _previous(
        self, path: Path, report: Report, units: Mapping[Unit, Sequence[Report]]
    ) -> Previous:
        last = self._given.get(path)
        if last is None:
            return previous_among(report, units)
        opened = next((entry for entry in self._entries if entry.path == last), None)
        entry = opened or self._beside.get(last)
        if entry is None:
            return previous_among(report, units)
        if entry.review is not None:
            return Previous(entry.review.report)
        return being_read(last) if entry.reason is None else not_readable(last, entry.reason)
