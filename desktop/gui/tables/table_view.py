"""A statutory table on the screen: its layout, the keyboard, the clipboard, the context menu."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyle, QTableView, QWidget

from desktop.gui.fonts import label_height
from desktop.gui.tables.cell_delegate import CellDelegate
from desktop.gui.tables.clipboard import fitted, from_text, to_text
from desktop.gui.tables.header_band import HeaderBand
from desktop.gui.tables.keys import begins_edit, move_of
from desktop.gui.tables.measures import column_widths, row_heights
from desktop.gui.tables.moves import next_value
from desktop.gui.tables.remarks import least_heights
from desktop.gui.tables.table_model import TableModel
from desktop.workspace import review_commands
from desktop.workspace.change import Change
from desktop.workspace.workspace import Workspace

_ALONE: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect


class TableView(QTableView):
    """One table; selecting and editing go through the workspace."""

    refused = Signal(str)
    """a sentence about what could not be pasted"""

    def __init__(
        self, model: TableModel, workspace: Workspace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"table_{model.table}")
        # Qt calls the overrides below from setModel already.
        self.source = model
        self._stale = False
        self._workspace = workspace
        self.delegate = CellDelegate(self)
        self._band = HeaderBand(self, self.delegate)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(8)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(True)
        self.setShowGrid(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.verticalScrollBar().valueChanged.connect(self._band.place)
        self.horizontalScrollBar().valueChanged.connect(self._band.place)
        model.modelReset.connect(self._lay_out)

    def follow(self, change: Change) -> None:
        """Show the table of the report looked at as it is now."""
        if change.current:
            self.source.reset()
        elif change.findings or change.finding:
            self.source.refresh()
            if change.findings:
                # A row with an edited value is higher.
                self._fit_when_seen()

    def go_to(self, name: str) -> bool:
        """Make a cell the current one without telling the workspace again."""
        index = self.source.index_of(name)
        if index.isValid() and index != self.currentIndex():
            # Alone: with Ctrl held down, as for Ctrl+Z, Qt would add it to what is selected.
            self.selectionModel().setCurrentIndex(index, _ALONE)
        elif not index.isValid():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        return index.isValid()

    def settle(self) -> bool:
        """Take in what is being typed; False, and said, where it is no number."""
        typing = self.state() == QAbstractItemView.State.EditingState
        return not typing or self.delegate.settle(self.indexWidget(self.currentIndex()))

    def selected_names(self) -> list[str]:
        """The value cells selected, in printed order."""
        places = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        names = (self.source.name_at(row, column) for row, column in places)
        return [name for name in names if name]

    def copy(self) -> None:
        """Put the selected values on the clipboard, a line for each row."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column())):
            if self.source.name_at(index.row(), index.column()):
                rows.setdefault(index.row(), []).append(str(index.data() or ""))
        if rows:
            QGuiApplication.clipboard().setText(to_text(list(rows.values())))

    def paste(self) -> None:
        """Put a range from a spreadsheet into the cells from the current one on, as one step."""
        current = self.currentIndex()
        if not self.source.name_at(current.row(), current.column()):
            return
        chosen = {(i.row(), i.column()) for i in self.selectedIndexes() or [current]}
        rows = from_text(QGuiApplication.clipboard().text())
        texts = fitted(rows, self.source.layout_shown, chosen)
        if texts is None:
            self.refused.emit(self.tr("粘贴的区域超出了这张表，没有改动"))
            return
        refused = review_commands.fill(self._workspace, texts)
        if refused:
            self.refused.emit(self.tr("“{0}”不是数字，没有改动").format(texts[refused[0]]))

    def _lay_out(self) -> None:
        self.delegate.select(self.source.layout_shown, None)
        self.clearSpans()
        for cell in self.source.layout_shown.cells:
            if cell.row_span > 1 or cell.column_span > 1:
                self.setSpan(cell.row, cell.column, cell.row_span, cell.column_span)
        self._fit_when_seen()
        self._band.adapt(self.source.layout_shown)

    def _fit_when_seen(self) -> None:
        # Two of the three tables are behind tabs; measuring them can wait.
        if self.isVisible():
            self._fit()
        else:
            self._stale = True

    def _fit(self) -> None:
        self._stale = False
        layout, metrics = self.source.layout_shown, self.fontMetrics()
        if not layout.rows:
            return
        # Room is kept for the scroll bar, or its coming would change what called for it.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        room = self.width() - 2 * self.frameWidth() - bar
        widths = column_widths(layout, room, metrics.horizontalAdvance("国"))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        font = self.font()

        def text_height(text: str, width: int) -> int:
            return label_height(font, text, width)

        least = least_heights(self.source, widths, font)
        for row, height in enumerate(row_heights(layout, widths, text_height, least)):
            self.setRowHeight(row, height)
        self._band.place()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        name = self.source.name_at(current.row(), current.column())
        place = (current.row(), current.column()) if name else None
        self.delegate.select(self.source.layout_shown, place)
        # The labels of the row and column change their look too.
        self.viewport().update()
        self._band.update()
        if name:
            self._workspace.select_cell(name)

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        current = self.currentIndex()
        move = move_of(cursorAction, modifiers)
        layout = self.source.layout_shown
        place = next_value(layout, current.row(), current.column(), move)
        return current if place is None else self.source.index(*place)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        self._band.place()
        hidden = self._band.covered() - self.visualRect(index).top()
        if hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif begins_edit(event):
            # The key that ends an edit comes here too, before the editor is gone.
            if self.state() != QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            review_commands.clear(self._workspace, self.selected_names())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        names = self.selected_names()
        if names:
            self._menu(names).popup(event.globalPos() + QPoint(1, 1))

    def _menu(self, names: list[str]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        review = self._workspace.review
        restore = menu.addAction(self.tr("恢复为原文值"))
        restore.setEnabled(review is not None and any(review.is_edited(name) for name in names))
        restore.triggered.connect(lambda: review_commands.restore(self._workspace, names))
        menu.addAction(self.tr("复制")).triggered.connect(self.copy)
        menu.addAction(self.tr("粘贴")).triggered.connect(self.paste)
        return menu

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
