"""On to the next finding, across reports, and on to the next report."""

from __future__ import annotations

from desktop.workspace.open_report import OpenReport
from desktop.workspace.workspace import Workspace


def go_to_finding(workspace: Workspace, step: int) -> bool:
    """Select the next (`step` 1) or previous (-1) open finding; False where there is none.

    The one selected counts as a place to go on from, settled or not.
    """
    reports = workspace.reports.in_work_order()
    places = [(report, row) for report in reports for row in _open_rows(report)]
    if not places:
        return False
    order = {id(report): number for number, report in enumerate(reports)}
    here = (
        -1 if workspace.current is None else order.get(id(workspace.current), -1),
        _row(workspace) if workspace.position >= 0 else (-1 if step > 0 else 0),
    )
    keys = [(order[id(report)], row) for report, row in places]
    if step > 0:
        number = next((n for n, key in enumerate(keys) if key > here), 0)
    else:
        before = [n for n, key in enumerate(keys) if key < here]
        number = before[-1] if before else len(keys) - 1
    report, row = places[number]
    workspace.show(report)
    workspace.select_finding(report.index.order[row])
    return True


def go_to_report(workspace: Workspace, step: int) -> bool:
    """Show the next or previous report, in the order of the list; False at its end."""
    reports = workspace.reports.in_work_order()
    if workspace.current is None or workspace.current not in reports:
        return False
    number = reports.index(workspace.current) + step
    if not 0 <= number < len(reports):
        return False
    workspace.show(reports[number])
    return True


def next_to_review(workspace: Workspace) -> OpenReport | None:
    """The report with the most to do but the current one; None where all others are done."""
    others = (r for r in workspace.reports.in_work_order() if r is not workspace.current)
    waiting = (r for r in others if not r.is_loading and not r.work_state.is_done)
    return next(waiting, None)


def _open_rows(report: OpenReport) -> list[int]:
    """Where in its list a report has findings that wait for a person; none once it is done."""
    if report.work_state.is_done:
        return []
    index = report.index
    return [row for row, position in enumerate(index.order) if index.open[position]]


def _row(workspace: Workspace) -> int:
    """Where in the list the finding selected stands."""
    current = workspace.current
    return -1 if current is None else current.index.order.index(workspace.position)
