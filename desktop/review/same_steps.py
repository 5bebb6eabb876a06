"""Whether steps from different files are the same ones."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.report.model import Cell
from desktop.report.values import Number
from desktop.review.changes import Step
from desktop.review.edit import Edit


def says(cell: Cell | None) -> tuple[str, Number | None] | None:
    """What was read: the text, and the number that it was taken for."""
    return None if cell is None else (cell.text, cell.value)


def same_step(one: Step, other: Step) -> bool:
    """Whether two steps are the same one, however their files rounded the cells' places."""
    return _content(one) == _content(other)


def is_among(step: Step, steps: Iterable[Step]) -> bool:
    """Whether a step is one of these."""
    return any(same_step(step, other) for other in steps)


def common_steps(one: Iterable[Step], other: Iterable[Step]) -> int:
    """With how many same steps two histories begin."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if not same_step(mine, theirs):
            break
        count += 1
    return count


def _content(step: Step) -> tuple[object, ...]:
    changes = [
        (change.name, says(change.before), says(change.after))
        if isinstance(change, Edit)
        else change
        for change in step.changes
    ]
    return step.author, step.time, changes
