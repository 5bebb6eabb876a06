"""What is remembered of files that no review can hold."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from desktop.batch.outcome import Outcome
from desktop.workspace.journal_recorder import JournalRecorder
from desktop.workspace.open_report import OpenReport
from desktop.workspace.work_states import FileState, WorkStates
from desktop.workspace.workspace import Workspace
from tests.builders import report_of, right_values
from tests.packaged import RULES, check

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


def in_the_next_run(folder: Path) -> Workspace:
    recorder = JournalRecorder(folder / "journals")
    states = WorkStates(folder / "states.json")
    return Workspace(RULES, lambda _paths, _rules: None, recorder, states=states)


def taken(workspace: Workspace, *outcomes: Outcome) -> list[OpenReport]:
    workspace.add_files([outcome.path for outcome in outcomes])
    for outcome in outcomes:
        workspace.take(outcome, None, RULES)
    workspace.recorder.close(keep=False)
    return list(workspace.reports)


def test_a_file_is_known_by_its_content_or_else_by_its_place(tmp_path: Path) -> None:
    report = report_of(right_values(Random(1)))
    read = [Outcome(tmp_path / f"{n}.pdf", n * 64, report, check(report)) for n in "ab"]
    locked = [Outcome(tmp_path / f"{n}.pdf", None, reason="文件有密码。") for n in "cd"]
    first = in_the_next_run(tmp_path)
    reports = taken(first, *read, *locked)
    first.show(reports[1])
    first.set_unread_aside(reports[2], "等待密码")
    # Another place, the same content; the same place, where nothing was read.
    moved = [replace(outcome, path=tmp_path / f"new-{outcome.path.name}") for outcome in read]
    again = taken(in_the_next_run(tmp_path), *moved, *locked)
    assert [report.seen for report in again[1:2]] == [True]
    assert [report.unread_set_aside for report in again] == ["", "", "等待密码", ""]


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


def test_what_was_seen_in_earlier_runs_stays_seen_while_others_are_read(tmp_path: Path) -> None:
    right, wrong = report_of(right_values(Random(1))), report_of({"disputes.review.total": 9})
    read = [
        Outcome(tmp_path / f"{name}.pdf", name * 64, report, check(report))
        for name, report in (("a", right), ("b", right), ("c", wrong))
    ]
    first = in_the_next_run(tmp_path)
    for report in taken(first, *read):
        first.show(report)
    # The last is shown in the end; those shown meanwhile were seen before.
    again = taken(in_the_next_run(tmp_path), *read)
    assert [report.seen for report in again] == [True, True, True]
    once_more = taken(in_the_next_run(tmp_path), *read)
    assert [report.seen for report in once_more] == [True, True, True]
