"""What the page has wrong, and a person has put right: it stays to be told to the office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.report.model import Cell, Report
from desktop.report.values import format_number
from desktop.review.judgement import Decision, FindingKey, finding_key
from desktop.rules.finding import Checked, Finding


@dataclass(frozen=True, slots=True)
class ResolvedProblem:
    """Findings of the page with one root cause that hold no more, since cells were edited.

    `sentence` says what was wrong. `edits` are the edited cells among theirs: as printed, and
    as they are now. `decision` is what a person said of them, if anything.
    """

    findings: tuple[Finding, ...]
    sentence: str
    edits: Mapping[str, tuple[str, str]]
    decision: Decision | None

    @property
    def in_words(self) -> str:
        """What was wrong, printed and right: `…（原文 0，更正为 11）`."""
        pairs = "；".join(f"原文 {old}，更正为 {new}" for old, new in self.edits.values())
        return f"{self.sentence}（{pairs}）"


def resolved_problems(
    printed: Report,
    found: Checked,
    report: Report,
    holds: Checked,
    decisions: Mapping[FindingKey, Decision],
) -> tuple[ResolvedProblem, ...]:
    """What edits resolved.

    Args:
        printed: the report as read.
        found: what the rules say about it.
        report: the report as edited.
        holds: what the rules say about that.
        decisions: what a person decided.
    """
    if report is printed:
        return ()
    still = {finding.identity for finding in holds.findings}
    edits = _edits(printed, report)
    solved = []
    for group, sentence in _groups(found):
        gone = tuple(finding for finding in group if finding.identity not in still)
        cells = dict.fromkeys(name for finding in gone for name in finding.cells if name in edits)
        if not cells:
            continue
        said = (decisions.get(finding_key(finding, printed)) for finding in gone)
        decision = next((one for one in said if one is not None), None)
        whole = len(gone) == len(group)
        sentence = sentence if whole else gone[0].message
        texts = {name: edits[name] for name in cells}
        solved.append(ResolvedProblem(gone, sentence, texts, decision))
    return tuple(solved)


def _groups(found: Checked) -> Iterator[tuple[Sequence[Finding], str]]:
    """Findings with one root cause, and the sentence on it; the others one by one."""
    grouped = {position for problem in found.problems for position in problem.findings}
    for problem in found.problems:
        group = [found.findings[position] for position in problem.findings]
        if group:
            yield group, problem.reason if len(group) > 1 else group[0].message
    for position, finding in enumerate(found.findings):
        if position not in grouped:
            yield [finding], finding.message


def _edits(printed: Report, report: Report) -> dict[str, tuple[str, str]]:
    """The cells that were edited: as printed, and now."""
    names = dict.fromkeys((*printed.cells, *report.cells))
    pairs = ((name, printed.cells.get(name), report.cells.get(name)) for name in names)
    return {name: (_shown(old), _shown(new)) for name, old, new in pairs if old != new}


def _shown(cell: Cell | None) -> str:
    if cell is None:
        return "没有这一格"
    if cell.text.strip():
        return cell.text.strip()
    return "空白" if not cell.value else format_number(cell.value)
