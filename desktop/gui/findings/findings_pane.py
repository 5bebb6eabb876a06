"""The list of findings below the tables, with its counts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from desktop.gui.actions import Actions
from desktop.gui.findings.detail import FindingDetail
from desktop.gui.findings.findings_delegate import FindingsDelegate
from desktop.gui.findings.findings_model import FindingsModel
from desktop.gui.pages.page_view import PageView
from desktop.gui.plain_text import plain_label
from desktop.gui.row_list import RowList
from desktop.gui.ui_terms import ui_term
from desktop.review.comparison import compared_with
from desktop.rules.finding import Severity
from desktop.workspace.change import Change
from desktop.workspace.workspace import Workspace

# Of the width: the findings, and the selected one taken apart.
_PARTS: Final = (5, 4)


class FindingsPane(QWidget):
    """The findings beside the selected one, which is chosen here."""

    def __init__(
        self, workspace: Workspace, view: PageView, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = FindingsModel(workspace, self)
        self.view = RowList()
        self.view.setObjectName("findingsView")
        self.view.setModel(self._model)
        self.view.setItemDelegate(FindingsDelegate(self.view, self))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setAcceptDrops(False)
        self.view.viewport().setAcceptDrops(False)
        self.view.setAccessibleName(self.tr("问题清单"))
        self.detail = FindingDetail(workspace, view, actions)
        self._counts = plain_label()
        self._counts.setObjectName("findingCounts")
        self._counts.setContentsMargins(10, 4, 8, 4)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._counts)
        column.addWidget(self.view)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.setHandleWidth(5)
        self.across.addWidget(listed)
        self.across.addWidget(self.detail)
        for position, part in enumerate(_PARTS):
            self.across.setStretchFactor(position, part)
            # Sizes come from the parts alone, whatever is in them.
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            policy.setHorizontalStretch(part)
            self.across.widget(position).setSizePolicy(policy)
        self._chosen_sizes = False
        self.across.splitterMoved.connect(self._moved)
        self.across.setCollapsible(0, False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.across)
        # A click on the finding already chosen leads to its cell again.
        self.view.clicked.connect(self._chosen)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self._count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._chosen_sizes:
            # A splitter begins with what its panes ask for, which is little while they are empty.
            width = event.size().width()
            self.across.setSizes([width * part // sum(_PARTS) for part in _PARTS])

    def _moved(self) -> None:
        self._chosen_sizes = True

    def follow(self, change: Change) -> None:
        """Show the findings of the report looked at, and the selected one taken apart."""
        if change.current or change.findings:
            self._model.refresh()
            self._count()
        if change.current or change.finding:
            self._select(self._workspace.position)
        self.detail.follow(change)

    def _chosen(self, index: QModelIndex) -> None:
        line = self._model.row_at(index.row()) if index.isValid() else None
        if line is None:
            return
        if line.unchecked:
            # The detail must not go on showing another finding, with its buttons.
            self._workspace.select_finding(-1)
            return
        position = line.leads if line.position is None else line.position
        if position is not None:
            self._workspace.select_finding(position)

    def _select(self, position: int) -> None:
        index = self._model.index(self._model.row_of(position), 0)
        line = self._model.row_at(self.view.currentIndex().row())
        stays = position < 0 and line is not None and line.unchecked
        if stays or index == self.view.currentIndex():
            return
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        else:
            selection.clear()
        selection.blockSignals(False)
        self.view.viewport().update()

    def _count(self) -> None:
        report = self._workspace.current
        if report is None or report.review is None:
            self._counts.setText(self.tr("问题"))
            return
        counts = report.counts
        parts = [f"{ui_term(severity.word)} {counts[severity]}" for severity in Severity]
        settled = len(report.index.findings) - sum(report.index.open)
        if settled:
            parts.append(self.tr("已处理 {0}").format(settled))
        if report.index.blocking:
            parts.append(self.tr("未能核对 {0}").format(len(report.index.blocking)))
        last = compared_with(report.review)
        if last is not None:
            parts.append(self.tr("已与 {0} 年对照").format(last.year))
        self._counts.setText(" · ".join(parts))
