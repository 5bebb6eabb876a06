"""Who is below whom in a roster file: what is not certain there, and what is a guess."""

from __future__ import annotations

from pathlib import Path
from random import Random

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sets.roster import Roster, roster_of, roster_of_year, with_aliases
from desktop.sets.roster_file import read_roster, write_roster
from desktop.sets.roster_parents import circles_of
from desktop.sets.unit import RosterError, Unit

COUNTY = "清源县人民政府"


def read(folder: Path, text: str) -> Roster:
    path = folder / "名册.csv"
    path.write_text(text, "utf-8")
    return read_roster(path)


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        ("甲局,\n乙局,甲局\n", True),
        ("甲局,\n乙局,丙府\n", False),
        ("甲局,乙局\n乙局,甲局\n", False),
        ("甲局,甲局\n", False),
        ("甲府,\n乙府,\n丙局,甲府\n丙局,乙府\n", False),
        ("甲府,\n丙局,\n丙局,甲府\n", False),
        ("甲府,\n丙局,甲府\n丙局,甲府\n", True),
        ("甲府,\n丙局,甲府\n丙局,\n", True),
        ("甲府,\n丙局,甲府\n#REF!,甲府\n", False),
        ("甲府,\n丙局,甲府\n,甲府\n", False),
        ("甲府,\n丙局,甲府\n一、其他单位,\n", True),
    ],
)
def test_mistakes_about_parents_are_not_made_permanent(
    tmp_path: Path, lines: str, *, sure: bool
) -> None:
    roster = read(tmp_path, f"单位,上级单位\n{lines}")
    assert roster.parents_are_sure is sure
    for each in (roster, roster_of_year(roster, 2024), with_aliases(roster, {"甲科": "甲局"})):
        assert each.parents_are_sure is sure
        if sure:
            write_roster(each, tmp_path / "新.csv")
            continue
        with pytest.raises(RosterError) as caught:
            write_roster(each, tmp_path / "新.csv")
        first = next(mistake for mistake in roster.problems if mistake.about_parents)
        assert str(first) in caught.value.message
        assert caught.value.message.count("。") == 1
        assert not (tmp_path / "新.csv").exists()


@given(st.integers(1, 30), st.integers(0, 20), st.randoms())
def test_a_circle_of_parents_becomes_roots(size: int, others: int, random: Random) -> None:
    names = [f"第{i}局" for i in range(size + others)]
    parents = {name: names[(i + 1) % size] for i, name in enumerate(names[:size])}
    parents |= {name: random.choice(names[:at]) for at, name in enumerate(names) if at >= size}
    items = list(parents.items())
    random.shuffle(items)
    (circle,) = circles_of(dict(items))
    assert sorted(circle) == sorted(names[:size])


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_guess_stays_one_until_its_mark_is_deleted(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"名册.{ending}"
    write_roster(roster_of([COUNTY, "清源县教育局"]), path)
    again = read_roster(path)
    assert [(unit.parent, unit.parent_is_guess) for unit in again.units] == [
        (None, False),
        (COUNTY, True),
    ]
    rows: list[list[object]] = [["单位", "上级单位"], [COUNTY, None], ["清源县教育局", COUNTY]]
    if ending == "xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        book.save(path)
    else:
        text = "\n".join(",".join(str(cell or "") for cell in row) for row in rows)
        path.write_text(text, "utf-8")
    assert read_roster(path).units[1] == Unit("清源县教育局", (), COUNTY)


@pytest.mark.parametrize(
    ("written", "parent", "is_guess"),
    [
        *((f"{COUNTY}{mark}", COUNTY, True) for mark in ("（推测）", "(推测)", " （ 推测 ）")),
        *((f"{name}（推测）", COUNTY, True) for name in ("县政府", "清源县政府")),
        *((mark, None, False) for mark in ("（推测）", "-（推测）", "推测")),
        (f"{COUNTY}（按名称推测）", COUNTY, True),
        ("无此单位（推测）", None, False),
        ("推测（本级）局", None, False),
    ],
)
def test_marks_of_a_guess(
    tmp_path: Path, written: str, parent: str | None, *, is_guess: bool
) -> None:
    unit = read(tmp_path, f"单位,上级单位\n{COUNTY},\n清源县教育局,{written}\n").units[1]
    assert (unit.parent, unit.parent_is_guess) == (parent, is_guess)
