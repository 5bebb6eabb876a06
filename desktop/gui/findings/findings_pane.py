"""The list of findings below the tables, with its counts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from desktop.gui.actions import Actions
from desktop.gui.findings.detail import FindingDetail
from desktop.gui.findings.findings_delegate import FindingsDelegate
from desktop.gui.findings.findings_model import FindingsModel
from desktop.gui.pages.page_view import PageView
from desktop.gui.reports.desk import Desk
from desktop.gui.words import word
from desktop.review.linking import compared_with
from desktop.rules.finding import Severity


class FindingsList(QListView):
    """Rows as high as their sentences need at every width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt leaves it at the old heights where a layout was waiting for its turn already.
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class FindingsPane(QWidget):
    """Follows the desk, and points at what is chosen here."""

    def __init__(
        self, desk: Desk, view: PageView, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = FindingsModel(desk, self)
        self.view = FindingsList()
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
        self.detail = FindingDetail(desk, view, actions)
        self._counts = QLabel()
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
        for position, part in enumerate((5, 4)):
            self.across.setStretchFactor(position, part)
            # Sizes come from the parts alone, whatever is in them.
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            policy.setHorizontalStretch(part)
            self.across.widget(position).setSizePolicy(policy)
        self.across.setCollapsible(0, False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.across)
        # A click on the finding already chosen leads to its cell again.
        self.view.clicked.connect(self._chosen)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        desk.turned.connect(self._count)
        desk.edited.connect(self._count)
        desk.pointed.connect(self._point)
        self._count()

    def _chosen(self, index: QModelIndex) -> None:
        line = self._model.line_at(index.row()) if index.isValid() else None
        if line is None:
            return
        if line.unchecked:
            # The detail must not go on showing another finding, with its buttons.
            self._desk.point(-1)
            return
        position = line.leads if line.position is None else line.position
        if position is not None:
            self._desk.point(position)

    def _point(self, position: int) -> None:
        index = self._model.index(self._model.row_of(position), 0)
        line = self._model.line_at(self.view.currentIndex().row())
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
        entry = self._desk.current
        if entry is None or entry.review is None:
            self._counts.setText(self.tr("问题"))
            return
        counts = entry.counts
        parts = [f"{word(severity.word)} {counts[severity]}" for severity in Severity]
        settled = len(entry.index.findings) - sum(entry.index.open)
        if settled:
            parts.append(self.tr("已处理 {0}").format(settled))
        if entry.index.loud:
            parts.append(self.tr("未能核对 {0}").format(len(entry.index.loud)))
        last = compared_with(entry.review)
        if last is not None:
            parts.append(self.tr("已与 {0} 年对照").format(last.year))
        self._counts.setText(" · ".join(parts))
