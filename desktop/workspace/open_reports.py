"""All open reports: opened, read, compared with last year's, in the order of their work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.batch.outcome import Outcome
from desktop.review.journal import RecoveredReport
from desktop.review.saved import Saved
from desktop.rules.rule import RuleSet
from desktop.workspace.open_report import OpenReport
from desktop.workspace.previous_reports import PreviousReports
from desktop.workspace.work_states import FileState, WorkStates


class OpenReports(list[OpenReport]):
    """In the order in which they were opened.

    Args:
        rules: the rules in force.
        states: how far a person came with files in earlier runs.
    """

    def __init__(self, rules: RuleSet, states: WorkStates) -> None:
        super().__init__()
        self.rules = rules
        self._states = states
        self.previous = PreviousReports(self)
        self._recovered: dict[Path, RecoveredReport] = {}

    def in_work_order(self) -> list[OpenReport]:
        """By the work there is to do, those opened first before others."""
        return sorted(self, key=lambda report: report.order)

    def unsaved(self) -> list[OpenReport]:
        """Those with work that is in no saved review."""
        return [report for report in self if report.has_unsaved_steps]

    def recover(
        self, recovered: Iterable[RecoveredReport]
    ) -> tuple[tuple[OpenReport, ...], list[Path]]:
        """Put back what a killed program left.

        Returns:
            The reports in which it was; and the files that have to be read for it.
        """
        known = {report.path: report for report in self}
        put_back, waiting = [], []
        for one in recovered:
            report = known.get(one.path)
            if report is not None and report.is_readable and report.reason is None:
                report.recover(one)
                put_back.append(report)
            else:
                self._recovered[one.path] = one
                waiting.append(one.path)
        return tuple(put_back), waiting

    @property
    def expected(self) -> list[RecoveredReport]:
        """What a killed program left of files that could not be read since."""
        return list(self._recovered.values())

    def add(self, paths: Sequence[Path]) -> tuple[tuple[OpenReport, ...], tuple[OpenReport, ...]]:
        """Open files.

        Returns:
            The new ones; and all that are to be read, in the order given, with those among
            them that were open but could not be read, or are other files by now.
        """
        known = {report.path: report for report in self}
        added = {path: OpenReport(path) for path in paths if path not in known}
        again = {
            path: known[path]
            for path in paths
            if path in known and (known[path].reason is not None or known[path].is_outdated)
        }
        for report in again.values():
            report.load_again()
        self.extend(added.values())
        wanted = added | again
        order = (path for path in dict.fromkeys(paths) if path in wanted)
        return tuple(added.values()), tuple(wanted[path] for path in order)

    def take(self, outcome: Outcome, saved: Saved | None) -> OpenReport | None:
        """Accept what came of reading a file; None where that was no report in the list."""
        self.previous.take(outcome, self.rules, saved)
        loading = (report for report in self if report.is_loading)
        report = next((report for report in loading if report.path == outcome.path), None)
        if report is not None:
            readable = outcome.report is not None
            # A file that cannot be read now may be back tomorrow: its steps wait in the journal.
            recovered = self._recovered.pop(outcome.path, None) if readable else None
            previous = self.previous.of(report.path, outcome.report)
            report.take(outcome, self.rules, previous, saved, recovered)
            known = self._states.of(report.key)
            report.seen = report.seen or known.seen
            report.unread_set_aside = known.set_aside
        return report

    def keep_state(self, report: OpenReport) -> None:
        """Remember how far a person came with a report, for later runs."""
        self._states.keep(report.key, FileState(report.seen, report.unread_set_aside))

    def compare(self) -> tuple[OpenReport, ...]:
        """Check again those for which the rules, or last year's report, are others now.

        Returns:
            Those that were checked again.
        """
        return self.previous.compare(self.rules)
