"""What happens when a person tells the window to do something."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.gui import dialogs
from desktop.gui.actions import Actions
from desktop.gui.exporting import Exporter, corrected_path
from desktop.gui.findings.round import go
from desktop.gui.reports.desk import Desk
from desktop.gui.tables.table_tabs import TablesPane


class Orders(QObject):
    """Carries out the actions, and keeps them enabled only while they can be."""

    told = Signal(str)
    """a short message for the status bar"""
    chosen = Signal(object)
    """files to open"""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        tables: TablesPane,
        exporter: Exporter,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tables = tables
        self._exporter = exporter
        self._actions = actions
        work: list[tuple[QAction, Callable[[], object]]] = [
            (actions.open, self.ask_files),
            (actions.save, self.save),
            (actions.export_excel, lambda: self.export(".xlsx")),
            (actions.export_csv, lambda: self.export(".csv")),
            (actions.quit, window.close),
            (actions.undo, desk.undo_group.undo),
            (actions.redo, desk.undo_group.redo),
            (actions.restore, self.restore),
            (actions.next_finding, lambda: self.go(1)),
            (actions.previous_finding, lambda: self.go(-1)),
            (actions.about, lambda: dialogs.show_about(window)),
        ]
        for action, order in work:
            # A triggered action says whether it is checked; no order wants to know.
            action.triggered.connect(lambda _checked=False, order=order: order())
        group = desk.undo_group
        group.canUndoChanged.connect(actions.undo.setEnabled)
        group.canRedoChanged.connect(actions.redo.setEnabled)
        group.undoTextChanged.connect(lambda text: _name(actions.undo, self.tr("撤销"), text))
        group.redoTextChanged.connect(lambda text: _name(actions.redo, self.tr("重做"), text))
        actions.undo.setEnabled(False)
        actions.redo.setEnabled(False)
        for signal in (desk.turned, desk.updated, desk.selected, desk.edited):
            signal.connect(self._enable)
        exporter.written.connect(self._written)
        exporter.failed.connect(self._failed)
        self._enable()

    def ask_files(self) -> None:
        """Open files that the person chooses."""
        paths = dialogs.ask_files(self._window, self._folder())
        if paths:
            QSettings().setValue("open/folder", str(paths[0].parent))
            self.chosen.emit(paths)

    def save(self) -> None:
        """Write the corrected workbook beside the PDF; where that cannot be, ask."""
        entry = self._desk.current
        if entry is None or entry.review is None:
            return
        path: Path | None = corrected_path(entry)
        if not _is_writable(entry.path.parent):
            path = dialogs.ask_file_name(self._window, corrected_path(entry))
        if path is not None:
            self._exporter.export(entry, path)

    def export(self, suffix: str) -> None:
        """Write the report to a file that the person names."""
        entry = self._desk.current
        if entry is None or entry.review is None:
            return
        path = dialogs.ask_file_name(self._window, entry.path.with_suffix(suffix))
        if path is not None:
            self._exporter.export(entry, path)

    def restore(self) -> None:
        """Take the selected cells back to what the page has."""
        names = self._tables.current_view().selected_names()
        self._desk.restore(names or [self._desk.cell])

    def go(self, step: int) -> None:
        """To the next finding, or the one before."""
        if not go(self._desk, step):
            self.told.emit(self.tr("没有需要查看的问题"))

    def _folder(self) -> Path:
        if self._desk.current is not None:
            return self._desk.current.path.parent
        return Path(str(QSettings().value("open/folder", "") or Path.home()))

    def _enable(self) -> None:
        actions, review = self._actions, self._desk.review
        for action in (actions.save, actions.export_excel, actions.export_csv):
            action.setEnabled(review is not None)
        some = any(entry.index.findings for entry in self._desk.entries)
        actions.next_finding.setEnabled(some)
        actions.previous_finding.setEnabled(some)
        edited = review is not None and bool(review.edited())
        actions.restore.setEnabled(edited)

    def _written(self, path: Path) -> None:
        self.told.emit(self.tr("已保存到 {0}").format(path))

    def _failed(self, _path: Path, message: str) -> None:
        dialogs.show_error(self._window, message)


def _name(action: QAction, verb: str, what: str) -> None:
    """The menu names the step; the button in the tool bar keeps its width."""
    action.setText(f"{verb} {what}".strip())
    action.setIconText(verb)
    action.setToolTip(f"{verb} {what}".strip() + f"（{action.shortcut().toString()}）")


def _is_writable(folder: Path) -> bool:

    return os.access(folder, os.W_OK)
