"""The rules on whole reports, where the shared samples are at hand."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop.reading.read import read_report
from desktop.report.model import Report
from desktop.rules.finding import Finding, FindingKind, Severity
from tests.packaged import check

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
# Layouts that are not read whole yet: their doubts are told in `tests.reading`.
IN_PART = {"combo1_0", "dashword_3", "fullright_0"}
NAMES = sorted({path.stem for path in SAMPLES.glob("*.json") if "scan" not in path.stem} - IN_PART)

pytestmark = pytest.mark.skipif(not NAMES, reason="the shared samples are not here")


def truth(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))
    return content


@cache
def read(name: str) -> Report:
    return read_report((SAMPLES / f"{name}.pdf").read_bytes())


def findings_of(name: str) -> list[Finding]:
    return list(check(read(name)).findings)


@pytest.mark.parametrize("name", NAMES)
def test_exactly_the_sentences_that_disagree_are_found(name: str) -> None:
    expected = [(tuple(n["cells"]), n["said"], n["table"]) for n in truth(name)["narrative"]]
    found = [
        (f.cells, f.left, f.right) for f in findings_of(name) if f.kind is FindingKind.NARRATIVE
    ]
    assert found == expected


@pytest.mark.parametrize("name", [name for name in NAMES if not truth(name)["injected"]])
def test_a_report_in_which_nothing_was_put_wrong_has_no_error(name: str) -> None:
    assert [f.message for f in findings_of(name) if f.severity is Severity.ERROR] == []


# What a careful supervisor would send these back for, besides the figures of the text.
WARNINGS = {
    "blank_zero": ["V03", "V03", "V03"],
    "dash_zero": ["F11", "V03", "V03", "V03"],
    "fullwidth": [],
    "hongze-2024": ["F01", "F06"],
    "jiaozuo-2024": ["F11"],
    "repeat_head": [],
    "rows_break": [],
}


@pytest.mark.parametrize("name", [name for name in NAMES if not truth(name)["injected"]])
def test_its_warnings_are_those_that_a_supervisor_would_send_back(name: str) -> None:
    warnings = [
        f.rule
        for f in findings_of(name)
        if f.severity is Severity.WARNING and f.kind is not FindingKind.NARRATIVE
    ]
    assert warnings == WARNINGS[name]


def test_the_real_text_of_a_bureau_yields_what_is_wrong_with_it() -> None:
    found = {(f.rule, f.severity) for f in findings_of("jiaozuo-2024")}
    hints = ("A09", "Q02", "Q05")
    assert {("F11", Severity.WARNING), *((rule, Severity.HINT) for rule in hints)} <= found
    messages = " ".join(f.message for f in findings_of("jiaozuo-2024"))
    assert "“视频号”" in messages
    assert "“及时、准备”" in messages
