"""Names of units in texts and in the names of files."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sets.name_search import NameSearch, unit_in_file_name, years_in_file_name
from desktop.sets.names import normal_name
from desktop.sets.unit import Unit

COUNTY = "清源县人民政府"
EDUCATION, WATER = "清源县教育局", "清源县水利局"
UNITS = (
    Unit(COUNTY, ("县政府",)),
    Unit(EDUCATION, ("清源县教育体育局", "教育体育局"), COUNTY),
    Unit(WATER, (), COUNTY),
    Unit("清源县发展和改革委员会", (), COUNTY),
    Unit("清源县招生考试中心", (), COUNTY),
    Unit("清源县市场监督管理局", (), COUNTY),
    Unit("清源县市场监督管理局城东分局", (), "清源县市场监督管理局"),
    Unit("清源县南岭镇人民政府", (), COUNTY),
    Unit("清源县经济开发区（高新区）管委会", (), COUNTY),
    Unit("清源县第12中学", (), COUNTY),
)
SEARCH = NameSearch(UNITS)


def places(search: NameSearch, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (text[start:end], tuple(unit.name for unit in units))
        for start, end, units in search.found_in(text)
    ]


def test_names_in_a_text_with_all_who_have_them() -> None:
    units = (Unit("清源县文旅局", ("清源县文体局",)), Unit("清源县体育局", ("清源县文体局",)))
    search = NameSearch((*units, Unit("县体育局")))
    shared = ("清源县文旅局", "清源县体育局")
    assert places(search, "由清源县文体局会同清源县体育局办理") == [
        ("清源县文体局", shared),
        ("清源县体育局", ("清源县体育局",)),
        ("县体育局", ("县体育局",)),
    ]
    assert [name.units for name in search.longest_in("清源县体育局")] == [(units[1],)]
    assert not search.may_be_in("由委员会办理")
    assert list(NameSearch(()).found_in("清源县体育局")) == []


@given(st.lists(st.text(alphabet="清源县甲乙局", min_size=1, max_size=7)), st.data())
def test_every_name_is_found_wherever_it_stands(names: list[str], data: st.DataObject) -> None:
    text = data.draw(st.lists(st.sampled_from([*names, "县", "局"])).map("".join))
    long = {name for name in names if len(name) >= 4}
    expected = {
        (at, at + len(name))
        for name in long
        for at in range(len(text))
        if text.startswith(name, at)
    }
    found = list(NameSearch(map(Unit, names)).found_in(text))
    assert {(start, end) for start, end, _ in found} == expected
    assert len(found) == len(expected)
    assert all({unit.name for unit in units} == {text[a:b]} for a, b, units in found)


@pytest.mark.parametrize(
    ("stem", "unit"),
    [
        ("2024年清源县教育局政府信息公开年度报告", EDUCATION),
        ("清源县教育局2024年政府信息公开工作年度报告", EDUCATION),
        ("1.清源县教育局", EDUCATION),
        ("01-清源县教育局-2024", EDUCATION),
        ("清源县教育局2025", EDUCATION),
        ("２０２４年 清源县 教育局", EDUCATION),
        ("（盖章）清源县教育局-终稿", EDUCATION),
        ("清源县教育局政府信息公开年报（定稿）v2", EDUCATION),
        ("张三-清源县教育局", EDUCATION),
        ("报送单位清源县教育局", EDUCATION),
        ("青河市清源县教育局2024", EDUCATION),
        ("附件：青河市清源县教育局2024", EDUCATION),
        ("二〇二四年清源县教育局年度报告", EDUCATION),
        ("清源县教育体育局2024", EDUCATION),
        ("教育体育局2024", EDUCATION),
        ("教育局2024", EDUCATION),
        ("2024年教育局政府信息公开年度报告", EDUCATION),
        ("1、教育局（终稿）", EDUCATION),
        ("县教育局2024", EDUCATION),
        ("清源县_教育局_2024", EDUCATION),
        ("清源县政府信息公开年度报告（水利局）", WATER),
        ("清源县发改委2024", "清源县发展和改革委员会"),
        ("发改委2024年报", "清源县发展和改革委员会"),
        ("清源县市场监督管理局城东分局2024", "清源县市场监督管理局城东分局"),
        ("清源县市场监督管理局2024", "清源县市场监督管理局"),
        ("南岭镇2024", "清源县南岭镇人民政府"),
        ("清源县-南岭镇", "清源县南岭镇人民政府"),
        ("清源县南岭镇人民政府信息公开年度报告", "清源县南岭镇人民政府"),
        ("清源县经济开发区（高新区）管理委员会2024", "清源县经济开发区（高新区）管委会"),
        ("2024清源县第12中学", "清源县第12中学"),
        ("清源县人民政府2024年政府信息公开工作年度报告", COUNTY),
        ("县政府2024", COUNTY),
        ("宁远市水利局2024", None),
        ("2024年宁远市水利局政府信息公开年度报告", None),
        ("宁远市-水利局-2024", None),
        ("水利局（宁远市）", None),
        ("附件宁远市水利局", None),
        ("宁远市教育体育局2024", None),
        ("宁远市2024教育体育局", None),
        ("教育体育局 宁远市", None),
        ("宁远县南岭镇人民政府2024", None),
        ("宁远县2024南岭镇", None),
        ("清源教育局2024", None),
        ("清源县教育局招生考试中心2024", None),
        ("清源县教育局招生办2024", None),
        ("教育局招生办2024", None),
        ("清源县教育局人事股2024", None),
        ("清源县教育局、清源县水利局2024", None),
        ("清源县教育局和清源县水利局", None),
        ("清源县教育局（发改委）", None),
        ("清源县粮食局2024", None),
        ("清源县2024年政府信息公开年度报告", None),
        ("2024年政府信息公开年度报告", None),
        ("001", None),
        ("局", None),
        ("", None),
    ],
)
def test_the_unit_in_a_file_s_name(stem: str, unit: str | None) -> None:
    found = unit_in_file_name(stem, SEARCH)
    assert (found and found.name) == unit


def unit_name(stem: str, units: Sequence[Unit], region: str = "") -> str | None:
    found = unit_in_file_name(stem, NameSearch(units, region))
    return None if found is None else found.name


def test_of_several_regions_only_what_one_unit_alone_is_called() -> None:
    units = (Unit("甲县教育局"), Unit("乙县教育局"), Unit("乙县粮食局"), Unit("通县水利局"))
    assert unit_name("教育局2024", units) is None
    assert unit_name("乙县教育局2024", units) == "乙县教育局"
    assert unit_name("粮食局2024", units) == "乙县粮食局"
    assert unit_name("丙县粮食局2024", units) is None
    assert unit_name("大通县水利局2024", units) is None
    assert unit_name("通县水利局2024", units) == "通县水利局"


def test_a_district_needs_its_city_where_the_file_names_one() -> None:
    units = (Unit("鼓楼区人民政府"), Unit("鼓楼区教育局", (), "鼓楼区人民政府"))
    assert unit_name("徐州市鼓楼区教育局2024", units, "徐州市鼓楼区") == "鼓楼区教育局"
    assert unit_name("南京市鼓楼区教育局2024", units, "徐州市鼓楼区") is None


def test_an_alias_of_two_units_is_nobody_s_file() -> None:
    shared = (Unit(EDUCATION, ("清源县文体局",)), Unit("清源县文旅局", ("清源县文体局",)))
    assert unit_name("清源县文体局2024", shared) is None


@given(st.text(alphabet="清源县教育局水利宁远市2024年（）-_、.政府信息公开年度报告办", max_size=20))
def test_any_file_s_name_is_taken(stem: str) -> None:
    found = unit_in_file_name(stem, SEARCH)
    assert found is None or found in UNITS
    if found is not None:
        rest = stem.replace("政府信息公开", "")
        assert not {"宁远市教育局", "宁远市水利局"} & {normal_name(rest)}


@pytest.mark.parametrize(
    ("stem", "years"),
    [
        ("2024年清源县教育局", (2024,)),
        ("清源县教育局2024", (2024,)),
        ("清源县教育局２０２４", (2024,)),
        ("清源县教育局2023-2024年", (2023, 2024)),
        ("2024清源县教育局2024", (2024,)),
        ("二〇二四年清源县教育局", (2024,)),
        ("二○一九年清源县教育局", (2019,)),
        ("2024年教育局2025年1月31日", (2024,)),
        ("2024年教育局20250131", (2024,)),
        ("2024年教育局2025-01-31", (2024,)),
        ("2024年教育局2025.1.31", (2024,)),
        ("教育局12024", ()),
        ("教育局2007", ()),
        ("教育局2099年", (2099,)),
        ("教育局", ()),
        ("", ()),
    ],
)
def test_the_years_in_a_file_s_name(stem: str, years: tuple[int, ...]) -> None:
    assert years_in_file_name(stem) == years


def test_none_of_three_thousand_units_is_in_a_text_without_them() -> None:
    units = [Unit(f"清源县{number}镇人民政府", (), COUNTY) for number in range(3000)]
    search = NameSearch(units)
    text = "各镇人民政府要按照县人民政府的部署，由乡镇人民政府逐级落实。" * 20
    for _ in range(100):
        assert list(search.found_in(text)) == []
