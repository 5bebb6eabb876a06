"""Killed at work, and started again: everything is there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import ReviewFileError
from desktop.files.folders import journal_folder
from desktop.gui.reports import work
from desktop.gui.reports.entry import Stage
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.resources import resource
from desktop.review.changes import Remark
from desktop.review.journal import Journal, left_behind, read_left
from desktop.review.judgement import Verdict
from tests.gui.conftest import Desk

TOTAL = "disputes.review.total"

# Works with real worker processes, says what it did, then waits to be killed.
WORKER = """
import sys, time
from desktop.gui import create_app
from desktop.gui.reports import work

if __name__ == "__main__":
    app, window = create_app(sys.argv[1:])
    while window.bench.desk.review is None:
        app.processEvents()
        time.sleep(0.01)
    for number in range(20):
        work.edit(window.bench.desk, "disputes.review.total", str(number))
    window.orders_table.undo.trigger()
    print("ready", flush=True)
    time.sleep(60)
"""


def leave(window: ReviewWindow) -> None:
    """End a window as a kill does: nothing is saved, nothing is asked."""
    window.bench.recorder.close(keep=True)
    window.hide()
    window.shut_down()


def test_a_killed_window_is_offered_and_taken_up(
    desk: Desk, wrong_report: Callable[..., Report], right_report: Report
) -> None:
    paths = [
        desk.readable(wrong_report(disputes__review__total=99), "a.pdf"),
        desk.readable(right_report, "b.pdf"),
    ]
    window = desk.window(*paths)
    window.bench.desk.turn_to(window.bench.desk.entries[0])
    window.bench.desk.point(0)
    work.judge(window.bench.desk, Verdict.ACCEPTED, "已核实")
    work.edit(window.bench.desk, "disputes.direct.total", "55")
    window.orders_table.undo.trigger()
    work.edit(window.bench.desk, "disputes.direct.total", "66")
    window.bench.desk.do(Remark("", "记一笔"))
    before = window.bench.desk.entries[0].review
    assert before is not None
    leave(window)

    again = desk.window()
    assert "2 份报告" in again.banner.text
    assert "3 步" in again.banner.text
    again.banner.press(0)
    desk.wait_read(again, paths)
    entry = again.bench.desk.entries[0]
    after = entry.review
    assert after is not None
    assert after.history == before.history
    assert after.report == before.report
    assert (after.decisions, after.remark) == (before.decisions, "记一笔")
    assert entry.has_unsaved_edits
    assert entry.stage is Stage.ACTIVE
    again.bench.desk.turn_to(entry)
    for _ in range(3):
        again.orders_table.undo.trigger()
    assert after.report == after.printed
    assert not after.decisions
    # Killed once more, before anything was saved.
    again.orders_table.redo.trigger()
    leave(again)
    third = desk.window()
    assert "1 步" in third.banner.text
    third.banner.press(1)
    assert left_behind([journal_folder()]) == []


def test_work_on_a_file_that_is_gone_waits_for_its_return(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    path = desk.readable(wrong_report(disputes__review__total=99), "a.pdf")
    window = desk.window(path)
    work.edit(window.bench.desk, TOTAL, "7")
    leave(window)
    readable = desk.answers.outcomes[path]
    desk.unreadable("找不到这个文件。", "a.pdf")
    again = desk.window()
    again.banner.press(0)
    desk.wait_read(again, [path])
    assert again.bench.desk.review is None
    assert again.close()

    desk.answers.outcomes[path] = readable
    third = desk.window()
    assert "1 步" in third.banner.text
    third.banner.press(0)
    desk.wait_read(third, [path])
    assert third.bench.desk.review is not None
    assert third.bench.desk.review.report.value(TOTAL) == 7


def test_what_is_saved_is_open_again_when_the_pdf_is(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    path = desk.readable(wrong_report(disputes__review__total=99), "a.pdf")
    window = desk.window(path)
    work.edit(window.bench.desk, TOTAL, "7")
    with desk.qtbot.waitSignal(window.bench.exporter.saved, timeout=5000):
        window.orders_table.save.trigger()
    assert window.close()
    assert not journal_folder().exists() or left_behind([journal_folder()]) == []

    for opened in (path, path.with_suffix(".gouji")):
        again = desk.window()
        again.open_paths([opened])
        desk.wait_read(again, [path])
        entry = again.bench.desk.entries[0]
        assert entry.review is not None
        assert entry.review.report.value(TOTAL) == 7
        assert entry.undo.isClean()
        # Undo reaches back to the opening of the report.
        again.orders_table.undo.trigger()
        assert entry.review.report.value(TOTAL) == 99
        assert entry.has_unsaved_edits
        again.close()


def test_a_changed_pdf_says_so(desk: Desk, wrong_report: Callable[..., Report]) -> None:
    path = desk.readable(wrong_report(disputes__review__total=99), "a.pdf")
    window = desk.window(path)
    work.edit(window.bench.desk, TOTAL, "7")
    with desk.qtbot.waitSignal(window.bench.exporter.saved, timeout=5000):
        window.orders_table.save.trigger()
    window.close()
    desk.readable(wrong_report(disputes__review__total=98, disputes__direct__total=77), "a.pdf")
    again = desk.window(path)
    assert "PDF 在上次核对之后变了" in again.banner.text
    assert "2 格数字不同" in again.banner.text
    assert "1 格的旧修改没有沿用" in again.banner.text
    assert "新出现 1" in again.banner.text
    review = again.bench.desk.review
    assert review is not None
    assert review.edited() == {}


def test_a_newer_version_opened_again_says_what_changed(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    path = desk.readable(wrong_report(disputes__review__total=99), "a.pdf")
    window = desk.window(path)
    work.edit(window.bench.desk, "proactive.fee.amount", "5")
    with desk.qtbot.waitSignal(window.bench.intake.found):
        window.open_paths([path])
    assert desk.answers.submitted == [path]  # the same file is not read again
    desk.readable(wrong_report(disputes__direct__total=12345), "a.pdf")
    window.open_paths([path])
    desk.qtbot.waitUntil(lambda: "PDF 在上次核对之后变了" in window.banner.text, timeout=5000)
    assert "已消除 1，仍存在 0，新出现 1" in window.banner.text
    review, entry = window.bench.desk.review, window.bench.desk.current
    assert review is not None
    assert entry is not None
    assert review.report.value("disputes.direct.total") == 12345
    # The edit of a cell that prints as before is still there, and can be undone.
    assert review.edited().keys() == {"proactive.fee.amount"}
    assert entry.has_unsaved_edits
    window.orders_table.undo.trigger()
    assert review.edited() == {}
    assert len(window.bench.desk.entries) == 1


def test_a_damaged_saved_review_is_told_and_the_pdf_still_opens(
    desk: Desk, right_report: Report, told: list[str]
) -> None:
    path = desk.readable(right_report, "a.pdf")
    path.with_suffix(".gouji").write_text("{", "utf-8")
    window = desk.window(path)
    assert window.bench.desk.review is not None
    desk.qtbot.waitUntil(lambda: bool(told), timeout=2000)
    assert "已损坏" in told[0]
    assert path.with_suffix(".gouji").read_text("utf-8") == "{"


def test_a_journal_that_cannot_be_written_is_told_once(
    desk: Desk, right_report: Report, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.window(desk.readable(right_report))

    def fail(*_: object) -> None:

        raise ReviewFileError("写不进磁盘")

    monkeypatch.setattr(Journal, "made", fail)
    work.edit(window.bench.desk, TOTAL, "1")
    work.edit(window.bench.desk, TOTAL, "2")
    assert told == ["写不进磁盘"]
    assert window.bench.desk.review is not None
    assert window.bench.desk.review.report.value(TOTAL) == 2


def test_a_process_killed_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text(WORKER, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    sample = resource("sample", "sample-2024.pdf")
    with subprocess.Popen(
        [sys.executable, driver, sample], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        process.kill()
    home = Path(environment["XDG_DATA_HOME"])
    (journal,) = home.rglob("*.journal")
    (left,) = read_left([journal])
    assert left.path == sample
    texts = [edit.after.text for step in left.steps for edit in step.edits if edit.after]
    assert texts == [str(number) for number in range(19)]
    # Nothing was ever written beside the PDF.
    assert not sample.with_suffix(".gouji").exists()
