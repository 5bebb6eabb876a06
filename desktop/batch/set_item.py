"""One file as a set of reports needs it; made in the worker that checked it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop.batch.one_file import read_only
from desktop.batch.outcome import Outcome
from desktop.batch.packed import PackedOutcome, pack
from desktop.errors import ReviewFileError
from desktop.report.model import Report
from desktop.review.beside import take_up_saved
from desktop.review.rebase import Rebased
from desktop.review.review import Review
from desktop.rules.finding import Checked
from desktop.rules.messages import cells_in_words
from desktop.rules.rule import RuleSet
from desktop.sets.report_set import UnreadFile
from desktop.sets.set_report import SetReport, set_report_of

_CHANGED: Final = "核对记录里改过这一格，但 PDF 已变，请重新核对"
_READ_OTHERWISE: Final = "核对记录里改过这一格，但现在读出的与当时不同，请重新核对"


@dataclass(frozen=True, slots=True)
class SetItem:
    """A report of the set, or a file that could not be read.

    `remark` says why the review saved beside the file, or part of it, was not taken up.
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
        rebased = take_up_saved(review)
    except ReviewFileError as error:
        return pack(replace(outcome, detail=error.message))
    if rebased is None or not rebased.dropped:
        return pack(replace(outcome, report=review.report))
    report, remark = _doubted(review.report, rebased), _remark(review.report, rebased)
    return pack(replace(outcome, report=report, detail=remark))


def set_item_of(outcome: Outcome) -> SetItem:
    """What of a checked file a set needs."""
    if outcome.report is None or outcome.checked is None:
        return SetItem(None, UnreadFile(outcome.path, outcome.reason or ""))
    sha256 = outcome.sha256 or ""
    report = set_report_of(outcome.report, outcome.checked, outcome.path, sha256)
    return SetItem(report, remark=outcome.detail)


def _doubted(report: Report, rebased: Rebased) -> Report:
    """The report; corrections that were dropped leave a doubt in their cells, and accuse nobody."""
    doubt = _READ_OTHERWISE if rebased.reread else _CHANGED
    for name in rebased.dropped:
        if (cell := report.cells.get(name)) is not None:
            report = report.with_cell(replace(cell, doubt=doubt))
    return report


def _remark(report: Report, rebased: Rebased) -> str:
    since = "读取结果与核对时不同" if rebased.reread else "PDF 在核对之后变了"
    cells = cells_in_words(rebased.dropped, report.form)
    return f"{since}，{cells}的修改没有沿用，请重新核对。"
