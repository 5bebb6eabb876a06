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
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.resources import resource
from desktop.review.changes import Remark
from desktop.review.journal import Journal, recovered_reports, stale_journals
from desktop.review.judgement import Verdict
from desktop.workspace import review_commands
from desktop.workspace.states import WorkState
from tests.gui.conftest import WindowDriver

TOTAL = "disputes.review.total"

# Works with real worker processes, says what it did, then waits to be killed.
WORKER = """
import sys, time
from desktop.gui import create_app
from desktop.workspace import review_commands

if __name__ == "__main__":
    app, window = create_app(sys.argv[1:])
    while window.panel.workspace.review is None:
        app.processEvents()
        time.sleep(0.01)
    for number in range(20):
        review_commands.edit(window.panel.workspace, "disputes.review.total", str(number))
    window.commands.undo.trigger()
    print("ready", flush=True)
    time.sleep(60)
"""


def leave(window: ReviewWindow) -> None:
    """End a window as a kill does: nothing is saved, nothing is asked."""
    window.panel.workspace.recorder.close(keep=True)
    window.hide()
    window.shut_down()


def test_a_killed_window_is_offered_and_taken_up(
    driver: WindowDriver, wrong_report: Callable[..., Report], right_report: Report
) -> None:
    paths = [
        driver.readable(wrong_report(disputes__review__total=99), "a.pdf"),
        driver.readable(right_report, "b.pdf"),
    ]
    window = driver.window(*paths)
    window.panel.workspace.show(window.panel.workspace.reports[0])
    window.panel.workspace.select_finding(0)
    review_commands.judge(window.panel.workspace, Verdict.ACCEPTED, "已核实")
    review_commands.edit(window.panel.workspace, "disputes.direct.total", "55")
    window.commands.undo.trigger()
    review_commands.edit(window.panel.workspace, "disputes.direct.total", "66")
    window.panel.workspace.do(Remark("", "记一笔"))
    before = window.panel.workspace.reports[0].review
    assert before is not None
    leave(window)

    again = driver.window()
    assert "2 份报告" in again.banner.text
    assert "3 步" in again.banner.text
    again.banner.press(0)
    driver.wait_read(again, paths)
    entry = again.panel.workspace.reports[0]
    after = entry.review
    assert after is not None
    assert after.history == before.history
    assert after.report == before.report
    assert (after.decisions, after.remark) == (before.decisions, "记一笔")
    assert entry.has_unsaved_steps
    assert entry.work_state is WorkState.IN_REVIEW
    again.panel.workspace.show(entry)
    for _ in range(3):
        again.commands.undo.trigger()
    assert after.report == after.printed
    assert not after.decisions
    # Killed once more, before anything was saved.
    again.commands.redo.trigger()
    leave(again)
    third = driver.window()
    assert "1 步" in third.banner.text
    third.banner.press(1)
    assert stale_journals([journal_folder()]) == []


