"""What is on the desk: the files opened, which one is looked at, and what is selected in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from desktop.batch.outcome import Outcome
from desktop.gui.reports.entry import Entry
from desktop.gui.undo import EditCommand
from desktop.report.values import format_number, parse_typed
from desktop.review.review import Review
from desktop.rules.finding import Finding


class Desk(QObject):
    """The one state that every pane of the window shows, and changes through here."""

    added = Signal(object)
    """an entry came onto the desk"""
    updated = Signal(object)
    """an entry was read, or its findings changed"""
    turned = Signal(object)
    """another entry is looked at now, or the same one has just been read"""
    edited = Signal(object)
    """cells of the entry looked at have changed: their names"""
    selected = Signal(str)
    """a cell; empty for none"""
    pointed = Signal(int)
    """a finding by its position; -1 for none"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.current: Entry | None = None
        self.cell = ""
        self.finding: Finding | None = None
        self.undo_group = QUndoGroup(self)
        # Once a person chose what to look at, files that finish do not push it away.
        self._settled = False

    @property
    def review(self) -> Review | None:
        """The review looked at, if it can be."""
        return None if self.current is None else self.current.review

    def put(self, paths: Sequence[Path]) -> list[Path]:
        """Bring files onto the desk; answers with those that have to be read."""
        known = {entry.path: entry for entry in self.entries}
        fresh: list[Path] = []
        for path in paths:
            entry = known.get(path)
            if entry is None:
                entry = self._add(path)
            elif entry.reason is None:
                continue
            entry.read_again()
            self.updated.emit(entry)
            fresh.append(path)
        first = next((entry for entry in self.entries if entry.path in paths), None)
        if first is not None:
            self.turn_to(first)
            self._settled = first.review is not None
        return fresh

    def take(self, outcome: Outcome) -> None:
        """Accept what came of reading a file; the first that can be read is looked at."""
        entry = self._awaiting(outcome.path)
        if entry is None:
            return
        entry.take(outcome)
        readable = entry.review is not None
        if entry.review is not None:
            entry.review.changed.append(lambda names: self._changed(entry, names))
        self.updated.emit(entry)
        if entry is self.current or (readable and not self._settled):
            self._turn(entry)
            self._settled = self._settled or readable

    def turn_to(self, entry: Entry) -> None:
        """Look at another entry."""
        self._settled = True
        if entry is not self.current:
            self._turn(entry)

    def _turn(self, entry: Entry) -> None:
        self.current = entry
        self.cell, self.finding = "", None
        self.undo_group.setActiveStack(entry.undo)
        self.turned.emit(entry)
        self.selected.emit("")
        self.pointed.emit(-1)

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
        """Select a finding, and the first of its cells."""
        if self.current is None or not 0 <= position < len(self.current.index.findings):
            return
        self._point(position)
        cells = self.current.index.findings[position].cells
        slots = {} if self.review is None else self.review.report.form.slots()
        self.cell = next((name for name in cells if name in slots), "")
        self.selected.emit(self.cell)

    def edit(self, name: str, text: str) -> bool:
        """Put a typed text into a cell; False where it is no number."""
        review = self.review
        if review is None or self.current is None:
            return False
        printed = review.printed_cell(name)
        if text.strip() and (printed is None or text != printed.text):
            number = parse_typed(text)
            if number is None:
                return False
            text = format_number(number)
        edit = review.edit_to(name, text)
        if edit.after != edit.before and (text or edit.before is not None):
            self.current.undo.push(EditCommand(review, edit))
        return True

    def clear(self, names: Sequence[str]) -> None:
        """Make cells blank, as one step."""
        if (review := self.review) is not None and self.current is not None:
            edits = [review.edit_to(name, "") for name in names if review.cell(name) is not None]
            edits = [edit for edit in edits if edit.after != edit.before]
            if edits:
                self.current.undo.push(EditCommand(review, *edits))

    def restore(self, names: Sequence[str]) -> None:
        """Take cells back to what the page has, as one step."""
        if (review := self.review) is not None and self.current is not None:
            edits = [review.edit_to_printed(name) for name in names if review.is_edited(name)]
            if edits:
                self.current.undo.push(EditCommand(review, *edits))

    def _awaiting(self, path: Path) -> Entry | None:
        waiting = (entry for entry in self.entries if entry.review is None)
        return next((entry for entry in waiting if entry.path == path), None)

    def _add(self, path: Path) -> Entry:
        entry = Entry(path)
        self.entries.append(entry)
        self.undo_group.addStack(entry.undo)
        entry.undo.cleanChanged.connect(lambda: self.updated.emit(entry))
        self.added.emit(entry)
        return entry

    def _point(self, position: int) -> None:
        findings = () if self.current is None else self.current.index.findings
        self.finding = findings[position] if position >= 0 else None
        self.pointed.emit(position)

    def _changed(self, entry: Entry, names: tuple[str, ...]) -> None:
        self.updated.emit(entry)
        if entry is not self.current:
            return
        self.edited.emit(names)
        position = entry.index.position_like(self.finding)
        self._point(-1 if position is None else position)
        if len(names) == 1:
            self.cell = ""
            self.select(names[0])
