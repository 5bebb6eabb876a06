"""The program's icon, drawn once as SVG, in the forms that desktops ask for.

.png    Linux, at any size
.ico    Windows: a directory of PNGs (Vista and later read them)
.icns   macOS: a sequence of PNGs, each with a type for its size
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.resources import resource

LINUX_SIZES: Final = (16, 32, 48, 64, 128, 256)
_ICO_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 256)
# Apple's types of the sizes, the doubled ones of Retina screens included.
_ICNS_TYPES: Final = {
    b"icp4": 16, b"icp5": 32, b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256,
    b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024,
}  # fmt: skip


def png(size: int) -> bytes:
    """The icon as PNG, so many pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(resource("icons", "gouji.svg"))).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def ico() -> bytes:
    """All sizes of Windows in one file."""
    images = [png(size) for size in _ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(images))
    place = len(head) + 16 * len(images)
    entries = b""
    for size, image in zip(_ICO_SIZES, images, strict=True):
        # 0 stands for 256; one plane of 32 bits.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), place)
        place += len(image)
    return head + entries + b"".join(images)


def icns() -> bytes:
    """All sizes of macOS in one file."""
    body = b""
    for kind, size in _ICNS_TYPES.items():
        image = png(size)
        body += kind + struct.pack(">I", len(image) + 8) + image
    return b"icns" + struct.pack(">I", len(body) + 8) + body


FORMS: Final[Mapping[str, Callable[[], bytes]]] = {"win32": ico, "darwin": icns}


def written(platform: str, folder: Path) -> str | None:
    """Write the icon that executables of a platform carry; None where they carry none."""
    form = FORMS.get(platform)
    if form is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"gouji.{form.__name__}"
    path.write_bytes(form())
    return str(path)
