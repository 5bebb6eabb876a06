"""The list of reports on the desk, each with its state."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
)
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from desktop.gui.reports.desk import Desk
from desktop.gui.reports.entry import Entry, State
from desktop.gui.reports.report_delegate import ENTRY_ROLE, ReportDelegate, state_text

Index = QModelIndex | QPersistentModelIndex


class ReportModel(QAbstractListModel):
    """The desk's entries as rows."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry] = []
        desk.added.connect(self._add)
        desk.updated.connect(self._update)

    def index_of(self, entry: Entry) -> QModelIndex:
        """The row of an entry."""
        return self.index(self._rows.index(entry), 0) if entry in self._rows else QModelIndex()

    def _add(self, entry: Entry) -> None:
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
        self._rows.append(entry)
        self.endInsertRows()

    def _update(self, entry: Entry) -> None:
        index = self.index_of(entry)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        entry = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (entry.name, state_text(entry), str(entry.path))
            return "<qt>" + "<br>".join(escape(line) for line in lines) + "</qt>"
        return None


class ReportPane(QWidget):
    """The list with its heading; choosing a row turns the desk to that report."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = ReportModel(desk, self)
        self.view = QListView()
        self.view.setObjectName("reportList")
        self.view.setModel(self._model)
        self.view.setItemDelegate(ReportDelegate(self))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setAcceptDrops(False)
        self.view.viewport().setAcceptDrops(False)
        self._heading = QLabel()
        self._heading.setContentsMargins(8, 4, 8, 4)
        self._heading.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self.view)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        desk.turned.connect(self._turned)
        desk.added.connect(self._count)
        desk.updated.connect(self._count)
        self._count()

    def _chosen(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self._desk.turn_to(entry)

    def _turned(self, entry: Entry) -> None:
        with QSignalBlocker(self.view.selectionModel()):
            self.view.setCurrentIndex(self._model.index_of(entry))
        self.view.viewport().update()

    def _count(self) -> None:
        entries = self._desk.entries
        done = sum(entry.state is not State.READING for entry in entries)
        count = f"{done}/{len(entries)}" if done < len(entries) else str(len(entries))
        self._heading.setText(self.tr("报告 {0}").format(count))
