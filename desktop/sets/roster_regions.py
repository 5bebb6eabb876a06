"""An office's name to its leading administrative names and the rest.

Without a gazetteer: what stands before 省, 市, 县, 镇 is a region where the order of the levels
allows it. A name that is parted wrongly does no harm: both sides of a comparison are parted alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.sets.roster_spelling import normal_name

Regions = tuple[str, ...]
"""administrative names from the largest to the smallest: `("青河市", "清源县")`"""

_OTHER: Final = "省市县区旗局厅委院处"
_PROVINCE: Final = rf"[^{_OTHER}]{{1,3}}省(?!际|级)|[^{_OTHER}]{{2,6}}自治区"
# The prefectures that are no cities, as they are called in short (行政区划代码 GB/T 2260); 州
# alone is part of many names: 广州市, 通州区.
_PREFECTURES: Final = (
    "(?:延边|恩施|湘西|阿坝|甘孜|凉山|黔西南|黔东南|黔南|楚雄|红河|文山|西双版纳|大理|德宏|怒江"
    "|迪庆|临夏|甘南|海北|黄南|海南|果洛|玉树|海西|昌吉|博|巴|克|伊犁)州(?!市(?!场)|区|县)"
    "|(?:兴安|锡林郭勒|阿拉善)盟|(?:大兴安岭|阿克苏|喀什|和田|塔城|阿勒泰|阿里)地区"
    rf"|[^{_OTHER}]{{2,14}}?自治州"
)
_CITY: Final = (
    rf"(?!城市|都市|超市)(?:津市|[^{_OTHER}]{{1,7}}?)(?<![镇乡道园]城)市"
    r"(?!场|区(?!域|划|县)|镇(?:人民政府|$)|乡(?:人民政府|$)|街道)"
)
# Zones are no level of administration, though they are called 区.
_NO_DISTRICT: Final = "".join(
    f"(?<!{word})"
    for word in (
        "[园景社库灌牧片禁校院厂小军战地]",
        "开发", "高新", "经开", "示范", "保护", "试验", "保税", "集聚", "产业", "工业", "合作",
        "功能", "度假", "旅游", "经济", "管理", "物流", "服务", "技术", "生态", "创新", "加工",
        "风景", "名胜", "自治", "行政",
    )
)  # fmt: skip
_DISTRICT: Final = (
    rf"(?:市[中南北]|沙市|[^{_OTHER}]{{1,4}}县|红旗|神农架林|[^{_OTHER}]{{1,8}}?{_NO_DISTRICT})"
    r"区(?!域|划|块|间|别)"
)
_COUNTY: Final = rf"[^{_OTHER}]{{1,14}}?县(?!区(?!域|划|块)|域|级)"
_BANNER: Final = rf"[^{_OTHER}]{{1,10}}?旗(?![渠舰帜袍手区镇乡]|街道)"
_NO_TOWN: Final = "(?!城乡|城镇|村镇|集镇|小城镇|古镇|市场)"
_TOWNSHIP: Final = (
    r"[^局厅委院处镇乡]{1,4}乡镇(?=人民政府)"
    rf"|{_NO_TOWN}[^局厅委院处镇乡]{{1,8}}?"
    r"(?:(?<![和与及筹房]城)(?:镇(?!化)|乡(?!村|镇|土))|苏木|街道)"
)
_LEVELS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        _PROVINCE,
        rf"{_PREFECTURES}|{_CITY}",
        rf"{_DISTRICT}|{_CITY}|{_COUNTY}|{_BANNER}",
        _TOWNSHIP,
    )
)
# 县教育局: the level alone stands for the name of the one that everybody knows.
_LEVEL_ALONE: Final = re.compile(
    r"省(?!级|际)|县(?!域|级)|区(?!域|划|块)|旗|州"
    r"|市(?!场|容|监局|属|政(?!府|协|法|务)|民(?!政|族|宗|营|防|航))"
)


class Level(IntEnum):
    """The levels of administration that a region's name tells."""

    PROVINCE = 1
    CITY = 2
    """also a city at county level: the name does not tell"""
    COUNTY = 3
    TOWNSHIP = 4


class NameParts(NamedTuple):
    """A name in its normal form, parted: `清源县` and `教育局`."""

    regions: Regions
    body: str


@lru_cache(maxsize=65536)
def split_name(normal: str) -> NameParts:
    """The leading regions of a name in its normal form, and the rest.

    A level alone is a region of one letter: `县教育局` gives `("县",)`; see `in_full`.
    """
    regions: list[str] = []
    at = 0
    for level in _LEVELS:
        match = level.match(normal, at)
        if match:
            regions.append(match[0])
            at = match.end()
    if not regions and (match := _LEVEL_ALONE.match(normal)) and match.end() < len(normal):
        return NameParts((match[0],), normal[match.end() :])
    return NameParts(tuple(regions), normal[at:])


