"""Packed libraries are unpacked once, whole or not at all, and made whole where they are not."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop.files.folders import cache_folder
from desktop.files.packed_libraries import MARK, packed_libraries
from tests.files.packed_programs import CONTENT, Running, beside, is_whole, program, ready


def test_nothing_is_packed_in_the_source_and_the_folder_variant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert packed_libraries() is None
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/gouji/_internal", raising=False)
    assert packed_libraries() is None


@pytest.mark.usefixtures("own")
def test_the_second_use_finds_what_the_first_unpacked() -> None:
    folder = ready()
    assert folder == cache_folder() / "libraries" / "1a"
    assert is_whole(folder)
    os.utime(folder / "numbers_of/core.py", (1, 1))
    assert ready() == folder
    assert (folder / "numbers_of/core.py").stat().st_mtime == 1
    assert beside(folder) == set()


@pytest.mark.usefixtures("own")
def test_what_is_damaged_or_missing_is_unpacked_anew() -> None:
    folder = ready()
    large = folder / "numbers_of.libs/large.so"
    for damage in (
        large.unlink,
        lambda: large.write_bytes(b""),
        lambda: large.write_bytes(bytes(len(CONTENT["numbers_of.libs/large.so"]))),
        lambda: shutil.rmtree(folder / "numbers_of"),
        lambda: (folder / MARK).unlink(),
    ):
        damage()
        assert ready() == folder
        assert is_whole(folder)
        assert {path.name for path in folder.iterdir()} == {MARK, "numbers_of", "numbers_of.libs"}


def test_programs_that_start_at_once_use_one_folder(own: Path) -> None:
    running = [Running(own, Path(sys.executable)) for _ in range(4)]
    for one in running:
        one.use()
    (folder,) = {one.folder() for one in running}
    assert is_whole(folder)
    assert beside(folder) == set()
    for one in running:
        one.end()


@pytest.mark.usefixtures("own")
def test_who_is_slower_takes_what_the_quicker_made(monkeypatch: pytest.MonkeyPatch) -> None:
    original = ZipFile.extractall

    def slow(archive: ZipFile, path: Path) -> None:
        original(archive, path)
        if path.suffix == ".part":
            shutil.copytree(path, path.parent / "1a")
            os.utime(path.parent / "1a/numbers_of/core.py", (1, 1))

    monkeypatch.setattr(ZipFile, "extractall", slow)
    folder = ready()
    assert (folder / "numbers_of/core.py").stat().st_mtime == 1
    assert beside(folder) == set()


@pytest.mark.usefixtures("own")
def test_a_folder_that_cannot_be_renamed_is_filled_in_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(path: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "looked into", str(path), None, str(target))

    monkeypatch.setattr(Path, "rename", refuse)
    folder = ready()
    assert is_whole(folder)
    assert beside(folder) == set()


def test_folders_of_other_versions_go_unless_they_are_used(own: Path, tmp_path: Path) -> None:
    old = Running(own, program(tmp_path / "old", "0f"))
    old.use()
    used = old.folder()
    folder = ready()
    assert beside(folder) == {"0f"}
    assert is_whole(used)
    old.end()
    assert ready() == folder
    assert beside(folder) == set()


@pytest.mark.usefixtures("own")
def test_what_a_killed_run_left_unfinished_goes_when_it_is_old() -> None:
    place = cache_folder() / "libraries"
    for name, age in (("1a.x.part", 3600), ("1a.y.part", 10)):
        (place / name / "numbers_of").mkdir(parents=True)
        os.utime(place / name, (time.time() - age,) * 2)
    assert beside(ready()) == {"1a.y.part"}
