"""What the README promises is there, and its two languages promise the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from desktop.cli.command_names import COMMANDS
from desktop.cli.main import run_command
from desktop.cli.rules import catalogue_lines
from desktop.resources import resource
from desktop.rules.rulefile import load_rules

ROOT = Path(__file__).resolve().parents[1]
ENGLISH, CHINESE = "README.md", "README.zh-CN.md"
both = pytest.mark.parametrize("name", [ENGLISH, CHINESE])


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def links(name: str) -> set[str]:
    return set(re.findall(r"\]\(([^)]+)\)", text_of(name)))


def example(name: str) -> str:
    """The rule file shown, as written."""
    (block,) = re.findall(r"```toml\n(.*?)```", text_of(name), re.DOTALL)
    return str(block)


@both
def test_every_command_and_option_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = text_of(name)
    for words in ([], *([command] for command in COMMANDS)):
        with pytest.raises(SystemExit) as end:
            run_command([*words, "--help"])
        assert end.value.code == 0
        options = set(re.findall(r"--[a-z]+(?:-[a-z]+)*", capsys.readouterr().out)) - {"--help"}
        assert options, words
        assert {option for option in options if option not in text} == set(), words
        assert not words or f"`python -m desktop {words[0]} " in text


@both
def test_every_target_is_told_and_every_target_told_exists(name: str) -> None:
    makefile = text_of("Makefile").replace("\\\n", " ")
    (phony,) = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    told = set(re.findall(r"(?:`|^)make ([a-z-]+)", text_of(name), re.MULTILINE))
    assert told == set(phony.split())
    rules = set(re.findall(r"^([a-z-]+):(?!=)", makefile, re.MULTILINE))
    assert rules == told


@both
def test_every_package_is_told(name: str) -> None:
    modules = [path for path in (ROOT / "desktop").iterdir() if not path.name.startswith("_")]
    names = {path.stem for path in modules if path.is_dir() or path.suffix == ".py"}
    assert "reading" in names
    assert {part for part in names if f"`{part}`" not in text_of(name)} == set()


def test_links_lead_somewhere_and_are_the_same() -> None:
    assert links(ENGLISH) - {CHINESE} == links(CHINESE) - {ENGLISH}
    files = {link for link in links(ENGLISH) if "://" not in link}
    assert CHINESE in files
    assert {link for link in files if not (ROOT / link).exists()} == set()


def test_both_have_the_same_parts() -> None:
    def shape(name: str) -> list[str]:
        """Headings, rows of tables and bullets by their first signs, code by its lines."""
        return re.findall(r"^ *(#+ |\||- |```\w*)", text_of(name), re.MULTILINE)

    assert shape(ENGLISH) == shape(CHINESE)


@both
def test_the_example_of_own_rules_works(name: str, tmp_path: Path) -> None:
    path = tmp_path / "local.toml"
    path.write_text(example(name), "utf-8")
    rules, packaged = load_rules(path), load_rules()
    assert rules.problems == ()
    changed = {id_ for id_, rule in rules.rules.items() if rule != packaged.rules.get(id_)}
    entries = tomllib.loads(example(ENGLISH))["rule"]
    assert changed == {entry["id"] for entry in entries} <= packaged.rules.keys()
    assert tomllib.loads(example(name))["rule"] == entries
    for entry in entries:
        known = packaged.rules[entry["id"]].parameters
        assert entry.get("parameters", {}).keys() <= known.keys()


def test_the_catalogue_beside_the_rules_is_current() -> None:
    written = resource("rules", "README.md").read_text("utf-8")
    # If not: make catalogue.
    assert written.splitlines() == list(catalogue_lines(load_rules()))
