"""What is selected in the report looked at."""

from __future__ import annotations

import pytest

from tests.workspace.conftest import WRONG, Office


def test_a_finding_is_selected_with_its_first_cell(office: Office) -> None:
    office.open(WRONG)
    office.workspace.select_finding(0)
    finding = office.workspace.finding
    assert finding is not None
    assert office.workspace.cell == finding.cells[0]
    office.workspace.select_finding(-1)
    assert (office.workspace.finding, office.workspace.cell) == (None, "")


@pytest.mark.parametrize("beyond", [-2, 1, 99])
def test_what_there_is_not_is_not_selected(office: Office, beyond: int) -> None:
    office.workspace.select_finding(0)
    office.open(WRONG)
    office.workspace.select_finding(0)
    finding = office.workspace.finding
    assert finding is not None
    office.changes.clear()
    office.workspace.select_finding(beyond)
    assert office.workspace.finding is finding
    assert office.changes == []


def test_with_another_report_everything_shown_is_another(office: Office) -> None:
    office.open(WRONG, "a.pdf")
    office.open(WRONG, "b.pdf")
    office.changes.clear()
    for report in office.workspace.reports:
        office.workspace.show(report)
        change = office.changes[-1]
        assert change.current
        assert (change.findings, change.cell, change.finding) == (True, True, True)
