"""What docs/ says of names, keys and columns is so."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest

from desktop.exports.rows import CELL_HEAD, EDIT_HEAD, FINDING_HEAD
from desktop.exports.sums import _HEAD as SUMS
from desktop.report.form import forms
from desktop.report.model import Source
from desktop.resources import ROOT as RESOURCES
from desktop.review.changes import Completion, Remark
from desktop.review.formats import JOURNAL, JOURNAL_VERSION, REVIEW, REVIEW_VERSION
from desktop.review.judgement import Decision, Verdict
from desktop.review.store import save_review
from desktop.rules import rulefile
from tests.builders import report_of
from tests.packaged import new_review
from tests.running import ROOT

DOCS = sorted((ROOT / "docs").glob("*.md"))
LONGEST = {"contract.md": 200}
every = pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)


def text_of(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def rows(text: str, head: str) -> list[list[str]]:
    """The rows of the tables whose head begins so."""
    found = []
    for table in re.findall(rf"^\| {re.escape(head)} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.M):
        found += [[cell.strip() for cell in line[1:-1].split(" | ")] for line in table.splitlines()]
    assert found, head
    return found


def code(text: str) -> list[str]:
    return re.findall(r"`([^`]*)`", text)


def part(text: str, heading: str) -> str:
    _, _, rest = text.partition(f"\n## {heading}")
    assert rest, heading
    return rest.partition("\n## ")[0]


@every
def test_documents_are_short_enough_to_be_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST.get(path.name, 150)


@every
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", path.read_text("utf-8"))
    assert {link for link in links if not (path.parent / link).exists()} == set()


@every
def test_paths_told_exist(path: Path) -> None:
    told = re.findall(r"`((?:resources|tests|docs|desktop)/[\w./*-]+)`", path.read_text("utf-8"))
    assert {name for name in told if not list(ROOT.glob(name.rstrip("/")))} == set()


def test_every_document_is_listed_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {path.name for path in DOCS if f"(docs/{path.name})" not in readme} == set()


# The glossary.


def exists(name: str) -> bool:
    """Whether there is a package, module, class, field or member of this name."""
    try:
        resolve_name(f"desktop.{name}")
    except ImportError:
        return False
    except AttributeError:
        owner, _, last = f"desktop.{name}".rpartition(".")
        # A field without a default is no attribute of its class.
        thing = resolve_name(owner)
        return is_dataclass(thing) and last in {field.name for field in fields(thing)}
    return True


def test_every_name_in_the_glossary_exists() -> None:
    told = [row[1] for row in rows(text_of("glossary.md"), "Chinese | In the code")]
    assert len(told) > 40
    assert [name for cell in told for name in code(cell) if not exists(name)] == []
    assert all(len(code(cell)) == 1 for cell in told)
    assert len(set(told)) == len(told)
    assert not exists("report.model.Nothing")
    assert not exists("report.model.Cell.nothing")
    assert not exists("rules.nothing")


def test_every_cell_in_the_glossary_exists() -> None:
    names = {name for form in forms() for name in form.slots()}
    parts = names | {name.rpartition(".")[0] for name in names}
    told = [code(row[1])[0] for row in rows(text_of("glossary.md"), "Chinese | Cell or row")]
    assert [name for name in told if name not in parts] == []


# The architecture.


def test_the_architecture_tells_every_package() -> None:
    told = {name for row in rows(text_of("architecture.md"), "Package") for name in code(row[0])}
    packages = {path.parent.name for path in (ROOT / "desktop").glob("*/__init__.py")}
    assert told == packages


def test_the_levels_told_are_those_of_the_contract() -> None:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = data["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["type"] == "layers")
    told = [code(row[1]) for row in rows(text_of("architecture.md"), "Level")]
    assert told == [re.findall(r"\w+", layer) for layer in layers]


# The files.

FILES = text_of("file-formats.md")


def keys_told(heading: str, head: str = "Key") -> set[str]:
    return {key for row in rows(part(FILES, heading), head) for key in code(row[0])}


def test_a_saved_review_has_the_keys_told(tmp_path: Path) -> None:
    review = new_review(tmp_path / "a.pdf", "0" * 64, report_of({"applications.new.natural": 1}))
    finding = review.checked.findings[0]
    decision = Decision(Verdict.ACCEPTED, "已核实", "甲", "2025-01-20T09:30:00+08:00")
    name = "applications.new.natural"
    review.apply(review.judge(finding, decision), Remark("", "注"), Completion(False, True))
    review.apply(review.edit_to(name, "0"))
    save_review(review, tmp_path / "a.gouji", "2025-01-20T09:30:00+08:00")
    data = json.loads((tmp_path / "a.gouji").read_text("utf-8"))
    told = {key: row[1] for row in rows(part(FILES, "Saved review"), "Key") for key in code(row[0])}
    assert data.keys() == told.keys()
    assert (
        f"`{data['format']}`, {data['version']}"
        == told["format"]
        == f"`{REVIEW}`, {REVIEW_VERSION}"
    )
    assert data["pdf"].keys() == set(code(told["pdf"]))
    for key in ("decisions", "steps", "findings"):
        assert data[key][0].keys() == set(code(told[key])), key
    assert data["readings"][name].keys() == set(code(told["readings"]))
    assert data["edits"][name].keys() == set(code(told["edits"]))
    kinds = {change["kind"] for step in data["steps"] for change in step["changes"]}
    words = set(code(part(FILES, "Saved review")))
    assert kinds | {verdict.value for verdict in Verdict} <= words
    assert len(kinds) == 4
    assert isinstance(review.printed.cells[name].source, Source)


def test_a_journal_has_the_events_told() -> None:
    source = (ROOT / "desktop" / "review" / "journal.py").read_text("utf-8")
    assert keys_told("Journal", "`event`") == set(re.findall(r'"event": "(\w+)"', source))
    assert f"`{JOURNAL}`, {JOURNAL_VERSION}" in part(FILES, "Journal")


def test_settings_have_the_keys_told() -> None:
    sources = "".join(p.read_text("utf-8") for p in (ROOT / "desktop" / "gui").rglob("*.py"))
    named = set(re.findall(r'"((?:review|window|panes|open)/\w+)"', sources))
    (foldable,) = re.findall(r"def foldable.*?return \{(.*?)\}", sources, re.DOTALL)
    named |= {f"panes/{key}" for key in re.findall(r'"(\w+)":', foldable)}
    assert keys_told("Settings") == named


def test_rule_files_have_the_keys_told() -> None:
    assert keys_told("Rule files") == rulefile._KEYS
    (sums,) = (row[1] for row in rows(part(FILES, "Rule files"), "Key") if row[0] == "`sums`")
    assert set(code(sums)) >= rulefile._SUM_KEYS


def test_forms_have_the_keys_told() -> None:
    told = set(code(part(FILES, "Forms")))
    used: set[str] = set()

    def collect(data: Any) -> None:
        for item in data if isinstance(data, list) else [data]:
            if isinstance(item, dict):
                used.update(item.keys() - {"form", "section"})
                for value in item.values():
                    collect(value)

    for path in (RESOURCES / "forms").glob("*.toml"):
        collect(tomllib.loads(path.read_text("utf-8")))
    assert used - told == set()


def test_exports_have_the_columns_told() -> None:
    sheets = {code(row[0])[0]: row[1] for row in rows(part(FILES, "Workbook"), "Sheet")}
    for sheet, head in (
        ("问题清单", FINDING_HEAD),
        ("修改记录", EDIT_HEAD),
        ("勾稽关系", SUMS),
    ):
        assert sheets[sheet].partition(";")[0] == ", ".join(head)
    assert ", ".join(CELL_HEAD) in part(FILES, "CSV").replace("\n", " ")
