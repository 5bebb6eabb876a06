"""Reading that a person stops."""

from __future__ import annotations

from desktop.workspace.messages import STOPPED
from tests.workspace.conftest import WRONG, Office


def test_loading_that_is_stopped_says_so(office: Office) -> None:
    outcome = office.outcome(WRONG)
    office.workspace.add_files([outcome.path])
    office.workspace.stop_loading()
    (report,) = office.workspace.reports
    assert "已停止读取" in (report.reason or "")
    office.workspace.add_files([outcome.path])
    assert report.is_loading


def test_last_year_s_report_is_not_waited_for_when_loading_is_stopped(office: Office) -> None:
    office.open(WRONG)
    office.workspace.give_previous(office.folder / "last.pdf")
    review = office.workspace.review
    assert review is not None
    assert office.workspace.reports.previous.loading()
    office.workspace.stop_loading()
    assert not office.workspace.reports.previous.loading()
    assert STOPPED.rstrip("。") in review.previous.reason
