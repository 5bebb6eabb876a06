"""A damaged page may lose cells; it never gives a wrong one without a doubt."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from random import Random

import pytest

from desktop.errors import InputFileError
from desktop.pdf.document import open_document
from desktop.pdf.page import Glyph, Page
from desktop.pdf.pages import read_pages
from desktop.reading.read import report_of
from desktop.report.model import Cell, Report
from desktop.report.values import Number
from desktop.resources import resource
from tests.builders import FORM_2021, right_values
from tests.drawing.report import Content, draw_report
from tests.drawing.style import Rulings, Style
from tests.layouts.make import KEPT
from tests.reading.damage import Damaged, drop_digit, drop_rulings, shift_digit

DAMAGES: dict[str, Callable[[Sequence[Page], Random], Damaged]] = {
    "a ruling dropped": drop_rulings,
    "three rulings dropped": partial(drop_rulings, count=3),
    "a digit shifted along": partial(shift_digit, down=False),
    "a digit shifted down": partial(shift_digit, down=True),
    "a digit dropped": drop_digit,
}
FILES = {
    "sample": resource("sample", "sample-2024.pdf"),
    **{
        name: KEPT / f"{name}.pdf"
        for name in (
            "chromium_plain", "chromium_across_only", "chromium_right", "chromium_zebra_borders",
            "chromium_down_only", "chromium_down_only_left",
            "libreoffice_plain", "libreoffice_across_only", "libreoffice_cut_rows",
            "libreoffice_landscape",
        )
    },
}  # fmt: skip
TRIES = 6
# Damages that once gave a wrong number in silence, by layout, kind and seed.
MENDED = [
    ("chromium_thick", "three rulings dropped", 77001),  # a label cut off its first part
    ("chromium_down_only_left", "a digit dropped", 456002),  # the number of a label
]


@cache
def pages_of(path: Path) -> tuple[Page, ...]:
    with open_document(path.read_bytes()) as document:
        return tuple(read_pages(document))


def silent_errors(right: Report, damaged: Report, lost: str | None) -> list[tuple[str, str, str]]:
    """Cells that show a number the page does not have, without a doubt.

    A number that has lost a digit is what the page now says.
    """
    return [
        (name, right.cells[name].text, cell.text)
        for name, cell in damaged.cells.items()
        if name in right.cells
        and cell.doubt is None
        and cell.value is not None
        and cell.value != right.value(name)
        and (lost is None or cell.text not in _without_one(right.cells[name].text, lost))
    ]


def _without_one(text: str, digit: str) -> set[str]:
    return {text[:i] + text[i + 1 :] for i, char in enumerate(text) if char == digit}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
@pytest.mark.parametrize("path", FILES.values(), ids=FILES.keys())
def test_no_silent_error(path: Path, damage: Callable[[Sequence[Page], Random], Damaged]) -> None:
    pages = pages_of(path)
    right = report_of(pages)
    for seed in range(TRIES):
        broken, digit = damage(pages, Random(f"{path.stem} {seed}"))
        try:
            report = report_of(broken)
        except InputFileError:
            continue
        lost = digit.char if digit is not None and damage is drop_digit else None
        assert silent_errors(right, report, lost) == [], f"seed {seed}"


@pytest.mark.parametrize(("name", "kind", "seed"), MENDED)
def test_errors_once_found_stay_mended(name: str, kind: str, seed: int) -> None:
    pages = pages_of(KEPT / f"{name}.pdf")
    broken, _ = DAMAGES[kind](pages, Random(f"{name} {seed}"))
    assert silent_errors(report_of(pages), report_of(broken), None) == []


def test_a_digit_moved_to_the_end_of_the_number_before_is_doubted(tmp_path: Path) -> None:
    """Columns of one-digit numbers do not tell whether they are set left or right."""
    # Numbers of one and of two digits in two columns, of one digit in the others.
    texts: dict[str, Number | str] = {
        name: "14" if row % 2 and name.endswith(("natural", "total")) else "4"
        for row, name in enumerate(right_values(Random(1), FORM_2021))
    }
    last = "applications.carried_out"
    texts |= {f"{last}.other": "2", f"{last}.total": "18"}
    path = tmp_path / "report.pdf"
    style = Style(rulings=Rulings.NONE, align="right")
    draw_report(path, Content(FORM_2021, texts), style)
    pages = pages_of(path)
    cells = report_of(pages).cells
    one = _glyph(pages, cells["applications.carried_out.total"], "1")
    two = _glyph(pages, cells["applications.carried_out.other"], "2")
    moved = one._replace(box=one.box._replace(x0=two.box.x1, x1=two.box.x1 + one.box.width))
    broken = [
        replace(page, glyphs=tuple(moved if g is one else g for g in page.glyphs)) for page in pages
    ]
    assert silent_errors(report_of(pages), report_of(broken), None) == []


def test_a_digit_moved_over_a_ruling_into_a_blank_cell_is_doubted(tmp_path: Path) -> None:
    texts: dict[str, Number | str] = dict.fromkeys(right_values(Random(1), FORM_2021), "")
    texts["proactive.normative.issued"] = "4"
    path = tmp_path / "report.pdf"
    draw_report(path, Content(FORM_2021, texts), Style())
    pages = pages_of(path)
    cell = report_of(pages).cells["proactive.normative.issued"]
    assert cell.source is not None
    digit = _glyph(pages, cell, "4")
    # Its middle comes to lie above the ruling, its foot stays below.
    by = digit.box.centre_y - cell.source.box.top + 1
    box = digit.box._replace(top=digit.box.top - by, bottom=digit.box.bottom - by)
    moved = digit._replace(box=box, baseline=digit.baseline - by)
    broken = [
        replace(page, glyphs=tuple(moved if g is digit else g for g in page.glyphs))
        for page in pages
    ]
    report = report_of(broken)
    assert report.cells["proactive.regulation.issued"].text == "4"
    assert silent_errors(report_of(pages), report, None) == []


def _glyph(pages: Sequence[Page], cell: Cell, char: str) -> Glyph:
    assert cell.source is not None
    box = cell.source.box
    (found,) = [
        glyph
        for glyph in pages[cell.source.page - 1].glyphs
        if glyph.char == char and box.contains(glyph.box.centre_x, glyph.box.centre_y)
    ]
    return found
