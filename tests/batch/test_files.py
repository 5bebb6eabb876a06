"""Which files a person means: each once, however it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.batch.files import named_files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `r` of two reports, in the folder that one is in."""
    monkeypatch.chdir(tmp_path)
    folder = Path("r")
    (folder / "sub").mkdir(parents=True)
    for name in ("b.pdf", "sub/a.PDF"):
        (folder / name).write_bytes(b"%PDF")
    return folder


def test_a_folder_is_its_reports_in_order(folder: Path) -> None:
    for name in ("~$b.pdf", ".c.pdf", "d.txt"):
        (folder / name).write_bytes(b"")
    assert named_files([folder]) == [folder / "b.pdf", folder / "sub" / "a.PDF"]


def test_what_is_named_again_is_there_once_as_named_first(folder: Path) -> None:
    again = (Path("r/../r"), folder.absolute(), folder / "sub", folder / "sub" / ".." / "b.pdf")
    assert named_files([folder, *again]) == [folder / "b.pdf", folder / "sub" / "a.PDF"]
    file = folder.absolute() / "b.pdf"
    assert named_files([file, folder]) == [file, folder / "sub" / "a.PDF"]


def test_a_link_is_the_file_that_it_leads_to(folder: Path) -> None:
    link, folder_link = Path("link.pdf"), Path("link")
    try:
        link.symlink_to(folder / "b.pdf")
        folder_link.symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("links need a right of their own here")
    assert named_files([folder, link, folder_link]) == named_files([folder])
    assert named_files([link, folder]) == [link, folder / "sub" / "a.PDF"]


def test_what_is_not_there_is_kept_for_its_complaint(folder: Path) -> None:
    assert named_files([Path("none.pdf"), Path("x/../none.pdf")]) == [Path("none.pdf")]
    looped = Path("loop.pdf")
    try:
        looped.symlink_to(looped)
    except OSError:
        pytest.skip("links need a right of their own here")
    assert named_files([looped]) == [looped]
