"""The pages of the source PDF, one below the other, with highlights over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gui.pages.highlights import Highlight, cell_at
from desktop.gui.pages.overlay import paint_highlights, paint_text
from desktop.gui.pages.page_scroll import PageScroll
from desktop.gui.pages.page_text import PageText
from desktop.gui.pages.renderer import Crop, PageDocument, PageRenderer
from desktop.gui.pages.strip import PagePoint
from desktop.gui.pages.text_layer import TextLayer
from desktop.gui.pages.tiles import SIDE, Tile, TileStore, tiles_of

if TYPE_CHECKING:
    # pdfium loads with the first page, not with the window.
    from desktop.pdf.letters import Letter

_MEMORY: Final = 48 << 20
"""bytes of page images kept"""
_AHEAD: Final = 0.75
"""of the view's height, drawn in advance above and below it"""


class PageView(PageScroll):
    """Shows one document; the drawing that takes time happens in a thread of its own."""

    clicked = Signal(str)
    """the cell whose number was clicked on"""
    hovered = Signal(str)
    """the cell under the pointer; empty for none"""
    failed = Signal(str)
    """one sentence why the pages cannot be shown"""
    cropped = Signal(Crop, QImage)
    """a piece of a page that was asked for"""
    document_shown = Signal()
    """another document is shown; what was asked for of the last one will not come"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self.setAcceptDrops(False)
        viewport = self.viewport()
        viewport.setAcceptDrops(False)
        viewport.setMouseTracking(True)
        viewport.setBackgroundRole(QPalette.ColorRole.Midlight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.highlights: Sequence[Highlight] = ()
        self._selected = self._hovered = ""
        self._tiles = TileStore(_MEMORY)
        self._generation = 0
        self.renderer = PageRenderer(self)
        self.renderer.opened.connect(self._opened)
        self.renderer.rendered.connect(self._rendered)
        self.renderer.failed.connect(self._failed)
        self.renderer.cropped.connect(self._cropped)
        self.renderer.texted.connect(self._texted)
        self.text = TextLayer(self)
        self.text.changed.connect(viewport.update)
        self.text.revealed.connect(self.reveal)
        self._pressed: QPointF | None = None

    def show_document(self, document: PageDocument | None) -> None:
        """Show another document, or none."""
        self._tiles.clear()
        self.text.forget()
        self._reveal = None
        self.set_sizes(())
        self._generation = self.renderer.show(document)
        self.document_shown.emit()

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show these boxes."""
        self.highlights = highlights
        self.viewport().update()

    def select(self, name: str) -> None:
        """Frame a cell's box; does not scroll."""
        self._selected = name
        self.viewport().update()

    def cell_at(self, point: QPointF) -> str:
        """The cell at a point of the viewport; empty where there is none."""
        if not self.page_count:
            return ""
        return cell_at(self.highlights, *self._page_point(point))

    def _page_point(self, point: QPointF) -> PagePoint:
        offset = self._offset()
        return self._strip.to_page(point.x() + offset.x(), point.y() + offset.y())

    def want_text(self) -> None:
        """Have the letters read, so that they can be found and selected."""
        if not self.text.is_ready:
            self.renderer.want_text()

    def want_crops(self, crops: Sequence[Crop]) -> None:
        """Draw these pieces of pages; `cropped` brings them."""
        self.renderer.want_crops(crops)

    def is_drawn(self) -> bool:
        """Whether everything in view is sharp."""
        return bool(self.page_count) and all(tile in self._tiles for tile in self._in_view(0))

    def stop(self) -> None:
        """End drawing; nothing can be shown afterwards."""
        self.renderer.stop()

    def _opened(self, generation: int, sizes: Sequence[tuple[float, float]]) -> None:
        if generation == self._generation:
            self.set_sizes(sizes)

    def _failed(self, generation: int, message: str) -> None:
        if generation == self._generation:
            self.failed.emit(message)

    def _rendered(self, generation: int, tile: Tile, image: QImage) -> None:
        if generation == self._generation:
            self._tiles.keep(tile, image)
            self.viewport().update()

    def _cropped(self, generation: int, crop: Crop, image: QImage) -> None:
        if generation == self._generation:
            self.cropped.emit(crop, image)

    def _texted(self, generation: int, pages: Sequence[Sequence[Letter]]) -> None:
        if generation == self._generation:
            self.text.take(PageText(pages))

    def _device_scale(self) -> float:
        return self._strip.scale * self.devicePixelRatioF()

    def _in_view(self, beyond: float) -> Iterator[Tile]:
        """The tiles seen, and those less than `beyond` pixels above and below the view."""
        ratio, scale = self.devicePixelRatioF(), self._device_scale()
        top = self._offset().y() - beyond
        bottom = top + self.viewport().height() + 2 * beyond
        for page in self._strip.pages_between(top, bottom):
            place = self._strip.place(page)
            within = ((top - place.top) * ratio, (bottom - place.top) * ratio)
            width, height = self._strip.sizes[page - 1]
            size = (max(1, round(width * scale)), max(1, round(height * scale)))
            yield from tiles_of(page, scale, size, *within)

    def _want(self, seen: Sequence[Tile]) -> None:
        near = [t for t in self._in_view(self.viewport().height() * _AHEAD) if t not in seen]
        self.renderer.want([tile for tile in (*seen, *near) if tile not in self._tiles])

    def _paint_page(self, painter: QPainter, page: int, seen: Sequence[Tile]) -> None:
        ratio = self.devicePixelRatioF()
        place, offset = self._strip.place(page), self._offset()
        # On whole device pixels, or every letter would be smeared over two.
        left = round((place.x0 - offset.x()) * ratio) / ratio
        top = round((place.top - offset.y()) * ratio) / ratio
        painter.fillRect(QRectF(left, top, place.width, place.height), QColor("white"))
        mine = [tile for tile in seen if tile.page == page]
        images = [(tile, self._tiles.get(tile)) for tile in mine]
        if any(image is None for _, image in images):
            self._paint_meanwhile(painter, page, QRectF(left, top, place.width, place.height))
        for tile, image in images:
            if image is not None:
                x, y = left + tile.x / ratio, top + tile.y / ratio
                size = (image.width() / ratio, image.height() / ratio)
                painter.drawImage(QRectF(x, y, *size), image, QRectF(image.rect()))

    def _paint_meanwhile(self, painter: QPainter, page: int, area: QRectF) -> None:
        """What was drawn of the page at another zoom, until the right one is there."""
        painter.save()
        painter.setClipRect(area)
        for tile, image in self._tiles.of_page(page, but=self._device_scale()):
            factor = self._strip.scale / tile.scale
            x, y = tile.column * SIDE * factor, tile.row * SIDE * factor
            size = (image.width() * factor, image.height() * factor)
            painter.drawImage(QRectF(area.x() + x, area.y() + y, *size), image)
        painter.restore()

    def _placed(self, pages: range) -> Iterator[tuple[Highlight, QRectF]]:
        for highlight in self.highlights:
            if highlight.page in pages:
                yield highlight, self.rect_of(highlight.page, highlight.box)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        top = self._offset().y()
        pages = self._strip.pages_between(top, top + self.viewport().height())
        seen = list(self._in_view(0))
        for page in pages:
            self._paint_page(painter, page, seen)
        found = ((self.rect_of(p, box), kind) for p, box, kind in self.text.boxes() if p in pages)
        paint_text(painter, found)
        placed = self._placed(pages)
        paint_highlights(painter, placed, selected=self._selected, hovered=self._hovered)
        if self.page_count:
            self._want(seen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.page_count:
            self._pressed = event.position()
            self.want_text()
            self.text.begin(self._page_point(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(self.cell_at(event.position()))
        elif _far(self._pressed, event.position()):
            self.text.extend(self._page_point(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not _far(pressed, event.position()):
            name = self.cell_at(event.position())
            if name:
                self.clicked.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.text.copy():
            return
        super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")

    def _hover(self, name: str) -> None:
        if name != self._hovered:
            self._hovered = name
            shape = Qt.CursorShape.PointingHandCursor if name else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()
            self.hovered.emit(name)


def _far(one: QPointF, other: QPointF) -> bool:
    """Whether a pointer was drawn over the page, not just clicked."""
    return (one - other).manhattanLength() >= QApplication.startDragDistance()
