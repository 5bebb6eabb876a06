"""A statutory table of the report looked at, as a Qt model over the official layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
)

from desktop.gui.any_index import AnyIndex
from desktop.gui.tables.cell_appearance import CellAppearance, appearance_of, shown_text, tip_of
from desktop.report.layout import LaidCell, Layout, Role, layout_of
from desktop.workspace import review_commands
from desktop.workspace.workspace import Workspace

LAID_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""the `LaidCell` at an index"""
APPEARANCE_ROLE: Final = LAID_ROLE + 1
"""the `CellAppearance` of a value cell"""

_EMPTY: Final = Layout(0, 0, ())
# Combined once: the view asks for each cell each time it paints.
_LABEL_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled
_VALUE_FLAGS: Final = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
)


class TableModel(QAbstractTableModel):
    """Labels and values alike are cells of the grid; only values can be selected and edited.

    Args:
        table: `proactive`, `applications` or `disputes`.
        workspace: whose current review is shown, and through which cells are edited.
    """

    def __init__(self, table: str, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.layout_shown = _EMPTY
        self._workspace = workspace
        self._laid: dict[tuple[int, int], LaidCell] = {}
        self._positions: dict[str, tuple[int, int]] = {}
        self._appearances: dict[str, CellAppearance] = {}

    def index_of(self, name: str) -> QModelIndex:
        """Where a cell stands; an invalid index if it is not in this table."""
        position = self._positions.get(name)
        return QModelIndex() if position is None else self.index(*position)

    def names(self) -> list[str]:
        """The value cells, in printed order."""
        return list(self._positions)

    def name_at(self, row: int, column: int) -> str:
        """The value cell at a place; empty for a label."""
        laid = self._laid.get((row, column))
        return "" if laid is None or laid.slot is None else laid.slot.name

    def appearances(self) -> Iterator[tuple[int, int, int, CellAppearance]]:
        """Every value with its row, column and width in columns."""
        for (row, column), laid in self._laid.items():
            if laid.slot is not None and (row, column) == (laid.row, laid.column):
                yield row, column, laid.column_span, self._appearance(laid.slot.name)

    def reset(self) -> None:
        """Show the table of the report looked at now."""
        self.beginResetModel()
        review = self._workspace.review
        if review is None:
            self.layout_shown = _EMPTY
        else:
            self.layout_shown = layout_of(review.report.form.table(self.table))
        cells = self.layout_shown.cells
        self._laid = {(cell.row, cell.column): cell for cell in cells}
        self._positions = {cell.slot.name: (cell.row, cell.column) for cell in cells if cell.slot}
        self._appearances.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Have the cells painted again whose appearance is another now."""
        before, self._appearances = self._appearances, {}
        for name, appearance in before.items():
            if name in self._positions and self._appearance(name) != appearance:
                index = self.index_of(name)
                self.dataChanged.emit(index, index)

    def _appearance(self, name: str) -> CellAppearance:
        appearance = self._appearances.get(name)
        if appearance is None and self._workspace.current is not None:
            finding = self._workspace.finding
            selected = finding is not None and name in finding.cells
            appearance = appearance_of(self._workspace.current, name, in_selected=selected)
            self._appearances[name] = appearance
        return appearance or CellAppearance(name, "")

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.layout_shown.rows

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.layout_shown.columns

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        laid = self._laid.get((index.row(), index.column()))
        if laid is None:
            return Qt.ItemFlag.NoItemFlags
        return _VALUE_FLAGS if laid.role is Role.VALUE else _LABEL_FLAGS

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        laid = self._laid.get((index.row(), index.column()))
        if laid is None:
            return None
        if role == LAID_ROLE:
            return laid
        if laid.slot is None:
            return laid.text if role == Qt.ItemDataRole.DisplayRole else None
        return self._value_data(laid, role)

    def _value_data(self, laid: LaidCell, role: int) -> object:
        if laid.slot is None or self._workspace.current is None or self._workspace.review is None:
            return None
        if role == APPEARANCE_ROLE:
            return self._appearance(laid.slot.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._appearance(laid.slot.name).text
        if role == Qt.ItemDataRole.EditRole:
            return shown_text(self._workspace.review.cell(laid.slot.name))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of(self._workspace.current, laid.slot)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = self.name_at(index.row(), index.column())
        if not name or role != Qt.ItemDataRole.EditRole:
            return False
        text = str(value)
        # An editor that closes with the text it opened with is no edit.
        if text == self.data(index, Qt.ItemDataRole.EditRole):
            return True
        return review_commands.edit(self._workspace, name, text)
