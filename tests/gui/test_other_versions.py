"""What programs of other versions left: taken up from an earlier one, let be from a newer one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.files.folders import data_folder, earlier_data_folder, journal_folder
from desktop.gui.reports import work
from desktop.report.model import Report
from desktop.review.changes import Remark, Step
from desktop.review.journal import Journal, Left, left_behind
from tests.gui.conftest import Desk
from tests.gui.test_recovery import TOTAL, leave


def test_a_journal_of_a_newer_program_is_told_and_stays(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    folder = journal_folder()
    folder.mkdir(parents=True)
    newer = folder / "20990101-000000-1-1.journal"
    newer.write_text('{"format":"gouji-journal","version":99}\n{"event":"?"}\n', "utf-8")
    before = newer.read_bytes()
    window = desk.window(desk.readable(wrong_report(disputes__review__total=99), "a.pdf"))
    assert "1 份操作记录由更新版本的勾稽写下" in window.banner.text
    work.edit(window.bench.desk, TOTAL, "7")
    leave(window)
    again = desk.window()
    assert "由更新版本的勾稽写下" in again.banner.text
    assert "1 步" in again.banner.text
    again.banner.press(1)
    assert left_behind([folder]) == [newer]
    assert newer.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="the folder is the same there")
def test_a_journal_in_the_folder_of_an_earlier_version_is_taken_up(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    # The sample's copy lies there too, with the path that the journal has for it.
    desk.folder = earlier_data_folder() / "sample"
    desk.folder.mkdir(parents=True)
    path = desk.readable(wrong_report(disputes__review__total=99), "a.pdf")
    journal = Journal(earlier_data_folder() / "journal")
    journal.opened(Left(path, None, [Step((Remark("", "记一笔"),))]))
    journal.close(keep=True)
    moved = data_folder() / "sample" / "a.pdf"
    desk.answers.outcomes[moved] = replace(desk.answers.outcomes[path], path=moved)
    window = desk.window()
    assert "1 步" in window.banner.text
    window.banner.press(0)
    desk.wait_read(window, [moved])
    assert window.bench.desk.review is not None
    assert window.bench.desk.review.remark == "记一笔"
    assert not earlier_data_folder().exists()


def test_a_saved_review_of_a_newer_program_is_not_written_over(
    desk: Desk, wrong_report: Callable[..., Report], told: list[str]
) -> None:
    path = desk.readable(wrong_report(disputes__review__total=99), "a.pdf")
    saved = path.with_suffix(".gouji")
    saved.write_text('{"format":"gouji-review","version":99}', "utf-8")
    window = desk.window(path)
    desk.qtbot.waitUntil(lambda: len(told) == 1, timeout=2000)
    work.edit(window.bench.desk, TOTAL, "7")
    window.orders_table.save.trigger()
    desk.qtbot.waitUntil(lambda: len(told) == 2, timeout=5000)
    assert "更新的版本" in told[0]
    assert "不能覆盖" in told[1]
    assert saved.read_text("utf-8") == '{"format":"gouji-review","version":99}'
    assert window.bench.desk.entries[0].has_unsaved_edits
