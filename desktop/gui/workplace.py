"""What outlives a window: the desk, what reads for it, what writes for it, and its journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.files.folders import journal_folder
from desktop.gui.exporting import Exporter
from desktop.gui.reports.desk import Desk
from desktop.gui.reports.entry import Entry
from desktop.gui.reports.intake import Intake, Pool, worker_pool
from desktop.gui.reports.recorder import Recorder
from desktop.gui.rule_choice import RuleChoice


class Workplace(QObject):
    """Windows come and go over it, as when the language changes.

    Args:
        make_pool: makes what reads files, before the first one is opened; worker processes if
            not given.
    """

    def __init__(
        self, make_pool: Callable[[], Pool] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.rules = RuleChoice(self)
        self.desk = Desk(self.rules.rules, self)
        # A stand-in knows no rules.
        made = worker_pool if make_pool is None else lambda _rules: make_pool()
        self.intake = Intake(self.desk.rules, made, self)
        self.exporter = Exporter(self)
        self.recorder = Recorder(self.desk, journal_folder(), self)
        self.intake.read.connect(self.desk.take)
        self.desk.wanted.connect(self._read)
        self.rules.changed.connect(self.desk.use)
        self.exporter.saved.connect(self._saved)

    def unsaved(self) -> list[Entry]:
        """The reports with work that is in no saved review."""
        return [entry for entry in self.desk.entries if entry.has_unsaved_edits]

    def stop_reading(self) -> None:
        """Give up the files that are not read yet."""
        self.intake.stop()
        self.desk.stop_reading()

    def close(self) -> None:
        """End every thread and process."""
        self.intake.close()
        self.exporter.close()
        # What was taken over from a killed program and could not be opened stays for next time.
        self.recorder.close(keep=any(left.is_unsaved for left in self.desk.awaited))

    def _read(self, paths: Sequence[Path]) -> None:
        if paths:
            self.intake.submit(paths, self.desk.rules)

    def _saved(self, entry: Entry, count: int) -> None:
        self.recorder.saved(entry.path, count)
