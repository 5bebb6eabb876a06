"""The roster: who is below whom, as drawn from names, and for the next year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.sets.names import NameIndex, guess_parents, normal_name
from desktop.sets.roster import Roster, roster_of, roster_of_year, with_aliases
from desktop.sets.unit import MonthDay, Unit

CITY, COUNTY = "青河市人民政府", "清源县人民政府"
OFFICES = (
    *("教育局", "教育体育局", "发展和改革委员会", "水利局", "水务局", "市场监督管理局"),
    *("市场监督管理局城东分局", "南岭镇人民政府", "城关镇人民政府", "青石街道办事处"),
    *("人民政府办公室", "经济开发区管理委员会", "粮食局", "粮食和物资储备局", "城市管理局"),
)
REGIONS = ("清源县", "清源市", "乙县", "宁远市", "青河市", "城关区")


def test_names_that_were_answered_become_aliases() -> None:
    units = Roster((Unit("清源县教育局", ("县教育局",)), Unit("清源县水利局")))
    names = {"清源县教体局": "清源县教育局", "清源县教育局": "清源县教育局", "无": "没有的单位"}
    first, second = with_aliases(units, names).units
    assert first.aliases == ("县教育局", "清源县教体局")
    assert second == units.units[1]


def test_children_and_leaves() -> None:
    roster = Roster(
        (
            Unit(CITY),
            Unit(COUNTY, (), CITY),
            Unit("清源县教育局", (), COUNTY),
            Unit("青河市教育局", (), CITY),
            Unit("宁远市粮食局", (), "宁远市人民政府"),
        )
    )
    assert [unit.name for unit in roster.children_of(CITY)] == [COUNTY, "青河市教育局"]
    assert [unit.name for unit in roster.leaves()] == [
        *("清源县教育局", "青河市教育局", "宁远市粮食局")
    ]
    assert roster.children_of("无此单位") == ()
    assert roster.unit("清源县教育局") == roster.units[2]


def test_a_deadline_without_a_year_is_in_the_year_after() -> None:
    assert Unit("甲", deadline=MonthDay(1, 31)).due(2024) == date(2025, 1, 31)
    assert Unit("甲", deadline=MonthDay(2, 29)).due(2024) == date(2025, 2, 28)
    assert Unit("甲").due(2024) is None


@pytest.mark.parametrize("deadline", [date(2025, 2, 28), date(2024, 2, 29), MonthDay(2, 29)])
def test_a_deadline_of_another_year_is_in_the_year_after_the_report(
    deadline: date | MonthDay,
) -> None:
    unit = Unit("甲", deadline=deadline)
    assert unit.due(2024) == date(2025, 2, 28)
    assert unit.due(2025) == date(2026, 2, 28)
    assert Unit("甲", deadline=date(2024, 2, 29)).due(2027) == date(2028, 2, 29)
    assert unit.due(9998) == date(9999, 2, 28)
    assert unit.due(9999) is None
    assert unit.due(-1) is None
    for year in (0, 9999):  # of a set without reports; of one with a year that is none
        assert roster_of_year(Roster((unit,)), year).units == (unit,)


def test_the_next_years_roster_keeps_aliases_and_puts_deadlines_off() -> None:
    units = (
        Unit("甲", ("乙",), None, date(2024, 2, 29), True),
        Unit("丙", (), "甲", MonthDay(1, 31), None, parent_is_guess=True),
    )
    first, second = roster_of_year(Roster(units), 2024).units
    assert first == Unit("甲", ("乙",), None, date(2025, 2, 28), True)
    assert second == units[1]


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("清源县教育局", COUNTY),
        ("清源县南岭镇人民政府", COUNTY),
        ("清源县南岭镇财政所", "清源县南岭镇人民政府"),
        ("清源县人民政府办公室", COUNTY),
        ("青河市清源县水利局", COUNTY),
        ("清源县经济开发区管委会", COUNTY),
        ("清源县经济开发区应急管理局", "清源县经济开发区管委会"),
        ("青石街道办事处", COUNTY),
        (COUNTY, CITY),
        ("青河市教育局", CITY),
        (CITY, None),
        ("宁远市粮食局", None),
        ("清源县", None),
        ("财政局", None),
        ("国家税务总局清源县税务局", None),
    ],
)
def test_parents_are_guessed_from_names(name: str, parent: str | None) -> None:
    names = (CITY, COUNTY, "清源县南岭镇人民政府", "清源县经济开发区管委会", name)
    assert guess_parents(names).get(name) == parent


def test_nothing_is_guessed_where_several_could_be_meant() -> None:
    names = ["甲县人民政府", "乙县人民政府", "城关镇人民政府", "财政局", "丙县教育局"]
    assert guess_parents(names) == {}
    cities = ["青河市人民政府", "宁远市人民政府", COUNTY]
    assert guess_parents(cities) == {}
    assert guess_parents([*names[1:], "乙县城关镇财政所"]) == {
        "城关镇人民政府": "乙县人民政府",
        "财政局": "乙县人民政府",
    }


def test_a_roster_drawn_from_names_has_each_office_once() -> None:
    names = [
        *("教育局", "清源县教育局", "青河市清源县教育局", COUNTY, "清源县政府", "清源县发改委"),
        *("清源县发展和改革委员会", "清源县水利局", "清源县水务局", "清源县城关镇政府", "城关镇"),
    ]
    roster = roster_of(names)
    aliases = {unit.name: unit.aliases for unit in roster.units}
    assert aliases == {
        "青河市清源县教育局": ("教育局", "清源县教育局"),
        COUNTY: (),
        "清源县发展和改革委员会": ("清源县发改委",),
        "清源县水利局": (),
        "清源县水务局": (),
        "清源县城关镇政府": ("城关镇",),
    }
    assert {unit.parent for unit in roster.units if unit.name != COUNTY} == {COUNTY}
    assert all(unit.parent_is_guess for unit in roster.units if unit.parent)
    index = NameIndex(roster.units)
    assert all(index.find(name).unit for name in names)


def test_offices_of_several_counties_are_not_made_one() -> None:
    names = ["甲县城关镇人民政府", "城关镇人民政府", "乙县教育局", "教育局", "甲县教育局"]
    assert [unit.name for unit in roster_of(names).units] == names


@given(st.lists(st.text(alphabet="清源县市区镇乡街道人民政府办局管委会教育（）", max_size=9)))
def test_any_names_make_a_roster_without_a_circle(names: list[str]) -> None:
    roster = roster_of(names)
    assert all(unit.parent is None or roster.unit(unit.parent) for unit in roster.units)
    assert not is_circular({unit.name: unit.parent for unit in roster.units if unit.parent})
    assert {normal_name(n) for n in names} - {""} == {
        normal_name(n) for unit in roster.units for n in (unit.name, *unit.aliases)
    }


PLACES = ["青河市", "城东区", "清源县", "南岭镇", "青石街道", "经济开发区", "高新园区", "科技城"]
BODIES = (
    *("人民政府", "政府", "管委会", "管理委员会", "办事处", "街道办事处", "人民政府管委会"),
    *("管委会人民政府", "管委会办事处", "教育局", "财政所", ""),
)


def is_circular(parents: Mapping[str, str]) -> bool:
    """Whether some unit is above itself: from it, more steps upwards than there are units."""
    for at in parents:
        for _ in range(len(parents) + 1):
            if at not in parents:
                break
            at = parents[at]
        else:
            return True
    return False


@given(
    st.lists(
        st.builds("".join, st.lists(st.sampled_from(PLACES), max_size=3)).flatmap(
            lambda place: st.sampled_from(BODIES).map(lambda body: place + body)
        ),
        max_size=12,
    )
)
@example(["城东区管委会", "城东区人民政府", "城东区教育局"])
def test_no_guess_makes_a_circle(names: list[str]) -> None:
    parents = {normal_name(n): normal_name(parent) for n, parent in guess_parents(names).items()}
    assert not is_circular(parents)


def test_in_a_circle_of_guesses_nobody_has_a_parent() -> None:
    names = ["城东区管委会", "城东区人民政府", "城东区政府", "城东区教育局"]
    for order in (names, names[::-1]):
        parents = guess_parents(order)
        assert set(parents) == {"城东区教育局"}


@given(
    st.sets(st.tuples(st.sampled_from(REGIONS), st.sampled_from(OFFICES)), min_size=1),
    st.sampled_from(REGIONS),
    st.sampled_from(OFFICES),
)
def test_what_is_certain_is_right(pairs: set[tuple[str, str]], region: str, office: str) -> None:
    """A full name is its own unit's, or nobody's for certain; never that of another office."""
    index = NameIndex(Unit(region + office) for region, office in sorted(pairs))
    match = index.find(region + office)
    assert (match.unit is not None) == ((region, office) in pairs)
    if match.unit is not None:
        assert match.unit.name == region + office
    # Short of its region it is certain only where no other county has such an office.
    short = index.find(office)
    if short.unit is not None:
        assert [pair for pair in pairs if pair[1] == office] == [
            (short.unit.name.removesuffix(office), office)
        ]


def test_ten_thousand_names_are_found() -> None:
    names = [f"第{i % 200}县{office}{i}" for i in range(10_000) for office in OFFICES[:1]]
    units = [Unit(name) for name in names]
    index = NameIndex(units)
    assert all(index.find(name).unit is unit for name, unit in zip(names, units, strict=True))
    roster = roster_of([*names, COUNTY])
    assert len(roster.leaves()) == len(names) + 1
