"""The window: puts the panes together and connects them to the desk; nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.gui import dialogs
from desktop.gui.actions import colour_icons, make_actions
from desktop.gui.banner import Banner
from desktop.gui.dialogs import Unsaved
from desktop.gui.dropping import DropTarget
from desktop.gui.findings.findings_pane import FindingsPane
from desktop.gui.menus import fill_menus, fill_toolbar
from desktop.gui.orders import Orders
from desktop.gui.pages.page_pane import PagePane
from desktop.gui.panes import Panes
from desktop.gui.reports.entry import Entry, State
from desktop.gui.reports.recovery import Recovery, carried_words, lost_words
from desktop.gui.reports.report_list import ReportPane
from desktop.gui.settings_dialog import SettingsDialog, ShortcutsDialog
from desktop.gui.start_page import Notice, StartPage
from desktop.gui.tables.table_tabs import TablesPane
from desktop.gui.workplace import Workplace
from desktop.resources import ROOT

_SAMPLE = ROOT / "sample" / "sample-2024.pdf"
_MESSAGE_MILLISECONDS = 8000


class ReviewWindow(QMainWindow):
    """The desk on which reports are reviewed.

    Args:
        work: what is on the desk, which outlives the window.
    """

    language_chosen = Signal(str)
    """a key of `languages.LANGUAGES`"""

    def __init__(self, work: Workplace) -> None:
        super().__init__()
        self.setObjectName("reviewWindow")
        self.work = work
        self.desk, self.intake = work.desk, work.intake
        self.exporter, self.recorder = work.exporter, work.recorder
        self.orders_table = make_actions(self)
        self.reports = ReportPane(self.desk)
        self.pages = PagePane(self.desk, self.orders_table)
        self.tables = TablesPane(self.desk)
        self.findings = FindingsPane(self.desk, self.pages.view, self.orders_table)
        self.banner = Banner()
        self.start = StartPage(with_sample=_SAMPLE.exists())
        self.notice = Notice("unreadable")
        self._closing = False
        self._build()
        self._connect()
        self._title()

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files, and the PDFs in folders."""
        if paths:
            self.intake.search(paths)

    def shut_down(self) -> None:
        """End every thread and process behind the window; it can only be thrown away then."""
        self.pages.view.stop()
        self.work.close()

    def retire(self) -> None:
        """Give way to another window over the same desk."""
        self.pages.view.stop()
        self._remember()
        self.hide()
        self.deleteLater()

    def show_desk(self) -> None:
        """Show what is on the desk already."""
        if self.desk.current is not None:
            self.desk.show_again()

    def offer(self, recovery: Recovery) -> None:
        """Offer what a killed program left."""
        if recovery.left:
            self.banner.say(
                recovery.sentence(),
                [
                    (self.tr("继续上次的核对"), lambda: self._restore(recovery)),
                    (self.tr("不要了"), recovery.discard),
                ],
            )

    def _restore(self, recovery: Recovery) -> None:
        self.open_paths(recovery.restore(self.desk, self.recorder))

    def _build(self) -> None:
        self.middle = QStackedWidget()
        self.middle.addWidget(self.pages)
        self.middle.addWidget(self.notice)
        self.panes = Panes(self.reports, self.middle, self.tables, self.findings)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.panes)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.stack)
        self.setCentralWidget(central)
        self.addActions(list(self.orders_table))
        fill_menus(self, self.orders_table, self.panes)
        fill_toolbar(self, self.orders_table)
        colour_icons(self.orders_table, self.palette())
        self.statusBar().setSizeGripEnabled(False)
        self.setMinimumSize(QSize(900, 560))
        geometry = QSettings().value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(self.screen().availableSize().boundedTo(QSize(1680, 1000)))

    def _connect(self) -> None:
        desk, tell = self.desk, self._tell
        panes = (self.tables, self.findings)
        actions = self.orders_table
        actions.settings.triggered.connect(self._show_settings)
        actions.shortcuts.triggered.connect(lambda: ShortcutsDialog(actions, self).show())
        self.orders = orders = Orders(self, desk, panes, self.exporter, self.orders_table)
        orders.told.connect(tell)
        orders.chosen.connect(self.open_paths)
        DropTarget(self).dropped.connect(self.open_paths)
        self.intake.found.connect(self._put)
        self.intake.failed.connect(self._warn)
        self.recorder.troubled.connect(self._warn)
        self.reports.stop_clicked.connect(self.work.stop_reading)
        self.findings.detail.told.connect(tell)
        desk.opened.connect(self._carried)
        desk.lost.connect(self._lost)
        self.start.open_clicked.connect(orders.ask_files)
        self.start.sample_clicked.connect(lambda: self.open_paths([_SAMPLE]))
        self.tables.refused.connect(tell)
        self.pages.view.failed.connect(self._page_failed)
        self.exporter.written.connect(self._close_when_written)
        self.exporter.failed.connect(self._stay)
        desk.turned.connect(self._turned)
        for entry_signal in (desk.edited, desk.updated):
            entry_signal.connect(self._title)

    def _put(self, paths: Sequence[Path]) -> None:
        if not paths:
            self._tell(self.tr("这个文件夹里没有 PDF 文件"))
            return
        self.intake.submit(self.desk.put(paths))

    def _turned(self, entry: Entry) -> None:
        self.stack.setCurrentWidget(self.panes)
        self.statusBar().clearMessage()
        if entry.state is State.READY:
            self.middle.setCurrentWidget(self.pages)
        elif entry.state is State.READING:
            self._notice(self.tr("读取中…"), entry.path.name, "report")
        else:
            self._notice(self.tr("无法读取"), f"{entry.path.name}\n\n{entry.reason}", "unreadable")
        self._title()

    def _page_failed(self, message: str) -> None:
        self._notice(self.tr("页面无法显示"), message, "unreadable")

    def _notice(self, heading: str, text: str, picture: str) -> None:
        self.notice.say(heading, text, picture)
        self.middle.setCurrentWidget(self.notice)

    def _tell(self, message: str) -> None:
        self.statusBar().showMessage(message, _MESSAGE_MILLISECONDS)

    def _title(self) -> None:
        entry = self.desk.current
        # The platform puts the program's name behind it.
        self.setWindowTitle(f"{entry.name}[*]" if entry else self.tr("勾稽"))
        self.setWindowModified(entry is not None and entry.has_unsaved_edits)

    def _show_settings(self) -> None:
        dialog = SettingsDialog(self)
        dialog.language_chosen.connect(self.language_chosen)
        dialog.show()

    def _warn(self, error: AppError) -> None:
        dialogs.show_error(self, error.message, error.detail)

    def _carried(self, entry: Entry) -> None:
        if entry.carried is not None and not entry.carried.same:
            self.banner.say(carried_words(entry), [(self.tr("知道了"), lambda: None)])

    def _lost(self, entry: Entry) -> None:
        self.banner.say(lost_words(entry), [(self.tr("知道了"), lambda: None)])

    def _may_close(self) -> bool:
        unsaved = self.work.unsaved()
        if self.exporter.is_busy:
            self._closing = True
            return False
        if not unsaved:
            return True
        answer = dialogs.ask_unsaved(self, len(unsaved))
        if answer is Unsaved.SAVE:
            self._closing = True
            saved = [self.orders.save_entry(entry) for entry in unsaved]
            self._closing = all(saved)
        return answer is Unsaved.DISCARD

    def _close_when_written(self, _path: Path, pending: int) -> None:
        self._title()
        if self._closing and not pending:
            self.close()

    def _stay(self) -> None:
        # What could not be written is still in the window.
        self._closing = False

    def _remember(self) -> None:
        self.panes.remember()
        QSettings().setValue("window/geometry", self.saveGeometry())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self._remember()
        self.hide()
        self.shut_down()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt may call this from the constructor already.
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "orders_table"):
            colour_icons(self.orders_table, self.palette())
