"""Repairs and problems in the JSON of the console."""

import json

import pytest

from desktop.__main__ import main
from desktop.resources import resource


def test_suggestions_and_problems_name_findings_by_position(
    capsys: pytest.CaptureFixture[str],
) -> None:
    sample = resource("sample", "sample-2024.pdf")
    assert main(["check", "--format", "jsonl", str(sample)]) == 1
    record = json.loads(capsys.readouterr().out)
    findings, suggestions = record["findings"], record["suggestions"]
    assert suggestions
    broken = [i for i, finding in enumerate(findings) if finding["kind"] == "equation"]
    told = [i for problem in record["problems"] for i in problem["findings"]]
    assert set(broken) <= set(told)
    for suggestion in suggestions:
        for position in suggestion["resolves"]:
            assert set(suggestion["cells"]) & set(findings[position]["cells"])
    listed = [i for problem in record["problems"] for i in problem["suggestions"]]
    assert sorted(listed) == list(range(len(suggestions)))
