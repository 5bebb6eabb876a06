"""The thread that draws pages: what is wanted last is drawn first, the rest is forgotten."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal
from PySide6.QtGui import QImage

from desktop.errors import InputFileError
from desktop.geometry import Box
from desktop.gui.pages.tiles import SIDE, Tile
from desktop.gui.pages.trimming import trimmed

if TYPE_CHECKING:
    from desktop.pdf.raster import PageRaster

_CHANGED: Final = "这个文件在读取之后被改动或替换过，请重新打开它。"
_BROKEN: Final = "页面画不出来；表格里的数字不受影响。"


class Crop(NamedTuple):
    """A piece of a page to be drawn alone.

    Page from 1, rectangle in points, pixels a point. Empty rows are left out of a picture of
    more than `highest` pixels, and empty columns of one of more than `widest`.
    """

    page: int
    box: Box
    scale: float
    highest: int
    widest: int


class PageDocument(NamedTuple):
    """A PDF to be shown: what its bytes must hash to, and what opens it, where it has that.

    A file that was changed since it was read is not shown.
    """

    path: Path
    sha256: str | None = None
    password: str | None = None


class PageRenderer(QThread):
    """Draws tiles of one document at a time, away from the window's thread.

    Every answer carries the generation that `show` gave, so that late ones can be told apart.
    """

    opened = Signal(int, list)
    """generation, and the pages' sizes in points"""
    failed = Signal(int, str)
    """generation, and one sentence why the pages cannot be shown"""
    rendered = Signal(int, Tile, QImage)
    """generation, tile, image"""
    cropped = Signal(int, Crop, QImage)
    """generation, crop, image"""
    texted = Signal(int, list)
    """generation, the letters of each page"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._condition = threading.Condition()
        self._generation = 0
        self._document: PageDocument | None = None
        self._wanted: list[Tile | Crop | None] = []
        self._stopping = False
        self._raster: PageRaster | None = None

    def show(self, document: PageDocument | None) -> int:
        """Show another document, or none; answers with its generation."""
        with self._condition:
            self._generation += 1
            self._document = document
            self._wanted.clear()
            self._condition.notify()
            generation = self._generation
        if not self.isRunning():
            self.start()
        return generation

    def want(self, tiles: Sequence[Tile]) -> None:
        """Draw these, in this order; what was wanted before and is not among them is not."""
        with self._condition:
            # Pieces asked for stay: they are few, small, and looked at first.
            kept = [item for item in self._wanted if not isinstance(item, Tile)]
            self._wanted = [*kept, *tiles]
            self._condition.notify()

    def want_crops(self, crops: Sequence[Crop]) -> None:
        """Draw these pieces of pages instead of those asked for before."""
        with self._condition:
            kept = [item for item in self._wanted if not isinstance(item, Crop)]
            self._wanted = [*crops, *kept]
            self._condition.notify()

    def want_text(self) -> None:
        """Read where the letters of all pages are."""
        with self._condition:
            if None not in self._wanted:
                self._wanted.append(None)
            self._condition.notify()

    def stop(self) -> None:
        """End the thread; waits for the tile in work."""
        with self._condition:
            self._stopping = True
            self._condition.notify()
        self.wait()

    def run(self) -> None:
        generation = 0
        try:
            while True:
                with self._condition:
                    while not self._has_work(generation):
                        self._condition.wait()
                    if self._stopping:
                        return
                    fresh = self._generation != generation
                    generation, document = self._generation, self._document
                    wanted = None if fresh else self._wanted.pop(0)
                if fresh:
                    self._open(generation, document)
                else:
                    self._work(generation, wanted)
        finally:
            self._close()

    def _has_work(self, generation: int) -> bool:
        return self._stopping or generation != self._generation or bool(self._wanted)

    def _open(self, generation: int, document: PageDocument | None) -> None:
        self._close()
        if document is None:
            return
        path, sha256, password = document
        # pdfium loads in this thread, once there is something to show.
        from desktop.pdf.document import read_bytes
        from desktop.pdf.raster import PageRaster

        try:
            data = read_bytes(path)
            if sha256 not in (None, hashlib.sha256(data).hexdigest()):
                self.failed.emit(generation, _tr(_CHANGED))
                return
            self._raster = PageRaster(data, password)
        except InputFileError as error:
            self.failed.emit(generation, error.message)
        except Exception:  # a page that cannot be drawn must not end the window
            logging.getLogger(__name__).exception("cannot show %s", path)
            self.failed.emit(generation, _tr(_BROKEN))
        else:
            self.opened.emit(generation, list(self._raster.sizes))

    def _work(self, generation: int, wanted: Tile | Crop | None) -> None:
        if self._raster is None:
            return
        try:
            if wanted is None:
                pages = range(1, len(self._raster.sizes) + 1)
                self.texted.emit(generation, [self._raster.letters(page) for page in pages])
            elif isinstance(wanted, Crop):
                drawn = self._drawn(self._raster, wanted)
                picture = trimmed(drawn, wanted.highest, wanted.widest)
                self.cropped.emit(generation, wanted, picture)
            else:
                self.rendered.emit(generation, wanted, self._drawn(self._raster, wanted))
        except Exception:  # as above
            logging.getLogger(__name__).exception("cannot draw %s", wanted)

    def _drawn(self, raster: PageRaster, wanted: Tile | Crop) -> QImage:
        from desktop.pdf.raster import Region

        width, height = raster.pixels(wanted.page, wanted.scale)
        if isinstance(wanted, Tile):
            x, y = wanted.x, wanted.y
            across, down = SIDE, SIDE
        else:
            x = max(0, round(wanted.box.x0 * wanted.scale))
            y = max(0, round(wanted.box.top * wanted.scale))
            across = max(1, round(wanted.box.width * wanted.scale))
            down = max(1, round(wanted.box.height * wanted.scale))
        part = Region(x, y, max(1, min(across, width - x)), max(1, min(down, height - y)))
        picture = raster.render(wanted.page, wanted.scale, part)
        size = (picture.width, picture.height, picture.stride)
        # The image below borrows the bytes; the copy owns its own.
        return QImage(picture.data, *size, QImage.Format.Format_RGB32).copy()

    def _close(self) -> None:
        if self._raster is not None:
            with suppress(Exception):
                self._raster.close()
            self._raster = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("PageRenderer", text)
