"""The open reports as rows, by the work there is to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSortFilterProxyModel, Qt

from desktop.gui.any_index import AnyIndex
from desktop.gui.plain_text import tip
from desktop.gui.reports.report_delegate import REPORT_ROLE, state_text
from desktop.workspace.change import Change
from desktop.workspace.open_report import OpenReport


class ReportModel(QAbstractListModel):
    """The open reports as rows."""

    def __init__(self, reports: Sequence[OpenReport], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = list(reports)

    def index_of(self, report: OpenReport) -> QModelIndex:
        """The row of a report."""
        return self.index(self._rows.index(report), 0) if report in self._rows else QModelIndex()

    def report_at(self, row: int) -> OpenReport:
        """The report of a row."""
        return self._rows[row]

    def follow(self, change: Change) -> None:
        """Take in what came, and have what is other painted again."""
        if change.added:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(change.added) - 1)
            self._rows.extend(change.added)
            self.endInsertRows()
        for report in change.reports:
            index = self.index_of(report)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        report = self._rows[index.row()]
        if role == REPORT_ROLE:
            return report
        if role == Qt.ItemDataRole.DisplayRole:
            return report.name
        if role == Qt.ItemDataRole.ToolTipRole:
            remark = "" if report.review is None else report.review.remark
            lines = (report.name, state_text(report), str(report.path), *filter(None, [remark]))
            return tip("\n".join(lines))
        return None


class WorkOrder(QSortFilterProxyModel):
    """The rows by the work there is to do, and only those of the offices asked for."""

    def __init__(self, model: ReportModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.wanted = ""
        self.setSourceModel(model)
        self.sort(0)

    def want(self, text: str) -> None:
        """Show only reports whose name or file has this in it."""
        self.wanted = text.strip().casefold()
        self.invalidateFilter()

    def lessThan(self, left: AnyIndex, right: AnyIndex) -> bool:
        one, other = self._model.report_at(left.row()), self._model.report_at(right.row())
        return (one.order, left.row()) < (other.order, right.row())

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:
        report = self._model.report_at(row)
        return self.wanted in f"{report.name} {report.path.name}".casefold()
