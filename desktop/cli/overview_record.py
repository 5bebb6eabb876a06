"""A checked set as the object of the outside contract."""

from __future__ import annotations

from desktop.cli.record import Record, json_number
from desktop.report.model import Source
from desktop.report.values import Number
from desktop.sets.check_set import SetChecked
from desktop.sets.set_finding import Addend, SetFinding, SumCause
from desktop.sets.set_report import SetReport
from desktop.sets.submission import duplicates


def overview_record(checked: SetChecked) -> Record:
    """The object of a set; plain values only, ready for JSON."""
    reports = checked.reports
    return {
        "year": reports.year or None,
        "roster": reports.has_roster,
        "units": [
            {
                "unit": unit.name,
                "parent": unit.parent,
                "parent_is_guess": unit.parent_is_guess,
                "state": checked.states[unit.name].value,
                "reports": [_report(report) for report in reports.all_of(unit.name)],
            }
            for unit in reports.roster.units
        ],
        "strays": [{**_report(report), "agency": report.agency} for report in reports.unlisted],
        "questions": [
            {
                **_report(question.report),
                "agency": question.report.agency or None,
                "candidates": list(question.candidates),
                "reason": question.reason,
            }
            for question in reports.questions
        ],
        "unreadable": [
            {"file": str(file.file), "unit": file.unit, "year": file.year, "reason": file.reason}
            for file in reports.unread
        ],
        "duplicates": _duplicates(checked),
        "findings": [_finding(finding) for finding in checked.findings],
        "totals": {name: json_number(value) for name, value in checked.totals.items()},
        "totals_lack": [{"unit": unit, "reason": reason} for unit, reason in checked.totals_lack],
        "unchecked": list(checked.unchecked),
        "roster_problems": [str(problem) for problem in reports.roster.problems],
    }


def _report(report: SetReport) -> Record:
    return {"file": str(report.file), "year": report.year}


def _duplicates(checked: SetChecked) -> list[Record]:
    reports = checked.reports
    found = ((unit.name, duplicates(reports.of(unit.name))) for unit in reports.roster.units)
    return [
        {"unit": unit, "year": reports.year, "files": [str(report.file) for report in twice]}
        for unit, twice in found
        if twice
    ]


def _finding(finding: SetFinding) -> Record:
    record: Record = {
        "rule": finding.rule,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "unit": finding.unit,
        "year": finding.year,
        "cells": list(finding.cells),
        "left": json_number(finding.left),
        "right": json_number(finding.right),
        "message": finding.message,
        "with": [{"unit": other.unit, "year": other.year} for other in finding.others],
        "where": [_place(source) for source in finding.where],
    }
    if finding.addends:
        record["addends"] = [_addend(addend) for addend in finding.addends]
    if finding.causes:
        record["causes"] = [_cause(cause) for cause in finding.causes]
    return record


def _addend(addend: Addend) -> Record:
    value: Number | None = addend.value
    return {"unit": addend.unit, "value": json_number(value), "remark": addend.remark}


def _cause(cause: SumCause) -> Record:
    return {"kind": cause.kind, "units": list(cause.units), "message": cause.message}


def _place(source: Source) -> Record:
    return {"page": source.page, "box": [round(edge, 2) for edge in source.box]}
