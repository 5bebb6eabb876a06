"""The window: the only package that imports Qt.

    application         the application object and the window on it
    window              the frame and the start page
    review_panel        puts the panes together, once there is something to review
    app_services        the workspace, and what reads and writes for it; outlives a window
    command_controller  the actions, carried out
    reports/            the list of the open reports
    pages/              the source PDF with boxes over it
    tables/             the three statutory tables
    findings/           what the rules say

`workspace.workspace.Workspace` is the one state; panes follow its changes and send it commands.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QMainWindow


def create_app(argv: Sequence[str]) -> tuple[QApplication, QMainWindow]:
    """The application and its window, shown and ready for events.

    Args:
        argv: files and folders to open, without the program's name.
    """
    # Qt is loaded only once a window is wanted.
    from desktop.gui import application

    return application.create_app(argv)


def run(argv: Sequence[str]) -> int:
    """Show the window until it is closed; files go to a window that is open already.

    Returns:
        The exit code.
    """
    from desktop.gui.instance import hand_over

    if hand_over([Path(word) for word in argv]):
        return 0
    from desktop.gui import application

    return application.run(argv)
