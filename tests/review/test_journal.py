"""What a killed program leaves, and that nothing of it is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from desktop.errors import ReviewFileError
from desktop.review.changes import Step
from desktop.review.edit import Edit
from desktop.review.journal import Journal, RecoveredReport, recovered_reports, stale_journals
from tests.builders import report_of, right_values
from tests.packaged import new_review

PDF = Path("/reports/洪泽区.pdf")
NAME = "disputes.review.total"

# Writes one step after another until it is killed; says which ones are written.
WRITER = """
import sys
from pathlib import Path
from desktop.review.changes import Remark, Step
from desktop.review.journal import Journal, RecoveredReport

journal = Journal(Path(sys.argv[1]))
journal.files_added([Path("a.pdf"), Path("b.pdf")])
journal.opened(RecoveredReport(Path("a.pdf"), "0" * 64))
number = 0
while True:
    journal.made(Path("a.pdf"), Step((Remark("", str(number)),)))
    print(number, flush=True)
    number += 1
"""


def steps_of(*texts: str) -> list[Step]:
    review = new_review(PDF, "0" * 64, report_of(right_values(Random(1))))
    return [
        Step((review.edit_to(NAME, text),), "王芳", "2025-01-20T09:30:00+08:00") for text in texts
    ]


def test_every_step_before_a_kill_is_there(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, tmp_path], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        last = -1
        while last < 200:
            last = int(process.stdout.readline())
        assert stale_journals([tmp_path]) == []  # it is still running
        process.kill()
        told = process.stdout.read().split()
    last = int(told[-1]) if told else last
    journals = stale_journals([tmp_path])
    assert len(journals) == 1
    left = {item.path.name: item for item in recovered_reports(journals)}
    assert left.keys() == {"a.pdf", "b.pdf"}
    remarks = [change.after for step in left["a.pdf"].steps for change in step.changes]
    # The one being written when the signal came may be there or not.
    assert len(remarks) in (last + 1, last + 2)
    assert remarks[: last + 1] == [str(number) for number in range(last + 1)]
    assert left["a.pdf"].is_unsaved
    assert not left["b.pdf"].is_unsaved


def test_undone_steps_are_not_taken_up_again(tmp_path: Path) -> None:
    one, two, three = steps_of("1", "2", "3")
    journal = Journal(tmp_path)
    journal.opened(RecoveredReport(PDF, "0" * 64, [one], 1))
    journal.made(PDF, two)
    journal.saved(PDF, 2)
    journal.close(keep=True)
    (left,) = recovered_reports(stale_journals([tmp_path]))
    assert left.steps == [one, two]
    assert not left.is_unsaved

    again = Journal(tmp_path / "again")
    again.opened(left)
    again.undone(PDF)
    again.made(PDF, three)
    again.close(keep=True)
    (left,) = recovered_reports(stale_journals([tmp_path / "again"]))
    assert left.steps == [one, three]
    assert left.saved is None
    assert left.is_unsaved


def test_a_line_cut_off_costs_only_itself(tmp_path: Path) -> None:
    one, two = steps_of("1", "2")
    journal = Journal(tmp_path)
    journal.opened(RecoveredReport(PDF, "0" * 64))
    journal.made(PDF, one)
    journal.made(PDF, two)
    journal.close(keep=True)
    data = journal.path.read_bytes()
    for cut in (1, 10, 100):
        journal.path.write_bytes(data[:-cut])
        (left,) = recovered_reports([journal.path])
        assert left.steps in ([one], [one, two])
    journal.path.write_bytes(data[:-100] + b"\n\xff\x00{}\n[]\n" + data[-50:])
    assert recovered_reports([journal.path])[0].steps == [one]


def test_a_closed_journal_is_gone(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.files_added([PDF])
    assert journal.path.exists()
    journal.close()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_before_there_is_something_to_write(tmp_path: Path) -> None:
    Journal(tmp_path / "data").close()
    assert not (tmp_path / "data").exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    journal = Journal(tmp_path / "file")
    with pytest.raises(ReviewFileError, match="写不进磁盘"):
        journal.files_added([PDF])
    journal.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_and_the_next_line_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = steps_of("1", "2")
    journal = Journal(tmp_path)
    journal.opened(RecoveredReport(PDF, "0" * 64))
    journal.made(PDF, one)
    with Path("/dev/full").open("wb", buffering=0) as full:
        monkeypatch.setattr(journal, "_file", full)
        with pytest.raises(ReviewFileError, match="写不进磁盘"):
            journal.made(PDF, two)
        monkeypatch.undo()
    with journal.path.open("ab") as file:
        file.write(b'{"event":"do","pa')
    journal.made(PDF, two)
    journal.close(keep=True)
    # The line that broke off is passed over.
    data = journal.path.read_bytes()
    assert data.count(b"\n") >= 3
    edits = [c for step in recovered_reports([journal.path])[0].steps for c in step.changes]
    assert all(isinstance(edit, Edit) for edit in edits)
    assert edits[0] == one.changes[0]


def test_two_programs_do_not_take_each_other_s_journal(tmp_path: Path) -> None:
    first, second = Journal(tmp_path), Journal(tmp_path)
    first.files_added([PDF])
    second.files_added([PDF])
    assert first.path != second.path
    assert stale_journals([tmp_path]) == []
    second.close(keep=True)
    assert stale_journals([tmp_path]) == [second.path]
    first.close()
    assert os.listdir(tmp_path) == [second.path.name]  # noqa: PTH208 — names alone


def test_a_journal_begins_with_its_version(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.files_added([PDF])
    journal.files_added([PDF])
    journal.close(keep=True)
    first, *events = map(json.loads, journal.path.read_text("utf-8").splitlines())
    assert first == {"format": "gouji-journal", "version": 3}
    assert [event["event"] for event in events] == ["put", "put"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_version_that_a_full_disk_cut_off_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = steps_of("1")
    journal = Journal(tmp_path)
    with Path("/dev/full").open("wb", buffering=0) as full, monkeypatch.context() as patch:
        patch.setattr(journal, "_file", full)
        with pytest.raises(ReviewFileError, match="写不进磁盘"):
            journal.files_added([PDF])
    journal.path.write_bytes(b'{"format":"gouji-jour')
    with journal.path.open("ab", buffering=0) as file:
        monkeypatch.setattr(journal, "_file", file)
        journal.opened(RecoveredReport(PDF, "0" * 64, [one], 1))
    assert journal.path.read_bytes().splitlines()[1] == b'{"format":"gouji-journal","version":3}'
    (left,) = recovered_reports([journal.path])
    assert (left.steps, left.saved) == ([one], 1)
