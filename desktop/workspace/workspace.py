"""The open reports, and everything that is done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.batch.outcome import Outcome
from desktop.review.changes import Completion, SettingAside, Step, StepChange
from desktop.review.journal import RecoveredReport
from desktop.review.saved import Saved
from desktop.rules.rule import RuleSet
from desktop.workspace.change import Change
from desktop.workspace.clock import timestamp
from desktop.workspace.journal_recorder import JournalRecorder
from desktop.workspace.messages import STOPPED
from desktop.workspace.open_report import OpenReport
from desktop.workspace.open_reports import OpenReports
from desktop.workspace.selection import Selection
from desktop.workspace.work_states import WorkStates

Load = Callable[[Sequence[Path], RuleSet], None]
"""has files read and checked by these rules; what comes of them is for `Workspace.take`"""


class Workspace(Selection):
    """The one state that is shown, and changed through here; all in one thread.

    Args:
        rules: the rules in force.
        load: has files read.
        recorder: writes the journal.
        author: who reviews here.
        states: how far a person came with files in earlier runs; none are known by default.
    """

    def __init__(
        self,
        rules: RuleSet,
        load: Load,
        recorder: JournalRecorder,
        author: Callable[[], str] = str,
        states: WorkStates | None = None,
    ) -> None:
        super().__init__()
        self.author = author
        self.recorder = recorder
        self.reports = OpenReports(rules, states or WorkStates())
        self._load = load
        self._opened: set[Path] = set()
        """the files opened last, all those of one drop"""
        self._shown_unasked: OpenReport | None = None
        """the report that counts as seen only because it was shown while others were read"""

    # --- Files and rules -------------------------------------------------------------------

    def add_files(self, paths: Sequence[Path]) -> None:
        """Open files; those that are open already are read again if they are others now."""
        if not paths:
            return
        added, wanted = self.reports.add(paths)
        files = [report.path for report in wanted]
        self._opened = set(files)
        self.recorder.files_added(files)
        first = next(report for report in self.reports if report.path in paths)
        self._is_chosen = first.review is not None
        shown = first is not self.current
        if shown:
            self._make_current(first)
        self._tell(Change(added=added, reports=wanted), shown=shown)
        self._load(files, self.reports.rules)

    def use_rules(self, rules: RuleSet) -> None:
        """Check every report by other rules; those being read are read again."""
        self.reports.rules = rules
        self._compare()
        self._load(self.reports.previous.loading(), rules)

    def give_previous(self, path: Path) -> None:
        """Compare the report looked at with this one of the year before."""
        if self.current is not None:
            unread = self.reports.previous.give(self.current.path, path)
            self._compare()
            self._load(unread, self.reports.rules)

    def take(self, outcome: Outcome, saved: Saved | None, by: RuleSet) -> None:
        """Accept what came of reading a file and checking it by some rules.

        Until a person chooses, the first that can be read is looked at; when all are read, the
        worst of those opened last.
        """
        if by is not self.reports.rules:
            # It was given up when the rules changed, and is being read again.
            return
        report = self.reports.take(outcome, saved)
        if report is not None:
            self._follow_reading(report, readable=outcome.report is not None)
        self._compare()

    def _follow_reading(self, report: OpenReport, *, readable: bool) -> None:
        if readable and report.review is not None:
            self.recorder.opened(report.review)
        before, unasked = self.current, self._shown_unasked
        if not self._is_chosen:
            self._make_current(self._first_to_show(report))
        elif report is before:
            self._make_current(report)
        shown = report is before or self.current is not before
        if unasked is not None and unasked is not self.current and unasked.review is not None:
            # Nobody looked at it.
            unasked.seen = bool(unasked.review.history)
            self.reports.keep_state(unasked)
        # What was read before still stands, and must not pass for the file as it is.
        lost = (report,) if report.review is not None and not readable else ()
        read = (report,) if readable else ()
        self._tell(Change(read=read, lost=lost, reports=(report,)), shown=shown)

    def _first_to_show(self, read: OpenReport) -> OpenReport:
        """While nobody chose: the first that can be looked at, and in the end the worst."""
        if any(report.is_loading for report in self.reports):
            waits = self.current is None or not self.current.is_readable
            return read if self.current is None or (waits and read.is_readable) else self.current
        opened = (r for r in self.reports.in_work_order() if r.path in self._opened)
        return next(opened, read)

    def _was_seen(self, report: OpenReport) -> None:
        self._shown_unasked = None if self._is_chosen else report
        self.reports.keep_state(report)

    def recover(self, recovered: Sequence[RecoveredReport]) -> list[Path]:
        """Put back what a killed program left.

        Returns:
            The files that have to be opened for it.
        """
        self.recorder.recovered(recovered)
        put_back, waiting = self.reports.recover(recovered)
        for report in put_back:
            if report.review is not None:
                self.recorder.opened(report.review)
        shown = self.current in put_back
        if self.current is not None and shown:
            self._find_again(self.current)
        self._tell(Change(read=put_back, reports=put_back, findings=shown, finding=shown))
        # Next year's report may be compared with what was put back.
        self._compare()
        return waiting

    def set_unread_aside(self, report: OpenReport, reason: str) -> None:
        """Set a file aside that cannot be read: no review can hold that."""
        report.unread_set_aside = reason
        self.reports.keep_state(report)
        self._tell(Change(reports=(report,)))

    def stop_loading(self) -> None:
        """Give up the files that are not read yet."""
        stopped = tuple(report for report in self.reports if report.is_loading)
        for report in stopped:
            report.stop_loading(STOPPED)
        self.reports.previous.stop_loading(STOPPED)
        shown = self.current in stopped
        if self.current is not None and shown:
            self._make_current(self.current)
        self._tell(Change(reports=stopped), shown=shown)
        self._compare()

    def mark_saved(self, report: OpenReport, steps: Sequence[Step]) -> None:
        """A review of the report was saved with these steps."""
        if report.review is not None:
            report.review.mark_saved(steps)
            self.recorder.saved(report.path, report.review.saved)
            self._tell(Change(reports=(report,)))

    # --- Steps; `review_commands` says what a person can do -------------------------------

    def do(self, *changes: StepChange) -> None:
        """Make changes in the report looked at, as one step; a change opens what was done."""
        report, review = self.current, self.review
        if report is None or review is None or not changes:
            return
        completes = any(isinstance(change, Completion) for change in changes)
        if review.done and not completes:
            changes = (*changes, Completion(before=True, after=False))
        if review.set_aside and not any(isinstance(each, SettingAside) for each in changes):
            changes = (*changes, SettingAside(review.set_aside, ""))
        step = review.apply(*changes, author=self.author(), time=timestamp())
        self.recorder.step_made(report.path, step)
        self._follow(report, step)

    def undo(self) -> None:
        """Take the last step in the report looked at back."""
        report, review = self.current, self.review
        if report is not None and review is not None and (step := review.undo()) is not None:
            self.recorder.step_undone(report.path)
            self._follow(report, step)

    def redo(self) -> None:
        """Make the step again that was taken back last in the report looked at."""
        report, review = self.current, self.review
        if report is not None and review is not None and (step := review.redo()) is not None:
            self.recorder.step_made(report.path, step)
            self._follow(report, step)

    def _follow(self, report: OpenReport, step: Step) -> None:
        """Select what was changed, in what the rules say of it now."""
        report.refresh()
        self._find_again(report)
        alone = len(step.edits) == 1
        if alone:
            self._select_cell(step.edits[0].name, report)
        self._tell(Change(reports=(report,), findings=True, finding=True, cell=alone))
        if step.edits:
            # Next year's report may be compared with what was changed here.
            self._compare()

    def _compare(self) -> None:
        """Check again what other rules, or another report of last year, say other things of."""
        checked = self.reports.compare()
        shown = self.current in checked
        if self.current is not None and shown:
            self._find_again(self.current)
        if checked:
            self._tell(Change(reports=checked, findings=shown, finding=shown))
