"""What happens when a person tells the window to do something."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.gui import dialogs
from desktop.gui.action_states import enable_actions
from desktop.gui.actions import Actions
from desktop.gui.app_services import AppServices
from desktop.gui.banner import Advice
from desktop.gui.findings.findings_pane import FindingsPane
from desktop.gui.settings import store, stored
from desktop.gui.tables.table_tabs import TablesPane
from desktop.review.judgement import Verdict
from desktop.review.store import saved_path
from desktop.workspace import review_commands
from desktop.workspace.change import Change
from desktop.workspace.navigation import go_to_finding, go_to_report, next_to_review
from desktop.workspace.open_report import OpenReport


class CommandController(QObject):
    """Carries out the actions, and keeps them enabled only while they can be."""

    status_message = Signal(str)
    """a short message for the status bar"""
    files_chosen = Signal(list)
    """paths to open"""
    question_asked = Signal(Advice)
    """a question for the banner"""
    question_withdrawn = Signal(Advice)
    """one that needs no answer any more"""

    def __init__(
        self,
        window: QWidget,
        services: AppServices,
        panes: tuple[TablesPane, FindingsPane],
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = services.workspace
        self._loader, self._writer = services.loader, services.writer
        self._tables, self._findings = panes
        self._actions = actions
        self._question: Advice | None = None
        for action, command in self._commands(actions):
            # A triggered action says whether it is checked; no command wants to know.
            action.triggered.connect(lambda _checked=False, command=command: self._run(command))
        services.file_written.connect(self._written)
        enable_actions(self._actions, self._workspace)

    def _commands(self, a: Actions) -> list[tuple[QAction, Callable[[], object]]]:
        workspace = self._workspace
        return [
            (a.save, self.save),
            (a.export_excel, lambda: self.export(".xlsx")),
            (a.export_csv, lambda: self.export(".csv")),
            (a.undo, workspace.undo),
            (a.redo, workspace.redo),
            (a.restore, self.restore),
            (a.next_finding, lambda: self.go_to_finding(1)),
            (a.previous_finding, lambda: self.go_to_finding(-1)),
            (a.take_repair, lambda: review_commands.take_repair(workspace)),
            (a.accept, self._findings.detail.ask_reason),
            (a.report_wrong, lambda: review_commands.judge(workspace, Verdict.REPORT_WRONG)),
            (a.reading_wrong, lambda: review_commands.judge(workspace, Verdict.READING_WRONG)),
            (a.take_back, lambda: review_commands.take_back(workspace)),
            (a.remark, self.remark),
            (a.finish, self.finish),
            (a.reopen, self.reopen),
            (a.set_aside, self.set_aside),
            (a.resume, lambda: review_commands.set_aside(workspace, "")),
            (a.unlock, self.unlock),
            (a.next_report, lambda: self.go_to_report(1)),
            (a.previous_report, lambda: self.go_to_report(-1)),
            (a.previous_year, self.give_previous),
        ]

    def _run(self, command: Callable[[], object]) -> None:
        if self._tables.settle():
            command()
        else:
            enable_actions(self._actions, self._workspace)

    def follow(self, change: Change) -> None:
        """Enable what can be done now."""
        if change.current or change.findings:
            self._withdraw()
        # Selecting alone changes nothing that a person can do.
        if change.current or change.findings or change.reports or change.added:
            enable_actions(self._actions, self._workspace)

    def ask_files(self) -> None:
        """Open files that the person chooses."""
        paths = dialogs.ask_files(self._window, self._folder())
        if paths:
            store("open/folder", str(paths[0].parent))
            self.files_chosen.emit(paths)

    def save(self) -> None:
        """Save the review beside the PDF."""
        if self._workspace.current is not None:
            self.save_report(self._workspace.current)

    def save_report(self, report: OpenReport) -> bool:
        """Save a review beside its PDF; where that cannot be, ask. False if nothing is saved."""
        if report.review is None:
            return False
        path: Path | None = saved_path(report.path)
        if not os.access(report.path.parent, os.W_OK):
            path = dialogs.ask_review_name(self._window, Path.home() / saved_path(report.path).name)
        if path is None:
            return False
        self._writer.save(report, path)
        return True

    def export(self, suffix: str) -> None:
        """Write the report to a file that the person names."""
        report = self._workspace.current
        if report is None or report.review is None:
            return
        path = dialogs.ask_file_name(self._window, report.path.with_suffix(suffix))
        if path is not None:
            self._writer.export(report, path)

    def give_previous(self) -> None:
        """Compare the report with one of the year before that the person chooses."""
        if (report := self._workspace.current) is not None:
            path = dialogs.ask_last_year(self._window, report.path.parent)
            if path is not None:
                self._workspace.give_previous(path)

    def restore(self) -> None:
        """Take the selected cells back to what the page has."""
        names = self._tables.current_view().selected_names()
        review_commands.restore(self._workspace, names or [self._workspace.cell])

    def go_to_finding(self, step: int) -> None:
        """To the next finding, or the one before."""
        if not go_to_finding(self._workspace, step):
            self.status_message.emit(self.tr("没有需要查看的问题"))

    def go_to_report(self, step: int) -> None:
        """To the next report, or the one before."""
        if not go_to_report(self._workspace, step):
            last = self.tr("已经是最后一份报告") if step > 0 else self.tr("已经是第一份报告")
            self.status_message.emit(last)

    def remark(self) -> None:
        """Let the person put a note on the report."""
        if (review := self._workspace.review) is not None:
            text = dialogs.ask_remark(self._window, review.remark)
            if text is not None:
                review_commands.remark(self._workspace, text)

    def finish(self) -> None:
        """Close the report as 已完成 and go on; where errors are open, asked for once more."""
        review, report = self._workspace.review, self._workspace.current
        if review is None or report is None:
            return
        errors = 0 if review.done else review.open_errors()
        if errors and self._question is None:
            self._ask_to_finish(errors)
            return
        self._withdraw()
        review_commands.finish(self._workspace, done=True)
        self._go_on(self.tr("“{0}”核对完成").format(report.name))

    def _go_on(self, message: str) -> None:
        """On to what is left to do."""
        upcoming = next_to_review(self._workspace)
        if upcoming is not None:
            self._workspace.show(upcoming)
        # Once everything has been told, which takes older messages away.
        self.status_message.emit(message)

    def set_aside(self) -> None:
        """Set the report aside for a reason, and go on."""
        report = self._workspace.current
        reason = dialogs.ask_set_aside(self._window)
        if report is not None and reason and review_commands.set_aside(self._workspace, reason):
            self._go_on(self.tr("“{0}”已搁置").format(report.name))

    def unlock(self) -> None:
        """Open the file with the password that the person gives."""
        if (report := self._workspace.current) is not None:
            password = dialogs.ask_password(self._window, report.path.name)
            if password is not None:
                self._loader.use_password(report.path, password)
                self._workspace.add_files([report.path])

    def _ask_to_finish(self, errors: int) -> None:
        """Ask in the window's banner; the same key once more is the answer, too."""
        text = self.tr("还有 {0} 处错误没有处理，仍然标为已完成吗？").format(errors)
        yes = (self.tr("标为已完成 (F9)"), lambda: self._run(self.finish))
        no = (self.tr("继续核对"), self._withdraw)
        self._question = Advice(text, (yes, no))
        self.question_asked.emit(self._question)

    def _withdraw(self) -> None:
        """The question is answered, or is about another report than the one looked at."""
        if self._question is not None:
            self.question_withdrawn.emit(self._question)
            self._question = None

    def reopen(self) -> None:
        """Open a finished report again."""
        review_commands.finish(self._workspace, done=False)

    def _folder(self) -> Path:
        if self._workspace.current is not None:
            return self._workspace.current.path.parent
        return Path(str(stored("open/folder") or Path.home()))

    def _written(self, path: Path) -> None:
        self.status_message.emit(self.tr("已保存到 {0}").format(path))
