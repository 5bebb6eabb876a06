"""The running text and last year's report to figures that a cell may have, to break ties."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.report.model import Report
from desktop.report.values import Number
from desktop.rules.narrative.figures import Rough
from desktop.rules.narrative.statements import TextVerdict
from desktop.rules.repair.causes import Evidence

_CARRIED_OUT, _CARRIED_IN = "applications.carried_out.", "applications.carried_in."


def evidence_of(verdicts: Iterable[TextVerdict], previous: Report | None = None) -> Evidence:
    """What is said of single cells elsewhere.

    Args:
        verdicts: the figures of the text, bound to cells. Of a figure that agrees with a
            reading, that reading counts; of another, every reading of one cell.
        previous: the same office's report of the year before: what it carries out is carried
            in this year (rules B04, B05).
    """
    evidence: dict[str, set[Number]] = {}
    for verdict in verdicts:
        statement = verdict.statement
        if statement.figure.rough is not Rough.EXACT:
            continue
        for reading in (verdict.reading,) if verdict.agrees else statement.readings:
            if len(reading.plus) == 1 and not reading.minus:
                evidence.setdefault(reading.plus[0], set()).add(statement.said)
    for name, cell in previous.cells.items() if previous else ():
        if name.startswith(_CARRIED_OUT) and cell.value is not None:
            own = _CARRIED_IN + name.removeprefix(_CARRIED_OUT)
            evidence.setdefault(own, set()).add(cell.value)
    return evidence
