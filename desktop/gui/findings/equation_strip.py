"""The equation strip: each term's picture cut out of the page, what was read below it.

One glance settles whether the reading or the report is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.gui.colours import accent, secondary_text
from desktop.gui.findings.crops import crop_of, text_crops
from desktop.gui.findings.terms import EquationTerm
from desktop.gui.fonts import tabular
from desktop.gui.pages.renderer import Crop
from desktop.gui.plain_text import tip
from desktop.gui.severity_colours import severity_colours
from desktop.rules.finding import Severity

_CursorShape = Qt.CursorShape
_WIDEST: Final = 104
_TEXT_WIDEST: Final = 420
_LEAST: Final = 34
_GAP: Final = 4


class EquationStrip(QWidget):
    """Terms in a row, in more rows where one is too short for them."""

    clicked = Signal(str)
    """the cell of a term"""
    crops_wanted = Signal(list)
    """the pieces of pages to be drawn"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("equationStrip")
        self.setMouseTracking(True)
        self._terms: Sequence[EquationTerm] = ()
        self._crops: dict[int, Crop] = {}
        self._images: dict[Crop, QImage] = {}
        self._areas: list[QRect] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay_out)

    def show_terms(self, terms: Sequence[EquationTerm]) -> None:
        """Show these; their pictures are asked for and come later."""
        self._terms = terms
        ratio = self.devicePixelRatioF()
        self._crops = {
            number: crop_of(term.source, ratio, _WIDEST)
            for number, term in enumerate(terms)
            if term.source is not None and term.name
        }
        texts = {n: term.source for n, term in enumerate(terms) if term.source and not term.name}
        crops = text_crops(list(texts.values()), ratio, _TEXT_WIDEST)
        self._crops |= dict(zip(texts, crops, strict=True))
        wanted = list(dict.fromkeys(self._crops.values()))
        self._images = {crop: image for crop, image in self._images.items() if crop in wanted}
        self.setAccessibleName(" ".join(f"{t.sign} {t.label} {t.value}".strip() for t in terms))
        self._lay_out()
        self.ask_again()

    def take(self, crop: Crop, image: QImage) -> None:
        """A picture that was asked for."""
        if crop in self._crops.values():
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self._images[crop] = image
            # The pictures of an equation come one by one, close together.
            self._later.start()

    def ask_again(self) -> None:
        """Ask for the pictures that are not there: what was asked for before will not come."""
        crops = dict.fromkeys(self._crops.values())
        self.crops_wanted.emit([crop for crop in crops if crop not in self._images])

    def forget(self) -> None:
        """Another document: its pictures are others."""
        self._images.clear()
        self.show_terms(())

    def is_drawn(self) -> bool:
        """Whether every picture is there."""
        return all(crop in self._images for crop in self._crops.values())

    def _size(self, number: int) -> QSize:
        crop = self._crops.get(number)
        if crop is None:
            return QSize(_LEAST, 20)
        image = self._images.get(crop)
        if image is not None:
            return image.deviceIndependentSize().toSize()
        ratio = self.devicePixelRatioF()
        height = min(crop.highest, round(crop.box.height * crop.scale))
        width = min(crop.widest, round(crop.box.width * crop.scale))
        return QSize(round(width / ratio), round(height / ratio))

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        sign, text = metrics.horizontalAdvance("≠") + 2 * _GAP, metrics.height()
        small = QFontMetrics(tabular(self.font(), smaller=2))
        x, y, row = _GAP, _GAP, 0
        self._areas = []
        room = max(self.width(), 200)
        for number, term in enumerate(self._terms):
            picture = self._size(number)
            label = min(small.horizontalAdvance(term.label), _WIDEST)
            width = max(picture.width(), label, metrics.horizontalAdvance(term.value), _LEAST) + 4
            before = sign if term.sign else _GAP
            height = picture.height() + (text + small.height() if term.name else 0) + 6
            if x + before + width > room and self._areas:
                x, y, row = _GAP, y + row + _GAP, 0
            self._areas.append(QRect(x + before, y, width, height))
            x += before + width + _GAP
            row = max(row, height)
        self.setMinimumHeight(y + row + _GAP)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, (term, area) in enumerate(zip(self._terms, self._areas, strict=True)):
            self._paint_picture(painter, number, term, area)
            if term.name:
                self._paint_words(painter, number, term, area)

    def _picture(self, number: int, area: QRect) -> QRect:
        size = self._size(number)
        left = area.left() + (area.width() - size.width()) // 2
        return QRect(QPoint(left, area.top() + 2), size)

    def _paint_picture(
        self, painter: QPainter, number: int, term: EquationTerm, area: QRect
    ) -> None:
        palette = self.palette()
        place = self._picture(number, area)
        crop = self._crops.get(number)
        image = None if crop is None else self._images.get(crop)
        if crop is not None:
            painter.fillRect(place, Qt.GlobalColor.white)
        if image is not None:
            painter.drawImage(place.topLeft(), image)
        frame = QPen(secondary_text(palette), 1)
        if term.doubtful:
            edge = severity_colours(Severity.WARNING, palette.base().color()).edge
            frame = QPen(edge, 2, Qt.PenStyle.DotLine)
        elif term.blank:
            frame.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(frame)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if term.sign:
            painter.setPen(palette.text().color())
            painter.setFont(tabular(self.font(), bold=True))
            before = QRect(area.left() - 24 - _GAP, place.top(), 24, place.height())
            painter.drawText(
                before, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, term.sign
            )

    def _paint_words(self, painter: QPainter, number: int, term: EquationTerm, area: QRect) -> None:
        palette, centre = self.palette(), Qt.AlignmentFlag.AlignHCenter
        below = area.adjusted(0, self._size(number).height() + 5, 0, 0)
        painter.setFont(tabular(self.font(), bold=term.edited))
        painter.setPen(accent(palette) if term.edited else palette.text().color())
        painter.drawText(below, centre | Qt.AlignmentFlag.AlignTop, term.value or self.tr("空"))
        painter.setFont(tabular(self.font(), smaller=2))
        painter.setPen(secondary_text(palette))
        label = painter.fontMetrics().elidedText(
            term.label, Qt.TextElideMode.ElideMiddle, area.width()
        )
        painter.drawText(area, centre | Qt.AlignmentFlag.AlignBottom, label)

    def _term_at(self, point: QPoint) -> EquationTerm | None:
        found = (
            term
            for term, area in zip(self._terms, self._areas, strict=True)
            if area.contains(point)
        )
        return next(found, None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        term = self._term_at(event.position().toPoint())
        self.setToolTip(tip("" if term is None else f"{term.label} {term.value}".strip()))
        leads = term is not None and bool(term.name)
        self.setCursor(_CursorShape.PointingHandCursor if leads else _CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        term = self._term_at(event.position().toPoint())
        if term is not None and term.name:
            self.clicked.emit(term.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
