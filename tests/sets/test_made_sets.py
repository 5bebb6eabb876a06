"""Sets made at random: all that is wrong in them is found, and nothing else."""

from __future__ import annotations

import pytest

from desktop.sets.check_set import SetChecked, check_set
from desktop.sets.report_set import report_set
from desktop.sets.set_finding import SetFinding, SetFindingKind
from tests.packaged import RULES
from tests.sets.made_set import made_set

CHAIN = ("A01", "B04", "B05")


def of_rule(checked: SetChecked, *rules: str) -> list[SetFinding]:
    return [finding for finding in checked.findings if finding.rule in rules]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_wrong_is_found_and_nothing_else(seed: int) -> None:
    made = made_set(seed)
    reports = report_set(made.reports, roster=made.roster)
    checked = check_set(reports, RULES)
    truth = made.truth
    assert not [line for line in checked.unchecked if line.startswith("X")]
    assert reports.year == made.year
    assert {finding.unit for finding in of_rule(checked, "X05")} == truth.missing
    assert {finding.unit for finding in of_rule(checked, "X02")} == truth.twice
    assert {report.agency for report in reports.unlisted} == truth.strays
    assert {(f.unit, f.cells[0]) for f in of_rule(checked, *CHAIN)} == truth.chain
    sums = of_rule(checked, "X01")
    assert {(f.unit, f.cells[0]): (f.left, f.right) for f in sums} == truth.sums
    alike = of_rule(checked, "X04")
    found = {
        frozenset({(f.unit, f.year), *((other.unit, other.year) for other in f.others)})
        for f in alike
    }
    assert found == truth.alike
    assert {finding.unit for finding in of_rule(checked, "X06")} == truth.late
    assert not of_rule(checked, "X03", "X07", "X08")
    # Nobody is accused while somebody is missing.
    accused = [f for f in sums if f.severity.value == "error"]
    assert bool(accused) == bool(sums and not truth.missing)
    assert {finding.kind for finding in of_rule(checked, "X01")} <= {SetFindingKind.SUM}
