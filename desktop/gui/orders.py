"""What happens when a person tells the window to do something."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.errors import AppError
from desktop.gui import dialogs
from desktop.gui.actions import Actions
from desktop.gui.exporting import Exporter
from desktop.gui.findings.findings_pane import FindingsPane
from desktop.gui.findings.round import go, go_to_report
from desktop.gui.reports import work
from desktop.gui.reports.desk import Desk
from desktop.gui.reports.entry import Entry
from desktop.gui.settings import store, stored
from desktop.gui.tables.table_tabs import TablesPane
from desktop.review.judgement import Verdict
from desktop.review.store import saved_path


class Orders(QObject):
    """Carries out the actions, and keeps them enabled only while they can be."""

    told = Signal(str)
    """a short message for the status bar"""
    chosen = Signal(object)
    """files to open"""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        panes: tuple[TablesPane, FindingsPane],
        exporter: Exporter,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tables, self._findings = panes
        self._exporter = exporter
        self._actions = actions
        for action, order in self._work(actions):
            # A triggered action says whether it is checked; no order wants to know.
            action.triggered.connect(lambda _checked=False, order=order: self._carry_out(order))
        group = desk.undo_group
        group.canUndoChanged.connect(actions.undo.setEnabled)
        group.canRedoChanged.connect(actions.redo.setEnabled)
        group.undoTextChanged.connect(self._name_undo)
        group.redoTextChanged.connect(self._name_redo)
        actions.undo.setEnabled(group.canUndo())
        actions.redo.setEnabled(group.canRedo())
        for signal in (desk.turned, desk.updated, desk.selected, desk.edited):
            signal.connect(self._enable)
        exporter.written.connect(self._written)
        exporter.failed.connect(self._failed)
        self._enable()

    def _work(self, a: Actions) -> list[tuple[QAction, Callable[[], object]]]:
        desk = self._desk
        return [
            (a.save, self.save),
            (a.export_excel, lambda: self.export(".xlsx")),
            (a.export_csv, lambda: self.export(".csv")),
            (a.undo, desk.undo_group.undo),
            (a.redo, desk.undo_group.redo),
            (a.restore, self.restore),
            (a.next_finding, lambda: self.go(1)),
            (a.previous_finding, lambda: self.go(-1)),
            (a.take_repair, lambda: work.take_repair(desk)),
            (a.accept, self._findings.detail.ask_reason),
            (a.report_wrong, lambda: work.judge(desk, Verdict.REPORT_WRONG)),
            (a.reading_wrong, lambda: work.judge(desk, Verdict.READING_WRONG)),
            (a.take_back, lambda: work.take_back(desk)),
            (a.remark, self.remark),
            (a.finish, self.finish),
            (a.next_report, lambda: self.turn(1)),
            (a.previous_report, lambda: self.turn(-1)),
            (a.previous_year, self.give_last_year),
        ]

    def _carry_out(self, order: Callable[[], object]) -> None:
        if self._tables.settle():
            order()
        else:
            self._enable()

    def ask_files(self) -> None:
        """Open files that the person chooses."""
        paths = dialogs.ask_files(self._window, self._folder())
        if paths:
            store("open/folder", str(paths[0].parent))
            self.chosen.emit(paths)

    def save(self) -> None:
        """Save the review beside the PDF."""
        if self._desk.current is not None:
            self.save_entry(self._desk.current)

    def save_entry(self, entry: Entry) -> bool:
        """Save a review beside its PDF; where that cannot be, ask. False if nothing is saved."""
        if entry.review is None:
            return False
        path: Path | None = saved_path(entry.path)
        if not os.access(entry.path.parent, os.W_OK):
            path = dialogs.ask_review_name(self._window, Path.home() / saved_path(entry.path).name)
        if path is None:
            return False
        self._exporter.save(entry, path)
        return True

    def export(self, suffix: str) -> None:
        """Write the report to a file that the person names."""
        entry = self._desk.current
        if entry is None or entry.review is None:
            return
        path = dialogs.ask_file_name(self._window, entry.path.with_suffix(suffix))
        if path is not None:
            self._exporter.export(entry, path)

    def give_last_year(self) -> None:
        """Compare the report with one of the year before that the person chooses."""
        if (entry := self._desk.current) is not None:
            path = dialogs.ask_last_year(self._window, entry.path.parent)
            if path is not None:
                self._desk.give_last_year(path)

    def restore(self) -> None:
        """Take the selected cells back to what the page has."""
        names = self._tables.current_view().selected_names()
        work.restore(self._desk, names or [self._desk.cell])

    def go(self, step: int) -> None:
        """To the next finding, or the one before."""
        if not go(self._desk, step):
            self.told.emit(self.tr("没有需要查看的问题"))

    def turn(self, step: int) -> None:
        """To the next report, or the one before."""
        if not go_to_report(self._desk, step):
            last = self.tr("已经是最后一份报告") if step > 0 else self.tr("已经是第一份报告")
            self.told.emit(last)

    def remark(self) -> None:
        """Let the person put a note on the report."""
        if (review := self._desk.review) is not None:
            text = dialogs.ask_remark(self._window, review.remark)
            if text is not None:
                work.remark(self._desk, text)

    def finish(self) -> None:
        """Close the report as 已完成 and go on; with open errors only after asking once."""
        review, entry = self._desk.review, self._desk.current
        if review is None or entry is None:
            return
        if review.done:
            work.finish(self._desk, done=False)
            return
        errors = review.open_errors()
        if errors and not dialogs.ask_finish(self._window, errors):
            self._enable()
            return
        ordered = self._desk.ordered()
        following = ordered[ordered.index(entry) + 1 :]
        work.finish(self._desk, done=True)
        self.told.emit(self.tr("“{0}”核对完成").format(entry.name))
        upcoming = next((e for e in following if e.review is not None and not e.review.done), None)
        if upcoming is not None:
            self._desk.turn_to(upcoming)

    def _folder(self) -> Path:
        if self._desk.current is not None:
            return self._desk.current.path.parent
        return Path(str(stored("open/folder") or Path.home()))

    def _enable(self) -> None:
        actions, review = self._actions, self._desk.review
        readable = (actions.save, actions.export_excel, actions.export_csv, actions.finish)
        for action in (*readable, actions.find, actions.remark, actions.previous_year):
            action.setEnabled(review is not None)
        actions.finish.setChecked(review is not None and review.done)
        some = any(entry.index.findings for entry in self._desk.entries)
        several = len(self._desk.entries) > 1
        for action in (actions.next_finding, actions.previous_finding):
            action.setEnabled(some)
        for action in (actions.next_report, actions.previous_report):
            action.setEnabled(several)
        edited = review is not None and bool(review.edited())
        actions.restore.setEnabled(edited)

    def _written(self, path: Path) -> None:
        self.told.emit(self.tr("已保存到 {0}").format(path))

    def _failed(self, _path: Path, error: AppError) -> None:
        dialogs.show_error(self._window, error.message, error.detail)

    def _name_undo(self, text: str) -> None:
        _name(self._actions.undo, self.tr("撤销"), text)

    def _name_redo(self, text: str) -> None:
        _name(self._actions.redo, self.tr("重做"), text)


def _name(action: QAction, verb: str, what: str) -> None:
    """The menu names the step; the button in the tool bar keeps its width."""
    action.setText(f"{verb} {what}".strip())
    action.setIconText(verb)
    action.setToolTip(f"{verb} {what}".strip() + f"（{action.shortcut().toString()}）")
