"""Work on one report before a program is killed, and what the next one finds."""

from __future__ import annotations

from desktop.review.changes import Remark, Step
from desktop.review.judgement import Verdict
from desktop.workspace import review_commands
from desktop.workspace.open_report import OpenReport
from desktop.workspace.recovery import Recovery
from tests.workspace.conftest import TOTAL, Office


def some_work(office: Office) -> None:
    review_commands.edit(office.workspace, TOTAL, "7")
    review_commands.edit(office.workspace, TOTAL, "8")
    office.workspace.undo()
    office.workspace.select_finding(0)
    review_commands.judge(office.workspace, Verdict.ACCEPTED, "已核实")
    office.workspace.do(Remark("", "记一笔"))


def recovery(office: Office) -> Recovery:
    return Recovery([office.folder / "journals"])


def only(office: Office) -> OpenReport:
    (report,) = office.workspace.reports
    return report


def steps(office: Office) -> tuple[Step, ...]:
    review = only(office).review
    assert review is not None
    return review.history
