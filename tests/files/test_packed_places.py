"""Where packed libraries are unpacked to if the cache cannot serve, and what is said then."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from desktop.errors import LibraryError
from desktop.files.folders import cache_folder
from desktop.files.packed_libraries import packed_libraries, unpacked_folder
from tests.files.packed_programs import is_whole, ready


def full(_archive: ZipFile, path: Path) -> None:
    (path / "half").write_bytes(b"half")
    raise OSError(errno.ENOSPC, "No space left on device")


def test_where_the_cache_is_full_the_folder_of_the_run_serves(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = ZipFile.extractall

    def cache_is_full(archive: ZipFile, path: Path) -> None:
        (original if path.is_relative_to(own) else full)(archive, path)

    monkeypatch.setattr(ZipFile, "extractall", cache_is_full)
    folder = ready()
    assert folder == own / "libraries" / "1a"
    assert is_whole(folder)
    assert list((cache_folder() / "libraries").iterdir()) == []


def test_where_nothing_serves_one_sentence_says_so_and_nothing_is_left(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ZipFile, "extractall", full)
    with pytest.raises(LibraryError) as raised:
        ready()
    assert "80 MB" in raised.value.message
    assert str(cache_folder()) in raised.value.message
    assert raised.value.detail.count("No space left") == 2
    assert list((cache_folder() / "libraries").iterdir()) == []
    assert list((own / "libraries").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="mounts")
def test_where_the_cache_forbids_programs_the_folder_of_the_run_serves(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flags = {cache_folder() / "libraries": os.ST_NOEXEC}
    monkeypatch.setattr(
        "desktop.files.packed_libraries.os.statvfs",
        lambda path: SimpleNamespace(f_flag=flags.get(path, 0)),
    )
    assert ready() == own / "libraries" / "1a"


@pytest.mark.usefixtures("own")
def test_where_the_cache_is_no_folder_the_folder_of_the_run_serves() -> None:
    cache_folder().parent.mkdir(parents=True, exist_ok=True)
    cache_folder().write_bytes(b"a file")
    assert is_whole(ready())


def test_an_executable_that_is_gone_or_another(own: Path, tmp_path: Path) -> None:
    packed = packed_libraries()
    assert packed is not None
    path = Path(sys.executable)
    path.write_bytes(path.read_bytes().replace(b"PK\x05\x06", b"PK\x00\x00"))
    with pytest.raises(LibraryError, match="已损坏或已被更新"):
        unpacked_folder(packed)
    path.write_bytes(b"\x7fELF")
    with pytest.raises(LibraryError, match="请重新启动本程序"):
        packed_libraries()
    path.unlink()
    with pytest.raises(LibraryError, match="找不到本程序的文件 gouji"):
        packed_libraries()
