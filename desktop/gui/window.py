"""The window: its frame, its start page, and the panel once there is something to review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.gui.actions import colour_icons, enable_at_start, make_actions
from desktop.gui.banner import Advice, Banner
from desktop.gui.dropping import DropTarget
from desktop.gui.menus import fill_menus, fill_toolbar, fold_switches
from desktop.gui.settings import own_copy
from desktop.gui.start_page import StartPage
from desktop.gui.window_size import remember_size, restore_size
from desktop.resources import ROOT

if TYPE_CHECKING:
    from desktop.gui.app_services import AppServices
    from desktop.gui.review_panel import ReviewPanel
    from desktop.workspace.recovery import Recovery

_SAMPLE = ROOT / "sample" / "sample-2024.pdf"
_MESSAGE_MILLISECONDS = 8000


class ReviewWindow(QMainWindow):
    """The window in which reports are reviewed.

    Args:
        make_services: the workspace and what works for it, which outlive the window; asked for
            with the panel.
    """

    language_chosen = Signal(str)
    """a key of `languages.LANGUAGES`"""
    leaving = Signal()
    """the window closes for good, and can open nothing any more"""

    def __init__(self, make_services: Callable[[], AppServices]) -> None:
        super().__init__()
        self.setObjectName("reviewWindow")
        self._make_services = make_services
        self._panel: ReviewPanel | None = None
        self._closing = False
        self.commands = make_actions(self)
        self._switches = fold_switches(self)
        self.banner = Banner()
        self.start = StartPage(with_sample=_SAMPLE.exists())
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self._title()

    @property
    def panel(self) -> ReviewPanel:
        """The panes; made when they are first asked for."""
        if self._panel is None:
            from desktop.gui.review_panel import ReviewPanel

            enable_at_start(self.commands, every=True)
            self._panel = ReviewPanel(self, self._make_services(), self.commands, self._switches)
            self._adopt(self._panel)
            colour_icons(self.commands, self.palette())
        return self._panel

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files, and the PDFs in folders."""
        if paths:
            self.panel.services.loader.search(paths)

    def shut_down(self) -> None:
        """End every thread and process behind the window; it can only be thrown away then."""
        if self._panel is not None:
            self._panel.close()
            self._panel.services.close()

    def retire(self) -> None:
        """Give way to another window over the same workspace."""
        if self._panel is not None:
            self._panel.close()
        self._remember()
        self.hide()
        self.deleteLater()

    def show_hint(self, sentence: str) -> None:
        """Say something that needs no answer."""
        self.banner.hint(sentence)

    def offer(self, recovery: Recovery) -> None:
        """Offer what a killed program left."""
        from desktop.gui.recovery_texts import recovery_text, refusal_text

        refusal = refusal_text(recovery)
        if recovery.reports:
            restore = (self.tr("继续上次的核对"), lambda: self._restore(recovery))
            discard = (self.tr("不要了"), recovery.discard)
            text = f"{refusal} {recovery_text(recovery)}".lstrip()
            self.banner.ask(Advice(text, (restore, discard)))
        elif refusal:
            self.show_hint(refusal)

    def _restore(self, recovery: Recovery) -> None:
        self.open_paths(recovery.restore(self.panel.workspace))

    def _build(self) -> None:
        self.stack.addWidget(self.start)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.stack)
        self.setCentralWidget(central)
        self.addActions(list(self.commands))
        fill_menus(self, self.commands, self._switches)
        fill_toolbar(self, self.commands)
        # Others are drawn with the panel, for other screens.
        colour_icons(self.commands, self.palette(), [self.devicePixelRatioF()])
        enable_at_start(self.commands)
        self.statusBar().setSizeGripEnabled(False)
        restore_size(self)

    def _connect(self) -> None:
        actions = self.commands
        actions.open.triggered.connect(lambda: self.panel.commands.ask_files())
        actions.quit.triggered.connect(self.close)
        actions.settings.triggered.connect(self._show_settings)
        actions.shortcuts.triggered.connect(self._show_shortcuts)
        actions.about.triggered.connect(self._show_about)
        self.start.open_clicked.connect(actions.open.trigger)
        self.start.sample_clicked.connect(lambda: self.open_paths([own_copy(_SAMPLE)]))
        DropTarget(self).dropped.connect(self.open_paths)

    def _adopt(self, panel: ReviewPanel) -> None:
        self.stack.addWidget(panel.splitter)
        panel.status_message.connect(self._show_message)
        panel.hint_shown.connect(self.show_hint)
        panel.error_shown.connect(self._show_error)
        panel.files_chosen.connect(self.open_paths)
        panel.question_asked.connect(self.banner.ask)
        panel.question_withdrawn.connect(self.banner.withdraw)
        panel.current_changed.connect(self._show_panel)
        panel.retitled.connect(self._title)
        panel.rules.advised.connect(self.banner.advise)
        self.statusBar().addPermanentWidget(panel.rules.label)
        panel.rules.advise()
        panel.services.file_written.connect(self._close_when_written)
        panel.services.write_failed.connect(self._stay)
        panel.services.changed.connect(self.statusBar().clearMessage)
        panel.tables.accepted.connect(self._clear_message)
        panel.workspace.show_again()

    def _show_panel(self) -> None:
        if self.stack.currentWidget() is self.start:
            self.stack.setCurrentWidget(self.panel.splitter)
            # Not the field to search in, which would take Ctrl+Z for itself.
            self.panel.tables.current_view().setFocus()
        self._title()

    def _show_message(self, message: str) -> None:
        self.statusBar().showMessage(message, _MESSAGE_MILLISECONDS)

    def _clear_message(self, message: str) -> None:
        """Take a message away that is not true any more, but no other."""
        if self.statusBar().currentMessage() == message:
            self.statusBar().clearMessage()

    def _title(self) -> None:
        report = None if self._panel is None else self._panel.workspace.current
        # The platform puts the program's name behind it.
        self.setWindowTitle(f"{report.name}[*]" if report else self.tr("勾稽"))
        self.setWindowModified(report is not None and report.has_unsaved_steps)

    def _show_settings(self) -> None:
        from desktop.gui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self)
        dialog.language_chosen.connect(self.language_chosen)
        dialog.show()

    def _show_shortcuts(self) -> None:
        from desktop.gui.settings_dialog import ShortcutsDialog

        ShortcutsDialog(self.commands, self).show()

    def _show_about(self) -> None:
        from desktop.gui import dialogs

        dialogs.show_about(self)

    def _show_error(self, error: AppError) -> None:
        from desktop.gui import dialogs

        dialogs.show_error(self, error.message, error.detail)

    def _may_close(self) -> bool:
        if self._panel is None:
            return True
        if not self._panel.tables.settle():
            return False
        unsaved = self._panel.workspace.reports.unsaved()
        if self._panel.services.writer.is_busy:
            self._closing = True
            return False
        if not unsaved:
            return True
        from desktop.gui import dialogs

        answer = dialogs.ask_unsaved(self, len(unsaved))
        if answer is dialogs.Unsaved.SAVE:
            saved = [self._panel.commands.save_report(report) for report in unsaved]
            # While a name was asked for, all may have been written already.
            self._closing = all(saved)
            return not self._panel.workspace.reports.unsaved()
        return answer is dialogs.Unsaved.DISCARD

    def _close_when_written(self) -> None:
        self._title()
        if self._closing and not self.panel.services.writer.is_busy:
            self.close()

    def _stay(self) -> None:
        self._closing = False  # What could not be written is still in the window.

    def _remember(self) -> None:
        if self._panel is not None:
            self._panel.splitter.remember()
        remember_size(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self.leaving.emit()
        self._remember()
        self.hide()
        self.shut_down()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt may call this from the constructor already.
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "commands"):
            colour_icons(self.commands, self.palette())
