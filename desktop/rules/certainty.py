"""Only what was read with certainty accuses an office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.report.model import Report
from desktop.rules.finding import Finding, Severity
from desktop.rules.messages import cells_in_words


def without_accusing(finding: Finding, report: Report, previous: Report | None = None) -> Finding:
    """The finding; an error over a cell whose reading is in doubt as a warning to look first.

    Args:
        finding: of a rule.
        report: the report that it is on.
        previous: last year's, which the rule may have compared it with.
    """
    if finding.severity is not Severity.ERROR:
        return finding
    doubts = list(_doubts(finding, report, previous))
    if not doubts:
        return finding
    message = f"{finding.message}；先核对读取：{'；'.join(doubts)}"
    return replace(finding, severity=Severity.WARNING, message=message)


def _doubts(finding: Finding, report: Report, previous: Report | None) -> Iterator[str]:
    """The doubted cells in words: this year's, and last year's."""
    if doubted := _doubted(report, finding.cells):
        yield cells_in_words(doubted, report.form)
    if previous is not None and (doubted := _doubted(previous, finding.last_cells)):
        yield f"上一年度报告的{cells_in_words(doubted, previous.form)}"


def _doubted(report: Report, names: Iterable[str]) -> list[str]:
    cells = (report.cells.get(name) for name in names)
    return [cell.name for cell in cells if cell is not None and cell.doubt is not None]
