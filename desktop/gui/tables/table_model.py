"""A statutory table of the report looked at, as a Qt model over the official layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.gui.reports import work
from desktop.gui.reports.desk import Desk
from desktop.gui.tables.look import Look, look_of, shown_text, tip_of
from desktop.report.layout import LaidCell, Layout, Role, layout_of

LAID_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""the `LaidCell` at an index"""
LOOK_ROLE: Final = LAID_ROLE + 1
"""the `Look` of a value cell"""

_EMPTY: Final = Layout(0, 0, ())
# Combined once: the view asks for each cell each time it paints.
_LABEL_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled
_VALUE_FLAGS: Final = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
)
Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """Labels and values alike are cells of the grid; only values can be selected and edited.

    Args:
        table: `proactive`, `applications` or `disputes`.
        desk: whose current review is shown, and through which cells are edited.
    """

    def __init__(self, table: str, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.layout_shown = _EMPTY
        self._desk = desk
        self._laid: dict[tuple[int, int], LaidCell] = {}
        self._places: dict[str, tuple[int, int]] = {}
        self._looks: dict[str, Look] = {}
        self._pointed: frozenset[str] = frozenset()
        desk.turned.connect(self._turned)
        desk.edited.connect(self._refresh)
        desk.pointed.connect(self._point)

    def index_of(self, name: str) -> QModelIndex:
        """Where a cell stands; an invalid index if it is not in this table."""
        place = self._places.get(name)
        return QModelIndex() if place is None else self.index(*place)

    def names(self) -> list[str]:
        """The value cells, in printed order."""
        return list(self._places)

    def name_at(self, row: int, column: int) -> str:
        """The value cell at a place; empty for a label."""
        laid = self._laid.get((row, column))
        return "" if laid is None or laid.slot is None else laid.slot.name

    def looks(self) -> Iterator[tuple[int, int, int, Look]]:
        """Every value with its row, column and width in columns."""
        for (row, column), laid in self._laid.items():
            if laid.slot is not None and (row, column) == (laid.row, laid.column):
                yield row, column, laid.column_span, self._look(laid.slot.name)

    def _turned(self) -> None:
        self.beginResetModel()
        review = self._desk.review
        if review is None:
            self.layout_shown = _EMPTY
        else:
            self.layout_shown = layout_of(review.report.form.table(self.table))
        cells = self.layout_shown.cells
        self._laid = {(cell.row, cell.column): cell for cell in cells}
        self._places = {cell.slot.name: (cell.row, cell.column) for cell in cells if cell.slot}
        self._looks.clear()
        self._pointed = frozenset()
        self.endResetModel()

    def _point(self) -> None:
        # After an edit the same finding is pointed at again, as a rule.
        finding = self._desk.finding
        pointed = frozenset(finding.cells if finding else ())
        if pointed != self._pointed:
            self._refresh()

    def _refresh(self) -> None:
        """Have the cells painted again whose look is another now."""
        finding = self._desk.finding
        self._pointed = frozenset(finding.cells if finding else ())
        before, self._looks = self._looks, {}
        for name, look in before.items():
            if name in self._places and self._look(name) != look:
                index = self.index_of(name)
                self.dataChanged.emit(index, index)

    def _look(self, name: str) -> Look:
        look = self._looks.get(name)
        if look is None and self._desk.current is not None:
            look = self._looks[name] = look_of(self._desk.current, name, self._pointed)
        return look or Look(name, "")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.layout_shown.rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.layout_shown.columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        laid = self._laid.get((index.row(), index.column()))
        if laid is None:
            return Qt.ItemFlag.NoItemFlags
        return _VALUE_FLAGS if laid.role is Role.VALUE else _LABEL_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        laid = self._laid.get((index.row(), index.column()))
        if laid is None:
            return None
        if role == LAID_ROLE:
            return laid
        if laid.slot is None:
            return laid.text if role == Qt.ItemDataRole.DisplayRole else None
        return self._value_data(laid, role)

    def _value_data(self, laid: LaidCell, role: int) -> object:
        if laid.slot is None or self._desk.current is None or self._desk.review is None:
            return None
        if role == LOOK_ROLE:
            return self._look(laid.slot.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._look(laid.slot.name).text
        if role == Qt.ItemDataRole.EditRole:
            return shown_text(self._desk.review.cell(laid.slot.name))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of(self._desk.current, laid.slot)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = self.name_at(index.row(), index.column())
        if not name or role != Qt.ItemDataRole.EditRole:
            return False
        text = str(value)
        # An editor that closes with the text it opened with is no edit.
        if text == self.data(index, Qt.ItemDataRole.EditRole):
            return True
        return work.edit(self._desk, name, text)
