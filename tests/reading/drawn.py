"""Reports drawn to be read: right ones of a fixed look, for tests to alter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final

from desktop.reading.read import read_report
from desktop.report.form import Form
from desktop.report.model import Report
from tests.adversarial.draft import Draft, tables_of
from tests.adversarial.paper import draw_paper
from tests.builders import FORM_2021, right_values
from tests.drawing.style import Rulings

AGENCY: Final = "云山市林业局"
YEAR: Final = 2024
LOOK: Final[dict[str, Any]] = {
    "rulings": Rulings.FULL,
    "page": (595.0, 842.0),
    "margin": 56.0,
    "text_size": 12.0,
    "table_size": 9.0,
    "repeat_header": False,
    "shaded_header": False,
    "zebra": False,
    "page_numbers": False,
    "align": "centre",
}
Alter = Callable[[Draft], object]


def draft(form: Form = FORM_2021, year: int = YEAR) -> Draft:
    """A report whose figures agree, as the form has it."""
    values = right_values(Random(11), form)
    made = Draft(Random(11), form, AGENCY, year, values, tables_of(form))
    made.look["style"] = dict(LOOK)
    return made


def draw(made: Draft, folder: Path) -> Path:
    """Draw a report to a file in this folder."""
    path = folder / "report.pdf"
    draw_paper(made, path)
    return path


def read(made: Draft, folder: Path) -> Report:
    """A report drawn, and read again."""
    return read_report(draw(made, folder).read_bytes())


def wrong(made: Draft, report: Report) -> dict[str, object]:
    """The cells that are read otherwise than meant, or with a doubt."""
    return {
        name: cell and (cell.text, cell.doubt)
        for name, value in made.values.items()
        if (cell := report.cells.get(name)) is None or cell.value != value or cell.doubt
    }
