"""Pictures cut from a page: never cut through a digit, and no taller than they need."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.geometry import Box
from desktop.gui.findings.crops import crop_of, text_crops
from desktop.gui.pages.trimming import trimmed
from desktop.report.model import Source


def drawn(height: int, *rows: int) -> QImage:
    image = QImage(40, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for row in rows:
        painter.fillRect(18, row, 4, 1, QColor("black"))
    painter.end()
    return image


def ink(image: QImage) -> int:
    return sum(image.pixelColor(20, row).red() < 100 for row in range(image.height()))


@pytest.mark.parametrize("rows", [(50, 59), (2, 11), (86, 97), (5, 90), (0, 99), (99,)])
def test_what_is_printed_is_never_cut(rows: tuple[int, ...]) -> None:
    picture = trimmed(drawn(100, *rows), 30, 40)
    assert ink(picture) == len(rows)
    assert picture.height() >= min(30, rows[-1] - rows[0] + 1)
    if rows[-1] - rows[0] < 24:
        assert picture.height() == 30


def test_an_empty_cell_and_a_low_one_keep_their_middle() -> None:
    assert trimmed(drawn(100), 30, 40).height() == 30
    low = drawn(20, 3)
    assert trimmed(low, 30, 40).height() == 20


@pytest.mark.parametrize("left", [0, 2, 150, 294, 299])
def test_a_number_in_a_wide_cell_keeps_its_size(left: int) -> None:
    """At the left, in the middle or at the right of 表二, whose cells are as wide as the table."""
    image = QImage(300, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setPixelColor(left, 10, QColor("black"))
    picture = trimmed(image, 30, 104)
    assert (picture.width(), picture.height()) == (104, 20)
    assert sum(picture.pixelColor(x, 10).red() < 100 for x in range(104)) == 1


def test_what_is_wider_than_its_room_is_made_smaller() -> None:
    image = QImage(300, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    picture = trimmed(image, 30, 104)
    assert picture.width() == 104
    assert picture.pixelColor(0, 2).red() < 100
    assert picture.pixelColor(103, 2).red() < 100


def test_a_crop_lies_inside_the_rulings_at_one_scale() -> None:
    tall = crop_of(Source(1, Box(10, 10, 50, 60)), 2.0, 104)
    low = crop_of(Source(1, Box(10, 10, 50, 24)), 2.0, 104)
    assert tall.scale == low.scale == 3.4
    assert tall.box == Box(11.5, 11.5, 48.5, 58.5)
    wide = crop_of(Source(1, Box(0, 0, 211, 20)), 1.0, 104)
    assert (wide.scale, wide.widest) == (1.7, 104)
    # A box of the glyphs alone has no rulings in it.
    assert crop_of(Source(1, Box(0, 0, 6, 8)), 1.0, 104).box == Box(0, 0, 6, 8)


def test_lines_of_a_text_are_shown_whole_and_at_one_scale() -> None:
    long, short = Source(1, Box(100, 50, 400, 62)), Source(1, Box(80, 66, 150, 78))
    one, two = text_crops([long, short], 2.0, 400)
    assert one.scale == two.scale
    assert one.scale * one.box.width == pytest.approx(800)
    for crop, source in ((one, long), (two, short)):
        assert crop.box.top < source.box.top
        assert crop.box.bottom > source.box.bottom
    assert text_crops([], 1.0, 400) == []
