"""Whose a name is: certain, a question, or nobody's; and who is below whom."""

from __future__ import annotations

import pytest

from desktop.sets import names as names_module
from desktop.sets import roster_offices
from desktop.sets.names import (
    NameIndex,
    NameMatch,
    common_region,
)
from desktop.sets.unit import Unit

COUNTY = "清源县人民政府"
OFFICES = (
    *("教育局", "发展和改革委员会", "卫生健康委员会", "人力资源和社会保障局", "司法局"),
    *("住房和城乡建设局", "文化广电和旅游局", "自然资源和规划局", "水务局", "城市管理局"),
    *("国有资产监督管理委员会", "南岭镇人民政府", "青石街道办事处", "经济开发区管理委员会"),
)
MARKET = Unit("清源县市场监督管理局", ("食品药品监督管理局", "清源县工商行政管理局"), COUNTY)
ROSTER = (Unit(COUNTY), *(Unit(f"清源县{office}", (), COUNTY) for office in OFFICES), MARKET)
CITY = "青河市人民政府"
CITY_ROSTER = (
    *(Unit(CITY), Unit("青河市教育局", (), CITY), Unit("甲县人民政府", (), CITY)),
    *(Unit("乙县人民政府", (), CITY), Unit("教育局", (), "甲县人民政府")),
    *(Unit("乙县教育局", (), "乙县人民政府"), Unit("城关镇人民政府", (), "甲县人民政府")),
    *(Unit("乙县城关镇人民政府", (), "乙县人民政府"), Unit("乙县粮食局", (), "乙县人民政府")),
)


def names(match: NameMatch) -> tuple[str, ...]:
    return tuple(unit.name for unit in match.candidates)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("清源县教育局", "清源县教育局"),
        ("教育局", "清源县教育局"),
        ("县教育局", "清源县教育局"),
        ("青河市清源县教育局", "清源县教育局"),
        ("江南省青河市清源县教育局", "清源县教育局"),
        ("清源县发改委", "清源县发展和改革委员会"),
        ("卫健委", "清源县卫生健康委员会"),
        ("清源县人社局", "清源县人力资源和社会保障局"),
        ("清源县住房城乡建设局", "清源县住房和城乡建设局"),
        ("清源县国资委", "清源县国有资产监督管理委员会"),
        ("清源县人民政府国有资产监督管理委员会", "清源县国有资产监督管理委员会"),
        ("清源县市场监管局", MARKET.name),
        ("清源县食品药品监督管理局", MARKET.name),
        ("工商行政管理局", MARKET.name),
        ("清源县城管局", "清源县城市管理局"),
        ("南岭镇", "清源县南岭镇人民政府"),
        ("清源县青石街道", "清源县青石街道办事处"),
        ("经济开发区管委会", "清源县经济开发区管理委员会"),
        ("县政府", COUNTY),
        ("青河市清源县政府", COUNTY),
    ],
)
def test_certain(name: str, unit: str) -> None:
    match = NameIndex(ROSTER).find(name)
    assert match.unit is not None
    assert match.unit.name == unit
    assert match.candidates == ()


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("清源县教育体育局", "清源县教育局"),
        ("清源县水利局", "清源县水务局"),
        ("清源县发改局", "清源县发展和改革委员会"),
        ("清源县卫生健康局", "清源县卫生健康委员会"),
        ("清源县文旅局", "清源县文化广电和旅游局"),
        ("清源县自然资源局", "清源县自然资源和规划局"),
        ("清源县国土资源局", "清源县自然资源和规划局"),
        ("清源县人民政府办公室", COUNTY),
        ("清源县", COUNTY),
        ("清源县经济开发区", "清源县经济开发区管理委员会"),
        ("清源县教育局（本级）", "清源县教育局"),
        ("清源区教育局", "清源县教育局"),
        ("清源教育局", "清源县教育局"),
        ("青河市南岭镇人民政府", "清源县南岭镇人民政府"),
    ],
)
def test_a_question(name: str, unit: str) -> None:
    match = NameIndex(ROSTER).find(name)
    assert match.unit is None
    assert names(match) == (unit,)
    assert match.reason
    assert not match.reason.endswith("。")


