"""Digits over several lines of a cell: one number in a narrow column, else perhaps several."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adversarial.draft import Run
from tests.reading.drawn import draft, read

GRANTED = "applications.granted.natural"


@pytest.mark.parametrize("name", [GRANTED, "proactive.permit.decisions", "disputes.review.total"])
@pytest.mark.parametrize("lines", [("3", "12"), ("21", "4"), ("105", "7"), ("1", "2", "3")])
def test_two_numbers_above_one_another_are_not_one(
    name: str, lines: tuple[str, ...], tmp_path: Path
) -> None:
    made = draft()
    assert name in made.values
    made.contents[name] = [(Run(line),) for line in lines]
    cell = read(made, tmp_path).cells[name]
    assert cell.doubt


def test_one_line_is_one_number(tmp_path: Path) -> None:
    made = draft()
    made.contents[GRANTED] = [(Run(str(made.values[GRANTED])),)]
    cell = read(made, tmp_path).cells[GRANTED]
    assert (cell.value, cell.doubt) == (made.values[GRANTED], None)
