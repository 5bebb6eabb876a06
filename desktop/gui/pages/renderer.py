"""The thread that draws pages: what is wanted last is drawn first, the rest is forgotten."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from desktop.errors import InputFileError
from desktop.gui.pages.tiles import SIDE, Tile
from desktop.pdf.document import read_bytes
from desktop.pdf.raster import PageRaster, Region

_CHANGED: Final = "这个文件在读取之后被改动或替换过，请重新打开它。"
_BROKEN: Final = "页面画不出来；表格里的数字不受影响。"


class PageRenderer(QThread):
    """Draws tiles of one document at a time, away from the window's thread.

    Every answer carries the turn that `show` gave, so that late ones can be told apart.
    """

    opened = Signal(int, object)
    """turn, and the pages' sizes in points"""
    failed = Signal(int, str)
    """turn, and one sentence why the pages cannot be shown"""
    rendered = Signal(int, object, QImage)
    """turn, tile, image"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._condition = threading.Condition()
        self._turn = 0
        self._document: tuple[Path, str | None] | None = None
        self._wanted: list[Tile] = []
        self._stopping = False
        self._raster: PageRaster | None = None

    def show(self, path: Path | None, sha256: str | None = None) -> int:
        """Turn to another document, or to none.

        Args:
            path: the PDF.
            sha256: what its bytes must hash to; a file changed meanwhile is not shown.
        """
        with self._condition:
            self._turn += 1
            self._document = None if path is None else (path, sha256)
            self._wanted.clear()
            self._condition.notify()
            turn = self._turn
        if not self.isRunning():
            self.start()
        return turn

    def want(self, tiles: Sequence[Tile]) -> None:
        """Draw these, in this order; what was wanted before and is not among them is not."""
        with self._condition:
            self._wanted = list(tiles)
            self._condition.notify()

    def stop(self) -> None:
        """End the thread; waits for the tile in work."""
        with self._condition:
            self._stopping = True
            self._condition.notify()
        self.wait()

    def run(self) -> None:
        turn = 0
        try:
            while True:
                with self._condition:
                    while not self._has_work(turn):
                        self._condition.wait()
                    if self._stopping:
                        return
                    fresh = self._turn != turn
                    turn, document = self._turn, self._document
                    tile = None if fresh else self._wanted.pop(0)
                if fresh:
                    self._open(turn, document)
                elif tile is not None:
                    self._draw(turn, tile)
        finally:
            self._close()

    def _has_work(self, turn: int) -> bool:
        return self._stopping or turn != self._turn or bool(self._wanted)

    def _open(self, turn: int, document: tuple[Path, str | None] | None) -> None:
        self._close()
        if document is None:
            return
        path, sha256 = document
        try:
            data = read_bytes(path)
            if sha256 not in (None, hashlib.sha256(data).hexdigest()):
                self.failed.emit(turn, _CHANGED)
                return
            self._raster = PageRaster(data)
        except InputFileError as error:
            self.failed.emit(turn, error.message)
        except Exception:  # a page that cannot be drawn must not end the window
            logging.getLogger(__name__).exception("cannot show %s", path)
            self.failed.emit(turn, _BROKEN)
        else:
            self.opened.emit(turn, self._raster.sizes)

    def _draw(self, turn: int, tile: Tile) -> None:
        if self._raster is None:
            return
        try:
            width, height = self._raster.pixels(tile.page, tile.scale)
            part = Region(tile.x, tile.y, min(SIDE, width - tile.x), min(SIDE, height - tile.y))
            picture = self._raster.render(tile.page, tile.scale, part)
        except Exception:  # as above
            logging.getLogger(__name__).exception("cannot draw %s", tile)
            return
        image = QImage(
            picture.data,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB32,
        )
        # The image above borrows the bytes; the copy owns its own.
        self.rendered.emit(turn, tile, image.copy())

    def _close(self) -> None:
        if self._raster is not None:
            with suppress(Exception):
                self._raster.close()
            self._raster = None
