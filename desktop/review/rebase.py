"""A saved review over to its PDF as it is now: the same one, or a newer version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.report.model import Cell, Report
from desktop.review.changes import Judgement, Remark, Step, StepChange
from desktop.review.edit import Edit, placed
from desktop.review.journal import RecoveredReport
from desktop.review.judgement import Decision, FindingKey, finding_key
from desktop.review.review import Review
from desktop.review.store import Saved


@dataclass(frozen=True, slots=True)
class Rebased:
    """What a saved review still says about a PDF.

    `steps` are to be made in the fresh review. With another PDF (`same` is False) they hold
    only what still fits; the rest is named: `cells` print something else now, `dropped` are
    edits of such cells, `reopened` counts decisions on findings that now read otherwise.
    `gone`, `still` and `new` are the findings' sentences.
    """

    same: bool
    steps: tuple[Step, ...]
    cells: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    reopened: int = 0
    gone: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


def rebase(saved: Saved, review: Review) -> Rebased:
    """What to make of a saved review with a review of the PDF as it was read just now."""
    if saved.sha256 == review.sha256:
        return Rebased(True, saved.steps)
    old, new = saved.readings, review.printed.cells
    names = dict.fromkeys((*old, *new))
    cells = tuple(name for name in names if _text(old.get(name)) != _text(new.get(name)))
    end = _End(saved)
    edits = [
        Edit(name, new.get(name), cell)
        for name, cell in end.cells.items()
        if name in review.report.form.slots() and name not in cells
    ]
    report = review.report
    for edit in edits:
        report = placed(report, edit.name, edit.after)
    judgements = _still_fitting(end, review, report)
    remark: list[StepChange] = [Remark("", end.remark)] if end.remark else []
    changes: tuple[StepChange, ...] = (*edits, *judgements, *remark)
    last = saved.steps[-1] if saved.steps else Step(())
    before = saved.findings
    after = {(finding.rule, finding.cells): finding.message for finding in review.printed_findings}
    return Rebased(
        False,
        (Step(changes, last.author, last.time),) if changes else (),
        cells,
        tuple(name for name in end.cells if name in cells),
        len(end.decisions) - len(judgements),
        tuple(message for key, message in before.items() if key not in after),
        tuple(message for key, message in after.items() if key in before),
        tuple(message for key, message in after.items() if key not in before),
    )


def rebase_recovered(left: RecoveredReport, review: Review) -> Rebased:
    """What to make of the steps in a journal, which holds no readings but those edited."""
    if left.sha256 in (None, review.sha256):
        return Rebased(True, tuple(left.steps))
    readings = dict(review.printed.cells)
    edits = [edit for step in left.steps for edit in step.edits]
    for edit in reversed(edits):  # the first edit of a cell began with what was printed
        if edit.before is not None:
            readings[edit.name] = edit.before
    found = {(f.rule, f.cells): f.message for f in review.printed_findings}
    steps, sha256 = tuple(left.steps), left.sha256 or ""
    nowhere, form = Path(), review.report.form.id
    saved = Saved(nowhere, left.path, sha256, form, "", "", readings, steps, found)
    return rebase(saved, review)


def saved_from(review: Review) -> Saved:
    """A review as `rebase` takes it, without a file in between."""
    return Saved(
        path=Path(),
        pdf=review.path,
        sha256=review.sha256,
        form=review.report.form.id,
        rules="",
        time="",
        readings=review.printed.cells,
        steps=review.history,
        findings={(f.rule, f.cells): f.message for f in review.printed_findings},
    )


class _End:
    """Where the steps of a saved review lead."""

    def __init__(self, saved: Saved) -> None:
        self.cells: dict[str, Cell | None] = {}
        self.decisions: dict[FindingKey, Decision] = {}
        self.remark = ""
        for step in saved.steps:
            for change in step.changes:
                self._take(change)
        printed = saved.readings
        self.cells = {
            name: cell
            for name, cell in self.cells.items()
            if _text(cell) != _text(printed.get(name))
        }

    def _take(self, change: StepChange) -> None:
        if isinstance(change, Edit):
            self.cells[change.name] = change.after
        elif isinstance(change, Judgement):
            self.decisions.pop(change.key, None)
            if change.after is not None:
                self.decisions[change.key] = change.after
        elif isinstance(change, Remark):
            self.remark = change.after
        # A completion is not carried: a newer version has to be looked at first.


def _still_fitting(end: _End, review: Review, report: Report) -> list[Judgement]:
    """Decisions on findings that read as they did, on the page or after the edits."""
    keys = {finding_key(finding, review.report) for finding in review.checked.findings}
    keys |= {finding_key(finding, report) for finding in review.check(report).findings}
    return [Judgement(key, None, held) for key, held in end.decisions.items() if key in keys]


def _text(cell: Cell | None) -> str | None:
    return None if cell is None else cell.text
