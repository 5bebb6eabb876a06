"""The findings of the report looked at as rows, those with one root cause under its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktop.gui.any_index import AnyIndex
from desktop.gui.plain_text import tip
from desktop.gui.ui_terms import ui_term
from desktop.report.model import Report
from desktop.review.judgement import Verdict
from desktop.review.resolved import ResolvedProblem
from desktop.rules.finding import Problem, Severity
from desktop.rules.messages import finding_place, unchecked_lines
from desktop.workspace.finding_index import FindingIndex
from desktop.workspace.workspace import Workspace

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""the `FindingRow` of a row"""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A row of the list. `position` is the finding's; None for a row that is none.

    A row with `leads` names the root cause of the rows that follow it, and leads to that
    finding; those have a `cause`, the same sentence. `resolved` is what edits put right.
    """

    message: str
    place: str = ""
    severity: Severity | None = None
    position: int | None = None
    unchecked: bool = False
    verdict: Verdict | None = None
    leads: int | None = None
    cause: str = ""
    resolved: bool = False


class FindingsModel(QAbstractListModel):
    """Errors first; a report without findings says so, and what was not checked."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: list[FindingRow] = []

    def row_of(self, position: int) -> int:
        """The row of a finding; -1 where there is none."""
        rows = (row for row, line in enumerate(self._rows) if line.position == position)
        return next(rows, -1)

    def row_at(self, row: int) -> FindingRow | None:
        """A row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def refresh(self) -> None:
        """Show the findings that the report looked at has now."""
        lines = list(self._read())
        # After an edit that broke and mended nothing the list stands as it is.
        if lines != self._rows:
            self.beginResetModel()
            self._rows = lines
            self.endResetModel()

    def _read(self) -> Iterator[FindingRow]:
        report = self._workspace.current
        if report is None or report.review is None:
            return
        index, content = report.index, report.review.report
        for position in index.order:
            resolved = index.resolved_at(position)
            if resolved is not None:
                yield self._resolved_row(position, resolved, content)
                continue
            problem = index.problem_of(position)
            several = problem is not None and len(problem.findings) > 1
            if problem is not None and several and position == problem.findings[0]:
                yield self._head(problem, index)
            yield self._row(position, index, content, problem.reason if problem and several else "")
        if not report.index.findings:
            yield FindingRow(self.tr("未发现问题"))
        for item, rules in unchecked_lines(index.unchecked):
            reason = item.reason
            sentence = reason if "未能核对" in reason else self.tr("未能核对：{0}").format(reason)
            yield FindingRow(sentence, "、".join(rules), unchecked=True)

    def _row(self, position: int, index: FindingIndex, report: Report, cause: str) -> FindingRow:
        finding, decision = index.findings[position], index.decisions[position]
        place = finding_place(finding, report)
        verdict = None if decision is None else decision.verdict
        if verdict is not None:
            place = " · ".join(filter(None, (ui_term(verdict.word), place)))
        return FindingRow(
            finding.message, place, finding.severity, position, verdict=verdict, cause=cause
        )

    def _resolved_row(self, position: int, resolved: ResolvedProblem, report: Report) -> FindingRow:
        """One row for all findings with one root cause: it was one mistake."""
        first, decision = resolved.findings[0], resolved.decision
        said = self.tr("未注明原因") if decision is None else ui_term(decision.verdict.word)
        place = " · ".join(filter(None, (self.tr("已更正"), said, finding_place(first, report))))
        verdict = None if decision is None else decision.verdict
        return FindingRow(
            resolved.in_words, place, first.severity, position, verdict=verdict, resolved=True
        )

    def _head(self, problem: Problem, index: FindingIndex) -> FindingRow:
        """The root cause of several findings; settled once they all are."""
        waiting = [position for position in problem.findings if index.open[position]]
        first = (waiting or problem.findings)[0]
        decision = None if waiting else index.decisions[first]
        return FindingRow(
            problem.reason,
            self.tr("{0} 条等式").format(len(problem.findings)),
            index.findings[first].severity,
            verdict=None if decision is None else decision.verdict,
            leads=first,
        )

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.row_at(index.row())
        if line is None:
            return None
        if role == ROW_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.message
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            severity = ui_term(line.severity.word) if line.severity else ""
            return f"{severity} {line.message} {line.place} {line.cause}".strip()
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        # The keyboard goes from finding to finding, past the sentence above them.
        line = self.row_at(index.row())
        if line is not None and line.leads is not None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)
