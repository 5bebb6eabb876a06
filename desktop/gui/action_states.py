"""Which actions can be carried out now, and what the next undo would undo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from desktop.batch.outcome import Obstacle
from desktop.gui.actions import Actions
from desktop.gui.plain_text import tip
from desktop.gui.step_names import step_name
from desktop.review.review import Review
from desktop.workspace.workspace import Workspace


def enable_actions(actions: Actions, workspace: Workspace) -> None:
    """Enable what can be done with the report looked at, and name the steps to undo."""
    review, reports = workspace.review, workspace.reports
    readable = (actions.save, actions.export_excel, actions.export_csv, actions.finish)
    for action in (*readable, actions.find, actions.remark, actions.previous_year):
        action.setEnabled(review is not None)
    current = workspace.current
    settled = current is not None and not current.is_loading
    actions.reopen.setEnabled(review is not None and review.done)
    actions.set_aside.setEnabled(current is not None and settled and not current.set_aside)
    actions.resume.setEnabled(current is not None and bool(current.set_aside))
    locked = current is not None and current.obstacle is Obstacle.PASSWORD
    actions.unlock.setEnabled(settled and locked)
    some = any(report.index.findings for report in reports)
    for action in (actions.next_finding, actions.previous_finding):
        action.setEnabled(some)
    for action in (actions.next_report, actions.previous_report, actions.find_report):
        action.setEnabled(len(reports) > 1)
    actions.restore.setEnabled(review is not None and bool(review.edited()))
    _name_steps(actions, review)


def _name_steps(actions: Actions, review: Review | None) -> None:
    """The menu says which step would be undone, and which made again."""
    undo, redo = actions.undo, actions.redo
    made, undone = (review.history, review.undone) if review is not None else ((), ())
    undo.setEnabled(bool(made))
    redo.setEnabled(bool(undone))
    _name(undo, _tr("撤销"), step_name(review, made[-1]) if review and made else "")
    _name(redo, _tr("重做"), step_name(review, undone[0]) if review and undone else "")


def _name(action: QAction, verb: str, what: str) -> None:
    """The menu names the step; the button in the tool bar keeps its width."""
    text = f"{verb} {what}".strip()
    if action.text() != text:
        action.setText(text)
        action.setIconText(verb)
        action.setToolTip(tip(f"{text}（{action.shortcut().toString()}）"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionStates", text)
