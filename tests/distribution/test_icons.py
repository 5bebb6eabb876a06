"""The icon in the forms that Windows and macOS read, and what Windows shows of the file."""

from __future__ import annotations

import io
import struct

from PIL import Image
from PySide6.QtGui import QColor, QImage

from distribution.icons import icns, ico, png
from distribution.version_resource import version_numbers


def test_each_size_is_drawn() -> None:
    for size in (16, 48, 256):
        image = QImage.fromData(png(size))
        assert (image.width(), image.height()) == (size, size)
        # Transparent outside the rounded corner, the blue frame inside.
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(size // 2, round(size * 0.125)) == QColor("#1f5fa8")


def test_windows_finds_every_size() -> None:
    icon = Image.open(io.BytesIO(ico()))
    assert icon.format == "ICO"
    sizes = icon.info["sizes"]
    assert sizes == {(size, size) for size in (16, 20, 24, 32, 40, 48, 64, 256)}


def test_macos_finds_every_size() -> None:
    data = icns()
    assert struct.unpack(">I", data[4:8]) == (len(data),)
    icon = Image.open(io.BytesIO(data))
    assert icon.format == "ICNS"
    assert (512, 512, 2) in icon.info["sizes"]
    assert icon.convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


def test_versions_are_four_numbers() -> None:
    assert version_numbers("1.2.3") == (1, 2, 3, 0)
    assert version_numbers("0.1.0.dev4") == (0, 1, 0, 0)
