"""One file's outcome as the object of the outside contract."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from desktop.batch.outcome import Outcome, Status
from desktop.report.model import Cell, Report, Source
from desktop.report.values import Number
from desktop.rules.finding import Checked, Finding, Problem, Repair
from desktop.rules.messages import sources_of

Record = dict[str, Any]


def record_of(outcome: Outcome) -> Record:
    """The object for one file; plain values only, ready for JSON."""
    report, checked = outcome.report, outcome.checked
    record: Record = {
        "file": str(outcome.path),
        "sha256": outcome.sha256,
        "status": outcome.status.value,
        "reason": _reason(outcome),
        "form": None,
        "agency": None,
        "year": None,
        "pages": 0,
        "cells": {},
        "findings": [],
        "unchecked": [],
        "suggestions": [],
        "problems": [],
        "seconds": {
            "read": round(outcome.seconds_reading, 6),
            "check": round(outcome.seconds_checking, 6),
        },
    }
    if report is not None:
        record |= _report_part(report)
    if report is not None and checked is not None:
        record |= _checked_part(checked, report)
    return record


def _reason(outcome: Outcome) -> str | None:
    if outcome.status is Status.PARTIAL and outcome.report is not None:
        return f"有 {len(outcome.report.unread)} 格没有读到，见 findings"
    return outcome.reason


def _report_part(report: Report) -> Record:
    return {
        "form": report.form.id,
        "agency": report.agency,
        "year": report.year,
        "pages": report.pages,
        "cells": {
            name: _cell(report.cells[name]) for name in report.form.slots() if name in report.cells
        },
    }


def _checked_part(checked: Checked, report: Report) -> Record:
    return {
        "findings": [_finding(finding, report) for finding in checked.findings],
        "unchecked": [
            {"rule": item.rule, "cells": list(item.cells), "reason": item.reason}
            for item in checked.unchecked
        ],
        "suggestions": [_suggestion(repair) for repair in checked.repairs],
        "problems": [_problem(problem, checked.repairs) for problem in checked.problems],
    }


def _cell(cell: Cell) -> Record:
    place = {"page": None, "box": None} if cell.source is None else _place(cell.source)
    return {
        "text": cell.text,
        "value": json_number(cell.value),
        **place,
        "source": cell.origin.value,
        "doubt": cell.doubt,
    }


def _finding(finding: Finding, report: Report) -> Record:
    return {
        "rule": finding.rule,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "cells": list(finding.cells),
        "message": finding.message,
        "left": json_number(finding.left),
        "right": json_number(finding.right),
        "where": [_place(source) for source in sources_of(finding, report)],
    }


def _suggestion(repair: Repair) -> Record:
    return {
        "cells": {name: json_number(value) for name, value in repair.cells.items()},
        "unique": repair.unique,
        "resolves": list(repair.resolves),
        "reason": repair.reason,
    }


def _problem(problem: Problem, repairs: Sequence[Repair]) -> Record:
    """Findings with one root cause; they and the suggestions for it by position."""
    return {
        "findings": list(problem.findings),
        "suggestions": [repairs.index(repair) for repair in problem.repairs],
        "reason": problem.reason,
    }


def _place(source: Source) -> Record:
    return {"page": source.page, "box": [round(edge, 2) for edge in source.box]}


def json_number(value: Number | None) -> int | float | None:
    """JSON knows no Decimal; the shortest decimal form of the float is the figure printed."""
    return float(value) if isinstance(value, Decimal) else value
