"""The review of one report: printed readings, edits, decisions, and what the rules say now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.report.model import Cell, Report, read_cell
from desktop.review.changes import Judgement, Remark, SettingAside, Step, StepChange
from desktop.review.edit import Edit, placed
from desktop.review.judgement import Decision, FindingKey, Verdict, finding_key
from desktop.review.linking import NOT_GIVEN, Previous
from desktop.review.resolved import ResolvedProblem, resolved_problems
from desktop.rules.finding import Checked, Finding, Severity
from desktop.rules.rule import RuleSet


class Review:
    """What a person does with one report.

    `history` are the steps made, the last one last; `undone` those taken back, the one to make
    again first. `saved` is how many steps, of both together, are in a saved review; None where
    what was saved cannot be come back to.

    Args:
        path: the PDF.
        sha256: of its bytes.
        report: as read.
        rules: the rules in force.
        previous: the same office's report of the year before, or why there is none.
        checked: what these rules say about it beside that report, where that is known already.
    """

    def __init__(
        self,
        path: Path,
        sha256: str,
        report: Report,
        rules: RuleSet,
        previous: Previous = NOT_GIVEN,
        checked: Checked | None = None,
    ) -> None:
        self.path = path
        self.sha256 = sha256
        self.printed = report
        self.report = report
        self.rules = rules
        self.previous = previous
        self.checked: Checked = self.check(report) if checked is None else checked
        self.printed_checked: Checked = self.checked
        """what the rules in force say about the page"""
        self.decisions: Mapping[FindingKey, Decision] = {}
        self.remark = ""
        self.done = False
        self.set_aside = ""
        self.history: tuple[Step, ...] = ()
        self.undone: tuple[Step, ...] = ()
        self.saved: int | None = 0

    def check(self, report: Report) -> Checked:
        """What the rules in force say about this report as it could stand."""
        # The rules take their time to load, and the window must be on the screen before.
        from desktop.rules.engine import check

        return check(report, self.rules, self.previous.report, self.previous.reason)

    def check_by(self, rules: RuleSet, previous: Previous) -> None:
        """Check again by other rules or beside another report of last year."""
        self.rules, self.previous = rules, previous
        self.checked = self.check(self.report)
        # What is said of the page is compared with what is said of its next version: both by
        # the same rules.
        same = self.report is self.printed
        self.printed_checked = self.checked if same else self.check(self.printed)

    def cell(self, name: str) -> Cell | None:
        """The cell as it stands now, edits included."""
        return self.report.cells.get(name)

    def printed_cell(self, name: str) -> Cell | None:
        """The cell as the page has it."""
        return self.printed.cells.get(name)

    def is_edited(self, name: str) -> bool:
        """Whether the cell now differs from what was read."""
        now, printed = self.cell(name), self.printed_cell(name)
        return now is not printed and now != printed

    def edited(self) -> Mapping[str, tuple[Cell | None, Cell | None]]:
        """Each edited cell: as printed, as it stands now; in the form's order."""
        if self.report is self.printed:
            return {}
        return {
            name: (self.printed_cell(name), self.cell(name))
            for name in self.report.form.slots()
            if self.is_edited(name)
        }

    def edit_to(self, name: str, text: str) -> Edit:
        """The edit that puts `text` into a cell, keeping its place on the page."""
        before = self.cell(name)
        after = read_cell(name, text, None)
        printed = self.printed_cell(name)
        if printed is not None:
            # What was printed is what a person sees again after typing it back.
            same = after.value == printed.value and text == printed.text
            after = printed if same else replace(after, source=printed.source)
        return Edit(name, before, after)

    def edit_to_printed(self, name: str) -> Edit:
        """The edit that takes a cell back to what the page has."""
        return Edit(name, self.cell(name), self.printed_cell(name))

    @property
    def printed_findings(self) -> tuple[Finding, ...]:
        """What the rules in force find on the page."""
        return self.printed_checked.findings

    def resolved(self) -> tuple[ResolvedProblem, ...]:
        """What is wrong on the page, and was put right by edits."""
        return resolved_problems(
            self.printed, self.printed_checked, self.report, self.checked, self.decisions
        )

    def decision_on(self, finding: Finding) -> Decision | None:
        """What was decided on a finding, as long as its cells say what they said then."""
        return self.decisions.get(self._key(finding)) if self.decisions else None

    def judge(self, finding: Finding, decision: Decision | None) -> Judgement:
        """The change that decides on a finding, or takes a decision back."""
        key = self._key(finding)
        return Judgement(key, self.decisions.get(key), decision)

    def _key(self, finding: Finding) -> FindingKey:
        """Of a finding in the report as it stands; of one that edits resolved, on the page."""
        holds = finding in self.checked.findings
        return finding_key(finding, self.report if holds else self.printed)

    def judge_misreport(self, finding: Finding, decision: Decision) -> Judgement | None:
        """The change that says of a finding, as it stands on the page, that the office is wrong.

        None where something was decided on it already, or a cell of it may be misread.
        """
        cells = (self.printed_cell(name) for name in finding.cells)
        if self.decision_on(finding) or any(cell and cell.doubt for cell in cells):
            return None
        on_page = (f for f in self.printed_findings if f.identity == finding.identity)
        printed = next(on_page, None)
        key = finding_key(printed, self.printed) if printed else finding_key(finding, self.report)
        return Judgement(key, self.decisions.get(key), decision)

    def is_open(self, finding: Finding) -> bool:
        """Whether a finding still waits for a person."""
        decision = self.decision_on(finding)
        return decision is None or not decision.settles

    def open_errors(self) -> int:
        """How many errors still wait for a person."""
        findings = self.checked.findings
        return sum(f.severity is Severity.ERROR and self.is_open(f) for f in findings)

    def cause_of(self, name: str) -> Verdict | None:
        """Who was wrong about a cell, as a person last said: the report or the reading."""
        said = [
            (decision.time, decision.verdict)
            for key, decision in self.decisions.items()
            if name in key.cells and decision.verdict is not Verdict.ACCEPTED
        ]
        return max(said, default=("", None), key=lambda item: item[0])[1]

    @property
    def is_saved(self) -> bool:
        """Whether a saved review holds all that was done, and nothing else."""
        return self.saved == len(self.history)

    def mark_saved(self, steps: Sequence[Step]) -> None:
        """A review was saved with these steps; what was done since is not in it."""
        line = (*self.history, *self.undone)
        self.saved = len(steps) if line[: len(steps)] == tuple(steps) else None

    def apply(self, *changes: StepChange, author: str = "", time: str = "") -> Step:
        """Make changes as one step, and check again."""
        step = Step(changes, author, time)
        self.make(step)
        return step

    def make(self, step: Step) -> None:
        """Make a step, and check again; what was undone cannot be made again then."""
        if self.saved is not None and self.saved > len(self.history):
            self.saved = None
        self.undone = ()
        self._make(step)

    def undo(self) -> Step | None:
        """Take the last step back, and check again; None where there is none."""
        if not self.history:
            return None
        *before, step = self.history
        for change in reversed(step.changes):
            self._set(change, forwards=False)
        self.history, self.undone = tuple(before), (step, *self.undone)
        self._check_again(step)
        return step

    def redo(self) -> Step | None:
        """Make the step again that was undone last; None where there is none."""
        if not self.undone:
            return None
        step, self.undone = self.undone[0], self.undone[1:]
        self._make(step)
        return step

    def take_up(self, steps: Sequence[Step], saved: int | None) -> None:
        """Make steps that were made before, from a file that holds the first `saved` of them."""
        for step in steps:
            for change in step.changes:
                self._set(change, forwards=True)
        self.saved = saved if steps or self.history else 0
        self.history, self.undone = (*self.history, *steps), ()
        if any(step.edits for step in steps):
            self.checked = self.check(self.report)

    def _make(self, step: Step) -> None:
        for change in step.changes:
            self._set(change, forwards=True)
        self.history = (*self.history, step)
        self._check_again(step)

    def _check_again(self, step: Step) -> None:
        # Decisions change no figure.
        if step.edits:
            self.checked = self.check(self.report)

    def _set(self, change: StepChange, *, forwards: bool) -> None:
        if isinstance(change, Edit):
            cell = change.after if forwards else change.before
            self.report = placed(self.report, change.name, cell)
        elif isinstance(change, Judgement):
            decision = change.after if forwards else change.before
            others = {key: held for key, held in self.decisions.items() if key != change.key}
            self.decisions = others if decision is None else {**others, change.key: decision}
        elif isinstance(change, Remark):
            self.remark = change.after if forwards else change.before
        elif isinstance(change, SettingAside):
            self.set_aside = change.after if forwards else change.before
        else:
            self.done = change.after if forwards else change.before
