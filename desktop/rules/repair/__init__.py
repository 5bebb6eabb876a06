"""What would make a report add up: exact error localisation over its equations.

From the inside out: `incidence` has the equations as a matrix, `ledger` a report's figures in
it, `search` finds the fewest changes that settle what does not add up, `slips` and `causes`
weigh how they may have come about, `explain` compares the explanations and takes them apart,
`problems` makes of them what a person sees. Nothing here changes a reading.
"""

from __future__ import annotations

from desktop.report.model import Report
from desktop.rules.finding import Repair
from desktop.rules.repair.causes import Evidence as Evidence
from desktop.rules.repair.problems import find_problems, repairs_of
from desktop.rules.rule import RuleSet


def find_repairs(
    report: Report, rules: RuleSet | None = None, evidence: Evidence | None = None
) -> tuple[Repair, ...]:
    """The cell changes that would make a report's equations hold, the surest first.

    Args:
        report: as read, or as corrected.
        rules: the rules in force; the packaged ones by default.
        evidence: figures that something else gives for cells, to break ties; what the report's
            own text says by default.

    Returns:
        Repairs whose `resolves` are positions in the findings of `check(report, rules)`.
    """
    # The engine itself calls `find_problems`; at the top this would go round in a circle.
    from desktop.rules.engine import check

    checked = check(report, rules)
    if evidence is None:
        return checked.repairs
    return repairs_of(find_problems(report, checked.findings, rules, evidence))
