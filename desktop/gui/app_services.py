"""What outlives a window: the workspace, and what reads and writes for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.errors import AppError
from desktop.files.folders import data_folder, journal_folder
from desktop.gui.rule_choice import RuleChoice
from desktop.gui.settings import author
from desktop.workspace.change import Change
from desktop.workspace.journal_recorder import JournalRecorder
from desktop.workspace.loader import Loader, Pool, worker_pool
from desktop.workspace.work_states import WorkStates
from desktop.workspace.workspace import Workspace
from desktop.workspace.writer import Writer


@dataclass(frozen=True, slots=True)
class _Call:
    """Something to be done in the window's thread."""

    function: Callable[[], None]


class AppServices(QObject):
    """Windows come and go over it, as when the language changes.

    Args:
        make_pool: makes what reads files, before the first one is opened; worker processes if
            not given.
    """

    changed = Signal(Change)
    """what is other in the workspace; whoever follows looks there for what is now"""
    files_found = Signal(list)
    """the paths of the PDF files among those searched"""
    file_written = Signal(Path)
    """a review saved, or a report exported"""
    write_failed = Signal(AppError)
    """a file could not be written"""
    error_shown = Signal(AppError)
    """something that a person has to know: a saved review or the journal cannot be used"""
    _called = Signal(_Call)

    def __init__(
        self, make_pool: Callable[[], Pool] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._called.connect(lambda call: call.function())
        self.rules = RuleChoice(self)
        # A stand-in knows no rules.
        made = worker_pool if make_pool is None else lambda _rules: make_pool()
        self.loader = Loader(self.rules.rules, made, self._deliver)
        self.writer = Writer(self._deliver)
        recorder = JournalRecorder(journal_folder())
        states = WorkStates(data_folder() / "work-states.json")
        self.workspace = Workspace(self.rules.rules, self.loader.load, recorder, author, states)
        self.workspace.on_change = self.changed.emit
        recorder.on_error = self.error_shown.emit
        self.loader.on_found = self.files_found.emit
        self.loader.on_read = self.workspace.take
        self.loader.on_error = self.error_shown.emit
        self.writer.on_saved = self.workspace.mark_saved
        self.writer.on_written = self.file_written.emit
        self.writer.on_error = self.write_failed.emit
        self.rules.changed.connect(self.workspace.use_rules)

    def stop_loading(self) -> None:
        """Give up the files that are not read yet."""
        self.loader.stop()
        self.workspace.stop_loading()

    def close(self) -> None:
        """End every thread and process."""
        self.loader.close()
        self.writer.close()
        # What was taken over from a killed program and could not be opened stays for next time.
        expected = self.workspace.reports.expected
        self.workspace.recorder.close(keep=any(report.is_unsaved for report in expected))

    def _deliver(self, function: Callable[[], None]) -> None:
        """Have something done in the window's thread, from any."""
        self._called.emit(_Call(function))
