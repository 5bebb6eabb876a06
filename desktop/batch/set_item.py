"""One file as a set of reports needs it; made in the worker that checked it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop.batch.one_file import read_only
from desktop.batch.outcome import Outcome
from desktop.batch.packed import PackedOutcome, pack
from desktop.errors import ReviewFileError
from desktop.review.beside import take_up_saved
from desktop.review.review import Review
from desktop.rules.finding import Checked
from desktop.rules.rule import RuleSet
from desktop.sets.report_set import UnreadFile
from desktop.sets.set_report import SetReport, set_report_of


@dataclass(frozen=True, slots=True)
class SetItem:
    """A report of the set, or a file that could not be read.

    `remark` says why the review saved beside the file was not taken up.
    """

    report: SetReport | None
    unread: UnreadFile | None = None
    remark: str = ""


def read_corrected(path: Path, rules: RuleSet) -> PackedOutcome:
    """Read one file, with what a person corrected in it: it is saved beside the file."""
    outcome = read_only(path)
    if outcome.report is None:
        return pack(outcome)
    review = Review(path, outcome.sha256 or "", outcome.report, rules, checked=Checked(()))
    try:
        take_up_saved(review)
    except ReviewFileError as error:
        return pack(replace(outcome, detail=error.message))
    return pack(replace(outcome, report=review.report))


def set_item_of(outcome: Outcome) -> SetItem:
    """What of a checked file a set needs."""
    if outcome.report is None or outcome.checked is None:
        return SetItem(None, UnreadFile(outcome.path, outcome.reason or ""))
    sha256 = outcome.sha256 or ""
    report = set_report_of(outcome.report, outcome.checked, outcome.path, sha256)
    return SetItem(report, remark=outcome.detail)
