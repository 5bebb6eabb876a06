"""What a saved review holds, and what became of its findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.report.model import Cell
from desktop.review.changes import Step
from desktop.review.review import Review


@dataclass(frozen=True, slots=True)
class SavedFinding:
    """What a rule said about the page: a sentence on some cells, or on none."""

    rule: str
    cells: tuple[str, ...]
    message: str

    @property
    def key(self) -> tuple[object, ...]:
        """The same for the same finding with other figures."""
        return self.rule, self.cells, "" if self.cells else self.message


@dataclass(frozen=True, slots=True)
class Saved:
    """What a saved review holds.

    `pdf` is where the PDF was; the one beside the file goes before it. `steps` lead from
    `readings` to the review as saved. `findings` are what the rules said about the page; None
    where that is not known.
    """

    path: Path
    pdf: Path
    sha256: str
    form: str
    rules: str
    time: str
    readings: Mapping[str, Cell]
    steps: tuple[Step, ...]
    findings: tuple[SavedFinding, ...] | None

    def pdf_path(self) -> Path:
        """Where the PDF is now: beside the saved review, else where it was."""
        beside = self.path.with_name(self.pdf.name)
        return beside if beside.exists() else self.pdf


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
        findings=tuple(SavedFinding(f.rule, f.cells, f.message) for f in review.printed_findings),
    )


@dataclass(frozen=True, slots=True)
class FindingsSince:
    """The sentences on the page then and now: `gone`, `still` there, and `new`."""

    gone: tuple[str, ...]
    still: tuple[str, ...]
    new: tuple[str, ...]


def findings_since(saved: Saved, review: Review) -> FindingsSince | None:
    """What became of the findings on the page; None where those of then are not known."""
    if saved.findings is None:
        return None
    before = {finding.key: finding.message for finding in saved.findings}
    after = {finding.key: finding.message for finding in saved_from(review).findings or ()}
    return FindingsSince(
        tuple(message for key, message in before.items() if key not in after),
        tuple(message for key, message in after.items() if key in before),
        tuple(message for key, message in after.items() if key not in before),
    )
