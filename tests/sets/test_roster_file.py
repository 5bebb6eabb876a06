"""Roster files: as people make them in WPS, damaged, and written by the program."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from random import Random

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.sets.roster import Roster
from desktop.sets.roster_file import read_roster, write_roster
from desktop.sets.unit import Deadline, MonthDay, Unit

COUNTY = "清源县人民政府"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rosters")


Write = Callable[[str], Roster]


@pytest.fixture
def read(tmp_path: Path) -> Write:
    """Reads a roster from the text of a file."""

    def read_text(text: str) -> Roster:
        path = tmp_path / "名册.csv"
        path.write_bytes(text.encode())
        return read_roster(path)

    return read_text


def said(roster: Roster) -> list[tuple[int, str]]:
    return [(mistake.line, mistake.message) for mistake in roster.problems]


def workbook(path: Path, rows: list[list[object]], *merged: str, **formats: str) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    for place, shown in formats.items():
        sheet[place].number_format = shown
    book.save(path)
    return path


def test_a_roster_as_made_by_hand(read: Write) -> None:
    roster = read(
        "清源县2024年度公开单位名单,,,,,\n填报单位：,清源县政务公开办,,,,\n\n"
        "序号,简 称,单位名称（全称）,联系人,上级主管部门,截止时间,是否可制定规章\n"
        "1,县政府、清源政府,清源县人民政府,张三,/,1月31日,否\n"
        '2,"教体局；县教育局\n教委",2、清源县教育局,李四,清源县政府,２０２５年２月５日前,\n'
        ",,,,,,\n3,无,南岭镇人民政府,,县政府,2025/3/31 0:00:00,√\n"
        ",,一、其他单位,,,,\n合计,,3,,,,\n填表人：王五,,,,,,\n"
    )
    assert roster.units == (
        Unit(COUNTY, ("县政府", "清源政府"), None, MonthDay(1, 31), False),
        Unit("清源县教育局", ("教体局", "县教育局", "教委"), COUNTY, date(2025, 2, 5)),
        Unit("南岭镇人民政府", (), COUNTY, date(2025, 3, 31), True),
    )
    assert [line for line, _ in said(roster)] == [10]


def test_mistakes_are_told_by_line_and_the_rest_holds(read: Write) -> None:
    roster = read(
        "单位,上级单位,别名,截止日期,可制定规章\n甲局,丁府,,大概一月,\n乙局,甲局,丙局,,也许\n"
        "丙局,甲局,乙,2月30日,\n 甲 局,,,,\n,甲局,,,\n戊局,丁府,乙,,\n己局,己局,,,\n"
    )
    assert [unit.name for unit in roster.units] == ["甲局", "乙局", "丙局", "戊局", "己局"]
    assert [unit.parent for unit in roster.units] == [None, "甲局", "甲局", None, None]
    lines = said(roster)
    assert [line for line, _ in lines] == [2, 2, 3, 3, 4, 5, 6, 7, 8]
    told = dict(lines)
    assert "第 2 行和第 5 行都是" in told[5]
    assert "名称，没有采用" in next(m for line, m in lines if line == 3 and "别名" in m)
    assert "2 个单位（第 2、7 行）" in next(m for line, m in lines if line == 2 and "上级" in m)
    assert "也是第 4 行“丙局”的别名" in told[7]
    assert "它自己" in told[8]
    assert all("\n" not in message and len(message) < 120 for _, message in lines)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";", "，"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, mark: str, end: str) -> None:
    rows = [["上级单位", "单位"], ["", COUNTY], [COUNTY, "清源县教育局"]]
    path = tmp_path / "名册.txt"
    path.write_bytes(end.join(mark.join(row) for row in rows).encode(encoding))
    assert read_roster(path).units == (Unit(COUNTY), Unit("清源县教育局", (), COUNTY))


@pytest.mark.parametrize("text", ['单位\n"甲局\n乙局\n', '单位,别名\n"甲局,\n乙局,"\n'])
def test_a_quotation_mark_without_its_second_swallows_no_unit(read: Write, text: str) -> None:
    roster = read(text)
    assert [unit.name for unit in roster.units] == ["甲局", "乙局"]
    assert "引号" in roster.problems[0].message


def test_a_workbook_with_merged_cells_dates_and_a_hidden_row(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["2024年度名单", None, None, None, None],
        ["上级单位", "单位", "期限", "规章", "联系人"],
        [None, COUNTY, datetime(2025, 1, 31), "否", None],
        [COUNTY, "教育局", datetime(2025, 1, 31), "是", "甲"],
        [None, None, None, None, "乙"],
        [None, "财政局", 45688, None, None],
    ]
    formats = {"C4": 'm"月"d"日"'}
    path = workbook(tmp_path / "名册.xlsx", rows, "A1:E1", "A4:A6", "B4:B5", "D4:D6", **formats)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].row_dimensions[6].hidden = True
    book.create_sheet("说明", 0).append(["这一页是说明"])
    book.create_sheet("乡镇").append(["单位"])
    book.save(path)
    roster = read_roster(path)
    assert roster.units == (
        Unit(COUNTY, (), None, date(2025, 1, 31), False),
        Unit("教育局", (), COUNTY, MonthDay(1, 31), True),
        Unit("财政局", (), COUNTY, date(2025, 1, 31), True),
    )
    ((line, message),) = said(roster)
    assert line == 0
    assert "乡镇" in message


NAMES = st.text(alphabet="清源县教育局甲乙丙丁=+@-Aａ（）·0", min_size=2, max_size=8).filter(
    # 1） before a name is the number of its line.
    lambda name: not re.match(r"\d+）", name)
)


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    """Rosters without mistakes: names and aliases are different, parents come before."""
    numbers = st.lists(st.integers(1, 999), unique=True, min_size=1, max_size=8)
    names = [f"{number}号局" for number in draw(numbers)]
    spelled = [draw(NAMES) + name for name in names]
    units: list[Unit] = []
    for at, name in enumerate(spelled):
        aliases = tuple(f"又{name}{i}" for i in range(draw(st.integers(0, 2))))
        parent = draw(st.sampled_from([None, *spelled[:at]]))
        days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
        every = st.builds(MonthDay, st.integers(1, 12), st.integers(1, 28))
        deadline: Deadline | None = draw(st.none() | days | every)
        rules = draw(st.sampled_from([None, True, False]))
        guess = parent is not None and draw(st.booleans())
        units.append(Unit(name, aliases, parent, deadline, rules, parent_is_guess=guess))
    return Roster(tuple(units))


@given(rosters(), st.sampled_from(["csv", "xlsx", "CSV"]))
@settings(deadline=None)
def test_what_is_written_is_read_again(folder: Path, roster: Roster, ending: str) -> None:
    path = folder / f"名册.{ending}"
    write_roster(roster, path)
    again = read_roster(path)
    assert again.units == roster.units
    assert said(again) == []
    if ending == "xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_columns_in_any_order_below_any_titles(tmp_path: Path) -> None:
    random = Random(7)
    titles = [
        *(["单位", "单位名称", "报送单位", "机构名称", "部 门"], ["上级", "主管单位", "上级单位"]),
        *(["简称", "曾用名", "别名"], ["截止日期", "截止时间"], ["可制定规章", "规章"]),
        *(["序号"], ["联系人"], ["电话"]),
    ]
    row = ["清源县教育局", COUNTY, "教体局", "1月31日", "否", "2", "张三", "0518-1"]
    expected = (Unit(COUNTY), Unit(row[0], (row[2],), COUNTY, MonthDay(1, 31), False))
    for number in range(60):
        places = random.sample(range(len(row)), len(row))
        above: list[list[object]] = [[random.choice(["", "2024年度公开单位名单", "单位：个"])]]
        head: list[object] = [random.choice(titles[place]) for place in places]
        first: list[object] = [COUNTY if place == 0 else "" for place in places]
        last: list[object] = [row[place] for place in places]
        rows = [*above * random.randrange(4), head, first, last]
        path = tmp_path / f"{number}.{'xlsx' if number % 2 else 'csv'}"
        if number % 2:
            workbook(path, rows)
        else:
            path.write_text("\n".join(",".join(map(str, row)) for row in rows), "gb18030")
        assert read_roster(path).units == expected, rows


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_ten_thousand_lines(tmp_path: Path, ending: str) -> None:
    others = (Unit(f"清源{i // 99}县{i}局", (f"{i}科",), COUNTY) for i in range(9_999))
    roster = Roster((Unit(COUNTY), *others))
    write_roster(roster, tmp_path / f"大.{ending}")
    assert read_roster(tmp_path / f"大.{ending}").units == roster.units


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_no_spreadsheet_may_hold_is_left_out(tmp_path: Path, ending: str) -> None:
    odd = Unit("清源县\x07教育\ufffe局\udcb5", ("县\x00教育局",))
    write_roster(Roster((odd,)), tmp_path / f"r.{ending}")
    (unit,) = read_roster(tmp_path / f"r.{ending}").units
    assert (unit.name, unit.aliases) == ("清源县教育局", ("县教育局",))
