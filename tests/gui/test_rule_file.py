"""A person's rule file in the window: every check follows it, and its mistakes are told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.batch.outcome import Outcome
from desktop.gui import dialogs
from desktop.gui.banner import Advice
from desktop.gui.settings import rule_file, set_rule_file
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.rules.finding import FindingKind, Severity
from desktop.workspace import review_commands
from tests.gui.conftest import WindowDriver
from tests.gui.test_findings import counts

WRONG = {"disputes__review__total": 99}


@pytest.fixture
def local(tmp_path: Path) -> Path:
    path = tmp_path / "local.toml"
    path.write_text('[[rule]]\nid = "C01"\nseverity = "hint"\n', "utf-8")
    return path


def left_unchecked(driver: WindowDriver, path: Path) -> None:
    """The stand-in for the workers knows no rules but the packaged ones."""
    driver.answers.outcomes[path] = replace(driver.answers.outcomes[path], checked=None)


def choose(window: ReviewWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "ask_rule_file", lambda _parent, _folder: path)
    window.commands.load_rules.trigger()


def named(window: ReviewWindow) -> str:
    label = window.findChild(QLabel, "ruleFileLabel")
    assert isinstance(label, QLabel)
    return label.text()


def severity(window: ReviewWindow) -> Severity:
    review = window.panel.workspace.review
    assert review is not None
    return next(f.severity for f in review.checked.findings if f.kind is FindingKind.EQUATION)


def test_a_rule_file_holds_at_once_and_can_be_put_back(
    driver: WindowDriver,
    wrong_report: Callable[..., Report],
    local: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = driver.window(driver.readable(wrong_report(**WRONG)))
    assert (severity(window), named(window)) == (Severity.ERROR, "")
    assert not window.commands.packaged_rules.isEnabled()
    choose(window, local, monkeypatch)
    assert (severity(window), named(window)) == (Severity.HINT, "规则：local.toml")
    assert counts(window).startswith("错误 0")
    assert not window.banner.text
    assert rule_file() == local
    window.commands.packaged_rules.trigger()
    assert (severity(window), named(window)) == (Severity.ERROR, "")
    assert rule_file() is None


def test_the_file_chosen_last_is_taken_up_at_the_next_start(
    driver: WindowDriver, wrong_report: Callable[..., Report], local: Path
) -> None:
    set_rule_file(local)
    path = driver.readable(wrong_report(**WRONG))
    left_unchecked(driver, path)
    window = driver.window(path)
    assert (severity(window), named(window)) == (Severity.HINT, "规则：local.toml")
    # An edit is checked by the same rules.
    review_commands.edit(window.panel.workspace, "disputes.review.total", "98")
    assert severity(window) is Severity.HINT


def test_mistakes_are_told_once_with_their_lines(
    driver: WindowDriver, right_report: Report, local: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = driver.window(driver.readable(right_report))
    good = local.read_text("utf-8")
    local.write_text(good + '[[rule]]\nid = "C02"\nseverity = "blocking"\n', "utf-8")
    choose(window, local, monkeypatch)
    assert "local.toml 有误" in window.banner.text
    assert "第 4 行" in window.banner.text
    assert named(window) == "规则：local.toml（1 处有误）"
    # Mended, the file is chosen again; what was said is taken back.
    local.write_text(good, "utf-8")
    choose(window, local, monkeypatch)
    assert not window.banner.text
    assert named(window) == "规则：local.toml"


def test_a_file_that_went_away_is_told_and_the_packaged_rules_hold(
    driver: WindowDriver, wrong_report: Callable[..., Report], tmp_path: Path
) -> None:
    set_rule_file(tmp_path / "gone.toml")
    window = driver.window(driver.readable(wrong_report(**WRONG)))
    assert "gone.toml 打不开" in window.banner.text
    assert severity(window) is Severity.ERROR
    window.banner.press(1)  # back to the packaged rules
    assert not window.banner.text
    assert rule_file() is None


def test_a_file_that_cannot_be_opened_changes_nothing(
    driver: WindowDriver,
    right_report: Report,
    local: Path,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = driver.window(driver.readable(right_report))
    choose(window, local, monkeypatch)
    choose(window, local.with_name("none.toml"), monkeypatch)
    assert "none.toml 打不开" in said[0]
    assert named(window) == "规则：local.toml"


def test_advice_waits_until_another_question_is_answered(driver: WindowDriver) -> None:
    banner = driver.window().banner
    banner.ask(Advice("继续？", [("好", lambda: None)]))
    banner.advise(Advice("规则有误", [("知道了", lambda: None)]))
    assert banner.text == "继续？"
    banner.press(0)
    assert banner.text == "规则有误"
    banner.advise(Advice("", []))
    assert banner.text == ""


def test_a_report_being_read_meanwhile_is_checked_by_the_new_rules(
    driver: WindowDriver,
    wrong_report: Callable[..., Report],
    local: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = driver.readable(wrong_report(**WRONG))
    driver.answers.hold.add(path)
    window = driver.window(path)
    driver.qtbot.waitUntil(lambda: path in driver.answers.held, timeout=5000)
    before: Future[Outcome] = driver.answers.held[path]
    choose(window, local, monkeypatch)
    driver.qtbot.waitUntil(lambda: driver.answers.held[path] is not before, timeout=5000)
    # What comes of the reading that was given up is nothing to go by.
    before.set_result(Outcome(path, None, reason="读取进程意外结束"))
    left_unchecked(driver, path)
    driver.answers.release(path)
    driver.wait_read(window, [path])
    driver.qtbot.waitUntil(lambda: window.panel.workspace.review is not None, timeout=5000)
    assert severity(window) is Severity.HINT
