"""The sheet of sums: formulas over the tables' cells, one line for each equation."""

import re
from pathlib import Path
from random import Random

import openpyxl
import pytest
from openpyxl import Workbook

from desktop.exports.export import export_reviews
from desktop.report.form import Form
from desktop.review.review import Review
from desktop.rules.equations import Balance, balance
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED, report_of, right_values
from tests.packaged import equations_of, new_review

SUM = re.compile(r"=SUM\((.*)\)")
CELL = re.compile(r"'?([^'!]+)'?!([A-Z]+\d+)")


def review_of(form: Form, seed: int) -> Review:
    values = right_values(Random(seed), form)
    values["applications.granted.natural"] = int(values["applications.granted.natural"]) + 7
    return new_review(Path(f"{seed}.pdf"), "0" * 64, report_of(values, form))


def summed(book: Workbook, formula: object) -> int:
    """What a spreadsheet program makes of a sum over cells of other sheets."""
    match = SUM.fullmatch(str(formula))
    assert match is not None
    cells = [book[sheet][place].value for sheet, place in CELL.findall(match.group(1))]
    assert len(cells) == len(match.group(1).split(","))
    return sum(value for value in cells if isinstance(value, int))


@pytest.mark.parametrize("form", [FORM_2021, FORM_2019, FORM_MIXED], ids=["2021", "2019", "mixed"])
@pytest.mark.parametrize("count", [1, 2])
def test_every_equation_stands_there_with_its_own_cells(
    form: Form, count: int, tmp_path: Path
) -> None:
    reviews = [review_of(form, seed) for seed in range(count)]
    path = tmp_path / "out.xlsx"
    export_reviews(reviews, path)
    book = openpyxl.load_workbook(path)
    rows = list(book["勾稽关系"].iter_rows(min_row=2, values_only=True))
    expected = [
        (equation.place, balance(equation, review.report))
        for review in reviews
        for equation in equations_of(form)
    ]
    found = [(row[2], Balance(summed(book, row[3]), summed(book, row[4]))) for row in rows]
    assert found == expected
    assert sum(side is not None and not side.holds for _, side in expected) == 2 * count


def test_the_verdict_is_of_the_difference(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    export_reviews([review_of(FORM_2021, 1)], path)
    sheet = openpyxl.load_workbook(path)["勾稽关系"]
    assert sheet["F2"].value == "=D2-E2"
    both = ",".join(SUM.sub(r"\1", str(sheet[place].value)) for place in ("D2", "E2"))
    # A cell without a number counts as none, and is text: then there is no verdict.
    verdict = 'IF(F2=0,"相符","不符")'
    assert sheet["G2"].value == f'=IF(COUNTA({both})>COUNT({both}),"未能核对",{verdict})'
    assert [str(area.sqref) for area in sheet.conditional_formatting] == [f"G2:G{sheet.max_row}"]
