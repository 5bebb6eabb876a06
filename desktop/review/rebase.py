"""A saved review over to its PDF as it is now: the same one, or a newer version."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.report.model import Cell, Report
from desktop.review.changes import (
    Completion,
    Judgement,
    Remark,
    SettingAside,
    Step,
    StepChange,
)
from desktop.review.edit import Edit, placed
from desktop.review.end_state import EndState
from desktop.review.journal import RecoveredReport
from desktop.review.judgement import finding_key
from desktop.review.review import Review
from desktop.review.same_steps import common_steps, is_among, says
from desktop.review.saved import FindingsSince, Saved, findings_since, saved_from


@dataclass(frozen=True, slots=True)
class Rebased:
    """What earlier work still says about a PDF.

    `steps` are to be made in the review. With the same PDF (`same`) they are all that was done,
    but for the cells in `dropped`, which a person changed otherwise since; the last `undone`
    steps of the review are taken back first. With another PDF,
    or the same one read otherwise than then (`reread`), they hold only what still fits; the
    rest is named: `cells` print something else now,
    `dropped` are edits of such cells, `reopened` counts decisions on findings that now read
    otherwise, `was_done` and `was_set_aside` say that the review was closed and is open again.
    `findings` is None where nobody kept what was found then.
    """

    same: bool
    steps: tuple[Step, ...]
    cells: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    reopened: int = 0
    findings: FindingsSince | None = None
    reread: bool = False
    undone: int = 0
    was_done: bool = False
    was_set_aside: bool = False

    def after(self, earlier: Rebased) -> Rebased:
        """This, with what was to be said of earlier work that was taken up before it."""
        return replace(
            earlier,
            steps=self.steps,
            undone=self.undone,
            cells=tuple(dict.fromkeys((*earlier.cells, *self.cells))),
            dropped=tuple(dict.fromkeys((*earlier.dropped, *self.dropped))),
            reopened=max(earlier.reopened, self.reopened),
            was_done=earlier.was_done or self.was_done,
            was_set_aside=earlier.was_set_aside or self.was_set_aside,
        )


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
    end, own = EndState(saved.steps), EndState(review.history)
    edited, decided = end.edited(old), end.decided().keys() - own.decisions.keys()
    edits = _edits(edited, review, {*cells, *own.cells})
    report = review.report
    for edit in edits:
        report = placed(report, edit.name, edit.after)
    judgements = _still_fitting(end, own, review, report)
    remark = [Remark("", end.remark)] if end.remark and not review.remark else []
    # What was read otherwise is the same report; a newer one has to be looked at first.
    aside = [SettingAside("", end.set_aside)] if same_pdf and end.set_aside else []
    aside = aside if own.set_aside is None else []
    dropped = (n for n in edited if n in cells or _differs(n, edited, own, review))
    return Rebased(
        False,
        _as_one((*edits, *judgements, *remark, *aside), saved.steps),
        cells,
        tuple(dropped),
        len(decided) - len(judgements),
        findings_since(saved, review),
        reread=same_pdf,
        was_done=bool(end.done) and not review.done,
        was_set_aside=bool(end.set_aside) and not aside and not review.set_aside,
    )


def rebase_recovered(recovered: RecoveredReport, review: Review) -> Rebased:
    """What to make of the steps in a journal, which holds no readings but those edited."""
    readings = dict(review.printed.cells)
    edits = [edit for step in recovered.steps for edit in step.edits]
    for edit in reversed(edits):  # the first edit of a cell began with what was printed
        readings.pop(edit.name, None)
        if edit.before is not None:
            readings[edit.name] = edit.before
    saved = replace(
        saved_from(review),
        sha256=recovered.sha256 or review.sha256,
        readings=readings,
        steps=tuple(recovered.steps),
        findings=None,
    )
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
    end, own = EndState(steps[common:]), EndState(since)
    edits = _edits(end.cells, review, own.cells.keys())
    judgements = [
        Judgement(key, review.decisions.get(key), held)
        for key, held in end.decisions.items()
        if key not in own.decisions and review.decisions.get(key) != held
    ]
    dropped = (name for name in end.cells if _differs(name, end.cells, own, review))
    changes = (*edits, *judgements, *_closing(end, own, review, edited=bool(edits)))
    return Rebased(True, _as_one(changes, steps), dropped=tuple(dropped))


def _closing(end: EndState, own: EndState, review: Review, *, edited: bool) -> list[StepChange]:
    """The remark, 搁置 and 已完成 as earlier steps left them, where nobody touched them since."""
    changes: list[StepChange] = []
    if own.remark is None and end.remark not in (None, review.remark):
        changes.append(Remark(review.remark, end.remark or ""))
    if own.set_aside is None and end.set_aside not in (None, review.set_aside):
        changes.append(SettingAside(review.set_aside, end.set_aside or ""))
    # Finished was one state of the report, and not what the two make together.
    if review.done and (edited or (own.done is None and end.done is False)):
        changes.append(Completion(before=True, after=False))
    return changes


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


def _edits(
    cells: Mapping[str, Cell | None], review: Review, without: Collection[str]
) -> list[Edit]:
    """The edits that bring cells to where earlier steps left them."""
    slots = review.report.form.slots()
    wanted = {name: cell for name, cell in cells.items() if name in slots and name not in without}
    return [
        Edit(name, review.cell(name), _as_printed(cell, review.printed_cell(name)))
        for name, cell in wanted.items()
        if says(review.cell(name)) != says(cell)
    ]


def _as_printed(cell: Cell | None, printed: Cell | None) -> Cell | None:
    """The cell; the printed one itself where it says the same."""
    return printed if says(cell) == says(printed) else cell


def _differs(name: str, cells: Mapping[str, Cell | None], own: EndState, review: Review) -> bool:
    """Whether a person left a cell otherwise since."""
    return name in own.cells and says(cells[name]) != says(review.cell(name))


def _as_one(changes: tuple[StepChange, ...], steps: Sequence[Step]) -> tuple[Step, ...]:
    """Changes as one step of who made the last of the earlier ones."""
    last = steps[-1] if steps else Step(())
    return (Step(changes, last.author, last.time),) if changes else ()


def _still_fitting(end: EndState, own: EndState, review: Review, report: Report) -> list[Judgement]:
    """Decisions on findings that read as they did, on the page or after the edits."""
    keys = {finding_key(finding, review.report) for finding in review.checked.findings}
    keys |= {finding_key(finding, report) for finding in review.check(report).findings}
    keys -= own.decisions.keys()
    return [Judgement(key, None, held) for key, held in end.decided().items() if key in keys]
