"""The program around the window: one for each user, its language, its mistakes, no network."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from desktop.gui import dialogs, instance, window_size
from desktop.gui.application import start
from desktop.gui.crash import tell_crashes
from desktop.gui.instance import InstanceServer, hand_over
from desktop.report.model import Report
from desktop.workspace import review_commands
from tests.gui.conftest import WindowDriver

# Opens the window on the sample and tells every socket that was made meanwhile.
SOCKETS = """
import socket, sys, time

made = []
class Watched(socket.socket):
    def __init__(self, family=-1, *rest, **named):
        made.append(str(family))
        super().__init__(family, *rest, **named)
socket.socket = Watched

from desktop.gui import create_app

if __name__ == "__main__":
    sys.addaudithook(lambda event, args: made.append(event) if event in (
        "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto") else None)
    app, window = create_app([sys.argv[1]])
    end = time.monotonic() + 60
    while window.panel.workspace.review is None and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
    assert window.panel.workspace.review is not None
    assert "PySide6.QtNetwork" not in sys.modules
    window.close()
    print("made:", made)
"""


def test_a_second_start_hands_its_files_to_the_first(tmp_path: Path) -> None:
    assert not hand_over([tmp_path])  # nobody there
    heard: list[list[Path]] = []
    arrived = threading.Event()

    def opened(paths: list[Path]) -> None:
        heard.append(paths)
        arrived.set()

    door = InstanceServer(opened)
    door.open()
    try:
        code = (
            "import sys; from pathlib import Path; from desktop.gui import run;"
            "code = run(['报告.pdf']); assert 'PySide6' not in sys.modules; sys.exit(code)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, timeout=20, check=False, env=_environment()
        )
        assert done.returncode == 0
        assert arrived.wait(5)
        assert heard == [[tmp_path / "报告.pdf"]]
    finally:
        door.close()
    assert not hand_over([])


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes there leave no file")
def test_a_door_left_behind_by_a_killed_program_is_replaced() -> None:
    Path(instance._address()).touch()
    assert not hand_over([])
    door = InstanceServer(lambda _paths: None)
    door.open()
    try:
        assert hand_over([])
    finally:
        door.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files by other means")
def test_the_key_is_the_user_s_alone() -> None:
    first = instance._key()
    place = instance._folder() / "gouji.key"
    assert place.stat().st_mode & 0o777 == 0o600
    assert instance._key() == first
    # What others could read is no secret any more.
    place.chmod(0o644)
    assert instance._key() != first
    assert place.stat().st_mode & 0o777 == 0o600


def test_one_without_the_key_is_turned_away_and_the_door_stays_open() -> None:
    door = InstanceServer(lambda _paths: None)
    door.open()
    try:
        with pytest.raises(Exception, match="digest"):
            Client(instance._address(), authkey=b"guess")
        assert hand_over([])
    finally:
        door.close()


def test_no_socket_is_opened(tmp_path: Path) -> None:
    from desktop.resources import resource

    driver = tmp_path / "driver.py"
    driver.write_text(SOCKETS, "utf-8")
    done = subprocess.run(
        [sys.executable, driver, resource("sample", "sample-2024.pdf")],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
        env=_environment(),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "made: []"


def test_a_mistake_in_the_program_is_told_with_its_details(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    said: list[tuple[str, str]] = []

    def tell(_parent: object, message: str, detail: str = "") -> None:
        said.append((message, detail))

    monkeypatch.setattr(dialogs, "show_error", tell)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    tell_crashes()
    try:
        raise LookupError("no such thing")
    except LookupError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    ((message, detail),) = said
    assert "没有料到的错误" in message
    assert "LookupError: no such thing" in detail
    assert "Traceback" not in message


def test_files_handed_over_come_onto_the_desk(driver: WindowDriver, right_report: Report) -> None:
    path = driver.readable(right_report)
    program = start([], lambda: driver.answers)
    driver.qtbot.addWidget(program.window)
    program.receive([path])
    driver.wait_read(program.window, [path])
    assert program.window.panel.workspace.review is not None


@pytest.mark.parametrize("missing", [QSize(0, 0), QSize(1, 0), QSize(0, 1)], ids=str)
def test_a_window_that_would_not_fit_with_its_frame_is_maximized(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch, missing: QSize
) -> None:
    room = QApplication.primaryScreen().availableSize()
    monkeypatch.setattr(window_size, "_USUAL", room - QSize(16, 48) + missing)
    window = start([], lambda: driver.answers).window
    driver.qtbot.addWidget(window)
    assert window.isMaximized() == (not missing.isNull())
    window.showNormal()
    assert window.width() + 16 <= room.width()
    assert window.height() + 48 <= room.height()


def test_the_window_comes_back_as_it_was_left(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_size, "_USUAL", QSize(9999, 9999))
    window = start([], lambda: driver.answers).window
    driver.qtbot.addWidget(window)
    window.showNormal()
    window.close()
    again = start([], lambda: driver.answers).window
    driver.qtbot.addWidget(again)
    assert not again.isMaximized()


def test_the_language_changes_without_a_restart(driver: WindowDriver, right_report: Report) -> None:
    path = driver.readable(right_report)
    program = start([str(path)], lambda: driver.answers)
    driver.wait_read(program.window, [path])
    old = program.window
    old.showNormal()
    old.panel.workspace.select_cell("disputes.review.total")
    review_commands.edit(old.panel.workspace, "disputes.review.total", "98")
    try:
        old.language_chosen.emit("en")
        new = program.window
        driver.qtbot.addWidget(new)
        assert new is not old
        assert not old.isVisible()
        assert not new.isMaximized()
        assert new.commands.open.text() == "Open…"
        # Everything is as it was.
        assert new.panel.workspace is old.panel.workspace
        assert new.panel.tables.current_view().source.table == "disputes"
        assert new.panel.reports.view.model().rowCount() == 1
        assert new.panel.findings.view.model().rowCount() > 0
        assert new.commands.undo.isEnabled()
        new.commands.undo.trigger()
        assert new.panel.workspace.review is not None
        assert new.panel.workspace.review.edited() == {}
        driver.qtbot.wait(50)  # the old window is gone by now
        review_commands.edit(new.panel.workspace, "disputes.review.total", "97")
        driver.qtbot.waitUntil(new.panel.pages.view.is_drawn, timeout=5000)
    finally:
        program.speak("zh")
    driver.qtbot.addWidget(program.window)
    assert program.window.commands.open.text() == "打开…"


@pytest.mark.parametrize(("chosen", "expected"), [(None, "0"), ("1", "1")])
def test_a_machine_without_an_id_does_not_end_the_program(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch, chosen: str | None, expected: str
) -> None:
    # Restored at the end, where it was not set too.
    monkeypatch.setenv("DBUS_FATAL_WARNINGS", chosen or "")
    if chosen is None:
        monkeypatch.delenv("DBUS_FATAL_WARNINGS")
    driver.qtbot.addWidget(start([], lambda: driver.answers).window)
    assert os.environ["DBUS_FATAL_WARNINGS"] == expected
