"""`overview` on reports drawn for it, as a user runs it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from desktop.report.form import Form
from desktop.report.values import Number
from desktop.sets.roster_file import read_roster
from tests.builders import FORM_2021
from tests.cli.test_contract import closed
from tests.drawing.report import Content, draw_report
from tests.running import ROOT, run_desktop
from tests.sets.figures import summed, values_of_year

PARENT, ONE, TWO = "清源县人民政府", "清源县教育局", "清源县水利局"
ROSTER = f"单位,上级单位\n{PARENT},\n{ONE},{PARENT}\n{TWO},{PARENT}\n清源县财政局,{PARENT}\n"
NEW = "applications.new.natural"
FORM: Form = FORM_2021
SCHEMA = json.loads((ROOT / "docs" / "overview.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(closed(SCHEMA))


def draw(folder: Path, name: str, unit: str, year: int, values: Mapping[str, Number]) -> Path:
    path = folder / f"{name}.pdf"
    paragraphs = {1: (f"{year}年，{unit}持续做好政务公开工作。",), 6: ("本年度未收取信息处理费。",)}
    draw_report(path, Content(FORM, values, unit, year, paragraphs=paragraphs))
    return path


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of a county: one sum is wrong, one office is missing, one file is nobody's."""
    folder, rng = tmp_path_factory.mktemp("county"), Random(5)
    (folder / "roster.csv").write_text(ROSTER, "utf-8-sig")
    reports = folder / "reports"
    reports.mkdir()
    last = {unit: values_of_year(rng, {}) for unit in (ONE, TWO)}
    now = {unit: values_of_year(rng, last[unit]) for unit in (ONE, TWO)}
    for row in ("carried_in", "granted", "total"):
        for column in ("natural", "total"):
            now[ONE][f"applications.{row}.{column}"] += 2
    above = summed(values_of_year(rng, {}), last)
    wrong = summed(values_of_year(rng, above), now)
    for row in ("new", "granted", "total"):
        for column in ("natural", "total"):
            wrong[f"applications.{row}.{column}"] += 3
    for number, (unit, year, values) in enumerate(
        (
            (ONE, 2024, last[ONE]), (TWO, 2024, last[TWO]), (PARENT, 2024, above),
            (ONE, 2025, now[ONE]), (TWO, 2025, now[TWO]), (PARENT, 2025, wrong),
            ("宁远市粮食局", 2025, last[ONE]),
        )
    ):  # fmt: skip
        draw(reports, f"{number:03}", unit, year, values)
    return folder


def overview(folder: Path, *words: str | Path) -> tuple[int, dict[str, Any]]:
    done = run_desktop("overview", "--format", "json", *words, folder / "reports")
    assert "Traceback" not in done.stderr
    record = json.loads(done.stdout)
    VALIDATOR.validate(record)
    return done.returncode, record


def test_a_set_is_one_object(county: Path) -> None:
    code, found = overview(county, "--roster", county / "roster.csv")
    assert (code, found["year"]) == (1, 2025)
    states = {unit["unit"]: unit["state"] for unit in found["units"]}
    assert states["清源县财政局"] == "missing"
    assert states[ONE] == "error"
    years = {unit["unit"]: [r["year"] for r in unit["reports"]] for unit in found["units"]}
    assert years[TWO] == [2025, 2024]
    assert [stray["agency"] for stray in found["strays"]] == ["宁远市粮食局"]
    chain = {(f["unit"], f["cells"][0]) for f in found["findings"] if f["rule"] in ("B04", "B05")}
    assert {c for c in chain if c[0] == ONE} == {
        (ONE, "applications.carried_in.natural"), (ONE, "applications.carried_in.total"),
    }  # fmt: skip
    sums = {f["cells"][0]: f for f in found["findings"] if f["rule"] == "X01"}
    assert {name.split(".")[1] for name in sums} == {"new", "granted", "total"}
    assert sums[NEW]["left"] - sums[NEW]["right"] == 3
    # One is missing: nobody is accused, and it is named.
    assert {finding["severity"] for finding in sums.values()} == {"hint"}
    assert "清源县财政局" in sums[NEW]["message"]
    assert sums[NEW]["where"][0]["page"] >= 1


def test_without_a_roster_sums_over_guessed_parents_are_hints(county: Path) -> None:
    code, found = overview(county, "--year", "2025")
    parents = {unit["unit"]: (unit["parent"], unit["parent_is_guess"]) for unit in found["units"]}
    assert parents[ONE] == (PARENT, True)
    assert not found["strays"]
    sums = [f for f in found["findings"] if f["rule"] == "X01"]
    assert sums
    assert {f["severity"] for f in sums} == {"hint"}
    assert code == 1


def test_when_all_are_in_a_wrong_sum_is_an_error(county: Path, tmp_path: Path) -> None:
    roster = tmp_path / "r.csv"
    roster.write_text(ROSTER.replace(f"清源县财政局,{PARENT}\n", ""), "gb18030")
    _, found = overview(county, "--roster", roster)
    assert {f["severity"] for f in found["findings"] if f["rule"] == "X01"} == {"error"}


def test_last_year_can_be_looked_at(county: Path) -> None:
    code, found = overview(county, "--roster", county / "roster.csv", "--year", "2024")
    assert found["year"] == 2024
    assert not [f for f in found["findings"] if f["kind"] == "series"]
    assert code == 1  # 财政局 is missing


