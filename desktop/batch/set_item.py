"""One file as a set of reports needs it; made in the worker that checked it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop.batch.one_file import read_only
from desktop.batch.outcome import Outcome
from desktop.batch.packed import PackedOutcome, pack
from desktop.errors import ReviewFileError
from desktop.report.model import Report
from desktop.review.beside import take_up_saved
from desktop.review.end_state import EndState
from desktop.review.judgement import Decision, FindingKey, Verdict, finding_key
from desktop.review.rebase import Rebased
from desktop.review.review import Review
from desktop.review.store import load_saved, saved_path
from desktop.rules.finding import Checked, Finding, Severity
from desktop.rules.messages import cells_in_words
from desktop.rules.rule import RuleSet
from desktop.sets.report_set import UnreadFile
from desktop.sets.set_report import SetReport, set_report_of

_CHANGED: Final = "核对记录里改过这一格，但 PDF 已变，请重新核对"
_READ_OTHERWISE: Final = "核对记录里改过这一格，但现在读出的与当时不同，请重新核对"


@dataclass(frozen=True, slots=True)
class SetItem:
    """A report of the set, or a file that could not be read."""

    report: SetReport | None
    unread: UnreadFile | None = None


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
    checked = _with_acceptances(outcome.report, outcome.checked, outcome.path)
    report = set_report_of(outcome.report, checked, outcome.path, sha256)
    return SetItem(replace(report, remark=outcome.detail))


def _with_acceptances(report: Report, checked: Checked, path: Path) -> Checked:
    """What the rules say of a report as corrected; what a person accepted in it are hints."""
    decisions = _decisions(path)
    if not decisions:
        return checked

    def as_decided(finding: Finding) -> Finding:
        # All its decisions are here, and not those alone that were taken up with the report:
        # that one was not checked beside last year's.
        decision = decisions.get(finding_key(finding, report))
        if decision is None or decision.verdict is not Verdict.ACCEPTED:
            return finding
        message = f"{finding.message}（已按原样接受：{' '.join(decision.reason.split())}）"
        return replace(finding, severity=Severity.HINT, message=message)

    return replace(checked, findings=tuple(map(as_decided, checked.findings)))


def _decisions(path: Path) -> Mapping[FindingKey, Decision]:
    """What a person decided on a file's findings; nothing where that cannot be read."""
    place = saved_path(path)
    try:
        return EndState(load_saved(place).steps).decided() if place.exists() else {}
    except ReviewFileError:  # the remark says so already
        return {}


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
