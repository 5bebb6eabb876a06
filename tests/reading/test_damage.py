"""A damaged page may lose cells; it never gives a wrong one without a doubt."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from random import Random

import pytest

from desktop.errors import InputFileError
from desktop.pdf.document import open_document
from desktop.pdf.page import Page
from desktop.pdf.pages import read_pages
from desktop.reading.read import report_of
from desktop.report.model import Report
from desktop.resources import resource
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
