"""The program started from its source, as `make run` does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop.resources import resource
from tests.package.screen import open_and_close


@pytest.mark.screen
@pytest.mark.skipif(sys.platform != "linux", reason="X is how this test looks at the window")
def test_opens_its_window_and_closes_it(tmp_path: Path) -> None:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "desktop",
        resource("sample", "sample-2024.pdf"),
    ]
    root = Path(__file__).resolve().parents[2]
    # A home of its own, so that no remembered state plays a part.
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    assert open_and_close(command, root, environment) == (0, "")
