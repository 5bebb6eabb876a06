"""What a person can do to the report on the desk: edits, decisions, repairs, completion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.gui.reports.desk import Desk
from desktop.gui.settings import author, now
from desktop.report.values import format_number, parse_typed
from desktop.review.changes import Completion, Remark
from desktop.review.edit import Edit
from desktop.review.judgement import Decision, Verdict
from desktop.review.review import Review
from desktop.rules.finding import Repair


def edit_for(review: Review, name: str, text: str) -> Edit | None:
    """The edit that a typed text means; None where it is no number."""
    printed = review.printed_cell(name)
    if text.strip() and (printed is None or text != printed.text):
        number = parse_typed(text)
        if number is None:
            return None
        text = format_number(number)
    return review.edit_to(name, text)


def edit(desk: Desk, name: str, text: str) -> bool:
    """Put a typed text into a cell; False where it is no number."""
    return fill(desk, {name: text}) == ()


def fill(desk: Desk, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Put texts into cells as one step.

    Returns:
        The cells whose texts are no numbers. Where there is one, nothing is changed.
    """
    review = desk.review
    if review is None:
        return tuple(texts)
    edits = {name: edit_for(review, name, text) for name, text in texts.items()}
    refused = tuple(name for name, made in edits.items() if made is None)
    if not refused:
        desk.do(*(made for made in edits.values() if made is not None and _changes(made)))
    return refused


def _changes(made: Edit) -> bool:
    # A blank in a cell that the page lacks says nothing new.
    says = made.before is not None or (made.after is not None and bool(made.after.text))
    return made.after != made.before and says


def clear(desk: Desk, names: Sequence[str]) -> None:
    """Make cells blank, as one step."""
    if (review := desk.review) is not None:
        fill(desk, {name: "" for name in names if review.cell(name) is not None})


def restore(desk: Desk, names: Sequence[str]) -> None:
    """Take cells back to what the page has, as one step."""
    if (review := desk.review) is not None:
        desk.do(*(review.edit_to_printed(name) for name in names if review.is_edited(name)))


def repair_offered(desk: Desk) -> Repair | None:
    """The one repair that resolves the finding pointed at."""
    return None if desk.current is None else desk.current.index.repair_of(desk.position)


def take_repair(desk: Desk, repair: Repair | None = None) -> bool:
    """Make a repair, the one offered by default; False where there is none."""
    repair = repair or repair_offered(desk)
    if repair is None:
        return False
    texts = {name: format_number(number) for name, number in repair.cells.items()}
    return fill(desk, texts) == ()


def judge(desk: Desk, verdict: Verdict, reason: str = "") -> bool:
    """Decide on the finding pointed at; False for none, or for a waiver without a reason."""
    review, reason = desk.review, reason.strip()
    if review is None or desk.finding is None or desk.position < 0:
        return False
    if verdict is Verdict.ACCEPTED and not reason:
        return False
    desk.do(review.judge(desk.finding, Decision(verdict, reason, author(), now())))
    return True


def take_back(desk: Desk) -> None:
    """Take the decision on the finding pointed at back."""
    review = desk.review
    if review is not None and desk.finding is not None and review.decision_on(desk.finding):
        desk.do(review.judge(desk.finding, None))


def finish(desk: Desk, *, done: bool) -> None:
    """Close the report looked at as 已完成, or open it again."""
    if (review := desk.review) is not None and review.done != done:
        desk.do(Completion(review.done, done))


def remark(desk: Desk, text: str) -> None:
    """Put a note on the report looked at."""
    if (review := desk.review) is not None and review.remark != text.strip():
        desk.do(Remark(review.remark, text.strip()))
