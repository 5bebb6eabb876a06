"""What the program says it is made of."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pypdfium2.version
import pytest
from PySide6.QtCore import qVersion

from desktop import __version__, versions
from desktop.cli.main import run_command
from desktop.resources import resource


def test_names_what_runs() -> None:
    found = versions.versions()
    assert found.program == __version__
    assert found.qt == qVersion()
    assert found.pdfium == pypdfium2.version.PDFIUM_INFO.tag
    assert found.python == sys.version.split()[0]
    assert re.fullmatch(r"[0-9a-f]{12}\+?|不明", found.commit)


def test_the_rule_set_changes_with_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "rules"
    shutil.copytree(resource("rules"), copy)
    monkeypatch.setattr(versions, "resource", lambda *_parts: copy)
    before = versions.rule_set_version()
    assert before == versions.rule_set_version()
    file = next(copy.glob("*.toml"))
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert versions.rule_set_version() == before
    file.write_text(file.read_text("utf-8") + "# one word more\n", "utf-8")
    assert versions.rule_set_version() != before


def test_an_executable_knows_its_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / versions.BUILD_FILE).write_text('{"commit": "abc", "qt": "1", "pdfium": "2"}')
    monkeypatch.setattr(versions, "ROOT", tmp_path)
    found = versions.versions()
    assert (found.commit, found.qt, found.pdfium) == ("abc", "1", "2")
    assert set(json.loads(versions.build_record())) == {"commit", "qt", "pdfium"}


def test_without_git_or_build_the_commit_is_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "ROOT", tmp_path / "resources")
    assert versions.versions().commit == "不明"


def test_the_console_prints_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["--version"]) == 0
    assert capsys.readouterr().out.splitlines() == list(versions.versions().lines())
