"""What the list says of a report: never less than is known."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from pytestqt.qtbot import QtBot

from desktop.gui.reports.report_delegate import state_text
from desktop.rules.finding import Checked
from tests.builders import report_of, right_values
from tests.packaged import RULES
from tests.workspace.conftest import TOTAL, Office, office

__all__ = ["office"]

RIGHT = report_of(right_values(Random(1)))


def test_what_was_not_read_whole_is_not_without_findings(office: Office, qtbot: QtBot) -> None:
    del qtbot  # the words are translated
    reports = {"whole.pdf": RIGHT, "part.pdf": RIGHT.without_cell(TOTAL)}
    # Even where no rule is in force that says so.
    read = [replace(office.outcome(r, name), checked=Checked(())) for name, r in reports.items()]
    office.workspace.add_files([outcome.path for outcome in read])
    for outcome in read:
        office.workspace.take(outcome, None, RULES)
    whole, part = map(state_text, office.workspace.reports)
    assert "无问题" in whole
    assert "无问题" not in part
    assert "未能全部核对" in part
    # What could not be checked says so as well.
    office.open(RIGHT, "unchecked.pdf")
    assert "无问题" not in state_text(office.workspace.reports[2])
