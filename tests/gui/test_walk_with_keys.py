"""Twenty-seven reports with real keys under a window manager, from opening to export, twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from desktop.report.values import Number
from tests.builders import FORM_2021, right_values
from tests.drawing.report import Content, draw_report
from tests.running import ROOT

pytestmark = pytest.mark.screen

REPORTS = 27
WRONG = (
    *("applications.granted.natural", "disputes.review.total", "applications.partial.legal"),
    *("applications.total.natural", "disputes.direct.upheld", "applications.new.total"),
)


@pytest.fixture
def managed_screen() -> Iterator[None]:
    """A window manager on the screen that the tests have."""
    with subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL) as manager:
        yield
        manager.terminate()


def reports(folder: Path) -> None:
    """A third of them right, the others with one or two wrong cells."""
    folder.mkdir()
    for number in range(REPORTS):
        random = Random(number)
        values: dict[str, Number | str] = dict(right_values(random))
        for name in random.sample(WRONG, number % 3):
            values[name] = 700 + number
        agency = f"云山市第{number + 1}局"
        draw_report(folder / f"{number:02}.pdf", Content(FORM_2021, values, agency=agency))


@pytest.mark.usefixtures("managed_screen")
def test_a_set_is_walked_twice_from_opening_to_export(tmp_path: Path) -> None:
    reports(tmp_path / "reports")
    out = tmp_path / "out"
    out.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.walker", tmp_path / "reports", out],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    first, second = json.loads(done.stdout)
    assert first["finished"] == first["exported"] == second["exported"] == REPORTS
    assert first["findings"] > REPORTS
    assert first["adopted"] > REPORTS / 3
    assert len(list(out.glob("*.xlsx"))) == REPORTS
