"""Findings to problems: one root cause each, with the repairs that would mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from desktop.report.model import Report, read_cell
from desktop.report.values import Number, format_number
from desktop.rules.equations import balance, equations_of
from desktop.rules.finding import Equation, Finding, FindingKind, Problem, Repair, RepairStep
from desktop.rules.messages import equation_message
from desktop.rules.repair.causes import Evidence, Explanation, Weighing
from desktop.rules.repair.explain import Part, explain, margin_of
from desktop.rules.repair.ledger import Ledger, ledger_of
from desktop.rules.repair.sentences import (
    ambiguity,
    ambiguous_sentence,
    explanation_sentence,
    unexplained_sentence,
)
from desktop.rules.repair.slips import Slip
from desktop.rules.rule import RuleSet

# More candidates than this are not a choice but a list.
_MOST_LISTED: Final = 6


def find_problems(
    report: Report,
    findings: Sequence[Finding],
    rules: RuleSet,
    evidence: Evidence | None = None,
) -> tuple[Problem, ...]:
    """The root causes of broken equations, and of cells without a number that can be deduced.

    Every broken equation is in exactly one problem. Nothing is searched where none is broken
    and no cell of an equation is unread.

    Args:
        report: as it stands.
        findings: of this report by these rules; problems and repairs name their positions.
        rules: the rules in force.
        evidence: figures that the text or last year's report gives for cells, to break ties.
    """
    positions = {
        finding.equation: position
        for position, finding in enumerate(findings)
        if finding.equation is not None
    }
    equations = [
        equation
        for equation in equations_of(report.form, rules)
        # A rule for some kinds of office may not have run.
        if equation in positions or not rules.rules[equation.rule].offices
    ]
    ledger = ledger_of(report, equations)
    if not positions and not ledger.unread:
        return ()
    found = _Problems(ledger, findings, positions, rules, evidence)
    problems = found.all()
    empty = () if found.is_explained else _empty_sums(ledger)
    if empty:
        # A whole row or column of sums was never filled in: too many cells to try one by one.
        ledger = ledger_of(report, equations, empty)
        found = _Problems(ledger, findings, positions, rules, evidence)
        others = found.all()
        told = {position for problem in others for position in problem.findings}
        if found.is_explained and told >= set(positions.values()):
            return others
    return problems


def _empty_sums(ledger: Ledger) -> frozenset[str]:
    """Cells that sum others and are printed as 0 or blank in an equation that does not hold."""
    sums = frozenset[str]().union(*ledger.incidence.sums.values())
    broken = {name for index in ledger.residual() for name in ledger.incidence.cells[index]}
    return frozenset(name for name in sums & broken if ledger.values[name] == 0)


def repairs_of(problems: Sequence[Problem]) -> tuple[Repair, ...]:
    """The repairs of all problems, the surest first."""
    repairs = [repair for problem in problems for repair in problem.repairs]
    return tuple(sorted(repairs, key=lambda repair: not repair.unique))


class _Problems:
    def __init__(
        self,
        ledger: Ledger,
        findings: Sequence[Finding],
        positions: Mapping[Equation, int],
        rules: RuleSet,
        evidence: Evidence | None,
    ) -> None:
        self._ledger = ledger
        self._report = ledger.report
        self._findings = findings
        self._positions = positions
        self._rules = rules
        self._weighing = Weighing(ledger, evidence)
        self.is_explained = True

    def all(self) -> tuple[Problem, ...]:
        """In the order of the findings."""
        residual = self._ledger.residual()
        problems = []
        for block in self._ledger.incidence.blocks:
            own = {index: residual[index] for index in block if index in residual}
            for part in explain(self._ledger, block, own, self._weighing):
                problems.append(self._problem(part))
                self.is_explained &= bool(part.alternatives)
        return tuple(sorted(problems, key=lambda problem: problem.findings))

    def _problem(self, part: Part) -> Problem:
        broken = self._broken(part.equations)
        if not part.alternatives:
            return Problem(broken, (), unexplained_sentence(len(broken)))
        alternatives = _near(part)
        decided = len(alternatives) < len(_near(part, plain=True))
        unique = part.proven and len(alternatives) == 1 and _is_locatable(alternatives[0])
        listed = _listed(alternatives)
        repairs = tuple(
            self._repair(each, alternatives, unique=unique, decided=decided) for each in listed
        )
        common = set[int]()
        if repairs:
            common.update(repairs[0].resolves)
            common.intersection_update(*(repair.resolves for repair in repairs))
        found = tuple(sorted({*broken, *common}))
        if len(alternatives) == 1:
            return Problem(found, repairs, repairs[0].reason)
        reason = ambiguous_sentence(alternatives, self._report, len(listed))
        return Problem(found, repairs, reason)

    def _repair(
        self,
        explanation: Explanation,
        alternatives: Sequence[Explanation],
        *,
        unique: bool,
        decided: bool,
    ) -> Repair:
        cells = explanation.cells
        steps = self._steps(cells)
        mended = sum(1 for step in steps if not self._holds(step.equation))
        reason = explanation_sentence(explanation, self._report, mended, decided=decided)
        if len(alternatives) > 1:
            reason += f"；{ambiguity(alternatives, self._report)}"
        elif not unique:
            reason += "；仅供参考，请对照原文核对"
        return Repair(cells, unique, self._resolved(cells, steps), reason, steps)

    def _holds(self, equation: Equation) -> bool:
        sides = balance(equation, self._report)
        return sides is not None and sides.holds

    def _steps(self, cells: Mapping[str, Number]) -> tuple[RepairStep, ...]:
        """Every equation that a changed cell stands in, those that did not hold before first."""
        changed = {
            name: replace(
                read_cell(name, format_number(value), self._report.cells[name].source),
                origin=self._report.cells[name].origin,
            )
            for name, value in cells.items()
        }
        mended = replace(self._report, cells={**self._report.cells, **changed})
        mending: list[RepairStep] = []
        keeping: list[RepairStep] = []
        for equation in self._ledger.incidence.equations:
            if cells.keys().isdisjoint(equation.cells):
                continue
            before, after = balance(equation, self._report), balance(equation, mended)
            sums = self._rules.rules[equation.rule].sums
            if sums is None or after is None:
                continue
            printed = equation_message(equation, sums, self._report, before) if before else ""
            step = RepairStep(equation, printed, equation_message(equation, sums, mended, after))
            (keeping if self._holds(equation) else mending).append(step)
        return (*mending, *keeping)

    def _resolved(
        self, cells: Mapping[str, Number], steps: Sequence[RepairStep]
    ) -> tuple[int, ...]:
        """Findings that are gone after the change: its equations, and what a cell itself held."""
        resolved = {
            self._positions[step.equation] for step in steps if step.equation in self._positions
        }
        resolved.update(
            position
            for position, finding in enumerate(self._findings)
            if finding.kind is FindingKind.VALUE
            and len(finding.cells) == 1
            and finding.cells[0] in cells
        )
        return tuple(sorted(resolved))

    def _broken(self, equations: frozenset[int]) -> tuple[int, ...]:
        named = (self._ledger.incidence.equations[index] for index in equations)
        return tuple(
            sorted(self._positions[equation] for equation in named if equation in self._positions)
        )


def _near(part: Part, *, plain: bool = False) -> list[Explanation]:
    """Alternatives that do about as well as the best, without what is said elsewhere if `plain`.

    One equation alone cannot tell which of its cells is wrong; there all of them do.
    """
    weights = [each.plain_weight if plain else each.firm_weight for each in part.alternatives]
    least = min(weights)
    best = part.alternatives[weights.index(least)]
    if len(part.touched) == 1 and (plain or not best.said):
        return list(part.alternatives)
    return [
        each
        for each, weight in zip(part.alternatives, weights, strict=True)
        if weight < least + margin_of(best, each)
    ]


def _is_locatable(explanation: Explanation) -> bool:
    """Whether it may be proposed as the only one: an entry left out is as good in any row."""
    return all(cause.slip is not Slip.ENTRY for cause in explanation.causes)


def _listed(alternatives: Sequence[Explanation]) -> list[Explanation]:
    if len(alternatives) <= _MOST_LISTED:
        return list(alternatives)
    best = [each for each in alternatives if each.weight == alternatives[0].weight]
    return best if len(best) <= _MOST_LISTED else []
