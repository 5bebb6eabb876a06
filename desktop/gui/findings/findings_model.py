"""The findings of the report looked at as rows, with what could not be checked behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.gui.reports.desk import Desk
from desktop.gui.words import word
from desktop.review.judgement import Verdict
from desktop.rules.finding import Severity
from desktop.rules.messages import finding_place

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""the `Line` of a row"""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list. `position` is the finding's; None for a row that is none."""

    message: str
    place: str = ""
    severity: Severity | None = None
    position: int | None = None
    unchecked: bool = False
    verdict: Verdict | None = None


class FindingsModel(QAbstractListModel):
    """Errors first; a report without findings says so, and what was not checked."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: list[Line] = []
        desk.turned.connect(self._reset)
        desk.edited.connect(self._reset)

    def row_of(self, position: int) -> int:
        """The row of a finding; -1 where there is none."""
        rows = (row for row, line in enumerate(self._lines) if line.position == position)
        return next(rows, -1)

    def line_at(self, row: int) -> Line | None:
        """A row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _reset(self) -> None:
        lines = list(self._read())
        # After an edit that broke and mended nothing the list stands as it is.
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def _read(self) -> Iterator[Line]:
        entry = self._desk.current
        if entry is None or entry.review is None:
            return
        report = entry.review.report
        for position, finding in enumerate(entry.index.findings):
            place = finding_place(finding, report)
            decision = entry.index.decisions[position]
            verdict = None if decision is None else decision.verdict
            if verdict is not None:
                place = f"{word(verdict.word)} · {place}"
            yield Line(finding.message, place, finding.severity, position, verdict=verdict)
        if not entry.index.findings:
            yield Line(self.tr("未发现问题"))
        # What many rules lack, such as last year's report, is told once.
        rules: dict[str, list[str]] = {}
        for item in sorted(entry.index.unchecked, key=lambda item: item.quiet):
            rules.setdefault(item.reason, []).append(item.rule)
        for reason, names in rules.items():
            told = reason if "未能核对" in reason else self.tr("未能核对：{0}").format(reason)
            yield Line(told, "、".join(names), unchecked=True)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index.row())
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.message
        if role == Qt.ItemDataRole.AccessibleTextRole:
            severity = word(line.severity.word) if line.severity else ""
            return f"{severity} {line.message} {line.place}".strip()
        return None
