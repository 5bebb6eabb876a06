"""The application object, and the window on it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.files.moves import journal_folders, move_earlier_data
from desktop.gui.collector import calm_collector
from desktop.gui.crash import tell_crashes
from desktop.gui.fonts import interface_font
from desktop.gui.icons import program_icon
from desktop.gui.input_method import allow_ibus_for_fcitx
from desktop.gui.instance import InstanceServer
from desktop.gui.languages import use_language
from desktop.gui.settings import adopt_earlier_settings, language, refusal, set_language
from desktop.gui.window import ReviewWindow

if TYPE_CHECKING:
    from desktop.gui.app_services import AppServices
    from desktop.workspace.loader import Pool

_SOON: Final = 400
"""milliseconds until the panes are made, when nothing was opened before"""
_SWITCH: Final = 0.001
"""seconds"""


class Program(QObject):
    """The window that is open now, over the services; a new language makes a new window."""

    ending = Signal()
    """nothing can be opened any more; the window is still there"""

    def __init__(self, make_pool: Callable[[], Pool] | None, app: QApplication) -> None:
        super().__init__(app)
        self.app = app
        self._make_pool = make_pool
        self._services: AppServices | None = None
        self._is_over = False
        self.window = self._made()
        # The desktop session may end without asking the window.
        app.aboutToQuit.connect(self._shut_down)

    def services(self) -> AppServices:
        """The workspace and what works for it; made when the first window has a panel for it."""
        if self._services is None:
            from desktop.gui.app_services import AppServices

            self._services = AppServices(self._make_pool, self)
        return self._services

    def receive(self, paths: Sequence[Path]) -> None:
        """Files from a second start: open them, and come to the front."""
        if self._is_over:
            return
        self.window.open_paths(paths)
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def speak(self, code: str) -> None:
        """Change the language of the window."""
        self.window.panel.tables.settle()
        set_language(code)
        use_language(self.app, code)
        old, self.window = self.window, self._made()
        self.window.restoreGeometry(old.saveGeometry())
        self.window.show()
        old.retire()
        self.make_ready()

    def make_ready(self) -> None:
        """Have the panes, and what reads files, there before they are needed."""
        # Whoever closes the window at once is faster than the timer that asks for this.
        if not self._is_over:
            self.window.panel.services.loader.warm_up()

    def _made(self) -> ReviewWindow:
        window = ReviewWindow(self.services)
        window.language_chosen.connect(self.speak)
        window.leaving.connect(self._end)
        return window

    def _end(self) -> None:
        self._is_over = True
        self.ending.emit()

    def _shut_down(self) -> None:
        self._end()
        self.window.shut_down()


class _Received(QObject):
    """Brings files of a second start from the server's thread to the window's."""

    files = Signal(list)


def create_app(
    argv: Sequence[str], make_pool: Callable[[], Pool] | None = None
) -> tuple[QApplication, ReviewWindow]:
    """The window, shown and ready for events, with all its panes.

    Args:
        argv: files and folders to open.
        make_pool: makes what reads files, before the first one is opened; worker processes if
            not given.
    """
    program = start(argv, make_pool)
    program.make_ready()
    return program.app, program.window


def start(argv: Sequence[str], make_pool: Callable[[], Pool] | None = None) -> Program:
    """The program with its window shown; see `create_app`."""
    allow_ibus_for_fcitx()
    # D-Bus ends the whole process where the machine has no id, as a bare container; Qt only
    # asks it for conveniences.
    os.environ.setdefault("DBUS_FATAL_WARNINGS", "0")
    running = QApplication.instance()
    # The paths to open are not for Qt to understand.
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    _set_up(app)
    program = Program(make_pool, app)
    program.window.show()
    if sentence := refusal():
        program.window.show_hint(sentence)
    _offer_recovery(program.window)
    program.window.open_paths([Path(word) for word in argv])
    return program


def run(argv: Sequence[str]) -> int:
    """Show the window until it is closed.

    Returns:
        The exit code.
    """
    program = start(argv)
    calm_collector(program.app)
    tell_crashes()
    QTimer.singleShot(_SOON, program, program.make_ready)
    received = _Received()
    received.files.connect(program.receive)
    server = InstanceServer(received.files.emit)
    # Files that come while the window closes are for the next start.
    program.ending.connect(server.close)
    Thread(target=server.open, daemon=True).start()
    try:
        return program.app.exec()
    finally:
        server.close()


def _offer_recovery(window: ReviewWindow) -> None:
    folders = [folder for folder in journal_folders() if folder.exists()]
    if any(any(folder.iterdir()) for folder in folders):
        from desktop.workspace.recovery import Recovery

        window.offer(Recovery(folders))


def _set_up(app: QApplication) -> None:
    app.setOrganizationName("Gouji")
    app.setApplicationName("Gouji")
    app.setApplicationDisplayName("勾稽")
    app.setApplicationVersion(__version__)
    # The menu entry that desktops find the window's name and icon by.
    app.setDesktopFileName("gouji")
    app.setWindowIcon(program_icon())
    app.setStyle("Fusion")
    # The threads that take in reports hold up the window's for so long at a time.
    sys.setswitchinterval(_SWITCH)
    app.setFont(interface_font(app.font()))
    move_earlier_data()
    adopt_earlier_settings()
    use_language(app, language())