def test_work_on_a_file_that_is_gone_waits_for_its_return(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    path = driver.readable(wrong_report(disputes__review__total=99), "a.pdf")
    window = driver.window(path)
    review_commands.edit(window.panel.workspace, TOTAL, "7")
    leave(window)
    readable = driver.answers.outcomes[path]
    driver.unreadable("找不到这个文件。", "a.pdf")
    again = driver.window()
    again.banner.press(0)
    driver.wait_read(again, [path])
    assert again.panel.workspace.review is None
    assert again.close()

    driver.answers.outcomes[path] = readable
    third = driver.window()
    assert "1 步" in third.banner.text
    third.banner.press(0)
    driver.wait_read(third, [path])
    assert third.panel.workspace.review is not None
    assert third.panel.workspace.review.report.value(TOTAL) == 7


def test_what_is_saved_is_open_again_when_the_pdf_is(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    path = driver.readable(wrong_report(disputes__review__total=99), "a.pdf")
    window = driver.window(path)
    review_commands.edit(window.panel.workspace, TOTAL, "7")
    with driver.qtbot.waitSignal(window.panel.services.file_written, timeout=5000):
        window.commands.save.trigger()
    assert window.close()
    assert not journal_folder().exists() or stale_journals([journal_folder()]) == []

    for opened in (path, path.with_suffix(".gouji")):
        again = driver.window()
        again.open_paths([opened])
        driver.wait_read(again, [path])
        entry = again.panel.workspace.reports[0]
        assert entry.review is not None
        assert entry.review.report.value(TOTAL) == 7
        assert again.panel.workspace.reports.unsaved() == []
        # Undo reaches back to the opening of the report.
        again.commands.undo.trigger()
        assert entry.review.report.value(TOTAL) == 99
        assert again.panel.workspace.reports.unsaved() == [entry]
        again.close()


def test_a_changed_pdf_says_so(driver: WindowDriver, wrong_report: Callable[..., Report]) -> None:
    path = driver.readable(wrong_report(disputes__review__total=99), "a.pdf")
    window = driver.window(path)
    review_commands.edit(window.panel.workspace, TOTAL, "7")
    with driver.qtbot.waitSignal(window.panel.services.file_written, timeout=5000):
        window.commands.save.trigger()
    window.close()
    driver.readable(wrong_report(disputes__review__total=98, disputes__direct__total=77), "a.pdf")
    again = driver.window(path)
    assert "PDF 在上次核对之后变了" in again.banner.text
    assert "2 格数字不同" in again.banner.text
    assert "1 格的旧修改没有沿用" in again.banner.text
    assert "新出现 1" in again.banner.text
    review = again.panel.workspace.review
    assert review is not None
    assert review.edited() == {}


def test_a_newer_version_opened_again_says_what_changed(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    path = driver.readable(wrong_report(disputes__review__total=99), "a.pdf")
    window = driver.window(path)
    review_commands.edit(window.panel.workspace, "proactive.fee.amount", "5")
    with driver.qtbot.waitSignal(window.panel.services.files_found):
        window.open_paths([path])
    assert driver.answers.submitted == [path]  # the same file is not read again
    driver.readable(wrong_report(disputes__direct__total=12345), "a.pdf")
    window.open_paths([path])
    driver.qtbot.waitUntil(lambda: "PDF 在上次核对之后变了" in window.banner.text, timeout=5000)
    assert "已消除 1，仍存在 0，新出现 1" in window.banner.text
    review, entry = window.panel.workspace.review, window.panel.workspace.current
    assert review is not None
    assert entry is not None
    assert review.report.value("disputes.direct.total") == 12345
    # The edit of a cell that prints as before is still there, and can be undone.
    assert review.edited().keys() == {"proactive.fee.amount"}
    assert entry.has_unsaved_steps
    window.commands.undo.trigger()
    assert review.edited() == {}
    assert len(window.panel.workspace.reports) == 1


def test_a_damaged_saved_review_is_told_and_the_pdf_still_opens(
    driver: WindowDriver, right_report: Report, said: list[str]
) -> None:
    path = driver.readable(right_report, "a.pdf")
    path.with_suffix(".gouji").write_text("{", "utf-8")
    window = driver.window(path)
    assert window.panel.workspace.review is not None
    driver.qtbot.waitUntil(lambda: bool(said), timeout=2000)
    assert "已损坏" in said[0]
    assert path.with_suffix(".gouji").read_text("utf-8") == "{"


def test_a_journal_that_cannot_be_written_is_told_once(
    driver: WindowDriver, right_report: Report, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = driver.window(driver.readable(right_report))

    def fail(*_: object) -> None:

        raise ReviewFileError("写不进磁盘")

    monkeypatch.setattr(Journal, "made", fail)
    review_commands.edit(window.panel.workspace, TOTAL, "1")
    review_commands.edit(window.panel.workspace, TOTAL, "2")
    assert said == ["写不进磁盘"]
    assert window.panel.workspace.review is not None
    assert window.panel.workspace.review.report.value(TOTAL) == 2


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
    (left,) = recovered_reports([journal])
    assert left.path == sample
    texts = [edit.after.text for step in left.steps for edit in step.edits if edit.after]
    assert texts == [str(number) for number in range(19)]
    # Nothing was ever written beside the PDF.
    assert not sample.with_suffix(".gouji").exists()
