"""Pages in a column that scroll and zoom; what is on them is painted elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.geometry import Box
from desktop.gui.pages.strip import Strip
from desktop.gui.pages.zoom import PIXELS_PER_POINT, STEP, Fit, bounded, fitted


class PageScroll(QAbstractScrollArea):
    """Knows where each page lies in the viewport."""

    moved = Signal()
    """another page or zoom is shown"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit = Fit.WIDTH
        self.zoom = 1.0
        self._strip = Strip((), 1.0, 0)
        self._reveal: tuple[int, Box] | None = None

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 until the document is open."""
        return len(self._strip.sizes)

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 1."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return self._strip.page_at(middle) if self.page_count else 0

    def reveal(self, page: int, box: Box) -> None:
        """Scroll so that a box is seen, as soon as the document is open."""
        self._reveal = (page, box)
        if not self.page_count or page > self.page_count:
            return
        self._reveal = None
        area = self._strip.to_strip(page, box)
        room = self.viewport().height() / 5
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        top, height = vertical.value(), self.viewport().height()
        if area.top - room < top or area.bottom + room > top + height:
            vertical.setValue(round(area.centre_y - height / 2))
        left, width = horizontal.value(), self.viewport().width()
        if area.x0 < left or area.x1 > left + width:
            horizontal.setValue(round(area.centre_x - width / 2))

    def go_to_page(self, page: int) -> None:
        """Scroll to the top of a page."""
        if self.page_count:
            page = min(max(1, page), self.page_count)
            self.verticalScrollBar().setValue(round(self._strip.place(page).top) - 4)

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the view."""
        self.fit = fit
        self._relay()

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom in or out; the point of the viewport `around` stays where it is."""
        self.fit = Fit.FIXED
        self._set_zoom(bounded(self.zoom * factor), around)

    def rect_of(self, page: int, box: Box) -> QRectF:
        """Where a box of a page lies in the viewport."""
        x0, top, x1, bottom = self._strip.to_strip(page, box)
        offset = self._offset()
        return QRectF(x0 - offset.x(), top - offset.y(), x1 - x0, bottom - top)

    def set_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show pages of these sizes, in points."""
        self._strip = Strip(sizes, self._strip.scale, 0)
        self.verticalScrollBar().setValue(0)
        self._relay()
        if self._reveal is not None and self.page_count:
            self.reveal(*self._reveal)

    def _relay(self) -> None:
        zoom = self.zoom
        if self.fit is not Fit.FIXED:
            size = self.maximumViewportSize()
            # Fitted to the width, pages nearly always need the vertical bar: keep its room.
            bar = self.verticalScrollBar().sizeHint().width() if self.fit is Fit.WIDTH else 0
            zoom = fitted(self._strip.sizes, self.fit, size.width() - bar, size.height())
        self._set_zoom(zoom, QPointF(0, 0))

    def _set_zoom(self, zoom: float, around: QPointF | None) -> None:
        viewport = self.viewport()
        point = QPointF(viewport.rect().center()) if around is None else around
        offset = self._offset()
        held = None
        if self.page_count:
            held = self._strip.to_page(point.x() + offset.x(), point.y() + offset.y())
        self.zoom = zoom
        scale = zoom * PIXELS_PER_POINT
        self._strip = Strip(self._strip.sizes, scale, viewport.width())
        self._set_bars()
        if held is not None:
            box = Box(held.x, held.y, held.x, held.y)
            now = self._strip.to_strip(held.page, box)
            self.horizontalScrollBar().setValue(round(now.x0 - point.x()))
            self.verticalScrollBar().setValue(round(now.top - point.y()))
        viewport.update()
        self.moved.emit()

    def _set_bars(self) -> None:
        size = self.viewport().size()
        for bar, whole, shown in (
            (self.horizontalScrollBar(), self._strip.width, size.width()),
            (self.verticalScrollBar(), self._strip.height, size.height()),
        ):
            bar.setPageStep(shown)
            bar.setSingleStep(40)
            bar.setRange(0, max(0, whole - shown) if self.page_count else 0)

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            if steps:
                self.zoom_by(STEP**steps, event.position())
            event.accept()
        else:
            super().wheelEvent(event)
