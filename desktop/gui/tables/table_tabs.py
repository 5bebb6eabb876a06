"""The three tables as tabs, and a line about the cell selected."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from desktop.gui.reports.desk import Desk
from desktop.gui.tables.look import shown_text
from desktop.gui.tables.table_model import TableModel
from desktop.gui.tables.table_view import TableView
from desktop.rules.finding import Severity
from desktop.rules.words import cell_words, table_word

TABLES: Final = ("proactive", "applications", "disputes")


class TablesPane(QWidget):
    """Follows the desk: shows the table of the selected cell."""

    refused = Signal(str)
    """a typed text that is no number"""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tableTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.views = {name: self._view(name) for name in TABLES}
        for name, view in self.views.items():
            self.tabs.addTab(view, table_word(name))
        self._line = QLabel()
        self._line.setObjectName("cellLine")
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setContentsMargins(8, 2, 8, 4)
        self._line.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._line)
        desk.turned.connect(self._turned)
        desk.updated.connect(self._count)
        desk.selected.connect(self._select)
        desk.edited.connect(self._describe)
        self._describe()

    def current_view(self) -> TableView:
        """The table in front."""
        return list(self.views.values())[self.tabs.currentIndex()]

    def _view(self, table: str) -> TableView:
        view = TableView(TableModel(table, self._desk, self), self._desk)
        view.delegate.refused.connect(self.refused)
        return view

    def _turned(self) -> None:
        self._count()
        self._describe()

    def _count(self) -> None:
        entry = self._desk.current
        for position, table in enumerate(TABLES):
            errors = 0 if entry is None else entry.index.errors_in(table)
            mark = f" {Severity.ERROR.sign}{errors}" if errors else ""
            self.tabs.setTabText(position, table_word(table) + mark)

    def _select(self, name: str) -> None:
        for position, view in enumerate(self.views.values()):
            if view.go_to(name):
                self.tabs.setCurrentIndex(position)
        self._describe()

    def _describe(self) -> None:
        """What was printed and where, of the cell selected."""
        review, name = self._desk.review, self._desk.cell
        if review is None or not name:
            self._line.setText(self.tr("选中一格，这里显示它的名称和原文") if review else "")
            return
        printed = review.printed_cell(name)
        parts = [cell_words(review.report.form.slots()[name])]
        if printed is None:
            parts.append(self.tr("原文没有这一格"))
        else:
            parts.append(self.tr("原文 {0}").format(printed.text or self.tr("空白")))
            if printed.source is not None:
                parts.append(self.tr("第 {0} 页").format(printed.source.page))
        if review.is_edited(name):
            parts.append(self.tr("已改为 {0}").format(shown_text(review.cell(name))))
        self._line.setText("　".join(parts))
