"""Files that cannot be read yet are no dead end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas as reportlab_canvas

from desktop.batch.one_file import read_outcome
from desktop.batch.outcome import Obstacle, Outcome
from desktop.files.folders import data_folder
from desktop.gui import dialogs
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.workspace.open_report import OpenReport
from desktop.workspace.states import Readability, WorkState
from tests.gui.conftest import Answers, WindowDriver
from tests.packaged import RULES, check

REASON = "不能读取，待索取可读的文件"


def one_page(path: Path, password: str = "") -> Path:
    """A PDF of one page without a table, opened by a password if there is one."""
    encrypt = StandardEncryption(password, "owner") if password else None
    canvas: Any = cast("Any", reportlab_canvas).Canvas(str(path), encrypt=encrypt)
    canvas.drawString(100, 700, "scan")
    canvas.showPage()
    canvas.save()
    return path


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def work(report: OpenReport) -> WorkState:
    return report.work_state


def heading(window: ReviewWindow) -> str:
    label = window.findChild(QLabel, "reportHeading")
    assert isinstance(label, QLabel)
    return label.text()


def test_a_password_is_what_opens_a_file(tmp_path: Path) -> None:
    path = one_page(tmp_path / "locked.pdf", "secret")
    none, wrong, right = (read_outcome(path, RULES, password=p) for p in (None, "no", "secret"))
    assert none.obstacle is wrong.obstacle is Obstacle.PASSWORD
    assert "有打开密码" in (none.reason or "")
    assert "密码不对" in (wrong.reason or "")
    assert right.obstacle is Obstacle.NO_REPORT


class Locked(Answers):
    """Opens a file only with the right password."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report
        self.given: list[str | None] = []

    def submit(self, path: Path, **options: str) -> Future[Outcome]:
        password = options.get("password")
        self.given.append(password)
        locked = Outcome(path, sha256(path), reason="文件有打开密码。", obstacle=Obstacle.PASSWORD)
        opened = Outcome(path, sha256(path), self.report, check(self.report))
        future: Future[Outcome] = Future()
        future.set_result(opened if password == "right" else locked)
        return future


def test_a_password_is_asked_for_and_kept_for_this_run_alone(
    driver: WindowDriver, right_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = driver.answers = Locked(right_report)
    path = one_page(driver.folder / "locked.pdf", "right")
    window = driver.window(path)
    (report,) = window.panel.workspace.reports
    assert report.readability is Readability.UNREADABLE
    assert window.commands.unlock.isEnabled()
    buttons = window.panel.empty_page.findChildren(QPushButton)
    offered = [button.text() for button in buttons if button.isVisibleTo(window)]
    assert offered == ["输入密码…", "搁置…"]
    monkeypatch.setattr(dialogs, "ask_password", lambda _parent, _name: "wrong")
    window.commands.unlock.trigger()
    driver.qtbot.waitUntil(lambda: locked.given[-1:] == ["wrong"] and not report.is_loading)
    assert window.commands.unlock.isEnabled()
    monkeypatch.setattr(dialogs, "ask_password", lambda _parent, _name: "right")
    window.commands.unlock.trigger()
    driver.qtbot.waitUntil(lambda: report.review is not None, timeout=5000)
    assert not window.commands.unlock.isEnabled()
    # Its pages are drawn with the same password.
    driver.qtbot.waitUntil(window.panel.pages.view.is_drawn, timeout=5000)
    window.close()
    kept = [file for file in data_folder().rglob("*") if file.is_file()]
    assert not any(b"right" in file.read_bytes() for file in kept)


@pytest.fixture
def scan(driver: WindowDriver, right_report: Report) -> ReviewWindow:
    """A scan is looked at, beside a report that can be read."""
    path = one_page(driver.folder / "scan.pdf")
    reason = "这份 PDF 是扫描图片。"
    driver.answers.outcomes[path] = Outcome(
        path, sha256(path), reason=reason, obstacle=Obstacle.NO_REPORT
    )
    window = driver.window(path, driver.readable(right_report, "b.pdf"))
    window.panel.workspace.show(window.panel.workspace.reports[0])
    return window


def test_a_scan_shows_its_pages_and_why_it_was_not_read(
    driver: WindowDriver, scan: ReviewWindow
) -> None:
    assert scan.panel.middle.currentWidget() is scan.panel.pages
    driver.qtbot.waitUntil(scan.panel.pages.view.is_drawn, timeout=5000)
    label = scan.findChild(QLabel, "obstacleText")
    assert isinstance(label, QLabel)
    assert label.text() == "这份 PDF 是扫描图片。"
    scan.panel.workspace.show(scan.panel.workspace.reports[1])
    assert not label.isVisibleTo(scan)


def test_what_is_set_aside_counts_as_done_and_stays_so(
    driver: WindowDriver, scan: ReviewWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_set_aside", lambda _parent: REASON)
    unreadable, readable = scan.panel.workspace.reports
    scan.commands.set_aside.trigger()
    assert work(unreadable) is WorkState.SET_ASIDE
    assert heading(scan) == "完成 1/2"
    # On to what is left.
    assert scan.panel.workspace.current is readable
    scan.commands.finish.trigger()
    assert heading(scan) == "完成 2/2"
    paths = [report.path for report in scan.panel.workspace.reports]
    scan.close()

    again = driver.window(*paths)
    unreadable, _ = again.panel.workspace.reports
    assert unreadable.set_aside == REASON
    again.panel.workspace.show(unreadable)
    again.commands.resume.trigger()
    assert work(unreadable) is not WorkState.SET_ASIDE


def test_a_readable_report_is_set_aside_as_a_step(
    driver: WindowDriver,
    wrong_report: Callable[..., Report],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dialogs, "ask_set_aside", lambda _parent: "等待报送单位重新提交")
    window = driver.window(driver.readable(wrong_report(disputes__review__total=99)))
    (report,) = window.panel.workspace.reports
    window.commands.set_aside.trigger()
    assert work(report) is WorkState.SET_ASIDE
    assert "搁置" in window.commands.undo.text()
    window.commands.undo.trigger()
    assert work(report) is WorkState.IN_REVIEW
    window.commands.redo.trigger()
    with driver.qtbot.waitSignal(window.panel.services.file_written, timeout=5000):
        window.commands.save.trigger()
    saved = json.loads(report.path.with_suffix(".gouji").read_text("utf-8"))
    assert saved["set_aside"] == "等待报送单位重新提交"
    # Whoever works on it takes it up again.
    window.panel.workspace.select_finding(0)
    window.commands.report_wrong.trigger()
    assert work(report) is WorkState.IN_REVIEW


def test_a_report_that_was_looked_at_is_known_to_be(
    driver: WindowDriver, right_report: Report, wrong_report: Callable[..., Report]
) -> None:
    paths = [
        driver.readable(right_report, "a.pdf"),
        driver.readable(wrong_report(disputes__review__total=99), "b.pdf"),
    ]
    window = driver.window(*paths)
    window.panel.workspace.show(window.panel.workspace.reports[1])
    window.close()
    again = driver.window(*paths)
    states = [work(report) for report in again.panel.workspace.reports]
    assert states == [WorkState.UNSEEN, WorkState.IN_REVIEW]
