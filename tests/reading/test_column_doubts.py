"""Where no rulings part columns, a number beside a blank is not taken for another's unasked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from desktop.reading.column_doubts import SHIFTED
from desktop.report.model import Report
from tests.adversarial.columns import add_column
from tests.adversarial.draft import Draft, Run
from tests.builders import FORM_2019, FORM_2021
from tests.drawing.style import Rulings
from tests.reading.drawn import draft, read

WIDE: Final[dict[str, Any]] = {"page": (842.0, 595.0), "margin": 64.0, "rulings": Rulings.NONE}
SERVICES: Final = ("permit", "other_service", "penalty", "coercion")
FIRST: Final = tuple(
    f"proactive.{row}.{column}"
    for row in ("regulation", "normative")
    for column in ("made", "published", "public_total")
)
WAYS: Final = {"<": "left", "=": "centre", ">": "right"}
COLUMNS: Final = ("prior_items", "change", "decisions")


def services(rows: Mapping[str, tuple[str, ...]]) -> Draft:
    """A report of the form of 2019 without rulings, with these numbers in rows of 表二.

    Each is written as it is set in its cell: `<5` left, `5>` right, else in the middle. Those of
    the first block are set left; zeros of other rows are blank, as they are in many reports.
    """
    made = draft(FORM_2019, 2020)
    made.style(**WIDE)
    made.zero = ""
    aligned = made.look.setdefault("aligned", {})
    for name in FIRST:
        made.values[name], aligned[name] = 10, "left"
    for row, texts in rows.items():
        for column, text in zip(COLUMNS, texts, strict=True):
            name = f"proactive.{row}.{column}"
            number = text.strip("<>")
            made.values[name] = int(number or 0)
            made.write(name, *([Run(number)] if number else []))
            aligned[name] = WAYS["<" if text[:1] == "<" else ">" if text[-1:] == ">" else "="]
    return made


def silent(made: Draft, report: Report) -> dict[str, str]:
    """The cells that are read otherwise than meant, without a doubt."""
    return {
        name: cell.text
        for name, value in made.values.items()
        if (cell := report.cells.get(name)) and not cell.doubt and cell.value not in (value, None)
    }


@pytest.mark.parametrize(
    "rows",
    [
        {"penalty": ("<0", "-21", "5>"), "coercion": ("<12190", "<174", "0>")},
        {"penalty": ("<22463", "<-14", "51"), "coercion": ("<562", "0", "7")},
        {"permit": ("<3", "0", "47>"), "other_service": ("<191", "<-2", "63>")},
        {"permit": ("<902", "<-11", "1"), "other_service": ("<10", "<-13", "58362")},
        {
            "permit": ("<152", "", "<547"),
            "other_service": ("<32773", "<8", "<51892"),
            "penalty": ("", "<8", "<5"),
            "coercion": ("", "<3", "<5"),
        },
    ],
    ids=["two ways", "first row", "second row", "all left", "blank column"],
)
def test_a_number_in_the_column_beside_its_own_is_doubted(
    rows: Mapping[str, tuple[str, ...]], tmp_path: Path
) -> None:
    made = services(rows)
    assert silent(made, read(made, tmp_path)) == {}


def test_numbers_that_run_into_those_of_the_next_column_leave_their_row_in_doubt(
    tmp_path: Path,
) -> None:
    made = draft()
    made.style(**WIDE, table_size=8.0)
    numbers = (3, 2, 4, 1, 10, 2, 6, 0, 6, 14, 4, 2, 2, 0, 8)
    ways = "<<<=>><<><==>><"
    names = [slot.name for slot in FORM_2021.table("disputes").slots()]
    made.values.update(zip(names, numbers, strict=True))
    made.look["aligned"] = {name: WAYS[way] for name, way in zip(names, ways, strict=True)}
    report = read(made, tmp_path)
    assert silent(made, report) == {}
    assert all(report.cells[name].doubt for name in names if name in report.cells)


def test_a_blank_beside_numbers_set_as_in_a_whole_row_is_not_doubted(tmp_path: Path) -> None:
    made = services(
        {
            "permit": ("<152", "", "<547"),
            "other_service": ("<32773", "<8", "<51892"),
            "penalty": ("<4", "", "<5"),
            "coercion": ("<3", "<2", "<6"),
        }
    )
    report = read(made, tmp_path)
    names = [f"proactive.{row}.{column}" for row in SERVICES for column in COLUMNS]
    assert {name: report.cells[name].value for name in names} == {
        name: made.values[name] for name in names
    }
    assert [name for name in names if report.cells[name].doubt] == []


@pytest.mark.parametrize("label", ["行次", "序号"])
def test_numbers_of_rows_are_none_of_the_columns(label: str, tmp_path: Path) -> None:
    made = draft()
    made.style(rulings=Rulings.NONE)
    add_column(made, label, at=0)
    table = FORM_2021.table("applications")
    for number, row in enumerate(table.blocks[0].rows, start=1):
        made.write(f"applications.{row.id}.extra", Run(str(number)))
    blank = [f"applications.{row.id}.research" for row in table.blocks[0].rows[2:8:2]]
    for name in blank:
        made.write(name)
    report = read(made, tmp_path)
    assert [report.cells[name].text for name in blank] == [""] * len(blank)
    assert [name for name, cell in report.cells.items() if cell.doubt == SHIFTED] == []
