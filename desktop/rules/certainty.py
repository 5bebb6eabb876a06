"""Only what was read with certainty accuses an office."""

from __future__ import annotations

from dataclasses import replace

from desktop.report.model import Report
from desktop.rules.finding import Finding, Severity
from desktop.rules.messages import cells_in_words


def without_accusing(finding: Finding, report: Report) -> Finding:
    """The finding; an error over a cell whose reading is in doubt as a warning to look first."""
    if finding.severity is not Severity.ERROR:
        return finding
    cells = (report.cells.get(name) for name in finding.cells)
    doubted = [cell.name for cell in cells if cell is not None and cell.doubt is not None]
    if not doubted:
        return finding
    listed = cells_in_words(doubted, report.form)
    message = f"{finding.message}；先核对读取：{listed}"
    return replace(finding, severity=Severity.WARNING, message=message)
