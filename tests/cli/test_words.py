"""The window's start asks whether the words name a command, and loads nothing for it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli.command_names import COMMANDS, is_command
from desktop.cli.main import run_command
from desktop.resources import resource

ROOT = Path(__file__).resolve().parents[2]


def test_files_are_no_commands() -> None:
    assert not is_command([])
    assert not is_command(["report.pdf", "folder/other"])
    assert all(is_command([name]) for name in (*COMMANDS, "--help", "--version", "--register"))


@pytest.mark.parametrize("words", [["chekc", "a.pdf"], ["--colour"], ["a.pdf", "-x"], ["帮助"]])
def test_what_is_mistyped_ends_with_a_sentence(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert is_command(words)
    assert run_command(words) == 64
    assert "命令行有误" in capsys.readouterr().err


def test_a_folder_without_a_dot_is_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert is_command(["reports"])
    (tmp_path / "reports").mkdir()
    assert not is_command(["reports"])
    assert not is_command(["gone.pdf", r"C:\gone\report"])


def test_asking_loads_no_command() -> None:
    code = "import sys, desktop.cli.command_names; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )
    loaded = set(done.stdout.split())
    assert "desktop.cli.command_names" in loaded
    assert loaded & {"argparse", "pebble", "asyncio", "pypdfium2", "desktop.cli.main"} == set()


def test_output_that_nobody_reads_any_more_is_no_error() -> None:
    sample = resource("sample", "sample-2024.pdf")
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", "check", *[sample] * 3],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check"], "缺少 文件或文件夹"),
        (["export", "a.pdf"], "缺少 --to"),
        (["rules", "--colour"], "不认识 --colour"),
        (["check", "--rules"], "--rules 后面缺少内容"),
        (["--version=1"], "--version 后面不带内容"),
        (["check", "--format", "xml", "a.pdf"], "--format 不能是 'xml'，可以是"),
        (["check", "--workers", "0", "a.pdf"], "--workers 应为正整数，不能是 0"),
        (["check", "--workers", "80", "a.pdf"], "--workers 最多为 64，不能是 80"),
        (["check", ""], "文件或文件夹 不能为空"),
        (["check", "--output", "", "a.pdf"], "--output 不能为空"),
        (["export", "--to", "a.csv", "b.pdf", ""], "文件或文件夹 不能为空"),
        (["check", "--memory", "1_000", "a.pdf"], "--memory 应为正整数，不能是 1_000"),
        (["check", "--timeout", "nan", "a.pdf"], "--timeout 应为大于 0 的秒数，不能是 nan"),
        (["check", "--timeout", "一", "a.pdf"], "--timeout 应为大于 0 的秒数，不能是 一"),
    ],
)
def test_what_is_wrong_with_the_words_is_told_in_chinese(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(words) == 64
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


def test_each_command_says_what_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        assert run_command([name, "--no-such-option"]) == 64
        assert "命令行有误" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["check", "-h"], ["export", "--help"]])
def test_help_is_in_chinese(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run_command(words)
    assert left.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith("用法：gouji")
    assert not {"usage", "options", "arguments", "show this"} & set(re.findall(r"[a-z ]+", told))
    assert re.search(r"--help +显示这段说明", told)
