"""What is given the rules in force, with the packaged rules given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.batch import one_file
from desktop.batch.outcome import Outcome
from desktop.report.form import Form
from desktop.report.model import Report
from desktop.review.review import Review
from desktop.rules import engine, equations
from desktop.rules.finding import NO_PREVIOUS, Checked, Equation, Finding, Problem
from desktop.rules.repair import problems
from desktop.rules.repair.causes import Evidence
from desktop.rules.rule import RuleSet
from desktop.rules.rulefile import load_rules

RULES = load_rules()


def check(
    report: Report,
    rules: RuleSet = RULES,
    previous: Report | None = None,
    no_previous: str = NO_PREVIOUS,
) -> Checked:
    return engine.check(report, rules, previous, no_previous)


def equations_of(form: Form) -> tuple[Equation, ...]:
    return equations.equations_of(form, RULES)


def find_problems(
    report: Report, findings: Sequence[Finding], evidence: Evidence | None = None
) -> tuple[Problem, ...]:
    return problems.find_problems(report, findings, RULES, evidence)


def read_outcome(path: Path, previous: Path | None = None) -> Outcome:
    return one_file.read_outcome(path, RULES, previous)


def new_review(path: Path, sha256: str, report: Report) -> Review:
    return Review(path, sha256, report, RULES)
