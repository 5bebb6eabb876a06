"""An open file: being read, readable with its review, or not readable with the reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from desktop.batch.outcome import Obstacle, Outcome
from desktop.review.journal import RecoveredReport
from desktop.review.linking import NOT_GIVEN, Previous
from desktop.review.rebase import Rebased, rebase, rebase_recovered
from desktop.review.review import Review
from desktop.review.saved import Saved, saved_from
from desktop.rules.finding import Severity
from desktop.rules.rule import RuleSet
from desktop.workspace.finding_index import FindingIndex
from desktop.workspace.messages import NOT_READABLE
from desktop.workspace.states import CheckState, Readability, WorkState


class OpenReport:
    """One file, what came of it, and what a person did with it since."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.review: Review | None = None
        self.reason: str | None = None
        """why the file cannot be read now"""
        self.detail = ""
        self.obstacle: Obstacle | None = None
        """what kind of reason that is"""
        self.sha256: str | None = None
        self.seen = False
        self.unread_set_aside = ""
        """why a file that cannot be read was set aside"""
        self.index = FindingIndex.empty()
        self.printed_counts: Counter[Severity] = Counter()
        """findings as the page has them, by severity; what the list is sorted by"""
        self.rebased: Rebased | None = None
        """what became of an earlier review when the file was read, where there was one"""
        self._loading = True
        self._stamp: tuple[int, int] | None = None

    @property
    def readability(self) -> Readability:
        """What could be read of the file."""
        if self._loading:
            return Readability.LOADING
        if self.review is None:
            return Readability.UNREADABLE
        return Readability.PARTIAL if self.review.printed.unread else Readability.READ

    @property
    def is_readable(self) -> bool:
        """Whether there is a report to look at, read whole or in part."""
        return self.readability in (Readability.READ, Readability.PARTIAL)

    @property
    def is_loading(self) -> bool:
        """Whether the file is being read."""
        return self._loading

    @property
    def check_state(self) -> CheckState:
        """The worst that waits for a person; what was not read whole is never clean."""
        counts = self.counts
        if counts[Severity.ERROR]:
            return CheckState.ERROR
        whole = self.readability is Readability.READ
        return CheckState.CLEAN if whole and not counts[Severity.WARNING] else CheckState.WARNING

    @property
    def work_state(self) -> WorkState:
        """How far a person has come with it."""
        if self.set_aside:
            return WorkState.SET_ASIDE
        if self.review is not None and self.review.done:
            return WorkState.PASSED
        return WorkState.IN_REVIEW if self.seen else WorkState.UNSEEN

    @property
    def set_aside(self) -> str:
        """Why a person set it aside; empty for not."""
        return self.unread_set_aside if self.review is None else self.review.set_aside

    @property
    def key(self) -> str:
        """What the file is known by when it is opened again."""
        return self.sha256 or str(self.path)

    @property
    def name(self) -> str:
        """`洪泽区人民政府 2024`; the file's name where the page does not tell."""
        if self.review is None:
            return self.path.name
        report = self.review.report
        parts = [report.agency, str(report.year or "")]
        return " ".join(part for part in parts if part) or self.path.name

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings wait for a person now, by severity."""
        findings = self.index.findings
        return Counter(
            f.severity for f, open_ in zip(findings, self.index.open, strict=True) if open_
        )

    @property
    def has_unsaved_steps(self) -> bool:
        """Whether a person's work is in no saved review yet."""
        return self.review is not None and not self.review.is_saved

    @property
    def is_outdated(self) -> bool:
        """Whether the file is another one than was read."""
        return self.review is not None and self._stamp != _stamp_of(self.path)

    @property
    def order(self) -> tuple[int, int, int]:
        """Sorts by work to do: most errors first, then what cannot be read, what is done last."""
        if self._loading:
            return 2, 0, 0
        if self.work_state.is_done:
            return 3, 0, 0
        if self.review is None:
            return 1, 0, 0
        counts = self.printed_counts
        return 0, -counts[Severity.ERROR], -counts[Severity.WARNING]

    def take(
        self,
        outcome: Outcome,
        rules: RuleSet,
        previous: Previous = NOT_GIVEN,
        saved: Saved | None = None,
        recovered: RecoveredReport | None = None,
    ) -> None:
        """Accept what came of reading.

        Args:
            outcome: of the file; if it was checked, by these rules.
            rules: the rules in force.
            previous: last year's report, or why there is none.
            saved: an earlier review of it.
            recovered: what a killed program left; it comes on top of the earlier review.
        """
        self._loading = False
        self._stamp = _stamp_of(self.path)
        if outcome.report is None:
            self.reason, self.detail = outcome.reason or NOT_READABLE, outcome.detail
            self.obstacle = outcome.obstacle
            self.sha256 = outcome.sha256 or self.sha256
            return
        self.obstacle, self.sha256 = None, outcome.sha256
        before, self.reason, self.rebased = self.review, None, None
        checked = outcome.checked if outcome.previous == previous else None
        sha256 = outcome.sha256 or ""
        self.review = Review(outcome.path, sha256, outcome.report, rules, previous, checked)
        if before is not None:
            # A newer version of what is open: the work on the old one goes before.
            self._take_up(rebase(saved_from(before), self.review), before.saved)
        elif saved is not None:
            rebased = rebase(saved, self.review)
            if not rebased.same and recovered is not None and recovered.goes_on(saved.steps):
                # One line of work, which is compared as a whole.
                saved = replace(saved, steps=tuple(recovered.steps))
                rebased, recovered = rebase(saved, self.review), None
            self._take_up(rebased, len(saved.steps))
        if recovered is not None:
            self.recover(recovered)
        self.refresh()

    def recover(self, recovered: RecoveredReport) -> None:
        """Put back what a killed program left, onto what was done since."""
        if self.review is not None and (recovered.steps or recovered.undone):
            before, rebased = self.rebased, rebase_recovered(recovered, self.review)
            saved = self.review.saved if self.review.history else recovered.saved
            self._take_up(rebased, saved)
            if before is not None and not before.same:
                # What became of the saved review has still to be said.
                self.rebased = rebased.after(before)
            self.refresh()

    def _take_up(self, rebased: Rebased, saved: int | None) -> None:
        """Go on where an earlier review ended, of whose steps so many are in a saved one."""
        self.rebased = rebased
        if self.review is not None:
            self.seen = self.seen or bool(rebased.steps)
            for _ in range(rebased.undone):
                self.review.undo()
            if rebased.steps or not rebased.undone:
                held = rebased.same and not rebased.undone
                self.review.take_up(rebased.steps, saved if held else None)

    def load_again(self) -> None:
        """Have the file read, or read again; what was done with it is kept."""
        self.reason, self._loading = None, True

    def stop_loading(self, reason: str) -> None:
        """Have the file not read after all; what was read of it before still stands."""
        self.reason, self._loading = reason, False

    def refresh(self) -> None:
        """Follow what was done in the review."""
        if self.review is not None:
            self.index = FindingIndex(self.review.checked, self.review)
            found = self.review.printed_findings
            self.printed_counts = Counter(finding.severity for finding in found)


def _stamp_of(path: Path) -> tuple[int, int] | None:
    """What changes with a file: its time and size; None where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
