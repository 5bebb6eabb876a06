"""Files whose names are not UTF-8, as a zip from Windows leaves them, and named in two ways."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.resources import resource
from tests.running import run_desktop

SAMPLE = resource("sample", "sample-2024.pdf")
NAME = "报告.pdf".encode("gb18030")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one report, under a name in GB 18030."""
    (tmp_path / "reports").mkdir()
    try:
        Path(os.fsdecode(os.fsencode(tmp_path / "reports") + b"/" + NAME)).write_bytes(
            SAMPLE.read_bytes()
        )
    except (OSError, UnicodeError):
        pytest.skip("this system's file names are Unicode")
    return tmp_path / "reports"


def done(*words: str | Path) -> str:
    """What a command prints, which must have done all it should."""
    run = run_desktop(*words)
    assert "Traceback" not in run.stderr
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


def files(record: Any) -> Sequence[bytes]:
    """The names of the files that an object tells, as the system has them."""
    reports = record["units"][0]["reports"] if "units" in record else [record]
    return [os.fsencode(Path(report["file"]).name) for report in reports]


@pytest.mark.parametrize("words", [("check", "--format", "json"), ("overview", "--format", "json")])
def test_json_has_the_name_whole(folder: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / "o.json"
    printed = done(*words, folder)
    done(*words, "--output", path, folder)
    for text in (printed, path.read_text("utf-8")):
        assert files(json.loads(text)) == [NAME]


def test_lines_have_the_name_too(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "o.txt"
    assert files(json.loads(done("check", "--format", "jsonl", folder))) == [NAME]
    done("check", "--output", path, folder)
    for text in (done("check", folder), path.read_text("utf-8")):
        assert r"\udcb1\udca8\udcb8\udce6.pdf：云山市林业局" in text


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    (report,) = folder.iterdir()
    report.write_bytes(b"none")
    for command in (("check",), ("overview",), ("export", "--to", folder / "o.csv")):
        run = run_desktop(*command, folder)
        assert run.returncode == 2
        assert r"\udcb1\udca8" in run.stdout + run.stderr
        assert "Traceback" not in run.stderr


def test_workbook_and_table_of_a_set_are_written(folder: Path, tmp_path: Path) -> None:
    book, table = tmp_path / "o.xlsx", tmp_path / "o.csv"
    done("overview", "--output", book, folder)
    assert load_workbook(book)["总览"]["K2"].value == "����.pdf"
    done("overview", "--output", table, folder)
    assert "云山市林业局" in table.read_text("utf-8-sig")


@pytest.mark.parametrize("form", ["check", "overview", "export"])
def test_a_file_named_in_two_ways_is_read_once(tmp_path: Path, form: str) -> None:
    folder = tmp_path / "d" / "r"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(SAMPLE.read_bytes())
    ways = (folder, folder.parent / ".." / "d" / "r", folder / "a.pdf")
    if form == "export":
        assert "已导出 1 份" in done("export", "--to", tmp_path / "o.csv", *ways)
        return
    record = json.loads(done(form, "--format", "json", *ways))
    found = record if form == "check" else record["units"][0]["reports"][0]
    assert found["file"] == str(folder / "a.pdf")
    assert not record.get("duplicates")


def test_an_overview_names_what_is_no_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(SAMPLE.read_bytes())
    for name in ("a.docx", "云山市教育局2024年报告.docx", "b年报.zip"):
        (tmp_path / name).write_bytes(b"x")
    run = run_desktop("overview", "--format", "json", tmp_path)
    assert run.returncode == 2
    unread = {Path(one["file"]).name: one["reason"] for one in json.loads(run.stdout)["unreadable"]}
    reason = "不是 PDF，这一版还不能读取"
    assert unread == {"云山市教育局2024年报告.docx": reason, "b年报.zip": reason}
    assert json.loads(done("check", "--format", "json", tmp_path))["file"].endswith("a.pdf")


def test_a_link_that_leads_nowhere_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(SAMPLE.read_bytes())
    try:
        (tmp_path / "b.pdf").symlink_to("gone.pdf")
    except OSError:
        pytest.skip("links need a right of their own here")
    for command in ("check", "overview"):
        run = run_desktop(command, tmp_path)
        assert run.returncode == 2
        assert "b.pdf" in run.stdout + run.stderr
        assert "Traceback" not in run.stderr
