"""The shape of the program: who imports whom, how long things are, what is packaged."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from desktop.resources import ROOT as RESOURCES
from distribution.bundled import is_unused
from tests.running import run, tool

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("desktop", "distribution", "tests")
MODULES = sorted(path for part in PARTS for path in (ROOT / part).rglob("*.py"))
SPEC = ast.parse((ROOT / "build.spec").read_text("utf-8"))
# Needed by pdfplumber, pypdfium2 and pandas to install, by no path through this program to run.
NOT_BUNDLED = {"cffi", "cryptography", "pillow", "pycparser", "tzdata"}
LONGEST_MODULE = 250
LONGEST_FUNCTION = 60

# Reads and checks the sample in this process and through the pool, and tells what it loaded.
CHECKING = """
import sys
from pathlib import Path
from desktop.__main__ import main
from desktop.batch.worker import read_outcome
from desktop.rules.rulefile import load_rules
assert main(["check", sys.argv[1]]) == 1
assert read_outcome(Path(sys.argv[1]), load_rules()).report is not None
print("loaded:", *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_imports_follow_the_contracts() -> None:
    done = run([tool("lint-imports"), "--no-cache"])
    assert done.returncode == 0, done.stdout


def test_checking_loads_neither_qt_nor_the_spreadsheet_libraries() -> None:
    sample = RESOURCES / "sample" / "sample-2024.pdf"
    done = subprocess.run(
        [sys.executable, "-c", CHECKING, sample],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    loaded = set(done.stdout.splitlines()[-1].removeprefix("loaded: ").split())
    assert "pypdfium2" in loaded
    assert loaded & {"PySide6", "shiboken6", "pandas", "numpy", "dateutil", "openpyxl"} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= LONGEST_FUNCTION, f"{node.name} has {lines} lines"


def assigned(name: str) -> ast.expr:
    """What build.spec assigns to a name."""
    for node in SPEC.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return node.value
    raise KeyError(name)


def test_every_resource_is_packaged() -> None:
    datas = [(ROOT / source, target) for source, target in ast.literal_eval(assigned("datas"))]
    files = [path for path in RESOURCES.rglob("*") if path.is_file()]
    assert files
    for file in files:
        # Where desktop/resources.py looks for it: beside the package.
        place = file.relative_to(ROOT).as_posix()
        assert any(
            file.is_relative_to(source) and place.startswith(target) for source, target in datas
        )
        assert not is_unused(place)


def needed(name: str, seen: set[str]) -> Iterator[str]:
    """The distributions that one needs to run, itself left out, each once."""
    for line in requires(name) or ():
        requirement = Requirement(line)
        wanted = canonicalize_name(requirement.name)
        marker = requirement.marker
        if wanted not in seen and (marker is None or marker.evaluate({"extra": ""})):
            seen.add(wanted)
            yield wanted
            yield from needed(wanted, seen)


def test_every_library_is_pinned_and_its_licence_named_and_packaged() -> None:
    libraries = set(needed("gouji", set()))
    assert {"pypdfium2", "pyside6-essentials", "pillow"} <= libraries
    pins = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {canonicalize_name(pin.partition("==")[0]) for pin in pins if "==" in pin}
    assert libraries - pinned == set()
    bundled = {canonicalize_name(name) for name in ast.literal_eval(assigned("BUNDLED"))}
    assert libraries - bundled <= {canonicalize_name(name) for name in NOT_BUNDLED}
    notice = canonicalize_name((ROOT / "NOTICE").read_text("utf-8"))
    assert {name for name in bundled if name.removesuffix("-essentials") not in notice} == set()


def imported(path: Path) -> Iterator[str]:
    """The modules that a module imports, as `a.b` for `import a.b` and `from a import b` alike."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_nothing_that_the_program_imports_is_left_out_of_the_executable() -> None:
    used = {name for path in (ROOT / "desktop").rglob("*.py") for name in imported(path)}
    assert "openpyxl.Workbook" in used
    left_out = ast.literal_eval(assigned("LEFT_OUT"))
    assert {name for name in used if name.partition(".")[0] in left_out} == set()
    # LEFT_OUT itself stands in that list with a star.
    nodes = ast.walk(assigned("UNUSED_MODULES"))
    excluded = {str(node.value) for node in nodes if isinstance(node, ast.Constant)}
    assert "PySide6.QtNetwork" in excluded
    below = tuple(f"{part}." for part in excluded)
    assert {name for name in used if f"{name}.".startswith(below)} == set()
    # Of pdfplumber the arithmetic of tables alone works there: see distribution/stand_ins.
    assert {name for name in used if name.startswith("pdfplumber")} <= {"pdfplumber.table"}
    assert {name for name in used if name.startswith(("pdfminer", "cryptography"))} == set()


def test_rules_are_loaded_only_where_the_program_starts() -> None:
    entries = {"desktop/batch/worker.py", "desktop/cli/given.py", "desktop/gui/rule_choice.py"}
    named = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "desktop").rglob("*.py")
        if re.search(r"\bimport\b.*\bload_rules\b|\bload_rules\(", path.read_text("utf-8"))
    }
    assert named == entries | {"desktop/rules/rulefile.py"}
