"""Paints labels and values of a table, and edits a value in place."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.gui.any_index import AnyIndex
from desktop.gui.colours import accent, blend, header_colour, secondary_text
from desktop.gui.fonts import label_height, narrowed, tabular
from desktop.gui.paint_context import PaintContext
from desktop.gui.tables.cell_appearance import CellAppearance
from desktop.gui.tables.cell_background import paint_background, paint_grid
from desktop.gui.tables.measures import balanced_width
from desktop.gui.tables.remarks import inside, is_remark, remark_area
from desktop.gui.tables.table_model import APPEARANCE_ROLE, LAID_ROLE
from desktop.report.layout import LaidCell, Layout, Role, labels_of
from desktop.report.values import parse_typed

_CORNER = 7
_Align = Qt.AlignmentFlag
# Combined once: PySide's flags are enumerations of Python, slow to combine for each cell.
_RIGHT = _Align.AlignRight | _Align.AlignVCenter
_RIGHT_TOP = _Align.AlignRight | _Align.AlignTop
_RIGHT_BOTTOM = _Align.AlignRight | _Align.AlignBottom
_WRAPPED = _Align.AlignLeft | _Align.AlignVCenter | Qt.TextFlag.TextWordWrap
_WRAPPED_CENTRED = _Align.AlignHCenter | _Align.AlignVCenter | Qt.TextFlag.TextWordWrap
_REMARK = _RIGHT | Qt.TextFlag.TextWrapAnywhere


class CellDelegate(QStyledItemDelegate):
    """Colours are decided here; the model only names what a cell is."""

    refused = Signal(str)
    """a typed text that is no number; the editor stays"""
    typing = Signal(str, str)
    """a cell's name, and what is being typed into it"""
    typed = Signal()
    """an editor was closed, with an edit or without"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: tuple[int, int] | None = None
        self._labels: frozenset[LaidCell] = frozenset()

    def select(self, layout: Layout, position: tuple[int, int] | None) -> None:
        """Another cell is selected, or none; its labels are shown stronger."""
        self._current = position
        self._labels = frozenset() if position is None else labels_of(layout, *position)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.paint_cell(painter, PaintContext.of(option), index)

    def paint_cell(self, painter: QPainter, context: PaintContext, index: AnyIndex) -> None:
        """Paint a label or a value."""
        laid = index.data(LAID_ROLE)
        if not isinstance(laid, LaidCell):
            return
        painter.save()
        painter.setClipRect(context.area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if laid.role is Role.VALUE:
            appearance = index.data(APPEARANCE_ROLE)
            if isinstance(appearance, CellAppearance):
                paint_background(painter, context, appearance)
                self._paint_texts(painter, context, appearance)
            self._paint_selection(painter, context, index)
        else:
            self._paint_label(painter, context, laid)
        paint_grid(painter, context)
        painter.restore()

    def _paint_label(self, painter: QPainter, context: PaintContext, laid: LaidCell) -> None:
        palette = context.palette
        colour = header_colour(palette)
        if laid in self._labels:
            colour = blend(colour, accent(palette), 0.16)
        painter.fillRect(context.area, colour)
        centred = laid.role in (Role.HEADER, Role.TITLE) or laid.row_span > 1
        painter.setPen(palette.text().color())
        painter.setFont(context.font)
        area = inside(context.area)
        if centred:
            spare = area.width() - _balanced(laid.text, area.width(), context.font)
            area.adjust(spare // 2, 0, -(spare - spare // 2), 0)
        painter.drawText(area, _WRAPPED_CENTRED if centred else _WRAPPED, laid.text)

    def _paint_selection(self, painter: QPainter, context: PaintContext, index: AnyIndex) -> None:
        """A frame: the style's own filled selection would hide the tints."""
        colour = accent(context.palette)
        if self._current == (index.row(), index.column()):
            painter.setPen(QPen(colour, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(context.area.adjusted(3, 3, -4, -4))
        elif context.selected:
            colour.setAlphaF(0.2)
            painter.fillRect(context.area, colour)

    def _paint_texts(
        self, painter: QPainter, context: PaintContext, appearance: CellAppearance
    ) -> None:
        area = inside(context.area).adjusted(0, 0, -2, 0)
        bold = appearance.printed is not None
        painter.setFont(tabular(context.font, bold=bold))
        painter.setPen(context.palette.text().color())
        end = Qt.TextElideMode.ElideRight
        text = appearance.text
        if is_remark(text):
            # The row was made high enough for all of it, beside the sign.
            painter.setFont(tabular(context.font, bold=bold, smaller=2))
            area = remark_area(context.area, appearance)
            painter.drawText(area, _REMARK, text)
            if appearance.printed is None:
                return
        elif painter.fontMetrics().horizontalAdvance(text) > area.width():
            # A number is never cut: what is left of it would be another number.
            painter.setFont(narrowed(tabular(context.font, bold=bold), text, area.width()))
        if appearance.printed is None:
            painter.drawText(area, _RIGHT, text)
            return
        if not is_remark(text):
            painter.drawText(area, _RIGHT_TOP, text)
        painter.setFont(tabular(context.font, smaller=2))
        painter.setPen(secondary_text(context.palette))
        note = self.tr("原文 {0}").format(appearance.printed)
        note = painter.fontMetrics().elidedText(note, end, area.width())
        below = area.adjusted(0, 0, 0, -2)
        painter.drawText(below, _RIGHT_BOTTOM, note)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent(context.palette))
        corner = context.area.topRight() + QPoint(1, 0)
        painter.drawPolygon([corner - QPoint(_CORNER, 0), corner, corner + QPoint(0, _CORNER)])

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(tabular(PaintContext.of(option).font))
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAcceptDrops(False)
        appearance = index.data(APPEARANCE_ROLE)
        if isinstance(appearance, CellAppearance):
            name = appearance.name
            editor.textChanged.connect(lambda text: self.typing.emit(name, text))
            editor.setAccessibleName(name)
        editor.destroyed.connect(self.typed)
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit) and not model.setData(index, editor.text()):
            self.refused.emit(editor.text())

    def refuses(self, editor: QObject) -> bool:
        """Whether what is in an editor is no number; this is said, and it is all selected."""
        if not isinstance(editor, QLineEdit) or not editor.isModified():
            return False
        if not editor.text().strip() or parse_typed(editor.text()) is not None:
            return False
        self.refused.emit(editor.text())
        editor.selectAll()
        return True

    def settle(self, editor: QWidget | None) -> bool:
        """Take in what is in an editor, and close it; False where that is no number."""
        if editor is None:
            return True
        if self.refuses(editor):
            editor.setFocus()
            return False
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
        return True

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in keys
            and self.refuses(editor)
        ):
            return True
        return super().eventFilter(editor, event)


def _balanced(text: str, width: int, font: QFont) -> int:
    def height(text: str, width: int) -> int:
        return label_height(font, text, width)

    return balanced_width(text, width, height)
