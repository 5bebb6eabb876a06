"""What a person says about a finding: accepted with a reason, or who is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.report.model import Report
from desktop.rules.finding import Finding, FindingKind


class Verdict(StrEnum):
    """How a person settles a finding."""

    ACCEPTED = "accepted"
    """a waiver: it stands as it is, for a reason"""
    REPORT_WRONG = "report_wrong"
    """the page itself is wrong: the office has to correct it"""
    READING_WRONG = "reading_wrong"
    """the page says otherwise: this program misread it, and the cell has to be put right"""

    @property
    def word(self) -> str:
        """As officials call it: `填报有误`."""
        return {
            "accepted": "按原样接受",
            "report_wrong": "填报有误",
            "reading_wrong": "读取有误",
        }[self.value]


@dataclass(frozen=True, slots=True)
class FindingKey:
    """Knows a finding again, as long as its cells say what they said.

    `texts` are what the cells held; with other figures a person has to look again. `subject`
    is the sentence of a finding that is not of figures alone.
    """

    rule: str
    cells: tuple[str, ...]
    texts: tuple[str, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on a finding, with who gave it and why.

    `time` is ISO 8601 with its offset; a waiver's `reason` is never empty.
    """

    verdict: Verdict
    reason: str
    author: str
    time: str

    @property
    def settles(self) -> bool:
        """Whether nothing is left to do at this desk; a misreading is still to be put right."""
        return self.verdict is not Verdict.READING_WRONG


def finding_key(finding: Finding, report: Report) -> FindingKey:
    """The key of a finding in a report as it stands."""
    cells = (report.cells.get(name) for name in finding.cells)
    texts = tuple("" if cell is None else cell.text for cell in cells)
    subject = "" if finding.kind is FindingKind.EQUATION else finding.message
    return FindingKey(finding.rule, finding.cells, texts, subject)
