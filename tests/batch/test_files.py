"""Which files a person means: each once, however it is named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.batch.files import named_files, other_documents


def link(path: Path, target: Path, *, is_folder: bool = False) -> None:
    try:
        path.symlink_to(target, target_is_directory=is_folder)
    except OSError:
        pytest.skip("links need a right of their own here")


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
    file_link, folder_link = Path("link.pdf"), Path("link")
    link(file_link, folder / "b.pdf")
    link(folder_link, folder, is_folder=True)
    assert named_files([folder, file_link, folder_link]) == named_files([folder])
    assert named_files([file_link, folder]) == [file_link, folder / "sub" / "a.PDF"]


def test_what_is_not_there_is_kept_for_its_complaint(folder: Path) -> None:
    assert named_files([Path("none.pdf"), Path("x/../none.pdf")]) == [Path("none.pdf")]
    looped = Path("loop.pdf")
    link(looped, looped)
    assert named_files([looped]) == [looped]


def test_a_link_that_leads_nowhere_is_kept_for_its_complaint(folder: Path) -> None:
    link(folder / "a.pdf", Path("gone.pdf"))
    link(folder / "c.pdf", Path("c.pdf"))
    (folder / "d.pdf").mkdir()
    names = [path.name for path in named_files([folder])]
    assert names == ["a.pdf", "b.pdf", "c.pdf", "a.PDF"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "a.pdf")
    assert named_files([folder]) == [folder / "b.pdf", folder / "sub" / "a.PDF"]


def test_a_linked_folder_is_searched(folder: Path) -> None:
    other = Path("other")
    (other / "deep").mkdir(parents=True)
    (other / "deep" / "o.pdf").write_bytes(b"%PDF")
    link(folder / "aa", Path("..") / "other", is_folder=True)
    found = [folder / "aa" / "deep" / "o.pdf", folder / "b.pdf", folder / "sub" / "a.PDF"]
    assert named_files([folder]) == found
    assert named_files([folder, other]) == found


def test_linked_folders_in_a_circle_are_searched_once(folder: Path) -> None:
    Path("beside.pdf").write_bytes(b"%PDF")
    link(folder / "aa", Path("sub"), is_folder=True)
    link(folder / "sub" / "back", Path(".."), is_folder=True)
    link(folder / "up", Path(".."), is_folder=True)
    # By the path without a link, and nothing of the folder that the first one is in.
    assert named_files([folder]) == [folder / "b.pdf", folder / "sub" / "a.PDF"]


def test_other_documents_are_those_that_are_in_no_pdf(folder: Path) -> None:
    kept = ("c.docx", "d年报.HTML", "e2024.jpeg", "sub/b.doc", "sub/f报告.zip")
    left_out = (
        "b.docx",
        "sub/a.png",
        "logo.png",
        "index.html",
        "~$c.docx",
        ".c.docx",
        "roster.xlsx",
        "set.gouji-set",
    )
    for name in (*kept, *left_out):
        (folder / name).write_bytes(b"x")
    (folder / "g.doc").mkdir()
    documents = [folder / name for name in kept]
    assert other_documents([folder, folder / "sub", folder / "b.pdf"]) == documents
    assert other_documents([folder, folder / "c.docx"]) == documents[1:]
    assert named_files([folder]) == [folder / "b.pdf", folder / "sub" / "a.PDF"]
