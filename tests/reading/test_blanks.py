"""A blank where the rest of the table has numbers is not taken for zero without a word."""

from pathlib import Path
from random import Random

import pytest

from desktop.reading.blanks import ALONE_BLANK, BESIDE_BLANK, BLANK_COLUMN
from desktop.reading.read import read_report
from desktop.report.values import Number
from tests.builders import FORM_2021, right_values
from tests.drawing.report import Content, draw_report
from tests.drawing.style import Style

ISSUED = {"proactive.regulation.issued", "proactive.normative.issued"}
IN_FORCE = {"proactive.regulation.in_force", "proactive.normative.in_force"}
RESEARCH = {name for name in right_values(Random(3)) if name.endswith(".research")}


def doubts(folder: Path, blank: set[str]) -> dict[str, str]:
    """The doubts in a report without zeros, some cells of which are blank."""
    texts: dict[str, Number | str] = {
        name: "" if name in blank else str(value or 7)
        for name, value in right_values(Random(3), FORM_2021, most=60).items()
    }
    path = folder / "report.pdf"
    draw_report(path, Content(FORM_2021, texts), Style())
    cells = read_report(path.read_bytes()).cells
    return {name: cell.doubt for name, cell in cells.items() if cell.doubt}


@pytest.mark.parametrize("blank", [IN_FORCE, RESEARCH])
def test_a_column_without_numbers_is_doubted(blank: set[str], tmp_path: Path) -> None:
    assert doubts(tmp_path, blank) == dict.fromkeys(blank, BLANK_COLUMN)


def test_two_blanks_that_can_be_zeros_are_not(tmp_path: Path) -> None:
    assert doubts(tmp_path, ISSUED) == {}


def test_blanks_in_other_columns_too_are_zeros(tmp_path: Path) -> None:
    assert doubts(tmp_path, IN_FORCE | {"proactive.normative.issued"}) == {}


def test_several_columns_without_numbers_are_zeros(tmp_path: Path) -> None:
    legal = {name.replace(".research", ".legal") for name in RESEARCH}
    assert doubts(tmp_path, RESEARCH | legal) == {}


def test_a_single_blank_is_doubted_with_its_neighbours(tmp_path: Path) -> None:
    # A digit of a neighbour may have moved there.
    neighbours = ("applications.new.social", "applications.new.other")
    assert doubts(tmp_path, {"applications.new.legal"}) == {
        **dict.fromkeys(neighbours, BESIDE_BLANK),
        "applications.new.legal": ALONE_BLANK,
    }


def test_many_blanks_are_zeros(tmp_path: Path) -> None:
    names = [name for name in right_values(Random(3)) if name.startswith("applications.")]
    assert doubts(tmp_path, set(names[::6])) == {}
