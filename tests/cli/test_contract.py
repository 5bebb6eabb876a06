"""What docs/contract.md and its schema say, and what the program does, are the same."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from jsonschema import Draft202012Validator

from desktop.cli.command_names import COMMANDS
from desktop.cli.main import run_command
from desktop.cli.record import record_of
from desktop.errors import ExitCode
from desktop.gui.actions import Actions
from desktop.report.values import Measure, Reading, parse_value
from desktop.resources import resource
from desktop.rules.equations import DETAIL
from desktop.rules.rulefile import load_rules
from tests.builders import FORM_2019, FORM_2021
from tests.packaged import equations_of, read_outcome
from tests.running import ROOT

SAMPLE = resource("sample", "sample-2024.pdf")
TEXT = (ROOT / "docs" / "contract.md").read_text("utf-8")
SCHEMA = json.loads((ROOT / "docs" / "contract.schema.json").read_text("utf-8"))

Json = dict[str, Any]


def part(heading: str) -> str:
    """The text below a heading of the contract."""
    _, _, rest = TEXT.partition(f"\n## {heading}\n")
    assert rest, heading
    return rest.partition("\n## ")[0]


def rows(heading: str, width: int) -> list[list[str]]:
    """The rows of the tables of so many columns below a heading, without their heads."""
    lines = [line.strip("| ").split(" | ") for line in part(heading).splitlines() if "|" in line]
    return [
        line for line, below in zip(lines, [*lines[1:], [""]], strict=True)
        if len(line) == width and not line[0].startswith("---") and not below[0].startswith("---")
    ]  # fmt: skip


def code(text: str) -> list[str]:
    return re.findall(r"`([^`]*)`", text)


def closed(schema: Any) -> Any:
    """The schema without room for keys that it does not name."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    if made.get("type") == "object" and "properties" in made:
        made["additionalProperties"] = False
    return made


VALIDATOR = Draft202012Validator(closed(SCHEMA))


def checked(capsys: pytest.CaptureFixture[str], form: str, *paths: Path) -> tuple[int, list[Json]]:
    """The exit code and the objects of `check`, each as the schema has it."""
    exit_code = run_command(["check", "--workers", "1", "--format", form, *map(str, paths)])
    out = capsys.readouterr().out
    whole = (
        [json.loads(line) for line in out.splitlines()] if form == "jsonl" else [json.loads(out)]
    )
    for one in whole:
        VALIDATOR.validate(one)
    return exit_code, whole[0] if isinstance(whole[0], list) else whole


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    told = [name for row in rows("The object for one file", 2) for name in code(row[0])]
    file = SCHEMA["$defs"]["file"]
    assert sorted(told) == sorted(file["properties"]) == sorted(file["required"])


