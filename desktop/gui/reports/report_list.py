"""The list of the open reports, each with its state."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.plain_text import plain_label
from desktop.gui.reports.report_delegate import REPORT_ROLE, ReportDelegate
from desktop.gui.reports.report_model import ReportModel, WorkOrder
from desktop.gui.row_list import RowList
from desktop.workspace.change import Change
from desktop.workspace.open_report import OpenReport
from desktop.workspace.workspace import Workspace


class ReportSearch(QLineEdit):
    """Which offices' reports are listed; Enter and Down go on to them, Escape lists all again."""

    found = Signal()
    """the person wants what is found"""
    left = Signal()
    """the person does not search any more"""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.found.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ReportPane(QWidget):
    """The list with its heading; choosing a row shows that report."""

    stop_clicked = Signal()
    left = Signal()
    """a report was chosen with the mouse, or the search is over: on with the report shown"""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._filtering = False
        self._model = ReportModel(workspace.reports, self)
        self.shown = WorkOrder(self._model, self)
        self.view = RowList()
        self.view.setObjectName("reportList")
        self.view.setAccessibleName(self.tr("报告列表"))
        self.view.setModel(self.shown)
        self.view.setItemDelegate(ReportDelegate(self.view, self))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setAcceptDrops(False)
        self.view.viewport().setAcceptDrops(False)
        self._heading = plain_label()
        self._heading.setObjectName("reportHeading")
        self._heading.setContentsMargins(8, 4, 8, 4)
        self._heading.setMinimumWidth(1)
        self.search = ReportSearch()
        self.search.setObjectName("reportSearch")
        self.search.setPlaceholderText(self.tr("按机关查找"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        # Qt would put the keyboard here by itself where what had it goes away.
        self.search.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
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
        self._stop.clicked.connect(self.stop_clicked)
        self.search.textChanged.connect(self._filter)
        self.search.found.connect(self._show_found)
        self.search.left.connect(self.left)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.view.clicked.connect(self.left)

    def ask_for_office(self) -> None:
        """Let the person say which offices' reports are listed."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def follow(self, change: Change) -> None:
        """Show what came, how far each report is, and which one is looked at."""
        before = self.view.currentIndex().row()
        self._model.follow(change)
        if change.current or self.view.currentIndex().row() != before:
            self._show_current()
        if change.added or change.reports:
            self._count()

    def _chosen(self, index: QModelIndex) -> None:
        report = index.data(REPORT_ROLE)
        if isinstance(report, OpenReport) and not self._filtering:
            # Rows move as another report is shown. Qt, still busy with the click, would go on
            # to select whatever is under the mouse by then.
            QTimer.singleShot(0, self, lambda: self._workspace.show(report))

    def _filter(self, text: str) -> None:
        # A row that is filtered out makes another one current, which nobody chose.
        self._filtering = True
        self.shown.want(text)
        self._filtering = False
        self._show_current()
        self._count()

    def _show_found(self) -> None:
        """Go into the list of what was found: to the report shown, or to the first one."""
        if not self.shown.rowCount():
            return
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.shown.index(0, 0))

    def _show_current(self) -> None:
        if self._workspace.current is None:
            return
        index = self.shown.mapFromSource(self._model.index_of(self._workspace.current))
        with QSignalBlocker(self.view.selectionModel()):
            self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        self.view.viewport().update()

    def _count(self) -> None:
        reports = self._workspace.reports
        read = sum(not report.is_loading for report in reports)
        done = sum(report.work_state.is_done for report in reports)
        loading = read < len(reports)
        if self.shown.wanted:
            found = self.shown.rowCount()
            self._heading.setText(self.tr("找到 {0}/{1}").format(found, len(reports)))
        elif loading:
            self._heading.setText(self.tr("已读 {0}/{1}").format(read, len(reports)))
        else:
            self._heading.setText(self.tr("完成 {0}/{1}").format(done, len(reports)))
        self._stop.setVisible(loading)
        self._progress.setVisible(loading)
        self._progress.setMaximum(max(1, len(reports)))
        self._progress.setValue(read)
        self.search.setVisible(len(reports) > 1)
