"""The executable does on a bare system what the source does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

import pytest

from tests.package.screen import open_and_close
from tests.running import ROOT, run

pytestmark = pytest.mark.package

SAMPLE = Path("resources", "sample", "sample-2024.pdf")


def record(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """What `check --format json` printed, but for the time it took."""
    assert done.stderr == ""
    said: dict[str, Any] = json.loads(done.stdout)
    del said["seconds"]
    return said


def test_checks_the_sample_as_the_source_does(executable: Path, minimal: dict[str, str]) -> None:
    words: list[str | Path] = ["check", "--format", "json", SAMPLE]
    source = run([sys.executable, "-m", "desktop", *words])
    packaged = run([executable, *words], minimal)
    assert packaged.returncode == source.returncode == 1
    assert record(packaged) == record(source)


def test_reads_several_files_in_worker_processes(
    executable: Path, minimal: dict[str, str], tmp_path: Path
) -> None:
    for name in ("one", "two", "three"):
        shutil.copy(ROOT / SAMPLE, tmp_path / f"{name}.pdf")
    (tmp_path / "zero.pdf").write_bytes(b"no PDF")
    done = run([executable, "check", "--format", "jsonl", "--workers", "2", tmp_path], minimal)
    states = [json.loads(line)["status"] for line in done.stdout.splitlines()]
    assert states == ["read", "read", "read", "unreadable"]
    assert (done.returncode, done.stderr) == (2, "")


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_exports(executable: Path, minimal: dict[str, str], tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"report.{ending}"
    done = run([executable, "export", "--to", path, SAMPLE], minimal)
    assert (done.returncode, done.stderr) == (0, "")
    assert is_zipfile(path) == (ending == "xlsx")
    assert path.stat().st_size > 5000


@pytest.mark.skipif(sys.platform != "linux", reason="X is how this test looks at the window")
def test_opens_its_window_and_closes_it(executable: Path, minimal: dict[str, str]) -> None:
    assert open_and_close([executable, SAMPLE], ROOT, minimal) == (0, "")
