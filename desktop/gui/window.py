"""The window: its frame, its start page, and the bench once there is something to review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.gui.actions import colour_icons, enable_at_start, make_actions
from desktop.gui.banner import Banner
from desktop.gui.dropping import DropTarget
from desktop.gui.menus import fill_menus, fill_toolbar, fold_switches
from desktop.gui.settings import own_copy, store, stored
from desktop.gui.start_page import StartPage
from desktop.resources import ROOT

if TYPE_CHECKING:
    from desktop.gui.bench import Bench
    from desktop.gui.reports.recovery import Recovery
    from desktop.gui.workplace import Workplace

_SAMPLE = ROOT / "sample" / "sample-2024.pdf"
_MESSAGE_MILLISECONDS = 8000
_LEAST = QSize(900, 560)
_USUAL = QSize(1680, 1000)
_FRAME = QSize(16, 48)  # what desktops draw around a window, at most


class ReviewWindow(QMainWindow):
    """The desk on which reports are reviewed.

    Args:
        make_work: what is on the desk, which outlives the window; asked for with the bench.
    """

    language_chosen = Signal(str)
    """a key of `languages.LANGUAGES`"""
    leaving = Signal()
    """the window closes for good, and can open nothing any more"""

    def __init__(self, make_work: Callable[[], Workplace]) -> None:
        super().__init__()
        self.setObjectName("reviewWindow")
        self._make_work = make_work
        self._bench: Bench | None = None
        self._closing = False
        self.orders_table = make_actions(self)
        self._switches = fold_switches(self)
        self.banner = Banner()
        self.start = StartPage(with_sample=_SAMPLE.exists())
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self._title()

    @property
    def bench(self) -> Bench:
        """The panes; made when they are first asked for."""
        if self._bench is None:
            from desktop.gui.bench import Bench

            enable_at_start(self.orders_table, every=True)
            self._bench = Bench(self, self._make_work(), self.orders_table, self._switches)
            self._take_in(self._bench)
            colour_icons(self.orders_table, self.palette())
        return self._bench

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files, and the PDFs in folders."""
        if paths:
            self.bench.intake.search(paths)

    def shut_down(self) -> None:
        """End every thread and process behind the window; it can only be thrown away then."""
        if self._bench is not None:
            self._bench.close()
            self._bench.work.close()

    def retire(self) -> None:
        """Give way to another window over the same desk."""
        if self._bench is not None:
            self._bench.close()
        self._remember()
        self.hide()
        self.deleteLater()

    def note(self, sentences: str) -> None:
        """Say something that needs no answer."""
        self.banner.say(sentences, [(self.tr("知道了"), lambda: None)])

    def offer(self, recovery: Recovery) -> None:
        """Offer what a killed program left."""
        said = f"{self.banner.text} {recovery.refusal()}".strip()  # the start's words stay
        if recovery.left:
            self.banner.say(
                f"{said} {recovery.sentence()}".lstrip(),
                [
                    (self.tr("继续上次的核对"), lambda: self._restore(recovery)),
                    (self.tr("不要了"), recovery.discard),
                ],
            )
        elif said:
            self.note(said)

    def _restore(self, recovery: Recovery) -> None:
        self.open_paths(recovery.restore(self.bench.desk, self.bench.recorder))

    def _build(self) -> None:
        self.stack.addWidget(self.start)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.stack)
        self.setCentralWidget(central)
        self.addActions(list(self.orders_table))
        fill_menus(self, self.orders_table, self._switches)
        fill_toolbar(self, self.orders_table)
        # Others are drawn with the bench, for other screens.
        colour_icons(self.orders_table, self.palette(), [self.devicePixelRatioF()])
        enable_at_start(self.orders_table)
        self.statusBar().setSizeGripEnabled(False)
        room = self.screen().availableSize() - _FRAME
        self.setMinimumSize(_LEAST.boundedTo(room))
        geometry = stored("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(room.boundedTo(_USUAL))
            if self.size() != _USUAL:
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect(self) -> None:
        actions = self.orders_table
        actions.open.triggered.connect(lambda: self.bench.orders.ask_files())
        actions.quit.triggered.connect(self.close)
        actions.settings.triggered.connect(self._show_settings)
        actions.shortcuts.triggered.connect(self._show_shortcuts)
        actions.about.triggered.connect(self._show_about)
        self.start.open_clicked.connect(actions.open.trigger)
        self.start.sample_clicked.connect(lambda: self.open_paths([own_copy(_SAMPLE)]))
        DropTarget(self).dropped.connect(self.open_paths)

    def _take_in(self, bench: Bench) -> None:
        self.stack.addWidget(bench.panes)
        bench.told.connect(self._tell)
        bench.noted.connect(self.note)
        bench.troubled.connect(self._warn)
        bench.chosen.connect(self.open_paths)
        bench.turned.connect(self._turned)
        bench.retitled.connect(self._title)
        bench.rules.advised.connect(self.banner.advise)
        self.statusBar().addPermanentWidget(bench.rules.label)
        bench.rules.tell()
        bench.exporter.written.connect(self._close_when_written)
        bench.exporter.failed.connect(self._stay)
        if bench.desk.current is not None:
            bench.desk.show_again()

    def _turned(self) -> None:
        if self.stack.currentWidget() is self.start:
            self.stack.setCurrentWidget(self.bench.panes)
            # Not the field to search in, which would take Ctrl+Z for itself.
            self.bench.tables.current_view().setFocus()
        self.statusBar().clearMessage()
        self._title()

    def _tell(self, message: str) -> None:
        self.statusBar().showMessage(message, _MESSAGE_MILLISECONDS)

    def _title(self) -> None:
        entry = None if self._bench is None else self._bench.desk.current
        # The platform puts the program's name behind it.
        self.setWindowTitle(f"{entry.name}[*]" if entry else self.tr("勾稽"))
        self.setWindowModified(entry is not None and entry.has_unsaved_edits)

    def _show_settings(self) -> None:
        from desktop.gui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self)
        dialog.language_chosen.connect(self.language_chosen)
        dialog.show()

    def _show_shortcuts(self) -> None:
        from desktop.gui.settings_dialog import ShortcutsDialog

        ShortcutsDialog(self.orders_table, self).show()

    def _show_about(self) -> None:
        from desktop.gui import dialogs

        dialogs.show_about(self)

    def _warn(self, error: AppError) -> None:
        from desktop.gui import dialogs

        dialogs.show_error(self, error.message, error.detail)

    def _may_close(self) -> bool:
        if self._bench is None:
            return True
        if not self._bench.tables.settle():
            return False
        unsaved = self._bench.work.unsaved()
        if self._bench.exporter.is_busy:
            self._closing = True
            return False
        if not unsaved:
            return True
        from desktop.gui import dialogs

        answer = dialogs.ask_unsaved(self, len(unsaved))
        if answer is dialogs.Unsaved.SAVE:
            self._closing = True
            saved = [self._bench.orders.save_entry(entry) for entry in unsaved]
            self._closing = all(saved)
        return answer is dialogs.Unsaved.DISCARD

    def _close_when_written(self, _path: Path, pending: int) -> None:
        self._title()
        if self._closing and not pending:
            self.close()

    def _stay(self) -> None:
        self._closing = False  # What could not be written is still in the window.

    def _remember(self) -> None:
        if self._bench is not None:
            self._bench.panes.remember()
        store("window/geometry", self.saveGeometry())

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
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "orders_table"):
            colour_icons(self.orders_table, self.palette())
