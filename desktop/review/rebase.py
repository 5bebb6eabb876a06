"""A saved review over to its PDF as it is now: the same one, or a newer version."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.report.model import Cell, Report
from desktop.review.changes import Judgement, Remark, Step, StepChange
from desktop.review.edit import Edit, placed
from desktop.review.journal import RecoveredReport
from desktop.review.judgement import Decision, FindingKey, finding_key
from desktop.review.review import Review
from desktop.review.same_steps import common_steps, is_among, says
from desktop.review.store import Saved


@dataclass(frozen=True, slots=True)
class Rebased:
    """What earlier work still says about a PDF.

    `steps` are to be made in the review. With the same PDF (`same`) they are all that was done,
    but for the cells in `dropped`, which a person changed otherwise since; the last `undone`
    steps of the review are taken back first. With another PDF,
    or the same one read otherwise than then (`reread`), they hold only what still fits; the
    rest is named: `cells` print something else now,
    `dropped` are edits of such cells, `reopened` counts decisions on findings that now read
    otherwise. `gone`, `still` and `new` are the findings' sentences.
    """

    same: bool
    steps: tuple[Step, ...]
    cells: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    reopened: int = 0
    gone: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    reread: bool = False
    undone: int = 0


def rebase(saved: Saved, review: Review, taken_back: Sequence[Step] = ()) -> Rebased:
    """What to make of a saved review with a review of the PDF as it is read now.

    `taken_back` are steps that were made before the saved ones ended, and undone.
    """
    old, new = saved.readings, review.printed.cells
    names = dict.fromkeys((*old, *new))
    cells = tuple(name for name in names if says(old.get(name)) != says(new.get(name)))
    same_pdf = saved.sha256 == review.sha256
    if same_pdf and saved.form == review.report.form.id and not cells:
        return _onto(saved.steps, review, taken_back)
    # What was done in the review already was done last, and holds.
    end, own = _End(saved.steps, old), _End(review.history, {})
    edits = _edits(end, review, {*cells, *own.cells})
    report = review.report
    for edit in edits:
        report = placed(report, edit.name, edit.after)
    judgements = _still_fitting(end, own, review, report)
    changes: tuple[StepChange, ...] = (*edits, *judgements, *_remark(end, review))
    before = saved.findings
    after = {(finding.rule, finding.cells): finding.message for finding in review.printed_findings}
    return Rebased(
        False,
        _as_one(changes, saved.steps),
        cells,
        tuple(name for name in end.cells if name in cells or name in own.cells),
        len(end.decisions.keys() - own.decisions.keys()) - len(judgements),
        tuple(message for key, message in before.items() if key not in after),
        tuple(message for key, message in after.items() if key in before),
        tuple(message for key, message in after.items() if key not in before),
        reread=same_pdf,
    )


def rebase_recovered(recovered: RecoveredReport, review: Review) -> Rebased:
    """What to make of the steps in a journal, which holds no readings but those edited."""
    readings = dict(review.printed.cells)
    edits = [edit for step in recovered.steps for edit in step.edits]
    for edit in reversed(edits):  # the first edit of a cell began with what was printed
        readings.pop(edit.name, None)
        if edit.before is not None:
            readings[edit.name] = edit.before
    found = {(f.rule, f.cells): f.message for f in review.printed_findings}
    steps, sha256 = tuple(recovered.steps), recovered.sha256 or review.sha256
    nowhere, form = Path(), review.report.form.id
    saved = Saved(nowhere, recovered.path, sha256, form, "", "", readings, steps, found)
    return rebase(saved, review, recovered.undone)


def _onto(steps: tuple[Step, ...], review: Review, taken_back: Sequence[Step]) -> Rebased:
    """Steps made in the same PDF, onto what was done in it already.

    Where that is how the steps begin, or what goes beyond them was taken back later, the rest
    of them follows. Else a person went on since, and what was done last holds: the others'
    outcome comes as one step.
    """
    common = common_steps(steps, review.history)
    since = review.history[common:]
    if all(is_among(step, taken_back) for step in since):
        rest = _led_on(steps[common:], _as_of(review, common))
        if rest is not None:
            return Rebased(True, rest, undone=len(since))
    end, own = _End(steps, review.printed.cells), _End(since, {})
    edits = _edits(end, review, own.cells.keys())
    judgements = [
        Judgement(key, review.decisions.get(key), held)
        for key, held in end.decisions.items()
        if key not in own.decisions and review.decisions.get(key) != held
    ]
    dropped = tuple(
        name for name, cell in end.cells.items() if name in own.cells and cell != review.cell(name)
    )
    changes = (*edits, *judgements, *_remark(end, review))
    return Rebased(True, _as_one(changes, steps), dropped=dropped)


def _as_of(review: Review, count: int) -> Review:
    """The review as it stood after its first steps."""
    # What a review holds is never changed in place, so a copy of the review is enough.
    earlier = copy.copy(review)
    while len(earlier.history) > count:
        earlier.undo()
    return earlier


def _led_on(steps: Sequence[Step], review: Review) -> tuple[Step, ...] | None:
    """The steps with the cells of this reading, so that undo leads back to exactly that.

    None where an edit does not begin where the one before it ended.
    """
    slots, now = review.report.form.slots(), dict(review.report.cells)
    led: list[Step] = []
    for step in steps:
        changes: list[StepChange] = []
        for change in step.changes:
            if isinstance(change, Edit):
                before, printed = now.get(change.name), review.printed_cell(change.name)
                if change.name not in slots or says(before) != says(change.before):
                    return None
                back = says(change.after) == says(printed)
                after = printed if back else change.after
                changes.append(Edit(change.name, before, after))
                now.pop(change.name, None)
                if after is not None:
                    now[change.name] = after
            else:
                changes.append(change)
        led.append(Step(tuple(changes), step.author, step.time))
    return tuple(led)


def _edits(end: _End, review: Review, without: Collection[str]) -> list[Edit]:
    """The edits that bring cells to where earlier steps left them."""
    slots = review.report.form.slots()
    return [
        Edit(name, review.cell(name), cell)
        for name, cell in end.cells.items()
        if name in slots and name not in without and review.cell(name) != cell
    ]


def _remark(end: _End, review: Review) -> list[StepChange]:
    return [Remark("", end.remark)] if end.remark and not review.remark else []


def _as_one(changes: tuple[StepChange, ...], steps: Sequence[Step]) -> tuple[Step, ...]:
    """Changes as one step of who made the last of the earlier ones."""
    last = steps[-1] if steps else Step(())
    return (Step(changes, last.author, last.time),) if changes else ()


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
    """Where steps lead: the cells that are other than printed, decisions, the remark."""

    def __init__(self, steps: Sequence[Step], printed: Mapping[str, Cell]) -> None:
        self.cells: dict[str, Cell | None] = {}
        self.decisions: dict[FindingKey, Decision] = {}
        self.remark = ""
        for step in steps:
            for change in step.changes:
                self._take(change)
        self.cells = {
            name: cell
            for name, cell in self.cells.items()
            if name not in printed or _text(cell) != _text(printed[name])
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
        # A completion is not among them: a newer version has to be looked at first.


def _still_fitting(end: _End, own: _End, review: Review, report: Report) -> list[Judgement]:
    """Decisions on findings that read as they did, on the page or after the edits."""
    keys = {finding_key(finding, review.report) for finding in review.checked.findings}
    keys |= {finding_key(finding, report) for finding in review.check(report).findings}
    keys -= own.decisions.keys()
    return [Judgement(key, None, held) for key, held in end.decisions.items() if key in keys]


def _text(cell: Cell | None) -> str | None:
    return None if cell is None else cell.text
