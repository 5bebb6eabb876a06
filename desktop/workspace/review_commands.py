"""What a person can do to the report looked at: edits, decisions, repairs, completion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.report.values import format_number, parse_typed
from desktop.review.changes import Completion, Remark, SettingAside
from desktop.review.edit import Edit
from desktop.review.judgement import Decision, Verdict
from desktop.review.review import Review
from desktop.rules.finding import Repair
from desktop.workspace.clock import timestamp
from desktop.workspace.workspace import Workspace


def edit_for(review: Review, name: str, text: str) -> Edit | None:
    """The edit that a typed text means; None where it is no number."""
    printed = review.printed_cell(name)
    if text.strip() and (printed is None or text != printed.text):
        number = parse_typed(text)
        if number is None:
            return None
        text = format_number(number)
    return review.edit_to(name, text)


def edit(workspace: Workspace, name: str, text: str) -> bool:
    """Put a typed text into a cell; False where it is no number."""
    return fill(workspace, {name: text}) == ()


def fill(workspace: Workspace, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Put texts into cells as one step.

    Returns:
        The cells whose texts are no numbers. Where there is one, nothing is changed.
    """
    review = workspace.review
    if review is None:
        return tuple(texts)
    edits = {name: edit_for(review, name, text) for name, text in texts.items()}
    refused = tuple(name for name, made in edits.items() if made is None)
    if not refused:
        workspace.do(*(made for made in edits.values() if made is not None and _changes(made)))
    return refused


def _changes(made: Edit) -> bool:
    # A blank in a cell that the page lacks says nothing new.
    says = made.before is not None or (made.after is not None and bool(made.after.text))
    return made.after != made.before and says


def clear(workspace: Workspace, names: Sequence[str]) -> None:
    """Make cells blank, as one step."""
    if (review := workspace.review) is not None:
        fill(workspace, {name: "" for name in names if review.cell(name) is not None})


def restore(workspace: Workspace, names: Sequence[str]) -> None:
    """Take cells back to what the page has, as one step."""
    if (review := workspace.review) is not None:
        workspace.do(*(review.edit_to_printed(name) for name in names if review.is_edited(name)))


def repair_offered(workspace: Workspace) -> Repair | None:
    """The one repair that resolves the finding selected."""
    return (
        None if workspace.current is None else workspace.current.index.repair_of(workspace.position)
    )


def take_repair(workspace: Workspace, repair: Repair | None = None) -> bool:
    """Make a repair, the one offered by default; False where there is none.

    The office wrote other numbers, so this is its mistake until somebody says that the page was
    misread.
    """
    repair = repair or repair_offered(workspace)
    review, current = workspace.review, workspace.current
    if repair is None or review is None or current is None:
        return False
    texts = {name: format_number(number) for name, number in repair.cells.items()}
    edits = [edit for name, text in texts.items() if (edit := edit_for(review, name, text))]
    said = Decision(Verdict.REPORT_WRONG, "", workspace.author(), timestamp())
    findings = (current.index.findings[position] for position in repair.resolves)
    judgements = (review.judge_misreport(finding, said) for finding in findings)
    workspace.do(*edits, *(each for each in judgements if each is not None))
    return True


def judge(workspace: Workspace, verdict: Verdict, reason: str = "") -> bool:
    """Decide on the finding selected and on those with the same root cause.

    Returns:
        False where none is selected, or for a waiver without a reason.
    """
    reason = reason.strip()
    if verdict is Verdict.ACCEPTED and not reason:
        return False
    return _decide(workspace, Decision(verdict, reason, workspace.author(), timestamp()))


def take_back(workspace: Workspace) -> bool:
    """Take the decision on the finding selected back, and on those with the same root cause."""
    return _decide(workspace, None)


def _decide(workspace: Workspace, decision: Decision | None) -> bool:
    review, current = workspace.review, workspace.current
    if review is None or current is None or workspace.position < 0:
        return False
    changes = (review.judge(one, decision) for one in current.index.group_of(workspace.position))
    workspace.do(*(change for change in changes if change.before != change.after))
    return True


def finish(workspace: Workspace, *, done: bool) -> None:
    """Close the report looked at as 已完成, or open it again."""
    if (review := workspace.review) is not None and review.done != done:
        workspace.do(Completion(review.done, done))


def set_aside(workspace: Workspace, reason: str) -> bool:
    """Set the report looked at aside, 搁置: for now there is nothing to be done with it.

    Args:
        workspace: it may not be readable, too.
        reason: why; empty to take it up again.

    Returns:
        False where there is nothing to set aside.
    """
    report, review, reason = workspace.current, workspace.review, reason.strip()
    if report is None or report.is_loading or report.set_aside == reason:
        return False
    if review is not None:
        workspace.do(SettingAside(review.set_aside, reason))
    else:
        workspace.set_unread_aside(report, reason)
    return True


def remark(workspace: Workspace, text: str) -> None:
    """Put a note on the report looked at."""
    if (review := workspace.review) is not None and review.remark != text.strip():
        workspace.do(Remark(review.remark, text.strip()))
