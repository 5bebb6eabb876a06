"""`rules`, and `check --previous`, run as a user runs them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.report.values import Number
from desktop.resources import resource
from desktop.rules.rulefile import load_rules
from tests.drawing.make_sample import CONTENT
from tests.drawing.report import draw_report
from tests.drawing.style import Style
from tests.running import run_desktop

SAMPLE = resource("sample", "sample-2024.pdf")
LAST_YEAR = ("A01", "A03", "A07", "A08", "B04", "B05", "C07", "V08")


def record_of(*words: str | Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(run_desktop("check", "--format", "json", *words).stdout)
    return record


def last_year(folder: Path, agency: str = CONTENT.agency, year: int = 2023) -> Path:
    """A report of the year before, with other figures carried on than this year's carried in."""
    path = folder / "last.pdf"
    values: dict[str, Number | str] = {**CONTENT.values, "applications.carried_out.total": 7}
    draw_report(path, replace(CONTENT, values=values, agency=agency, year=year), Style())
    return path


def test_the_catalogue_is_printed_as_markdown() -> None:
    done = run_desktop("rules")
    assert done.returncode == 0
    rows = [line for line in done.stdout.splitlines() if line.startswith("| ")]
    assert [row for row in rows if row.startswith("| B01 |")]
    assert {rule for rule in load_rules().rules if f"| {rule} |" not in done.stdout} == set()
    # Headings, a line of dashes and the rules: the same number of columns everywhere.
    assert {row.replace("\\|", "").count("|") for row in rows} == {7}


def test_the_catalogue_shows_the_users_own_rules(tmp_path: Path) -> None:
    path = tmp_path / "local.toml"
    path.write_text('[[rule]]\nid = "B01"\nseverity = "hint"\n[[rule]]\nid = "x"\n', "utf-8")
    done = run_desktop("rules", "--rules", path)
    assert "| B01 | 收办平衡 | 提示 |" in done.stdout
    assert "local.toml 第 4 行" in done.stderr


def test_last_year_is_compared_where_it_is_given(tmp_path: Path) -> None:
    alone = record_of(SAMPLE)
    assert {item["rule"] for item in alone["unchecked"]} == set(LAST_YEAR)
    both = record_of("--previous", last_year(tmp_path), SAMPLE)
    assert both["unchecked"] == []
    (carried,) = [f for f in both["findings"] if f["rule"] == "B04"]
    assert (carried["kind"], carried["left"], carried["right"]) == ("series", 2, 7)
    assert carried["cells"] == ["applications.carried_in.total"]


@pytest.mark.parametrize(("agency", "year"), [("云山市民政局", 2023), (CONTENT.agency, 2021)])
def test_a_report_that_is_not_last_years_is_told(tmp_path: Path, agency: str, year: int) -> None:
    record = record_of("--previous", last_year(tmp_path, agency, year), SAMPLE)
    reasons = {item["reason"] for item in record["unchecked"] if item["rule"] in LAST_YEAR}
    (reason,) = reasons
    assert "所给的上年报告" in reason


def test_a_last_year_that_cannot_be_read_costs_only_its_rules(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"no pdf")
    record = record_of("--previous", bad, SAMPLE)
    assert record["status"] == "read"
    assert {item["rule"] for item in record["unchecked"]} == set(LAST_YEAR)
    assert all("bad.pdf" in item["reason"] for item in record["unchecked"])


def test_last_year_goes_with_one_report_alone(tmp_path: Path) -> None:
    done = run_desktop("check", "--previous", SAMPLE, SAMPLE, tmp_path / "other.pdf")
    assert done.returncode == 64
    assert "--previous" in done.stderr


def test_the_text_tells_what_lacks_last_year_in_one_line() -> None:
    lines = [line for line in run_desktop("check", SAMPLE).stdout.splitlines() if "?" in line]
    assert lines == [f"    ? {'、'.join(LAST_YEAR)} 没有给出上一年度的报告，未能核对"]