def test_the_sample_is_as_told(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code, (record,) = checked(capsys, "json", SAMPLE)
    assert (exit_code, record["status"]) == (1, "read")
    for key in ("cells", "findings", "unchecked", "suggestions", "problems"):
        assert record[key], key
    broken = [n for n, item in enumerate(record["findings"]) if item["kind"] == "equation"]
    assert sorted(n for item in record["problems"] for n in item["findings"]) == broken
    equations = [list(equation.cells) for equation in equations_of(FORM_2021)]
    assert all(record["findings"][n]["cells"] in equations for n in broken)
    order = [item["severity"] for item in record["findings"]]
    assert order == sorted(order, key=["error", "warning", "hint"].index)


def test_a_partial_report_is_as_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "two-pages.pdf"
    with pdfium.PdfDocument(SAMPLE) as document:
        document[2].close()
        del document[2]
        document.save(path)
    exit_code, (record,) = checked(capsys, "jsonl", path)
    assert (exit_code, record["status"], record["pages"]) == (2, "partial", 2)
    assert run_command(["export", str(path), "--to", str(tmp_path / "out.csv")]) == 2
    lacking = FORM_2021.slots().keys() - record["cells"].keys()
    assert f"有 {len(lacking)} 格没有读到" in capsys.readouterr().err
    named = {name for f in record["findings"] if f["rule"] == "F18" for name in f["cells"]}
    assert lacking
    assert lacking <= named


def test_unreadable_files_are_as_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bad = tmp_path / "letter.pdf"
    bad.write_bytes(b"no pdf at all")
    broken = tmp_path / "cut.pdf"
    broken.write_bytes(SAMPLE.read_bytes()[:2000])
    exit_code, (one, other) = checked(capsys, "json", bad, broken)
    assert exit_code == 2
    assert one["status"] == other["status"] == "unreadable"
    assert one["sha256"] is None
    assert other["sha256"] is not None


def test_a_folder_of_two_is_as_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("b.pdf", "a.pdf"):
        (tmp_path / name).write_bytes(SAMPLE.read_bytes())
    exit_code, records = checked(capsys, "json", tmp_path)
    assert exit_code == 1
    assert [Path(record["file"]).name for record in records] == ["a.pdf", "b.pdf"]


def test_the_schema_refuses_what_is_not_told() -> None:
    record = record_of(read_outcome(SAMPLE))
    VALIDATOR.validate(record)
    name = next(iter(record["cells"]))
    wrong: list[Json] = [copy.deepcopy(record) for _ in range(4)]
    wrong[0]["cells"][name]["value"] = "1"
    wrong[1]["findings"][0]["more"] = 1
    wrong[2]["status"] = "partial"  # without a reason
    del wrong[3]["unchecked"]
    assert [VALIDATOR.is_valid(one) for one in wrong] == [False] * 4


def test_every_option_told_exists_and_every_option_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = {(code(row[0])[0], code(row[1])[0]) for row in rows("Commands", 3)}
    found = set()
    for words in ([], *([command] for command in COMMANDS)):
        with pytest.raises(SystemExit):
            run_command([*words, "--help"])
        options = set(re.findall(r"--[a-z]+(?:-[a-z]+)*", capsys.readouterr().out)) - {"--help"}
        found |= {(words[0] if words else "gouji", option) for option in options}
    assert told == found
    commands = [code(row[0])[0].split() for row in rows("Commands", 2)]
    assert {words[1] for words in commands if len(words) > 1} >= set(COMMANDS)


def test_every_exit_code_told_exists_and_every_exit_code_is_told() -> None:
    assert [int(row[0]) for row in rows("Exit codes", 2)] == sorted(ExitCode)


def test_texts_mean_what_is_told() -> None:
    told = rows("What the text of a cell means", 5)
    assert {row[3] for row in told} == {reading.value for reading in Reading}
    for text, unit, number, reading, doubt in told:
        value = parse_value("".join(code(text)), Measure(unit))
        assert value.number == (None if number == "null" else Decimal(number)), text
        assert (value.reading.value, value.doubt is not None) == (reading, doubt == "yes"), text


def listed(text: str) -> Iterator[str]:
    """`a`, `b_1` to `b_3`: all of them."""
    for first, last in re.findall(r"`(\w+)`(?: to `(\w+)`)?", text):
        stem, _, end = last.rpartition("_")
        if end:
            yield from (f"{stem}_{n}" for n in range(int(first.rpartition("_")[2]), int(end) + 1))
        else:
            yield first


@pytest.mark.parametrize(("year", "form"), [("2021", FORM_2021), ("2019", FORM_2019)])
def test_cells_are_those_told(year: str, form: Any) -> None:
    columns: list[str] = []
    told: list[str] = []
    for table, of, row_names, column_names in rows("Cells", 4):
        columns = list(listed(column_names)) or columns
        if of in (year, "both"):
            pairs = [(row, column) for row in listed(row_names) for column in columns]
            told += [f"{code(table)[0]}.{row}.{column}" for row, column in pairs]
    assert sorted(told) == sorted(form.slots())
    assert year == "2019" or f"{len(told)} cells" in part("Cells")


def test_equations_are_those_told() -> None:
    sums = {id_: rule.sums for id_, rule in load_rules().rules.items() if rule.sums}
    told = {id_: (left, right) for id_, _, left, right in rows("Equations", 4)}
    assert told.keys() == sums.keys()
    for id_, sides in told.items():
        for text, side in zip(sides, (sums[id_].left, sums[id_].right), strict=True):
            assert tuple(code(text)) == side or side == (DETAIL,), id_
    assert f"{len(equations_of(FORM_2021))} equations" in part("Equations")


def test_parts_of_the_window_are_named_as_told() -> None:
    told = {name for name in code(part("The window")) if re.fullmatch(r"[a-z]\w+", name)}
    sources = "".join(p.read_text("utf-8") for p in (ROOT / "desktop" / "gui").rglob("*.py"))
    named = set(re.findall(r'setObjectName\("(\w+)"\)', sources))
    named |= {f"table_{table.table}" for table in FORM_2021.tables}
    named |= {"action" + name.title().replace("_", "") for name in Actions._fields}
    assert 'setObjectName(f"table_{' in sources
    assert len(told) > 10
    assert told - named == set()
