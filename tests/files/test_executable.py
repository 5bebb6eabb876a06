"""What the start of the single-file executable passes over is found in it, and read there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PyInstaller.archive.writers import CArchiveWriter

from desktop.files.executable import EmbeddedFile, find_embedded


def executable(path: Path, parts: dict[str, bytes], behind: bytes = b"") -> Path:
    """A file with PyInstaller's archive in it, and something before and behind the archive."""
    entries = [("resources/open.json", str(Path(__file__)), True, "x")]
    for name, content in parts.items():
        source = path.with_name(f"{name}.source")
        source.write_bytes(content)
        entries.append((name, str(source), False, "a"))
    archive = path.with_suffix(".pkg")
    CArchiveWriter(str(archive), entries, "libpython3.so")
    path.write_bytes(b"\x7fELF" + bytes(5000) + archive.read_bytes() + behind)
    return path


@pytest.mark.parametrize("behind", [0, 40, (1 << 16) - 4, 1 << 18])
def test_an_embedded_file_is_found_by_how_its_name_begins(tmp_path: Path, behind: int) -> None:
    content = os.urandom(3000)
    path = executable(
        tmp_path / "program", {"other-1": b"no", "libraries-1": content}, bytes(behind)
    )
    found = find_embedded(path, "libraries-")
    assert found is not None
    name, start, length = found
    assert name == "libraries-1"
    assert path.read_bytes()[start : start + length] == content


def test_what_the_start_unpacks_is_not_found(tmp_path: Path) -> None:
    path = executable(tmp_path / "program", {"other-1": b"no"})
    assert find_embedded(path, "libraries-") is None
    assert find_embedded(path, "resources/") is None


def test_a_file_without_an_archive(tmp_path: Path) -> None:
    (tmp_path / "program").write_bytes(bytes(200_000))
    with pytest.raises(ValueError, match="no archive"):
        find_embedded(tmp_path / "program", "libraries-")


def test_an_embedded_file_is_read_as_if_it_lay_by_itself(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"before-0123456789-behind")
    with EmbeddedFile(tmp_path / "file", 7, 10) as file:
        assert file.read(4) == b"0123"
        assert file.read() == b"456789"
        assert file.read(1) == b""
        assert file.seek(-3, os.SEEK_END) == 7
        assert file.read(100) == b"789"
        file.seek(2)
        file.seek(1, os.SEEK_CUR)
        assert (file.tell(), file.read(1)) == (3, b"3")
        file.seek(99)
        assert file.read(1) == b""
