"""Findings by cell: which concern it, and the worst of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.review.judgement import Decision
from desktop.review.resolved import ResolvedProblem
from desktop.review.review import Review
from desktop.rules.finding import Checked, Finding, Problem, Repair, Severity

_WORST_FIRST = tuple(Severity)


class FindingIndex:
    """The findings of one report, looked up by cell name.

    `findings` keeps the order of the check: the worst first; behind them stands, for each
    problem of the page that edits resolved, its first finding. `order` are their positions as
    they are shown and walked through: those with one root cause behind one another.
    """

    def __init__(self, checked: Checked, review: Review | None = None) -> None:
        resolved = () if review is None else review.resolved()
        self.findings: tuple[Finding, ...] = (
            *checked.findings,
            *(problem.findings[0] for problem in resolved),
        )
        self._resolved = dict(enumerate(resolved, len(checked.findings)))
        self.repairs = checked.repairs
        self._problems = {
            position: problem for problem in checked.problems for position in problem.findings
        }
        self.order: tuple[int, ...] = tuple(dict.fromkeys(self._grouped()))
        self.decisions: tuple[Decision | None, ...] = (
            *(None if review is None else review.decision_on(f) for f in checked.findings),
            *(problem.decision for problem in resolved),
        )
        self.open: tuple[bool, ...] = (
            *(d is None or not d.settles for d in self.decisions[: len(checked.findings)]),
            *(False for _ in resolved),
        )
        self.unchecked = checked.unchecked
        self.blocking = tuple(item for item in self.unchecked if not item.expected)
        """what could not be checked although the report should let it"""
        self._of: dict[str, list[int]] = {}
        for position, finding in enumerate(self.findings):
            for name in dict.fromkeys(finding.cells):
                self._of.setdefault(name, []).append(position)
        self._worst = {name: self._worst_of(positions) for name, positions in self._of.items()}

    @classmethod
    def empty(cls) -> FindingIndex:
        """For a report that is not there yet."""
        return cls(Checked(()))

    def of_cell(self, name: str) -> Sequence[int]:
        """Positions of the findings that concern a cell."""
        return self._of.get(name, ())

    def severity(self, name: str) -> Severity | None:
        """The worst severity among a cell's findings that are still open."""
        return self._worst.get(name)

    def position_like(self, finding: Finding | None) -> int | None:
        """Where the same finding stands now: as it was, else with other figures."""
        if finding is None:
            return None
        if finding in self.findings:
            return self.findings.index(finding)
        alike = (at for at, f in enumerate(self.findings) if f.identity == finding.identity)
        return next(alike, None)

    def errors_in(self, table: str) -> int:
        """How many open errors name a cell of a table, such as `applications`."""
        return sum(
            open_
            and finding.severity is Severity.ERROR
            and any(name.startswith(f"{table}.") for name in finding.cells)
            for finding, open_ in zip(self.findings, self.open, strict=True)
        )

    def problem_of(self, position: int) -> Problem | None:
        """The root cause that a finding comes from, where it is a broken equation."""
        return self._problems.get(position)

    def resolved_at(self, position: int) -> ResolvedProblem | None:
        """What edits resolved, where a position stands for that."""
        return self._resolved.get(position)

    def group_of(self, position: int) -> tuple[Finding, ...]:
        """The findings that are judged together with one: all with its root cause."""
        resolved, problem = self._resolved.get(position), self._problems.get(position)
        if resolved is not None:
            return resolved.findings
        positions = (position,) if problem is None else problem.findings
        return tuple(self.findings[each] for each in positions)

    def repair_of(self, position: int) -> Repair | None:
        """The one repair that explains a finding better than any other."""
        return next((repair for repair in self.repairs_of(position) if repair.unique), None)

    def repairs_of(self, position: int) -> list[Repair]:
        """Every repair that would resolve a finding, the best first."""
        return [repair for repair in self.repairs if position in repair.resolves]

    def _worst_of(self, positions: Sequence[int]) -> Severity | None:
        severities = (self.findings[place].severity for place in positions if self.open[place])
        return min(severities, key=_WORST_FIRST.index, default=None)

    def _grouped(self) -> Iterator[int]:
        for position in range(len(self.findings)):
            problem = self._problems.get(position)
            yield from (position,) if problem is None else problem.findings
