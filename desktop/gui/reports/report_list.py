"""The list of reports on the desk, each with its state."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.reports.desk import Desk
from desktop.gui.reports.entry import Entry, Stage, State
from desktop.gui.reports.report_delegate import ENTRY_ROLE, ReportDelegate, state_text

Index = QModelIndex | QPersistentModelIndex


class ReportModel(QAbstractListModel):
    """The desk's entries as rows."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry] = list(desk.entries)
        desk.added.connect(self._add)
        desk.updated.connect(self._update)

    def index_of(self, entry: Entry) -> QModelIndex:
        """The row of an entry."""
        return self.index(self._rows.index(entry), 0) if entry in self._rows else QModelIndex()

    def entry_at(self, row: int) -> Entry:
        """The entry of a row."""
        return self._rows[row]

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
            remark = "" if entry.review is None else entry.review.remark
            lines = (entry.name, state_text(entry), str(entry.path), *filter(None, [remark]))
            return "<qt>" + "<br>".join(escape(line) for line in lines) + "</qt>"
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

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = self._model.entry_at(left.row()), self._model.entry_at(right.row())
        return (one.work, left.row()) < (other.work, right.row())

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        entry = self._model.entry_at(row)
        return self.wanted in f"{entry.name} {entry.path.name}".casefold()


class ReportPane(QWidget):
    """The list with its heading; choosing a row turns the desk to that report."""

    stop_clicked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._filtering = False
        self._model = ReportModel(desk, self)
        self.shown = WorkOrder(self._model, self)
        self.view = QListView()
        self.view.setObjectName("reportList")
        self.view.setAccessibleName(self.tr("报告列表"))
        self.view.setModel(self.shown)
        self.view.setItemDelegate(ReportDelegate(self.view, self))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setAcceptDrops(False)
        self.view.viewport().setAcceptDrops(False)
        self._heading = QLabel()
        self._heading.setObjectName("reportHeading")
        self._heading.setContentsMargins(8, 4, 8, 4)
        self._heading.setMinimumWidth(1)
        self.search = QLineEdit()
        self.search.setObjectName("reportSearch")
        self.search.setPlaceholderText(self.tr("按机关查找"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(4)
        self._stop = QToolButton()
        self._stop.setText(self.tr("停止"))
        self._stop.setToolTip(self.tr("停止读取还没有读的文件"))
        self._stop.setAutoRaise(True)
        self._build()
        self._connect()
        self._count()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 4, 0)
        top.addWidget(self._heading, 1)
        top.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._progress)
        column.addWidget(self.search)
        column.addWidget(self.view)

    def _connect(self) -> None:
        desk = self._desk
        self._stop.clicked.connect(self.stop_clicked)
        self.search.textChanged.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        desk.turned.connect(self._turned)
        desk.arrived.connect(self._count)
        desk.updated.connect(self._count)

    def _chosen(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry) and not self._filtering:
            # Rows move as the desk turns. Qt, still busy with the click, would go on to select
            # whatever is under the mouse by then.
            QTimer.singleShot(0, self, lambda: self._desk.turn_to(entry))

    def _filter(self, text: str) -> None:
        # A row that is filtered out makes another one current, which nobody chose.
        self._filtering = True
        self.shown.want(text)
        self._filtering = False
        if self._desk.current is not None:
            self._turned(self._desk.current)

    def _turned(self, entry: Entry) -> None:
        index = self.shown.mapFromSource(self._model.index_of(entry))
        with QSignalBlocker(self.view.selectionModel()):
            self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        self.view.viewport().update()

    def _count(self) -> None:
        entries = self._desk.entries
        read = sum(entry.state is not State.READING for entry in entries)
        done = sum(entry.stage is Stage.DONE for entry in entries)
        reading = read < len(entries)
        if reading:
            self._heading.setText(self.tr("已读 {0}/{1}").format(read, len(entries)))
        else:
            self._heading.setText(self.tr("完成 {0}/{1}").format(done, len(entries)))
        self._stop.setVisible(reading)
        self._progress.setVisible(reading)
        self._progress.setMaximum(max(1, len(entries)))
        self._progress.setValue(read)
        self.search.setVisible(len(entries) > 1)
