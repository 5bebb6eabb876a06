"""What lies in the folders of earlier versions is moved or found, and nothing of it is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.files.folders import (
    cache_folder,
    data_folder,
    earlier_data_folder,
    journal_folder,
    runtime_folder,
    settings_folder,
)
from desktop.files.locks import is_held, lock
from desktop.files.moves import journal_folders, move_earlier_data, move_files, path_of_today

linux = pytest.mark.skipif(sys.platform == "win32", reason="the folders are the same there")


def fill(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def files_in(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


FILES = {"journal/1.journal": "one", "journal/2.journal": "two", "sample/a.pdf": "pdf"}


@linux
def test_each_folder_is_where_the_system_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "missing"))
    assert settings_folder() == tmp_path / "CONFIG" / "gouji"
    assert data_folder() == tmp_path / "DATA" / "gouji"
    assert journal_folder() == tmp_path / "DATA" / "gouji" / "journal"
    assert cache_folder() == runtime_folder() == tmp_path / "CACHE" / "gouji"
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert runtime_folder() == tmp_path / "gouji"
    for kind in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.delenv(f"XDG_{kind}_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert settings_folder() == tmp_path / ".config" / "gouji"
    assert data_folder() == tmp_path / ".local" / "share" / "gouji"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "win32", reason="Windows's folders")
def test_on_windows_settings_roam_and_data_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert settings_folder() == tmp_path / "Roaming" / "Gouji" / "Gouji"
    assert data_folder() == tmp_path / "Local" / "Gouji" / "Gouji" == earlier_data_folder()
    assert list(journal_folders()) == [journal_folder()]


@linux
def test_earlier_data_are_moved_once() -> None:
    fill(earlier_data_folder(), FILES)
    move_earlier_data()
    assert files_in(data_folder()) == FILES
    assert not earlier_data_folder().parent.exists()
    noted = earlier_data_folder() / "sample"
    assert path_of_today(noted / "a.pdf") == data_folder() / "sample" / "a.pdf"
    assert path_of_today(noted / "b.pdf") == noted / "b.pdf"
    assert list(journal_folders()) == [journal_folder()]
    move_earlier_data()
    assert files_in(data_folder()) == FILES


@linux
def test_a_move_that_breaks_off_loses_nothing_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    fill(earlier_data_folder(), FILES)
    rename = Path.rename

    def breaking(path: Path, target: Path) -> Path:
        if path.name == "2.journal":
            raise KeyboardInterrupt
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", breaking)
        with pytest.raises(KeyboardInterrupt):
            move_earlier_data()
    assert {**files_in(earlier_data_folder()), **files_in(data_folder())} == FILES
    found = {path.name for folder in journal_folders() for path in folder.iterdir()}
    assert found == {"1.journal", "2.journal"}
    move_earlier_data()
    assert files_in(data_folder()) == FILES


@linux
def test_what_cannot_be_moved_stays_and_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    fill(earlier_data_folder(), FILES)

    def full(_path: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    move_earlier_data()
    assert files_in(earlier_data_folder()) == FILES
    assert list(journal_folders()) == [journal_folder(), earlier_data_folder() / "journal"]


def test_no_file_takes_the_place_of_another(tmp_path: Path) -> None:
    old = fill(tmp_path / "old", {"same": "1", "other": "2", "new": "3"})
    new = fill(tmp_path / "new", {"same": "1", "other": "!"})
    move_files(old, new)
    assert files_in(old) == {"other": "2"}
    assert files_in(new) == {"same": "1", "other": "!", "new": "3"}


def test_a_file_that_a_running_program_writes_stays(tmp_path: Path) -> None:
    old = fill(tmp_path / "old", {"held": "1", "free": "2"})
    with (old / "held").open("r+b") as file:
        lock(file)
        assert is_held(old / "held")
        move_files(old, tmp_path / "new")
        assert files_in(tmp_path / "new") == {"free": "2"}
    move_files(old, tmp_path / "new")
    assert files_in(tmp_path / "new") == {"held": "1", "free": "2"}
    assert not old.exists()
