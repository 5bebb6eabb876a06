"""A report and a rule set to findings: the one entry to the rules."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Final

from desktop.report.model import Report
from desktop.rules.certainty import without_accusing
from desktop.rules.checks import builtin as builtin
from desktop.rules.checks.registry import CHECKS, Context
from desktop.rules.equations import balance, rule_equations
from desktop.rules.finding import (
    NO_PREVIOUS,
    Checked,
    Equation,
    Finding,
    FindingKind,
    Problem,
    Severity,
    Unchecked,
)
from desktop.rules.messages import cells_in_words, equation_message
from desktop.rules.repair.evidence import evidence_of
from desktop.rules.repair.problems import find_problems, repairs_of
from desktop.rules.rule import Rule, RuleSet, Sums

_ORDER: Final = {severity: index for index, severity in enumerate(Severity)}


def check(
    report: Report,
    rules: RuleSet,
    previous: Report | None = None,
    no_previous: str = NO_PREVIOUS,
) -> Checked:
    """Everything the rules say about one report, the worst first.

    A rule that fails to run is told as unchecked; it never stops the others and never looks
    like a pass.

    Args:
        report: as read, or as corrected.
        rules: the rules in force.
        previous: the same office's report of the year before.
        no_previous: why there is none, in a few words.
    """
    context = Context(report, previous, no_previous)
    findings: list[Finding] = []
    unchecked = [Unchecked("规则文件", str(problem)) for problem in rules.problems]
    for rule in rules.rules.values():
        if not rule.applies_to(report.form.id):
            continue
        for outcome in _outcomes(rule, context):
            if isinstance(outcome, Finding):
                findings.append(without_accusing(outcome, report, previous))
            else:
                unchecked.append(outcome)
    findings.sort(key=lambda finding: _ORDER[finding.severity])
    problems = _problems(context, findings, rules, unchecked)
    return Checked(tuple(findings), tuple(unchecked), repairs_of(problems), problems)


def _problems(
    context: Context, findings: list[Finding], rules: RuleSet, unchecked: list[Unchecked]
) -> tuple[Problem, ...]:
    """What the findings come from; a failure is told, and costs only the proposals."""
    try:
        broken = any(finding.equation for finding in findings)
        evidence = evidence_of(context.verdicts, context.previous) if broken else None
        return find_problems(context.report, findings, rules, evidence)
    except Exception as error:
        logging.getLogger(__name__).exception("the search for root causes failed")
        unchecked.append(Unchecked("B16", f"查找错误原因时出错，没有修改建议（{error}）"))
        return ()


def _outcomes(rule: Rule, context: Context) -> list[Finding | Unchecked]:
    try:
        return list(_run(rule, context))
    except Exception as error:  # one rule must not end the check
        logging.getLogger(__name__).exception("rule %s failed", rule.id)
        return [Unchecked(rule.id, f"规则“{rule.name}”运行出错，未能核对（{error}）")]


def _run(rule: Rule, context: Context) -> Iterator[Finding | Unchecked]:
    if rule.offices and context.office is None:
        yield Unchecked(rule.id, f"规则“{rule.name}”未能核对：从标题看不出是哪一类机关")
    elif rule.offices and context.office not in rule.offices:
        return
    elif rule.sums is not None:
        yield from _sums(rule, rule.sums, context.report)
    elif rule.check in CHECKS:
        yield from CHECKS[rule.check](context, rule)
    else:
        yield Unchecked(rule.id, f"规则“{rule.name}”所用的检查 {rule.check} 不存在，未能核对")


def _sums(rule: Rule, sums: Sums, report: Report) -> Iterator[Finding | Unchecked]:
    equations = rule_equations(rule, report.form)
    if not equations:
        yield Unchecked(rule.id, f"规则“{rule.name}”所指的行、列在这份报告的格式中不存在")
    for equation in equations:
        sides = balance(equation, report)
        if sides is None:
            yield _unread(rule, equation, report)
        elif not sides.holds:
            yield Finding(
                rule.id,
                FindingKind.EQUATION,
                rule.severity,
                equation_message(equation, sums, report, sides),
                equation.cells,
                sides.left,
                sides.right,
                equation=equation,
            )


def _unread(rule: Rule, equation: Equation, report: Report) -> Unchecked:
    names = tuple(name for name in equation.cells if report.value(name) is None)
    listed = cells_in_words(names, report.form)
    reason = f"{rule.name}（{equation.place}）未能核对：{listed}没有数字"
    return Unchecked(rule.id, reason, names)
