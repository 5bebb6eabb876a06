"""The console commands, run as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.resources import resource
from tests.running import run_desktop

SAMPLE = resource("sample", "sample-2024.pdf")


def not_a_report(folder: Path) -> Path:
    path = folder / "letter.pdf"
    path.write_bytes(b"no pdf at all")
    return path


def test_one_file_is_one_object() -> None:
    done = run_desktop("check", "--format", "json", SAMPLE)
    record = json.loads(done.stdout)
    assert done.returncode == 1
    assert record["file"] == str(SAMPLE)
    assert (record["status"], record["form"], record["year"]) == ("read", "2021", 2024)
    assert record["agency"] == "云山市林业局"
    assert len(record["cells"]) == 200
    assert set(record["cells"]["applications.new.natural"]) == {
        "text", "value", "page", "box", "source", "doubt",
    }  # fmt: skip
    assert {"rule", "kind", "severity", "cells", "message", "left", "right", "where"} <= set(
        record["findings"][0]
    )
    assert record["seconds"]["read"] > 0


def test_lines_come_in_the_order_given_and_a_bad_file_ends_nothing(tmp_path: Path) -> None:
    bad = not_a_report(tmp_path)
    done = run_desktop("check", "--format", "jsonl", bad, SAMPLE, tmp_path / "none.pdf")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [record["file"] for record in records] == [
        str(bad), str(SAMPLE), str(tmp_path / "none.pdf"),
    ]  # fmt: skip
    assert [record["status"] for record in records] == ["unreadable", "read", "unreadable"]
    assert "PDF" in records[0]["reason"]
    assert "找不到" in records[2]["reason"]


def test_a_folder_means_its_pdfs(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.PDF", "sub/a.pdf"):
        (tmp_path / name).write_bytes(SAMPLE.read_bytes())
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "~$b.pdf").write_bytes(b"lock")
    done = run_desktop("check", "--format", "jsonl", tmp_path)
    files = [json.loads(line)["file"] for line in done.stdout.splitlines()]
    assert files == [str(tmp_path / "b.PDF"), str(tmp_path / "sub/a.pdf")]


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    done = run_desktop("check", "--format", "json", "--output", path, SAMPLE)
    assert done.stdout == ""
    assert json.loads(path.read_text("utf-8"))["status"] == "read"


def test_the_text_says_each_finding_in_a_line() -> None:
    done = run_desktop("check", SAMPLE)
    assert "云山市林业局 2024年" in done.stdout
    assert "✖ B02" in done.stdout


def test_a_rule_file_of_the_user(tmp_path: Path) -> None:
    rules = tmp_path / "local.toml"
    rules.write_text('[[rule]]\nid = "B02"\nseverity = "hint"\n', "utf-8")
    done = run_desktop("check", "--format", "json", "--rules", rules, SAMPLE)
    severities = {f["severity"] for f in json.loads(done.stdout)["findings"] if f["rule"] == "B02"}
    assert severities == {"hint"}


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--format", "xml", SAMPLE),
        ("check", "--workers", "0", SAMPLE),
        ("check", "--rules", "none.toml", SAMPLE),
        ("export", SAMPLE),
        ("export", "--to", "out.pdf", SAMPLE),
    ],
)
def test_wrong_usage_is_64_and_one_line(words: tuple[str | Path, ...]) -> None:
    done = run_desktop(*words)
    assert done.returncode == 64
    assert done.stderr.startswith("勾稽：")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_export_writes_the_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    done = run_desktop("export", "--to", path, SAMPLE)
    assert done.returncode == 0
    assert path.stat().st_size > 1000


def test_export_of_nothing_readable_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    done = run_desktop("export", "--to", path, not_a_report(tmp_path))
    assert done.returncode == 2
    assert not path.exists()


def test_neither_qt_nor_the_spreadsheet_libraries_are_imported() -> None:
    code = (
        "import sys; from desktop.__main__ import main; main(['check', sys.argv[1]]);"
        "print([m for m in ('PySide6', 'pandas', 'openpyxl') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SAMPLE)], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
