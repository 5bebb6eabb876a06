"""Where nothing can be written, nothing is read either: it is said at once, in one sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.batch import pool
from desktop.cli.main import run_command
from desktop.resources import resource

SAMPLE = resource("sample", "sample-2024.pdf")


class ReadAll(Exception):
    """A report was to be read."""


@pytest.fixture(autouse=True)
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object, **__: object) -> None:
        raise ReadAll

    for name in ("Workers", "WorkerPool", "ReadingPool"):
        monkeypatch.setattr(getattr(pool, name), "__init__", read)


def commands(path: Path) -> list[tuple[str, ...]]:
    """The ways to name a file to be written."""
    return [
        ("check", "--output", str(path)),
        ("check", "--format", "json", "--output", str(path)),
        ("export", "--to", str(path)),
        ("overview", "--output", str(path)),
        ("overview", "--format", "json", "--output", str(path)),
        ("overview", "--write-roster", str(path)),
    ]


def refused(path: Path, capsys: pytest.CaptureFixture[str], word: str) -> None:
    for words in commands(path):
        assert run_command([*words, str(SAMPLE)]) == 2
        out, err = capsys.readouterr()
        (line,) = err.splitlines()
        assert (out, line[:3]) == ("", "勾稽：")
        assert word in line


@pytest.mark.parametrize("name", ["none/o.csv", "file/o.csv", "none/更/o.xlsx"])
def test_a_folder_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "file").write_text("x")
    refused(tmp_path / name, capsys, "请检查它是否存在")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_in_place_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "o.csv").mkdir()
    refused(tmp_path / "o.csv", capsys, "是文件夹")


def test_a_name_longer_than_names_can_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(tmp_path / f"{'长' * 300}.csv", capsys, "无法写入")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="may write everywhere")
def test_a_folder_that_may_not_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.chmod(0o500)
    try:
        refused(tmp_path / "o.csv", capsys, "是否可写")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (("export", "--to", "o.pdf"), "以 .xlsx 或 .csv 结尾"),
        (("overview", "--write-roster", "o.xls"), "只能保存为 .csv 或 .xlsx"),
    ],
)
def test_an_ending_that_nothing_is_written_under(
    words: tuple[str, ...], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command([*words, str(SAMPLE)]) == 64
    (line,) = capsys.readouterr().err.splitlines()
    assert word in line


def test_what_stands_there_stays_until_there_is_something_better(tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("old")
    for words in commands(path):
        with pytest.raises(ReadAll):
            run_command([*words, str(SAMPLE)])
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
