"""What is on the desk: the files opened, which one is looked at, and what is selected in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from desktop.batch.outcome import Outcome
from desktop.gui.reports.entry import Entry, Stage, State
from desktop.gui.reports.last_years import LastYears
from desktop.gui.undo import StepCommand, step_of
from desktop.review.changes import Change, Completion
from desktop.review.journal import Left
from desktop.review.review import Review
from desktop.review.store import Saved
from desktop.rules.finding import Finding
from desktop.rules.rule import RuleSet


class Desk(QObject):
    """The one state that every pane of the window shows, and changes through here.

    What a person does to a report comes in by `do`; `desktop.gui.reports.work` says what that
    can be.
    """

    added = Signal(object)
    """an entry came onto the desk"""
    arrived = Signal(object)
    """files came onto the desk, all those of one drop: their paths"""
    wanted = Signal(object)
    """files have to be read: their paths"""
    opened = Signal(object)
    """an entry was read, with what earlier work there was on it"""
    lost = Signal(object)
    """an entry that was read before cannot be read any more"""
    updated = Signal(object)
    """an entry was read, or its findings changed"""
    turned = Signal(object)
    """another entry is looked at now, or the same one has just been read"""
    edited = Signal(object)
    """the entry looked at has changed: the names of the cells, none for a decision"""
    selected = Signal(str)
    """a cell; empty for none"""
    pointed = Signal(int)
    """a finding by its position; -1 for none"""

    def __init__(self, rules: RuleSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rules = rules
        self.entries: list[Entry] = []
        self.last_years = LastYears(self.entries)
        self.current: Entry | None = None
        self.cell = ""
        self.finding: Finding | None = None
        self.undo_group = QUndoGroup(self)
        # Once a person chose what to look at, files that finish do not push it away.
        self._settled = False
        self._left: dict[Path, Left] = {}

    @property
    def review(self) -> Review | None:
        """The review looked at, if it can be."""
        return None if self.current is None else self.current.review

    @property
    def position(self) -> int:
        """The finding pointed at, by its position; -1 for none."""
        if self.current is None:
            return -1
        position = self.current.index.position_like(self.finding)
        return -1 if position is None else position

    def ordered(self) -> list[Entry]:
        """The entries by the work there is to do, those opened first before others."""
        return sorted(self.entries, key=lambda entry: entry.work)

    def expect(self, left: Iterable[Left]) -> None:
        """What a killed program left of files that are about to be opened."""
        self._left.update({item.path: item for item in left})

    @property
    def awaited(self) -> list[Left]:
        """What a killed program left of files that could not be read since."""
        return list(self._left.values())

    def put(self, paths: Sequence[Path]) -> list[Path]:
        """Bring files onto the desk; answers with those that have to be read."""
        known = {entry.path: entry for entry in self.entries}
        fresh: list[Path] = []
        for path in paths:
            entry = known.get(path)
            if entry is None:
                self._add(path)
            elif entry.reason is None and not entry.is_outdated:
                continue
            else:
                entry.read_again()
                self.updated.emit(entry)
            fresh.append(path)
        self.arrived.emit(fresh)
        first = next((entry for entry in self.entries if entry.path in paths), None)
        if first is not None:
            self.turn_to(first)
            self._settled = first.review is not None
        return fresh

    def use(self, rules: RuleSet) -> None:
        """Check every report by other rules; those being read are wanted again."""
        self.rules = rules
        self.last_years.compare(rules)
        self.wanted.emit(self.last_years.waiting())

    def give_last_year(self, path: Path) -> None:
        """Compare the report looked at with this one of the year before."""
        if self.current is not None:
            unread = self.last_years.give(self.current.path, path)
            self.last_years.compare(self.rules)
            self.wanted.emit(unread)

    def take(self, outcome: Outcome, saved: Saved | None, by: RuleSet) -> None:
        """Accept what came of reading a file and checking it by some rules.

        The first that can be read is looked at.
        """
        if by is not self.rules:
            # It was given up when the rules changed, and is being read again.
            return
        self.last_years.take(outcome, by, saved)
        waiting = (entry for entry in self.entries if entry.state is State.READING)
        entry = next((entry for entry in waiting if entry.path == outcome.path), None)
        if entry is not None:
            self._take(entry, outcome, saved)
        self.last_years.compare(by)

    def _take(self, entry: Entry, outcome: Outcome, saved: Saved | None) -> None:
        # A file that cannot be read now may be back tomorrow: its steps wait in the journal.
        left = None if outcome.report is None else self._left.pop(outcome.path, None)
        previous = self.last_years.previous(entry.path, outcome.report)
        entry.take(outcome, self.rules, previous, saved, left)
        readable = outcome.report is not None
        if entry.review is not None and not readable:
            # What was read before still stands, and must not pass for the file as it is.
            self.lost.emit(entry)
        elif entry.review is not None:
            entry.review.changed.append(lambda names: self._changed(entry, names))
            self.opened.emit(entry)
        self.updated.emit(entry)
        if entry is self.current or (readable and not self._settled):
            self._turn(entry)
            self._settled = self._settled or readable

    def stop_reading(self) -> None:
        """Give up the files that are not read yet."""
        for entry in self.entries:
            if entry.state is State.READING:
                entry.give_up(self.tr("已停止读取；再次打开这个文件即可继续。"))
                self.updated.emit(entry)
                if entry is self.current:
                    self._turn(entry)

    def turn_to(self, entry: Entry) -> None:
        """Look at another entry."""
        self._settled = True
        if entry is not self.current:
            self._turn(entry)

    def _turn(self, entry: Entry) -> None:
        self.current = entry
        self.cell, self.finding = "", None
        self.undo_group.setActiveStack(entry.undo)
        self._look_at(entry)
        self.turned.emit(entry)
        self.selected.emit("")
        self.pointed.emit(-1)

    def show_again(self) -> None:
        """Tell everything about what is looked at once more, to panes that are new."""
        if self.current is not None:
            cell, position = self.cell, self.position
            self.turned.emit(self.current)
            if position >= 0:
                self._point(position)
            self.cell = cell
            self.selected.emit(cell)

    def _look_at(self, entry: Entry) -> None:
        if entry.review is not None and entry.stage is Stage.UNSEEN:
            entry.seen = True
            self.updated.emit(entry)

    def select(self, name: str) -> None:
        """Select a cell, and the first finding that concerns it."""
        if name == self.cell or self.current is None:
            return
        self.cell = name
        self.selected.emit(name)
        if self.finding is None or name not in self.finding.cells:
            positions = self.current.index.of_cell(name)
            self._point(positions[0] if positions else -1)

    def point(self, position: int) -> None:
        """Select a finding, and the first of its cells; -1 for none."""
        if self.current is None or not -1 <= position < len(self.current.index.findings):
            return
        self._point(position)
        cells = () if self.finding is None else self.finding.cells
        slots = {} if self.review is None else self.review.report.form.slots()
        self.cell = next((name for name in cells if name in slots), "")
        self.selected.emit(self.cell)

    def do(self, *changes: Change) -> None:
        """Make changes in the report looked at, as one step; a change opens what was done."""
        if self.current is None or self.review is None or not changes:
            return
        completes = any(isinstance(change, Completion) for change in changes)
        if self.review.done and not completes:
            changes = (*changes, Completion(before=True, after=False))
        self.current.undo.push(StepCommand(self.review, step_of(*changes)))

    def _add(self, path: Path) -> None:
        entry = Entry(path)
        self.entries.append(entry)
        self.undo_group.addStack(entry.undo)
        entry.undo.cleanChanged.connect(lambda: self.updated.emit(entry))
        self.added.emit(entry)

    def _point(self, position: int) -> None:
        findings = () if self.current is None else self.current.index.findings
        self.finding = findings[position] if position >= 0 else None
        self.pointed.emit(position)

    def _changed(self, entry: Entry, names: tuple[str, ...]) -> None:
        self.updated.emit(entry)
        if names:
            # Next year's report may be compared with what was changed here.
            self.last_years.compare(self.rules)
        if entry is not self.current:
            return
        self.edited.emit(names)
        self._point(self.position)
        if len(names) == 1:
            self.cell = ""
            self.select(names[0])
