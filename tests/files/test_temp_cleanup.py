"""What killed runs left is removed; what is in use, young, or not this program's stays."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.files.temp_cleanup import MARK, sweep, unpacked

HOLDING = """
import sys
from pathlib import Path
from desktop.files.temp_cleanup import hold
hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return unpack(tmp_path / "_MEIown")


def unpack(folder: Path, age: float = 3600) -> Path:
    """A folder as a run leaves it, so many seconds old."""
    (folder / MARK).parent.mkdir(parents=True)
    (folder / MARK).write_text("{}")
    (folder / "libpython.so").write_text("code")
    if sys.platform != "win32":
        (folder / "link.so").symlink_to("libpython.so")
    (folder / "PySide6").mkdir()
    (folder / "PySide6" / "QtCore.so").write_text("code")
    os.utime(folder, (time.time() - age,) * 2)
    return folder


def test_a_dead_run_is_swept(own: Path) -> None:
    dead = unpack(own.with_name("_MEIdead"))
    assert sweep(own) == [dead]
    assert not dead.exists()
    assert (own / MARK).exists()


def test_a_running_one_stays_until_it_is_killed(own: Path) -> None:
    other = unpack(own.with_name("_MEIother"))
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, other],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert sweep(own) == []
        process.kill()
    assert sweep(own) == [other]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_young_foreign_and_linked_folders_stay(own: Path, tmp_path: Path) -> None:
    unpack(tmp_path / "_MEIyoung", age=5)
    foreign = tmp_path / "_MEIforeign"
    foreign.mkdir()
    (foreign / "data").write_text("another program's")
    os.utime(foreign, (0, 0))
    elsewhere = unpack(tmp_path / "elsewhere")
    (tmp_path / "_MEIlink").symlink_to(elsewhere)
    assert sweep(own) == []
    assert (elsewhere / MARK).exists()


def test_a_removal_that_broke_off_is_taken_up_again(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = unpack(own.with_name("_MEIdead"))
    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", lambda *_words, **_named: None)
        sweep(own)
    assert (dead / MARK).exists()
    os.utime(dead, (0, 0))
    assert sweep(own) == [dead]
    assert not dead.exists()


def test_only_the_single_file_unpacks_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert unpacked() is None
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/gouji/_internal", raising=False)
    assert unpacked() is None
    monkeypatch.setattr(sys, "_MEIPASS", "/tmp/_MEIx1y2", raising=False)
    assert unpacked() == Path("/tmp/_MEIx1y2")
