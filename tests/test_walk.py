"""The walk of one value in docs/architecture.md is the way that the program really goes."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import openpyxl
import pytest

from desktop.batch.one_file import read_outcome
from desktop.batch.outcome import Outcome
from desktop.cli.record import record_of
from desktop.exports.export import export_reviews
from desktop.pdf.document import open_document
from desktop.pdf.page import Page
from desktop.pdf.pages import read_pages
from desktop.reading.table import read_best
from desktop.reading.wording import ExpectedRow
from desktop.report.model import Cell, Report
from desktop.resources import resource
from desktop.review.review import Review
from desktop.rules.equations import equations_of
from desktop.rules.finding import Checked
from desktop.tables.find import find_grids
from desktop.tables.furniture import furniture
from desktop.tables.matrix import matrix_of
from desktop.tables.order import reading_order
from tests.packaged import RULES
from tests.running import ROOT

SAMPLE = resource("sample", "sample-2024.pdf")
TEXT = (ROOT / "docs" / "architecture.md").read_text("utf-8")


def table(head: str) -> list[list[str]]:
    """The rows of the document's table that begins with this head."""
    _, _, rest = TEXT.partition(f"| {head} |")
    assert rest, head
    lines = rest.partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def code(text: str) -> list[str]:
    return re.findall(r"`([^`]*)`", text)


FACTS = {fact: code(value) for fact, value in table("Fact | Value")}
STATIONS = [code(row[1])[0] for row in table("Station | Function | What it does with the value")]
# Types that the stations name, too.
NAMED = [name for name in code(TEXT) if re.fullmatch(r"[a-z_]+(\.[a-z_]+)+\.[A-Z]\w+", name)]


def found(name: str) -> Any:
    """What a name below `desktop.` stands for."""
    module, _, attribute = f"desktop.{name}".rpartition(".")
    return getattr(import_module(module), attribute)


def times_asked(function: Callable[..., object]) -> int | None:
    """How often a function that remembers its results was asked; None for any other."""
    info = getattr(function, "cache_info", None)
    return None if info is None else info().hits + info().misses


class Way(NamedTuple):
    """What came of the sample, and the functions that did not run on the way."""

    outcome: Outcome
    workbook: Path
    idle: list[str]

    @property
    def report(self) -> Report:
        assert self.outcome.report is not None
        return self.outcome.report

    @property
    def checked(self) -> Checked:
        assert self.outcome.checked is not None
        return self.outcome.checked

    @property
    def cell(self) -> Cell:
        return self.report.cells[FACTS["cell name"][0]]


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    """The sample read, checked, printed and exported, with a record of what ran."""
    functions = {name: found(name) for name in STATIONS}
    asked = {name: times_asked(function) for name, function in functions.items()}
    ran: set[tuple[str, str]] = set()

    def note(frame: FrameType, event: str, arg: object) -> None:
        del arg
        if event == "call":
            ran.add((frame.f_globals.get("__name__", ""), frame.f_code.co_qualname))

    workbook = tmp_path_factory.mktemp("walk") / "sample.xlsx"
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        outcome = read_outcome(SAMPLE, RULES)
        assert outcome.report is not None
        record_of(outcome)
        review = Review(
            SAMPLE, outcome.sha256 or "", outcome.report, RULES, checked=outcome.checked
        )
        export_reviews([review], workbook)
    finally:
        sys.setprofile(before)

    def has_run(name: str) -> bool:
        function = functions[name]
        if asked[name] is not None:
            return times_asked(function) != asked[name]
        made = f"{function.__name__}.__init__" if isinstance(function, type) else function.__name__
        return (function.__module__, made) in ran

    return Way(outcome, workbook, [name for name in STATIONS if not has_run(name)])


@pytest.fixture(scope="module")
def pages() -> Sequence[Page]:
    with open_document(SAMPLE.read_bytes()) as document:
        return list(read_pages(document))


def test_every_name_told_exists() -> None:
    assert len(STATIONS) > 30
    assert len(NAMED) > 5
    for name in (*STATIONS, *NAMED):
        thing = found(name)
        # It is defined where the walk says, not only imported there.
        assert thing.__module__ == f"desktop.{name}".rpartition(".")[0], name


def test_every_station_runs(way: Way) -> None:
    assert way.idle == []


def near(box: Sequence[float], told: str) -> bool:
    sides = [float(side) for side in told.split(", ")]
    return all(abs(one - other) < 0.06 for one, other in zip(box, sides, strict=True))


def test_the_value_stands_where_told_on_the_page(pages: Sequence[Page]) -> None:
    (page,) = (page for page in pages if str(page.number) == FACTS["page"][0])
    (glyph,) = (glyph for glyph in page.glyphs if near(glyph.box, FACTS["box of the glyph"][0]))
    assert glyph.char == FACTS["character"][0]
    grids = reading_order(list(find_grids(pages, furniture(pages))))
    matrices = [matrix_of(grid) for grid in grids]
    grid = int(FACTS["grid, from 0"][0])
    row, column = map(int, FACTS["row and column in the matrix, from 0"][0].split(", "))
    cell = matrices[grid].units[row][column]
    assert cell is not None
    assert cell.glyphs == (glyph,)
    assert near(cell.box, FACTS["box of the cell"][0])
    assert sum(unit is cell for line in matrices[grid].units for unit in line) == 1


def test_it_is_bound_to_the_cell_told(way: Way, pages: Sequence[Page]) -> None:
    grids = reading_order(list(find_grids(pages, furniture(pages))))
    version = way.report.form.table(way.report.form.slots()[way.cell.name].table)
    reading = read_best([matrix_of(grid) for grid in grids], [version])

    def is_of(line: ExpectedRow) -> bool:
        return way.cell.name in reading.names(line)

    assert [reading.table.id] == FACTS["table version"]
    (labels,) = (row.labels for row, line, _ in reading.rows if is_of(line))
    assert list(labels) == FACTS["labels of the row"]
    source = way.cell.source
    assert source is not None
    assert [str(source.page)] == FACTS["page"]
    assert near(source.box, FACTS["box of the cell"][0])
    told = [FACTS[fact][0] for fact in ("character", "value", "doubt")]
    assert [way.cell.text, str(way.cell.value), str(way.cell.doubt)] == told


def test_the_rules_say_what_is_told(way: Way) -> None:
    name = way.cell.name
    equations = [e.rule for e in equations_of(way.report.form, RULES) if name in e.cells]
    assert equations == FACTS["equations"]
    ((place, finding),) = (
        (n, finding) for n, finding in enumerate(way.checked.findings) if name in finding.cells
    )
    assert [finding.rule] == FACTS["finding"]
    assert [f"{finding.left}, {finding.right}"] == FACTS["left and right of the finding"]
    (repair,) = (repair for repair in way.checked.repairs if place in repair.resolves)
    assert [f"{cell} = {to}" for cell, to in repair.cells.items()] == FACTS["proposed repair"]


def test_the_workbook_has_it_where_told(way: Way) -> None:
    book = openpyxl.load_workbook(way.workbook)
    sheet, place = FACTS["sheet and cell in the workbook"]
    cell = book[sheet][place]
    assert cell.value == way.cell.value
    assert cell.comment is not None
    (formula,) = FACTS["formula in 勾稽关系"]
    rows = [[cell.value for cell in row] for row in book["勾稽关系"].iter_rows()]
    assert sum(formula in row for row in rows) == 1
