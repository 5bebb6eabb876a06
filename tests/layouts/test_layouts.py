"""Reports printed by LibreOffice and Chromium in many layouts are read exactly."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.reading.read import read_report
from tests.layouts.make import DOCUMENTS, KEPT, PAGES

NAMES = sorted(path.stem for path in KEPT.glob("*.pdf"))


def test_every_layout_is_kept() -> None:
    made = {f"chromium_{name}" for name in PAGES} | {f"libreoffice_{name}" for name in DOCUMENTS}
    assert set(NAMES) == made
    assert len(NAMES) >= 30
    assert sum(path.stat().st_size for path in KEPT.iterdir()) < 10_000_000


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_read(name: str) -> None:
    content: dict[str, Any] = json.loads((KEPT / f"{name}.json").read_text("utf-8"))
    values = content["values"]
    report = read_report(Path(KEPT / f"{name}.pdf").read_bytes())
    assert report.form.id == content["form"]
    assert {cell: report.value(cell) for cell in values} == values
    assert report.cells.keys() == values.keys()
    assert (report.agency, report.year) == ("云山市交通运输局", 2024)
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
