"""Which report of the year before each open report is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop.batch.files import same_path
from desktop.batch.outcome import Outcome
from desktop.report.model import Report
from desktop.review.linking import (
    NOT_GIVEN,
    Previous,
    UnitYear,
    being_read,
    by_unit,
    not_readable,
    previous_among,
)
from desktop.review.saved import Saved
from desktop.rules.rule import RuleSet
from desktop.workspace.open_report import OpenReport


class PreviousReports:
    """The one that a person gave, else the one found among the open reports.

    Args:
        reports: those that are open; the list is followed.
    """

    def __init__(self, reports: Sequence[OpenReport]) -> None:
        self._reports = reports
        self._given: dict[Path, Path] = {}
        # Read only to be compared with: nobody reviews them, and the list does not show them.
        self._beside: dict[Path, OpenReport] = {}

    def give(self, path: Path, previous: Path) -> list[Path]:
        """Have the report at `path` compared with the one at `previous`.

        Returns:
            What has to be read for it.
        """
        previous = same_path(previous)
        self._given[path] = previous
        if any(report.path == previous for report in self._reports):
            return []
        self._beside[previous] = OpenReport(previous)
        return [previous]

    def take(self, outcome: Outcome, rules: RuleSet, saved: Saved | None) -> None:
        """Accept what came of reading a report given; a correction saved with it counts."""
        beside = self._beside.get(outcome.path)
        if beside is not None and beside.is_loading:
            beside.take(outcome, rules, saved=saved)

    def stop_loading(self, reason: str) -> None:
        """Have what is read beside the open reports not read after all."""
        for beside in self._beside.values():
            if beside.is_loading:
                beside.stop_loading(reason)

    def loading(self) -> list[Path]:
        """What is still being read, open or beside the open ones."""
        reports = (*self._reports, *self._beside.values())
        return [report.path for report in reports if report.is_loading]

    def of(self, path: Path, report: Report | None) -> Previous:
        """What the report at a path, as it stands, is compared with."""
        return NOT_GIVEN if report is None else self._previous(path, report, self._units())

    def compare(self, rules: RuleSet) -> tuple[OpenReport, ...]:
        """Check every open report again for which the rules, or last year's, are new.

        Returns:
            Those that were checked again.
        """
        units = self._units()
        checked = []
        for report in self._reports:
            if (review := report.review) is None:
                continue
            previous = self._previous(report.path, review.report, units)
            if review.rules is not rules or review.previous != previous:
                review.check_by(rules, previous)
                report.refresh()
                checked.append(report)
        return tuple(checked)

    def _units(self) -> Mapping[UnitYear, Sequence[Report]]:
        reviews = (report.review for report in self._reports)
        return by_unit(review.report for review in reviews if review is not None)

    def _previous(
        self, path: Path, report: Report, units: Mapping[UnitYear, Sequence[Report]]
    ) -> Previous:
        given = self._given.get(path)
        if given is None:
            return previous_among(report, units)
        opened = next((report for report in self._reports if report.path == given), None)
        found = opened or self._beside.get(given)
        if found is None:
            return previous_among(report, units)
        if found.review is not None:
            return Previous(found.review.report)
        reason = found.reason
        return being_read(given) if reason is None else not_readable(given, reason)