def region_of(name: str) -> str:
    """The leading administrative names of an office: `青河市清源县` of `青河市清源县教育局`.

    A township counts: `清源县南岭镇` of `清源县南岭镇财政所`. Empty where the name has none.
    """
    regions = split_name(normal_name(name)).regions
    return "" if len("".join(regions)) < 2 else "".join(regions)


def level_of(region: str) -> Level:
    """The level of one region, by its last letters."""
    if region.endswith(("省", "自治区")):
        return Level.PROVINCE
    if region.endswith(("市", "州", "盟", "地区")):
        return Level.CITY
    return Level.COUNTY if region.endswith(("县", "区", "旗")) else Level.TOWNSHIP


def in_full(regions: Regions, above: Regions) -> Regions:
    """Regions with a level that stands alone written out from `above`, as far as it tells."""
    if regions and len(regions[0]) == 1:
        for at in reversed(range(len(above))):
            if above[at].endswith(regions[0]):
                return above[: at + 1] + regions[1:]
    return regions


def joined(above: Regions, own: Regions) -> Regions:
    """The regions of an office below another one, where its own name leaves the upper ones out."""
    own = in_full(own, above)
    if not own:
        return above
    if own[0] in above:
        return above[: above.index(own[0])] + own
    # A city may lie in a city (县级市), nothing else in one of its own level.
    if level_of(own[0]) is Level.CITY and [*map(level_of, above)].count(Level.CITY) == 1:
        return above + own if level_of(above[-1]) is Level.CITY else own
    return tuple(region for region in above if level_of(region) < level_of(own[0])) + own


def within_home(own: Regions, home: Regions) -> Regions:
    """The regions of an office, completed by those that most offices have in common.

    A county that is not `home` itself may lie in another city: it is left as it is.
    """
    own = in_full(own, home)
    settled = not own or own[0] in home or level_of(own[0]) is Level.TOWNSHIP
    return joined(home, own) if settled else own


class RegionFit(IntEnum):
    """Whether two offices of one name are of one region."""

    NO = 0
    OPEN = 1
    """nothing speaks against it, and something that would confirm it is not known"""
    SURE = 2


def fit(named: Regions, known: Regions, home: Regions) -> RegionFit:
    """Whether an office that is `named` with these regions lies in the `known` ones.

    Left out may be what is above a county or a city (there are no two of one name; of
    districts and townships there are), and what all units have in common: `home`.
    """
    if not named or not known:
        inside = bool(known) and set(known) <= set(home)
        return RegionFit.SURE if inside or named == known else RegionFit.OPEN
    if named[-1] != known[-1]:
        alone = 1 in (len(named[-1]), len(known[-1])) and named[-1][-1] == known[-1][-1]
        return RegionFit.OPEN if alone else RegionFit.NO
    more = [region for region in named if region not in known]
    less = [region for region in known if region not in named]
    if {level_of(region) for region in more} & {level_of(region) for region in less}:
        return RegionFit.NO
    settled = all(_is_settled(region, named, known, home) for region in more) and all(
        _is_settled(region, known, named, home) for region in less
    )
    return RegionFit.SURE if settled else RegionFit.OPEN


def _is_settled(region: str, full: Regions, other: Regions, home: Regions) -> bool:
    """Whether `region`, which `other` does not have, says nothing that is not known anyhow."""
    below = full[full.index(region) + 1 :]
    return region in home or any(
        name in other and name.endswith(("县", "旗", "市", "州", "盟")) for name in below
    )


def common_regions(chains: Iterable[Regions], share: float = 0.8) -> Regions:
    """The region in which at least this share of offices lie; empty where there is none.

    Townships count for their county, and governments of what the others lie in not at all.
    """
    counted = Counter(tuple(r for r in chain if level_of(r) < Level.TOWNSHIP) for chain in chains)
    counted.pop((), None)
    above = {region for chain in counted for region in chain[:-1]}
    inner = {c: n for c, n in counted.items() if c[-1] not in above or n > 1}
    holders: Counter[str] = Counter()
    for chain, number in inner.items():
        holders.update(dict.fromkeys(chain, number))
    enough = share * sum(inner.values())
    shared = [
        tuple(r for r in chain if len(r) > 1 and holders[r] >= enough) for chain in sorted(inner)
    ]
    home = max(shared, key=len, default=())
    # What it lies in, where those that say so agree.
    uppers = {chain[: chain.index(home[0])] for chain in inner if home and home[0] in chain} - {()}
    return uppers.pop() + home if len(uppers) == 1 else home


def common_region(names: Iterable[str]) -> str:
    """The region in which most of the offices with these names lie: `青河市清源县`, or nothing."""
    return "".join(common_regions(split_name(normal_name(name)).regions for name in names))
