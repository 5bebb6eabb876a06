"""Whole reports against the truth beside them, where the shared samples are at hand."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import InputFileError
from desktop.reading.read import read_report
from desktop.report.model import Report
from desktop.rules.finding import FindingKind, Severity
from tests.packaged import check

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.json"))
SCANS = {name for name in NAMES if "scan" in name}
# Layouts that are not read whole yet.
IN_PART = {"combo1_0", "dashword_3", "fullright_0"}
WHOLE = [name for name in NAMES if name not in SCANS | IN_PART]

pytestmark = pytest.mark.skipif(not NAMES, reason="the shared samples are not here")


def truth(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))
    return content


def read(name: str) -> Report:
    return read_report((SAMPLES / f"{name}.pdf").read_bytes())


@pytest.mark.parametrize("name", WHOLE)
def test_every_cell_is_read(name: str) -> None:
    report = read(name)
    expected = {cell: _number(value) for cell, value in truth(name)["values"].items()}
    assert {cell: report.value(cell) for cell in expected} == expected
    assert report.cells.keys() == expected.keys()


@pytest.mark.parametrize("name", WHOLE)
def test_exactly_the_violated_equations_are_found(name: str) -> None:
    expected = {frozenset(item["cells"]) for item in truth(name)["broken"]}
    findings = check(read(name)).findings
    found = {frozenset(f.cells) for f in findings if f.kind is FindingKind.EQUATION}
    assert found == expected


@pytest.mark.parametrize("name", sorted(IN_PART & set(NAMES)))
def test_what_is_not_read_whole_says_so_and_accuses_nobody(name: str) -> None:
    report = read(name)
    values = truth(name)["values"]
    wrong = {
        cell: report.cells[cell].text
        for cell, value in values.items()
        if cell in report.cells
        and report.cells[cell].doubt is None
        and report.value(cell) not in (None, _number(value))
    }
    assert wrong == {}
    assert report.unread
    broken = {frozenset(item["cells"]) for item in truth(name)["broken"]}
    errors = [f for f in check(report).findings if f.severity is Severity.ERROR]
    assert [f.message for f in errors if frozenset(f.cells) not in broken] == []


@pytest.mark.parametrize("name", sorted(SCANS & set(NAMES)))
def test_a_scan_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(InputFileError, match="扫描"):
        read(name)


def _number(value: object) -> int | Decimal | None:
    if value is None or isinstance(value, int):
        return value
    return Decimal(str(value))
