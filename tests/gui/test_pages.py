"""The pages: drawn, found, clicked, zoomed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from reportlab.pdfgen import canvas as reportlab_canvas

from desktop.errors import InputFileError
from desktop.geometry import Box
from desktop.gui.pages.strip import GAP, Strip
from desktop.gui.pages.tiles import SIDE, Tile, TileStore, tiles_of
from desktop.gui.pages.zoom import Fit, fitted
from desktop.gui.window import ReviewWindow
from desktop.pdf.raster import PageRaster, Region
from desktop.reading.read import read_report
from desktop.report.model import Report
from tests.builders import FORM_2021, right_values
from tests.drawing.report import Content, draw_report
from tests.drawing.style import Rulings, Style
from tests.gui.conftest import WindowDriver

SIZES = [(595.0, 842.0), (842.0, 595.0), (595.0, 842.0)]


@pytest.fixture
def drawn(tmp_path: Path) -> bytes:
    """A red square at 100 points from the left, 50 from the top; page 2 turned."""
    path = tmp_path / "square.pdf"
    canvas: Any = cast("Any", reportlab_canvas).Canvas(str(path), pagesize=(400, 600))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(100, 600 - 50 - 20, 20, 20, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize((600, 400))
    canvas.setPageRotation(90)
    canvas.showPage()
    canvas.save()
    return path.read_bytes()


def pixel(data: bytes, stride: int, x: int, y: int) -> tuple[int, ...]:
    return tuple(data[y * stride + 4 * x : y * stride + 4 * x + 3])


def test_a_page_is_drawn_as_displayed(drawn: bytes) -> None:
    with PageRaster(drawn) as raster:
        assert list(raster.sizes) == [(400, 600), (600, 400)]
        width, height, stride, data = raster.render(1, 2.0)
        assert (width, height, len(data)) == (800, 1200, stride * 1200)
        assert pixel(data, stride, 220, 120) == (0, 0, 255)
        assert pixel(data, stride, 250, 120) == (255, 255, 255)
        assert raster.render(2, 1.0)[:2] == (600, 400)


def test_a_part_of_a_page_is_that_part(drawn: bytes) -> None:
    with PageRaster(drawn) as raster:
        _, _, stride, data = raster.render(1, 2.0, Region(200, 100, 40, 40))
        assert pixel(data, stride, 0, 0) == pixel(data, stride, 39, 39) == (0, 0, 255)
        with pytest.raises(IndexError):
            raster.render(3, 1.0)


@pytest.mark.parametrize(
    "style",
    [
        Style(),
        Style(rotate=90),
        Style(rotate=180),
        Style(rulings=Rulings.NONE),
        Style(wide_applications=True),
    ],
    ids=["plain", "turned", "upside down", "no rulings", "landscape"],
)
def test_boxes_lie_over_the_figures_as_drawn(style: Style, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    draw_report(path, Content(FORM_2021, right_values(Random(5))), style)
    data = path.read_bytes()
    cells = read_report(data).cells.values()
    with PageRaster(data) as raster:
        pages = {number: raster.render(number, 2.0) for number in range(1, len(raster.sizes) + 1)}
    assert len(cells) > 180
    for cell in cells:
        if cell.source is None or not cell.text.strip():
            continue
        picture = pages[cell.source.page]
        # The rulings at the box's edge are dark too.
        x0, top, x1, bottom = (round(2 * at) for at in cell.source.box.grown(-2))
        area = [
            max(pixel(picture.data, picture.stride, x, y))
            for y in range(top, bottom)
            for x in range(x0, x1)
        ]
        assert min(area) < 160, cell.name


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(InputFileError):
        PageRaster(b"%PDF-1.4 nothing")


@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_point_of_a_page_is_found_again(page: int) -> None:
    strip = Strip(SIZES, 1.3, 1400)
    area = strip.to_strip(page, Box(30, 40, 30, 40))
    found = strip.to_page(area.x0, area.top)
    assert found.page == page
    assert (found.x, found.y) == pytest.approx((30, 40))


def test_pages_lie_below_one_another() -> None:
    strip = Strip(SIZES, 1.0, 900)
    assert [strip.place(page).top for page in (1, 2, 3)] == [12, 866, 1473]
    assert strip.place(1).x0 == (900 - 595) // 2
    assert list(strip.pages_between(0, 100)) == [1]
    assert list(strip.pages_between(800, 900)) == [1, 2]


def test_fitting() -> None:
    assert fitted(SIZES, Fit.WIDTH, 842 + 2 * GAP, 100) == pytest.approx(0.75)
    assert fitted(SIZES, Fit.PAGE, 5000, 842 + 2 * GAP) == pytest.approx(0.75)
    assert fitted(SIZES, Fit.WIDTH, 50, 100) == 0.25


def test_tiles_cover_a_page() -> None:
    tiles = list(tiles_of(1, 6.0, (3 * SIDE - 5, 2 * SIDE + 5)))
    assert len(tiles) == 9
    assert {(tile.x, tile.y) for tile in tiles} == {
        (column * SIDE, row * SIDE) for column in range(3) for row in range(3)
    }
    assert [t.row for t in tiles_of(1, 6.0, (10, 3 * SIDE), SIDE + 1, SIDE + 2)] == [1]


def test_the_store_of_tiles_is_bounded() -> None:
    store = TileStore(10_000)
    for page in range(1, 10):
        store.keep(Tile(page, 1.0, 0, 0), QImage(25, 25, QImage.Format.Format_RGB32))
    assert store.used <= 10_000
    assert Tile(9, 1.0, 0, 0) in store
    assert Tile(1, 1.0, 0, 0) not in store
    store.clear()
    assert store.used == 0


def shown(driver: WindowDriver, report: Report) -> ReviewWindow:
    window = driver.window(driver.readable(report))
    driver.qtbot.waitUntil(window.panel.pages.view.is_drawn, timeout=5000)
    return window


def test_selecting_a_cell_brings_its_box_into_view(
    driver: WindowDriver, right_report: Report
) -> None:
    window = shown(driver, right_report)
    view = window.panel.pages.view
    for name in ("disputes.after_review.total", "proactive.regulation.issued"):
        window.panel.workspace.select_cell(name)
        source = right_report.cells[name].source
        assert source is not None
        area = view.rect_of(source.page, source.box)
        assert view.viewport().rect().contains(area.toRect())


def test_a_box_asked_for_early_is_shown_once_the_pages_are_there(
    driver: WindowDriver, right_report: Report
) -> None:
    window = driver.window(driver.readable(right_report))
    window.panel.workspace.select_cell("disputes.after_review.total")
    driver.qtbot.waitUntil(lambda: window.panel.pages.view.page == 3, timeout=5000)


def test_clicking_a_number_selects_its_cell(driver: WindowDriver, right_report: Report) -> None:
    window = shown(driver, right_report)
    view = window.panel.pages.view
    name = "applications.denied_4.legal"
    window.panel.workspace.select_cell(name)
    other = "applications.denied_4.other"
    source = right_report.cells[other].source
    assert source is not None
    point = view.rect_of(source.page, source.box).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert window.panel.workspace.cell == other
    table = window.panel.tables.views["applications"]
    assert window.panel.tables.current_view() is table
    assert table.currentIndex() == table.source.index_of(other)


def test_zooming_keeps_the_point_under_the_pointer(
    driver: WindowDriver, right_report: Report
) -> None:
    view = shown(driver, right_report).panel.pages.view
    window_point = QPointF(200, 300)
    source = right_report.cells["applications.new.natural"].source
    assert source is not None
    before = view.rect_of(source.page, source.box).center() - window_point
    zoom = view.zoom
    view.zoom_by(1.5, window_point)
    after = view.rect_of(source.page, source.box).center() - window_point
    assert view.zoom == pytest.approx(zoom * 1.5)
    assert after.y() == pytest.approx(before.y() * 1.5, abs=2)
    view.zoom_by(100)
    assert view.zoom == 6.0
    driver.qtbot.waitUntil(view.is_drawn, timeout=5000)
    view.zoom_by(0.0001)
    assert view.zoom == 0.25
    view.set_fit(Fit.WIDTH)
    assert view.zoom == pytest.approx(zoom)


def test_the_page_is_white_with_the_cell_s_frame(
    driver: WindowDriver, right_report: Report
) -> None:
    window = shown(driver, right_report)
    name = "applications.denied_4.legal"
    source = right_report.cells[name].source
    assert source is not None

    def red_in_frame() -> int:
        image = window.panel.pages.view.viewport().grab().toImage()
        area = window.panel.pages.view.rect_of(source.page, source.box)
        return image.pixelColor(round(area.right() - 6), round(area.center().y())).red()

    window.panel.workspace.select_cell("proactive.regulation.issued")
    window.panel.workspace.select_cell(name)
    assert red_in_frame() < 250
    window.panel.workspace.select_cell("applications.denied_4.other")
    assert red_in_frame() == 255


def test_a_file_replaced_since_is_not_shown(
    driver: WindowDriver, right_report: Report, wrong_report: Callable[..., Report]
) -> None:
    path = driver.readable(right_report)
    outcome = driver.answers.outcomes[path]
    driver.answers.outcomes[path] = type(outcome)(path, "0" * 64, outcome.report, outcome.checked)
    window = driver.window(path)
    driver.qtbot.waitUntil(
        lambda: window.panel.middle.currentWidget() is window.panel.empty_page, timeout=5000
    )
    assert window.panel.tables.current_view().source.rowCount() > 0
