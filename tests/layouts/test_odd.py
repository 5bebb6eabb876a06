"""Prints that stray from the form: what can be read is, and what orphans is named."""

from pathlib import Path
from random import Random

from desktop.reading.read import read_report
from desktop.report.model import ObservationKind, Report
from tests.builders import right_values

ODD = Path(__file__).with_name("odd")
VALUES = right_values(Random(5))
OTHER_VALUES = right_values(Random(6))


def read(name: str) -> Report:
    return read_report((ODD / f"{name}.pdf").read_bytes())


def wrong(report: Report) -> set[str]:
    return {name for name, value in VALUES.items() if report.value(name) != value}


def test_two_tables_side_by_side() -> None:
    report = read("side_by_side")
    assert wrong(report) == set()
    assert not any(cell.doubt for cell in report.cells.values())


def test_a_comparison_of_two_years_gives_a_doubt_wherever_they_differ() -> None:
    report = read("comparison")
    assert wrong(report) == set()
    doubtful = {name for name, cell in report.cells.items() if cell.doubt}
    applications = {name for name in VALUES if name.startswith("applications.")}
    assert doubtful == {name for name in applications if VALUES[name] != OTHER_VALUES[name]}


def test_a_row_too_many_is_named_and_the_rest_read() -> None:
    report = read("row_extra")
    assert wrong(report) == set()
    named = [(item.kind, item.printed) for item in report.observations]
    assert named == [(ObservationKind.EXTRA_ROW, "6.其他不予处理")]


def test_a_row_that_lacks_is_named_and_the_rest_read() -> None:
    report = read("row_missing")
    assert {name.split(".")[1] for name in wrong(report)} == {"declined_2"}
    named = [(item.kind, item.expected) for item in report.observations]
    assert named == [(ObservationKind.MISSING_ROW, "2.重复申请")]
    # Which of the rows around has its numbers, if any, is for a person to see.
    doubtful = {name.split(".")[1] for name, cell in report.cells.items() if cell.doubt}
    assert doubtful == {"declined_1", "declined_3"}


def test_altered_labels_are_named_and_their_rows_read() -> None:
    report = read("labels_altered")
    assert wrong(report) == set()
    named = {(item.kind, item.printed) for item in report.observations}
    altered = ("2.重申请", "7.属于行执法卷", "商业企")
    assert named == {(ObservationKind.LABEL, label) for label in altered}
