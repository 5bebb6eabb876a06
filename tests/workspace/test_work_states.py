"""What is remembered of files that no review can hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.workspace.work_states import FileState, WorkStates

HEAD = '{"format": "gouji-work-states", "version": 1, "files": '
ASIDE = FileState(seen=True, set_aside="扫描件")


def test_what_is_kept_is_known_in_the_next_run(tmp_path: Path) -> None:
    file = tmp_path / "data" / "work-states.json"
    states = WorkStates(file)
    assert states.of("a") == FileState()
    states.keep("a", ASIDE)
    assert WorkStates(file).of("a") == ASIDE


def test_what_was_touched_longest_ago_is_forgotten_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.workspace.work_states._MOST", 2)
    states = WorkStates(tmp_path / "states.json")
    for key in ("a", "b"):
        states.keep(key, FileState(seen=True))
    states.keep("a", ASIDE)
    states.keep("c", ASIDE)
    assert [states.of(key).seen for key in ("a", "b", "c")] == [True, False, True]


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"format": "gouji-work-states", "version": 2, "files": {}}',
        '{"format": "other", "version": 1, "files": {}}',
        HEAD + '{"a": 1}}',
        HEAD + '{"a": {"seen": 1}}}',
        HEAD + '{"a": {"seen": 1, "set_aside": 2}}}',
    ],
)
def test_what_is_damaged_or_newer_is_let_be(tmp_path: Path, content: str) -> None:
    file = tmp_path / "states.json"
    file.write_text(content, "utf-8")
    states = WorkStates(file)
    states.keep("a", ASIDE)
    assert states.of("a") == ASIDE
    assert file.read_text("utf-8") == content


def test_the_file_is_as_documented(tmp_path: Path) -> None:
    file = tmp_path / "states.json"
    WorkStates(file).keep("a" * 64, ASIDE)
    assert json.loads(file.read_text("utf-8")) == {
        "format": "gouji-work-states",
        "version": 1,
        "files": {"a" * 64: {"seen": True, "set_aside": "扫描件"}},
    }
