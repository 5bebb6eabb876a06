"""The panes on which reports are reviewed, and what connects them with the workspace.

They are most of the program, and nobody needs them before the first report: the window makes
them when it first has a use for them, or a moment after it came up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.batch.outcome import Obstacle
from desktop.errors import AppError
from desktop.gui.actions import Actions
from desktop.gui.app_services import AppServices
from desktop.gui.banner import Advice
from desktop.gui.command_controller import CommandController
from desktop.gui.findings.findings_pane import FindingsPane
from desktop.gui.pages.page_pane import PagePane
from desktop.gui.recovery_texts import lost_text, rebased_text
from desktop.gui.reports.report_list import ReportPane
from desktop.gui.rule_commands import RuleCommands
from desktop.gui.splitter import PanelSplitter
from desktop.gui.start_page import EmptyPage
from desktop.gui.tables.table_tabs import TablesPane
from desktop.gui.ui_terms import ui_term
from desktop.workspace.change import Change
from desktop.workspace.open_report import OpenReport


class ReviewPanel(QObject):
    """List, pages, tables and findings over one workspace.

    Args:
        window: asks the questions, and is told what happens.
        services: the workspace and what works for it, which outlive the window.
        actions: what a person can tell the window to do.
        switches: the action that folds each pane away, by the pane's key.
    """

    status_message = Signal(str)
    """a short message for the status bar"""
    hint_shown = Signal(str)
    """sentences to be read before going on"""
    error_shown = Signal(AppError)
    """what a person has to be told in a dialog"""
    files_chosen = Signal(list)
    """paths to open"""
    question_asked = Signal(Advice)
    """a question for the banner"""
    question_withdrawn = Signal(Advice)
    """one that needs no answer any more"""
    current_changed = Signal()
    """there is a report to be looked at"""
    retitled = Signal()
    """the report looked at, or whether it is saved, may be another now"""

    def __init__(
        self,
        window: QWidget,
        services: AppServices,
        actions: Actions,
        switches: Mapping[str, QAction],
    ) -> None:
        super().__init__(window)
        self.services, self.workspace = services, services.workspace
        self.reports = ReportPane(self.workspace)
        self.pages = PagePane(self.workspace, actions, services.loader.password_of)
        self.tables = TablesPane(self.workspace)
        self.findings = FindingsPane(self.workspace, self.pages.view, actions)
        self.empty_page = EmptyPage("unreadable")
        self.empty_page.offer((actions.unlock, actions.set_aside, actions.resume))
        self.middle = QStackedWidget()
        self.middle.addWidget(self.pages)
        self.middle.addWidget(self.empty_page)
        self.splitter = PanelSplitter(self.reports, self.middle, self.tables, self.findings)
        # A decision is not made unseen.
        for action in (actions.accept, actions.report_wrong, actions.reading_wrong):
            action.triggered.connect(lambda: switches["findings"].setChecked(True))
        self.commands = CommandController(window, services, (self.tables, self.findings), actions)
        self.rules = RuleCommands(window, services.rules, actions, self.tables.settle)
        actions.find_report.triggered.connect(lambda: switches["reports"].setChecked(True))
        actions.find_report.triggered.connect(self.reports.ask_for_office)
        self._connect()
        for key, pane in self.splitter.foldable().items():
            pane.setVisible(switches[key].isChecked())
            switches[key].toggled.connect(partial(self.splitter.fold, pane))

    def _connect(self) -> None:
        services = self.services
        # In any order: each looks in the workspace alone for what is now.
        for follower in self.followers():
            services.changed.connect(follower)
        services.files_found.connect(self._add_files)
        services.error_shown.connect(self.error_shown)
        services.write_failed.connect(self.error_shown)
        self.commands.status_message.connect(self.status_message)
        self.commands.files_chosen.connect(self.files_chosen)
        self.commands.question_asked.connect(self.question_asked)
        self.commands.question_withdrawn.connect(self.question_withdrawn)
        self.rules.status_message.connect(self.status_message)
        self.reports.stop_clicked.connect(services.stop_loading)
        self.reports.left.connect(lambda: self.tables.current_view().setFocus())
        for view in (self.reports.view, self.findings.view):
            view.digit_typed.connect(self.tables.type)
        self.findings.detail.status_message.connect(self.status_message)
        self.tables.refused.connect(self.status_message)
        self.pages.view.failed.connect(self._page_failed)

    def followers(self) -> Sequence[Callable[[Change], None]]:
        """What shows the workspace, and is told of every change in it."""
        panes = (self.reports, self.pages, self.tables, self.findings, self.commands)
        return [*(pane.follow for pane in panes), self._follow]

    def close(self) -> None:
        """Let go of the document shown; nothing can be shown afterwards."""
        self.pages.view.stop()

    def _add_files(self, paths: Sequence[Path]) -> None:
        if paths:
            self.workspace.add_files(paths)
        else:
            self.status_message.emit(self.tr("这个文件夹里没有 PDF 文件"))

    def _follow(self, change: Change) -> None:
        for report in change.read:
            text = "" if report.rebased is None else rebased_text(report, report.rebased)
            if text:
                self.hint_shown.emit(text)
        for report in change.lost:
            self.hint_shown.emit(lost_text(report))
        if change.current and self.workspace.current is not None:
            self._show(self.workspace.current)
            self.current_changed.emit()
        if change.reports:
            self.retitled.emit()

    def _show(self, report: OpenReport) -> None:
        name = report.path.name
        if report.is_loading:
            self._show_empty(self.tr("读取中…"), name, "report")
        elif report.review is not None or report.obstacle is Obstacle.NO_REPORT:
            self.middle.setCurrentWidget(self.pages)
        else:
            reason = ui_term(report.reason or "")
            self._show_empty(self.tr("无法读取"), f"{name}\n\n{reason}", "unreadable")

    def _page_failed(self, message: str) -> None:
        self._show_empty(self.tr("页面无法显示"), message, "unreadable")

    def _show_empty(self, heading: str, text: str, picture: str) -> None:
        self.empty_page.say(heading, text, picture)
        self.middle.setCurrentWidget(self.empty_page)
