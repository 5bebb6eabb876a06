"""The application object, and the window on it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.gui.fonts import interface_font
from desktop.gui.reports.intake import Pool, worker_pool
from desktop.gui.reports.recovery import Recovery
from desktop.gui.settings import journal_folder
from desktop.gui.window import ReviewWindow


def create_app(
    argv: Sequence[str], make_pool: Callable[[], Pool] = worker_pool
) -> tuple[QApplication, ReviewWindow]:
    """The window, shown and ready for events.

    Args:
        argv: files and folders to open.
        make_pool: makes what reads files, when the first one is opened.
    """
    running = QApplication.instance()
    # The paths to open are not for Qt to understand.
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    _set_up(app)
    window = ReviewWindow(make_pool)
    # The desktop session may end without asking the window.
    app.aboutToQuit.connect(window.shut_down)
    window.show()
    window.offer(Recovery(journal_folder()))
    window.open_paths([Path(word) for word in argv])
    return app, window


def _set_up(app: QApplication) -> None:
    app.setOrganizationName("Gouji")
    app.setApplicationName("Gouji")
    app.setApplicationDisplayName("勾稽")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    app.setFont(interface_font(app.font()))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # The words on Qt's own buttons.
    chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    if translator.load(chinese, "qtbase", "_", folder):
        app.installTranslator(translator)