@pytest.mark.parametrize(
    "name",
    [
        *("宁远市粮食局", "宁远市教育局", "青河市教育局", "市教育局", "清源市教育局"),
        *("清源县市场监督管理局城东分局", "清源县粮食局", "南岭镇财政所", "乙县南岭镇人民政府"),
        *("青河市人民政府", "某某大学", "", "——"),
    ],
)
def test_nobody(name: str) -> None:
    assert NameIndex(ROSTER).find(name) == NameMatch()


def test_another_regions_office_is_none_though_its_body_fits() -> None:
    units = (*ROSTER, Unit("清源县粮食局", (), COUNTY))
    assert NameIndex(units).find("宁远市粮食局") == NameMatch()


def test_an_office_on_the_roster_is_not_its_government() -> None:
    units = (*ROSTER, Unit("清源县人民政府办公室", (), COUNTY))
    match = NameIndex(units).find("清源县政府办")
    assert match.unit == units[-1]
    assert NameIndex(units[1:]).find("清源县人民政府").candidates == (units[-1],)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("甲县教育局", ("教育局",)),
        ("青河市甲县教育局", ("教育局",)),
        ("市教育局", ("青河市教育局",)),
        ("青河市乙县城关镇政府", ("乙县城关镇人民政府",)),
        ("甲县城关镇", ("城关镇人民政府",)),
    ],
)
def test_a_parent_tells_the_region(name: str, found: tuple[str, ...]) -> None:
    match = NameIndex(CITY_ROSTER).find(name)
    assert match.unit is not None
    assert (match.unit.name,) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("教育局", {"教育局", "青河市教育局", "乙县教育局"}),
        ("县教育局", {"教育局", "乙县教育局"}),
        ("城关镇人民政府", {"城关镇人民政府", "乙县城关镇人民政府"}),
        ("粮食局", {"乙县粮食局"}),
        ("甲县粮食局", set()),
        ("丙县城关镇人民政府", set()),
        ("宁远市乙县粮食局", set()),
    ],
)
def test_of_several_regions_nothing_is_taken_for_certain(name: str, found: set[str]) -> None:
    match = NameIndex(CITY_ROSTER).find(name)
    assert match.unit is None
    assert set(names(match)) == found


def test_districts_of_one_name_are_told_apart_by_their_city() -> None:
    bare = (Unit("鼓楼区人民政府"), Unit("鼓楼区教育局", (), "鼓楼区人民政府"))
    assert NameIndex(bare).find("徐州市鼓楼区教育局").candidates == (bare[1],)
    index = NameIndex(bare, common_region(["徐州市鼓楼区教育局", "鼓楼区财政局"]))
    assert index.find("徐州市鼓楼区教育局").unit == bare[1]
    assert index.find("南京市鼓楼区教育局") == NameMatch()


def test_names_without_any_region_need_to_be_told_where_they_are() -> None:
    units = (Unit("教育局"), Unit("县财政局"))
    assert NameIndex(units).find("教育局").unit == units[0]
    assert NameIndex(units).find("宁远市教育局").candidates == (units[0],)
    index = NameIndex(units, "青河市清源县")
    assert index.find("清源县教育局").unit == units[0]
    assert index.find("清源县财政局").unit == units[1]
    assert index.find("宁远市教育局") == NameMatch()


def test_two_units_of_one_name_or_alias_are_a_question() -> None:
    twice = (Unit("清源县教育局"), Unit("青河市清源县教育局"))
    assert NameIndex(twice).find("清源县教育局").candidates == twice
    shared = (Unit("清源县教育局", ("教体局",)), Unit("清源县体育局", ("教体局",)))
    assert NameIndex(shared).find("清源县教体局").candidates == shared


def test_a_name_that_is_asked_for_again_is_not_compared_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []

    def are_alike(first: str, second: str) -> bool:
        compared.append(first)
        return roster_offices.are_alike(first, second)

    monkeypatch.setattr(names_module, "are_alike", are_alike)
    index = NameIndex(ROSTER)
    first = index.find("清源县教育体育局")
    assert names(first) == ("清源县教育局",)
    number = len(compared)
    assert number
    assert index.find("清源县教育体育局") == first
    assert index.find("清源县 教育体育局") == first
    assert len(compared) == number
    assert names(NameIndex(ROSTER[2:]).find("清源县教育体育局")) == ()


def test_a_circle_of_parents_does_no_harm() -> None:
    circle = (Unit("教育局", (), "财政局"), Unit("财政局", (), "教育局"))
    assert NameIndex(circle).find("教育局").unit == circle[0]
