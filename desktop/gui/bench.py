"""The panes on which reports are reviewed, and what connects them with the desk.

They are most of the program, and nobody needs them before the first report: the window makes
them when it first has a use for them, or a moment after it came up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.gui.actions import Actions
from desktop.gui.findings.findings_pane import FindingsPane
from desktop.gui.orders import Orders
from desktop.gui.pages.page_pane import PagePane
from desktop.gui.panes import Panes
from desktop.gui.reports.entry import Entry, State
from desktop.gui.reports.recovery import carried_words, lost_words
from desktop.gui.reports.report_list import ReportPane
from desktop.gui.rule_orders import RuleOrders
from desktop.gui.start_page import Notice
from desktop.gui.tables.table_tabs import TablesPane
from desktop.gui.workplace import Workplace


class Bench(QObject):
    """List, pages, tables and findings over one desk.

    Args:
        window: asks the questions, and is told what happens.
        work: what is on the desk, which outlives the window.
        actions: what a person can tell the window to do.
        switches: the action that folds each pane away, by the pane's key.
    """

    told = Signal(str)
    """a short message for the status bar"""
    noted = Signal(str)
    """sentences to be read before going on"""
    troubled = Signal(object)
    """an `AppError`"""
    chosen = Signal(object)
    """files to open"""
    turned = Signal()
    """there is a report to be looked at"""
    retitled = Signal()
    """the report looked at, or whether it is saved, may be another now"""

    def __init__(
        self, window: QWidget, work: Workplace, actions: Actions, switches: Mapping[str, QAction]
    ) -> None:
        super().__init__(window)
        self.work = work
        self.desk, self.intake = work.desk, work.intake
        self.exporter, self.recorder = work.exporter, work.recorder
        self.reports = ReportPane(self.desk)
        self.pages = PagePane(self.desk, actions)
        self.tables = TablesPane(self.desk)
        self.findings = FindingsPane(self.desk, self.pages.view, actions)
        self.notice = Notice("unreadable")
        self.middle = QStackedWidget()
        self.middle.addWidget(self.pages)
        self.middle.addWidget(self.notice)
        self.panes = Panes(self.reports, self.middle, self.tables, self.findings)
        # A decision is not made unseen.
        for action in (actions.accept, actions.report_wrong, actions.reading_wrong):
            action.triggered.connect(lambda: switches["findings"].setChecked(True))
        self.orders = Orders(
            window, self.desk, (self.tables, self.findings), work.exporter, actions
        )
        self.rules = RuleOrders(window, work.rules, actions, self.tables.settle)
        self._connect()
        for key, pane in self.panes.foldable().items():
            pane.setVisible(switches[key].isChecked())
            switches[key].toggled.connect(partial(self.panes.fold, pane))

    def _connect(self) -> None:
        desk = self.desk
        self.orders.told.connect(self.told)
        self.rules.told.connect(self.told)
        self.orders.chosen.connect(self.chosen)
        self.intake.found.connect(self._put)
        self.intake.failed.connect(self.troubled)
        self.recorder.troubled.connect(self.troubled)
        self.reports.stop_clicked.connect(self.work.stop_reading)
        self.findings.detail.told.connect(self.told)
        self.tables.refused.connect(self.told)
        self.pages.view.failed.connect(self._page_failed)
        desk.opened.connect(self._carried)
        desk.lost.connect(self._lost)
        desk.turned.connect(self._turned)
        for signal in (desk.edited, desk.updated):
            signal.connect(self.retitled)

    def close(self) -> None:
        """Let go of the document shown; nothing can be shown afterwards."""
        self.pages.view.stop()

    def _put(self, paths: Sequence[Path]) -> None:
        if not paths:
            self.told.emit(self.tr("这个文件夹里没有 PDF 文件"))
            return
        self.intake.submit(self.desk.put(paths), self.desk.rules)

    def _turned(self, entry: Entry) -> None:
        if entry.state is State.READY:
            self.middle.setCurrentWidget(self.pages)
        elif entry.state is State.READING:
            self._notice(self.tr("读取中…"), entry.path.name, "report")
        else:
            self._notice(self.tr("无法读取"), f"{entry.path.name}\n\n{entry.reason}", "unreadable")
        self.turned.emit()

    def _page_failed(self, message: str) -> None:
        self._notice(self.tr("页面无法显示"), message, "unreadable")

    def _notice(self, heading: str, text: str, picture: str) -> None:
        self.notice.say(heading, text, picture)
        self.middle.setCurrentWidget(self.notice)

    def _carried(self, entry: Entry) -> None:
        if entry.carried is not None and not entry.carried.same:
            self.noted.emit(carried_words(entry))

    def _lost(self, entry: Entry) -> None:
        self.noted.emit(lost_words(entry))
