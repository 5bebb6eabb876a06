"""What programs of other versions left: taken up from an earlier one, let be from a newer one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.files.folders import data_folder, earlier_data_folder, journal_folder
from desktop.report.model import Report
from desktop.review.changes import Remark, Step
from desktop.review.journal import Journal, RecoveredReport, stale_journals
from desktop.workspace import review_commands
from tests.gui.conftest import WindowDriver
from tests.gui.test_recovery import TOTAL, leave


def test_a_journal_of_a_newer_program_is_told_and_stays(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    folder = journal_folder()
    folder.mkdir(parents=True)
    newer = folder / "20990101-000000-1-1.journal"
    newer.write_text('{"format":"gouji-journal","version":99}\n{"event":"?"}\n', "utf-8")
    before = newer.read_bytes()
    window = driver.window(driver.readable(wrong_report(disputes__review__total=99), "a.pdf"))
    assert "1 份操作记录由更新版本的勾稽写下" in window.banner.text
    review_commands.edit(window.panel.workspace, TOTAL, "7")
    leave(window)
    again = driver.window()
    assert "由更新版本的勾稽写下" in again.banner.text
    assert "1 步" in again.banner.text
    again.banner.press(1)
    assert stale_journals([folder]) == [newer]
    assert newer.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="the folder is the same there")
def test_a_journal_in_the_folder_of_an_earlier_version_is_taken_up(
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    # The sample's copy lies there too, with the path that the journal has for it.
    driver.folder = earlier_data_folder() / "sample"
    driver.folder.mkdir(parents=True)
    path = driver.readable(wrong_report(disputes__review__total=99), "a.pdf")
    journal = Journal(earlier_data_folder() / "journal")
    journal.opened(RecoveredReport(path, None, [Step((Remark("", "记一笔"),))]))
    journal.close(keep=True)
    moved = data_folder() / "sample" / "a.pdf"
    driver.answers.outcomes[moved] = replace(driver.answers.outcomes[path], path=moved)
    window = driver.window()
    assert "1 步" in window.banner.text
    window.banner.press(0)
    driver.wait_read(window, [moved])
    assert window.panel.workspace.review is not None
    assert window.panel.workspace.review.remark == "记一笔"
    assert not earlier_data_folder().exists()


def test_a_saved_review_of_a_newer_program_is_not_written_over(
    driver: WindowDriver, wrong_report: Callable[..., Report], said: list[str]
) -> None:
    path = driver.readable(wrong_report(disputes__review__total=99), "a.pdf")
    saved = path.with_suffix(".gouji")
    saved.write_text('{"format":"gouji-review","version":99}', "utf-8")
    window = driver.window(path)
    driver.qtbot.waitUntil(lambda: len(said) == 1, timeout=2000)
    review_commands.edit(window.panel.workspace, TOTAL, "7")
    window.commands.save.trigger()
    driver.qtbot.waitUntil(lambda: len(said) == 2, timeout=5000)
    assert "更新的版本" in said[0]
    assert "不能覆盖" in said[1]
    assert saved.read_text("utf-8") == '{"format":"gouji-review","version":99}'
    assert window.panel.workspace.reports[0].has_unsaved_steps
