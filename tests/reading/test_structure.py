"""Each rule on what reading noticed, and on single cells, proved on a drawn report."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from desktop.batch.outcome import Outcome, Status
from desktop.report.model import ObservationKind, Report
from desktop.rules.finding import Checked, Finding, FindingKind, Severity
from desktop.rules.rulefile import load_rules
from tests.adversarial.draft import Draft, Run
from tests.builders import FORM_2019
from tests.packaged import read_outcome
from tests.reading.drawn import draft, draw
from tests.reading.faults import FAULTS, Fault
from tests.running import run_desktop

GRANTED = "applications.granted.natural"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports")


def checked(made: Draft, folder: Path) -> tuple[Report, Checked, Outcome]:
    """A report drawn, read and checked."""
    outcome = read_outcome(draw(made, folder))
    assert outcome.report is not None
    assert outcome.checked is not None
    return outcome.report, outcome.checked, outcome


@cache
def seen(name: str, folder: Path) -> tuple[Report, Checked, Outcome]:
    """The report with this fault, which is drawn once."""
    return checked(FAULTS[name].draft(), folder)


def agrees(finding: Finding, fault: Fault) -> bool:
    """Whether a finding is the one that a fault must lead to."""
    return (
        (finding.rule, finding.severity, finding.cells) == (fault.rule, fault.severity, fault.cells)
    ) and all(part in finding.message for part in fault.says)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_leads_to_its_finding_and_to_no_other(name: str, folder: Path) -> None:
    fault = FAULTS[name]
    findings = seen(name, folder)[1].findings
    own = [finding for finding in findings if finding.rule == fault.rule]
    assert [agrees(finding, fault) for finding in own] == [True], own
    assert {finding.rule for finding in findings} == {fault.rule} | fault.besides


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_noticed_as_what_it_is(name: str, folder: Path) -> None:
    fault = FAULTS[name]
    report, _, outcome = seen(name, folder)
    kinds = {observation.kind for observation in report.observations}
    assert kinds >= ({fault.kind} if fault.kind else set())
    assert outcome.status is (Status.PARTIAL if fault.partial else Status.READ)
    assert report.unread == (fault.cells if fault.partial else ())


def test_the_same_report_without_a_fault_has_no_findings(folder: Path) -> None:
    report, result, outcome = checked(draft(), folder)
    assert result.findings == ()
    assert report.observations == ()
    assert outcome.status is Status.READ
    assert [item for item in result.unchecked if not item.expected] == []


def test_the_form_of_2019_is_right_in_its_years(folder: Path) -> None:
    assert checked(draft(FORM_2019, 2020), folder)[1].findings == ()


def test_every_notice_is_made_by_some_report(folder: Path) -> None:
    made = {item.kind for name in FAULTS for item in seen(name, folder)[0].observations}
    # No drawn report has a damaged page: see test_damaged_pages.
    assert made == set(ObservationKind) - {ObservationKind.DAMAGED}


def test_every_rule_on_what_reading_noticed_is_proved_here() -> None:
    rules = load_rules().rules.values()
    proved = {fault.rule for fault in FAULTS.values()}
    assert {rule.id for rule in rules if rule.check == "observed"} <= proved
    assert {"F01", "F02", "F03", "V01", "V02", "V03", "V04", "V05", "V06", "V09"} <= proved


@pytest.mark.parametrize("name", FAULTS)
def test_what_was_noticed_has_its_place(name: str, folder: Path) -> None:
    """Only what is not printed has none."""
    nowhere = {item.kind for item in seen(name, folder)[0].observations if not item.sources}
    assert nowhere <= {ObservationKind.MISSING_ROW, ObservationKind.MISSING_COLUMN}


@pytest.mark.parametrize("name", ["the first row lacks", "the last column lacks"])
def test_a_report_read_in_part_accuses_nobody_of_what_was_not_read(name: str, folder: Path) -> None:
    findings = seen(name, folder)[1].findings
    assert [f for f in findings if f.rule == "F04" or f.severity is Severity.ERROR] == []


def test_a_report_read_in_part_ends_the_command_with_2(folder: Path) -> None:
    path = draw(FAULTS["the first row lacks"].draft(), folder)
    done = run_desktop("check", "--format", "json", path)
    record = json.loads(done.stdout)
    assert done.returncode == 2
    assert (record["status"], record["reason"]) == ("partial", "有 7 格没有读到，见 findings")
    assert [f["rule"] for f in record["findings"] if f["severity"] == "error"] == []


def equations(made: Draft, folder: Path) -> list[Finding]:
    findings = checked(made, folder)[1].findings
    return [finding for finding in findings if finding.kind is FindingKind.EQUATION]


def test_an_equation_over_a_doubted_cell_asks_to_look_first(folder: Path) -> None:
    made = draft()
    wrong = str(int(made.values[GRANTED]) + 1)
    made.write(GRANTED, Run(wrong))
    sure = equations(made, folder)
    made.write(GRANTED, Run(wrong), Run("①"))
    doubted = equations(made, folder)
    assert {finding.severity for finding in sure} == {Severity.ERROR}
    assert {finding.severity for finding in doubted} == {Severity.WARNING}
    assert [f.cells for f in doubted] == [f.cells for f in sure]
    for one, other in zip(sure, doubted, strict=True):
        assert other.message == f"{one.message}；先核对读取：（一）予以公开 · 自然人"


@pytest.mark.parametrize("text", ["-3①", "1.5①", "-3万"])
def test_a_doubted_cell_is_not_accused_alone(text: str, folder: Path) -> None:
    made = draft()
    made.write("proactive.permit.decisions", Run(text))
    findings = checked(made, folder)[1].findings
    assert {finding.severity for finding in findings} == {Severity.WARNING}
    told = {finding.rule: finding.message for finding in findings}
    assert told.keys() >= {"V04", "V06"}
    assert all("先核对读取：行政许可" in told[r] for r in told.keys() & {"V01", "V02"})
    assert told.keys() & {"V01", "V02"}
