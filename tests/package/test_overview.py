"""A set in the executable: the overview and its workbook are those of the source."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from tests.builders import FORM_2021
from tests.drawing.report import Content, draw_report
from tests.running import ROOT
from tests.sets.figures import summed, values_of_year

pytestmark = pytest.mark.package

PARENT, UNITS = "清源县人民政府", ("清源县教育局", "清源县水利局", "清源县财政局")


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """Two years of a county; one office is missing this year."""
    folder, rng = tmp_path / "县", Random(7)
    folder.mkdir()
    last = {unit: values_of_year(rng, {}) for unit in UNITS}
    now = {unit: values_of_year(rng, last[unit]) for unit in UNITS}
    for year, values in ((2024, last), (2025, now)):
        above = summed(values_of_year(rng, {}), values)
        for unit, cells in {**values, PARENT: above}.items():
            if (unit, year) != (UNITS[2], 2025):
                draw_report(folder / f"{unit}{year}.pdf", Content(FORM_2021, cells, unit, year))
    names = "\n".join(f"{unit},{PARENT}" for unit in UNITS)
    (folder / "名单.csv").write_text(f"单位,上级单位\n{PARENT},\n{names}\n", "gb18030")
    return folder


def overview(
    program: list[str | Path], county: Path, book: Path, environment: dict[str, str] | None
) -> object:
    words = ("overview", "--format", "json", "--roster", county / "名单.csv", "--output", book)
    done = subprocess.run(
        [*program, *words, county],
        capture_output=True,
        cwd=ROOT,
        env=environment,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    return json.loads(done.stdout)


def test_the_overview_is_that_of_the_source(
    executable: Path, minimal: dict[str, str], county: Path, tmp_path: Path
) -> None:
    frozen, source = tmp_path / "frozen.xlsx", tmp_path / "source.xlsx"
    found = overview([executable], county, frozen, minimal)
    assert found == overview([sys.executable, "-m", "desktop"], county, source, None)
    sheets = [
        [[cell.value for cell in row] for sheet in load_workbook(path) for row in sheet.iter_rows()]
        for path in (frozen, source)
    ]
    assert sheets[0] == sheets[1]
