"""The three tables as tabs, and a line about the cell selected."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.gui.tables.cell_line import CellLine
from desktop.gui.tables.keys import key_press
from desktop.gui.tables.table_model import TableModel
from desktop.gui.tables.table_view import TableView
from desktop.gui.ui_terms import ui_term
from desktop.rules.finding import Severity
from desktop.rules.labels import table_word
from desktop.workspace.change import Change
from desktop.workspace.workspace import Workspace

TABLES: Final = ("proactive", "applications", "disputes")


class TablesPane(QWidget):
    """Shows the table of the selected cell."""

    refused = Signal(str)
    """a sentence about what was typed or pasted and is no number"""
    accepted = Signal(str)
    """that sentence, once something else stands there"""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._refusal = ""
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tableTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.views = {name: self._view(name) for name in TABLES}
        for name, view in self.views.items():
            self.tabs.addTab(view, ui_term(table_word(name)))
        self._line = CellLine(workspace)
        for view in self.views.values():
            view.delegate.typing.connect(self._line.preview)
            view.delegate.typed.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._line)

    def follow(self, change: Change) -> None:
        """Show the tables of the report looked at as they are now, and the selected cell."""
        for view in self.views.values():
            view.follow(change)
        if change.current or self._workspace.current in change.reports:
            self._count()
        if change.cell:
            self._select(self._workspace.cell)
        if change.current or change.findings or change.cell:
            self._line.describe()

    def current_view(self) -> TableView:
        """The table in front."""
        return list(self.views.values())[self.tabs.currentIndex()]

    def type(self, text: str) -> None:
        """Begin to type into the cell selected, as if the keyboard had been here."""
        view = self.current_view()
        if view.selected_names():
            view.setFocus()
            QCoreApplication.sendEvent(view, key_press(text))

    def settle(self) -> bool:
        """Take in what is being typed, as every command does first; False if it is no number."""
        return all(view.settle() for view in self.views.values())

    def _view(self, table: str) -> TableView:
        view = TableView(TableModel(table, self._workspace, self), self._workspace)
        view.setAccessibleName(ui_term(table_word(table)))
        view.delegate.refused.connect(self._refuse)
        view.refused.connect(self.refused)
        return view

    def _refuse(self, text: str) -> None:
        self._refusal = self.tr("“{0}”不是数字，请重新输入，或按 Esc 取消").format(text)
        self.refused.emit(self._refusal)

    def _typed(self) -> None:
        self._line.describe()
        self.accepted.emit(self._refusal)

    def _count(self) -> None:
        report = self._workspace.current
        for position, table in enumerate(TABLES):
            errors = 0 if report is None else report.index.errors_in(table)
            mark = f" {Severity.ERROR.sign}{errors}" if errors else ""
            self.tabs.setTabText(position, ui_term(table_word(table)) + mark)

    def _select(self, name: str) -> None:
        for position, view in enumerate(self.views.values()):
            if view.go_to(name):
                self.tabs.setCurrentIndex(position)
