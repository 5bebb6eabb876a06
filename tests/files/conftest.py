"""A running single-file executable, as far as the folder and the file go."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.files.packed_programs import program


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the running executable unpacked itself to."""
    folder = tmp_path / "_MEIown"
    folder.mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    monkeypatch.setattr(sys, "executable", str(program(tmp_path / "program")))
    return folder
