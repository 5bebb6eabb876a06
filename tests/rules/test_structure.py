"""Observations of reading as findings."""

from dataclasses import replace

from desktop.report.model import Notice, Observation, read_cell
from desktop.rules.engine import check
from desktop.rules.rulefile import load_rules
from tests.builders import report_of

NAME = "applications.granted.natural"


def test_a_missing_cell_is_an_error_until_a_person_fills_it_in() -> None:
    observation = Observation(
        Notice.MISSING_CELL, "applications", "予以公开 · 自然人", cells=(NAME,)
    )
    report = replace(report_of({}).without_cell(NAME), observations=(observation,))
    assert [f.rule for f in check(report).findings] == ["F04"]
    filled = report.with_cell(read_cell(NAME, "0", None))
    assert check(filled).findings == ()
    assert [item for item in check(filled).unchecked if item.cells] == []


def test_every_notice_is_judged_by_some_rule() -> None:
    judged = {
        notice
        for rule in load_rules().rules.values()
        for notice in rule.parameters.get("notices", ())
    }
    assert judged == {notice.value for notice in Notice}