def test_what_was_answered_is_kept_with_the_set(county: Path, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    reports = folder / "reports"
    reports.mkdir(parents=True)
    for path in (county / "reports").iterdir():
        (reports / path.name).write_bytes(path.read_bytes())
    (folder / "roster.csv").write_text(ROSTER, "utf-8")
    words = ("--roster", folder / "roster.csv", "--answer", "宁远市粮食局=清源县财政局", "--save")
    _, first = overview(folder, *words)
    _, again = overview(folder)
    for found in (first, again):
        states = {unit["unit"]: unit["state"] for unit in found["units"]}
        assert states["清源县财政局"] != "missing"
        assert not found["strays"]
    kept = json.loads((reports / "set.gouji-set").read_text("utf-8"))
    assert kept["roster"] == "../roster.csv"


def test_a_roster_is_drawn_from_reports_and_taken_over(county: Path, tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.csv"
    overview(county, "--write-roster", drawn)
    parents = {unit.name: unit.parent for unit in read_roster(drawn).units}
    assert parents[ONE] == PARENT
    given = tmp_path / "given.csv"
    text = (
        "单位,上级单位,截止日期\n"
        + f"{PARENT},,\n{ONE},{PARENT},2024-01-31\n清源县水务局,{PARENT},\n"
    )
    given.write_text(text, "utf-8")
    words = ("--roster", given, "--answer", f"{TWO}=清源县水务局", "--answer", "宁远市粮食局=")
    overview(county, *words, "--write-roster", tmp_path / "next.xlsx")
    units = {unit.name: unit for unit in read_roster(tmp_path / "next.xlsx").units}
    assert units["清源县水务局"].aliases == (TWO,)
    assert units[ONE].deadline == date(2026, 1, 31)


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(county: Path, tmp_path: Path) -> None:
    folder = tmp_path / "x"
    (folder / "reports").mkdir(parents=True)
    for path in (county / "reports").iterdir():
        (folder / "reports" / path.name).write_bytes(path.read_bytes())
    (folder / "reports" / "清源县财政局2025年度报告.pdf").write_bytes(b"%PDF-1.4 nothing")
    code, found = overview(folder, "--roster", county / "roster.csv")
    assert code == 2
    assert [file["unit"] for file in found["unreadable"]] == ["清源县财政局"]
    states = {unit["unit"]: unit["state"] for unit in found["units"]}
    assert states["清源县财政局"] == "unreadable"
    sums = [f for f in found["findings"] if f["rule"] == "X01"]
    assert all("无法读取：清源县财政局" in finding["message"] for finding in sums)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", "名称\n甲\n".encode()])
def test_a_roster_that_is_none_is_one_sentence(
    county: Path, tmp_path: Path, content: bytes
) -> None:
    roster = tmp_path / "roster.xlsx"
    roster.write_bytes(content)
    done = run_desktop("overview", "--roster", roster, county / "reports")
    assert done.returncode == 64
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_the_text_counts_and_names(county: Path) -> None:
    done = run_desktop("overview", "--roster", county / "roster.csv", county / "reports")
    assert "应交 4 个单位，已交 3 个，未交 1" in done.stdout
    assert "名单外 1 份" in done.stdout
    assert "✖ X05 清源县财政局" in done.stdout


def test_the_schema_has_what_is_told() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    text = (ROOT / "docs" / "contract-overview.md").read_text("utf-8")
    told = re.findall(r"^\| `(\w+)` \|", text.partition("A **unit**")[0], re.MULTILINE)
    assert sorted(told) == sorted(SCHEMA["properties"]) == sorted(SCHEMA["required"])
    kinds = SCHEMA["$defs"]["finding"]["properties"]["kind"]["enum"]
    told = re.findall(r"^\| `(\w+)` \|", text.partition("| `kind` |")[2], re.MULTILINE)
    assert told == kinds


def test_a_report_answered_to_be_nobody_s_accuses_nobody(tmp_path: Path) -> None:
    rng = Random(9)
    reports = tmp_path / "reports"
    reports.mkdir()
    last = values_of_year(rng, {})
    now = values_of_year(rng, last)
    for cell in ("total", "natural"):
        now[f"applications.carried_in.{cell}"] += 2
        now[f"applications.total.{cell}"] += 2
        now[f"applications.granted.{cell}"] += 2
    draw(reports, "last", "教育局", 2024, last)
    draw(reports, "now", ONE, 2025, now)
    (tmp_path / "r.csv").write_text(f"单位\n{ONE}\n{TWO}\n", "utf-8")
    words = ("--roster", tmp_path / "r.csv", "--year", "2025")
    _, linked = overview(tmp_path, *words)
    assert {f["rule"] for f in linked["findings"]} >= {"B04"}
    _, apart = overview(tmp_path, *words, "--answer", "教育局=")
    assert not [f for f in apart["findings"] if f["kind"] == "series"]
    assert any("上一年度" in line for line in apart["unchecked"])


@pytest.mark.parametrize("year", ["1", "2007", "9999"])
def test_a_year_that_cannot_be_is_wrong_usage(county: Path, year: str) -> None:
    done = run_desktop("overview", "--year", year, county / "reports")
    assert done.returncode == 64
    assert len(done.stderr.splitlines()) == 1
