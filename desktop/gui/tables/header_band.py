"""The header of a long table, kept in sight while its rows scroll."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from desktop.gui.paint_context import PaintContext
from desktop.gui.tables.cell_delegate import CellDelegate
from desktop.report.layout import LaidCell, Layout, Role


class HeaderBand(QWidget):
    """Lies over the top of a table's viewport and paints its header cells there."""

    def __init__(self, table: QTableView, delegate: CellDelegate) -> None:
        super().__init__(table)
        self._table = table
        self._delegate = delegate
        self._layout = Layout(0, 0, ())
        self._rows = 0

    def adapt(self, layout: Layout) -> None:
        """Take the header of another table; one of several blocks has none to keep."""
        self._layout = layout
        values = [cell.row for cell in layout.cells if cell.role is Role.VALUE]
        several = any(cell.role is Role.TITLE for cell in layout.cells)
        self._rows = 0 if several else min(values, default=0)
        self.place()

    def place(self) -> None:
        """Follow the table's scrolling and size."""
        height = sum(self._table.rowHeight(row) for row in range(self._rows))
        viewport = self._table.viewport().geometry()
        scrolled = self._table.verticalScrollBar().value() > 0
        # Over half of a small table it would hide more than it tells.
        self.setVisible(scrolled and 0 < height < viewport.height() // 2)
        self.setGeometry(viewport.x(), viewport.y(), viewport.width(), height)
        self.update()

    def covered(self) -> int:
        """How many pixels of the table's top are under the band."""
        return self.height() if self.isVisible() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self._table.palette()
        for cell, area in self._cells():
            index = self._table.model().index(cell.row, cell.column)
            context = PaintContext(area, palette, self._table.font())
            self._delegate.paint_cell(painter, context, index)

    def _cells(self) -> Iterator[tuple[LaidCell, QRect]]:
        table = self._table
        for cell in self._layout.cells:
            if cell.row < self._rows:
                columns = range(cell.column, cell.column + cell.column_span)
                rows = range(cell.row, cell.row + cell.row_span)
                left = table.columnViewportPosition(cell.column)
                top = sum(table.rowHeight(row) for row in range(cell.row))
                width = sum(table.columnWidth(column) for column in columns)
                height = sum(table.rowHeight(row) for row in rows)
                yield cell, QRect(left, top, width, height)
