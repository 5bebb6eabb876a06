"""A second start of the executable hands its files to the window that is open, and ends."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.drawing.make_sample import CONTENT
from tests.drawing.report import draw_report
from tests.package.screen import close_window, virtual_screen, wait_for_window

pytestmark = [
    pytest.mark.package,
    pytest.mark.skipif(sys.platform != "linux", reason="X is how this test looks at windows"),
]


def test_the_first_window_opens_what_the_second_start_names(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    second_report = tmp_path / "second.pdf"
    draw_report(second_report, CONTENT)
    with virtual_screen() as display:
        environment = {**minimal, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        first = subprocess.Popen(
            [str(executable)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            wait_for_window(display, "勾稽", first, seconds=30)
            time.sleep(0.5)
            second = subprocess.run(
                [executable, second_report],
                env=environment,
                capture_output=True,
                check=False,
                text=True,
                timeout=30,
            )
            assert (second.returncode, second.stderr) == (0, "")
            window = wait_for_window(display, "云山市林业局 2024 — 勾稽", first, seconds=30)
            close_window(display, window)
            _, complaints = first.communicate(timeout=20)
        finally:
            first.kill()
    assert (first.returncode, complaints) == (0, "")
