"""The name of an office without its region: its short forms, and names that are like it.

Short forms as in the lists of 国务院机构简称 (国办秘函〔2018〕, after the reform of 2018) and as
counties write them below their notices. Only what stands for one office alone is taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_SHORT: Final = {
    "发改": "发展改革", "教体": "教育体育", "科技": "科学技术", "工信": "工业信息化",
    "民宗": "民族宗教事务", "人社": "人力资源社会保障", "住建": "住房城乡建设",
    "农经": "农村经济", "文旅": "文化旅游", "文广旅": "文化广电旅游",
    "文广旅体": "文化广电旅游体育", "文旅体": "文化旅游体育", "卫健": "卫生健康",
    "退役军人": "退役军人事务",
    "市场监管": "市场监督管理", "市监": "市场监督管理", "国资": "国有资产监督管理",
    "医保": "医疗保障", "粮储": "粮食物资储备", "林草": "林业草原", "广电": "广播电视",
    "药监": "药品监督管理", "食药监": "食品药品监督管理", "安监": "安全生产监督管理",
    "国土": "国土资源", "卫计": "卫生计划生育", "环保": "环境保护", "质监": "质量技术监督",
    "应急": "应急管理", "城管": "城市管理",
}  # fmt: skip
"""stem to stem, of a name that ends in 局, 委 or 厅; without 和"""
_WHOLE: Final = {
    "残联": "残疾人联合会", "妇联": "妇女联合会", "工商联": "工商业联合会",
    "文联": "文学艺术界联合会", "科协": "科学技术协会", "人防办公室": "人民防空办公室",
    "扶贫办公室": "扶贫开发办公室", "国资办公室": "国有资产监督管理办公室",
}  # fmt: skip
_RELATED: Final = (
    ("水利", "水务"),
    ("国土资源", "自然资源", "规划", "自然资源规划"),
    ("环境保护", "生态环境"),
    ("工商行政管理", "质量技术监督", "食品药品监督管理", "市场监督管理", "物价"),
    ("安全生产监督管理", "应急管理"),
    ("扶贫开发", "乡村振兴"),
    ("人民防空", "国防动员"),
    ("卫生计划生育", "计划生育", "卫生健康"),
    ("经济信息化", "工业信息化", "科技工业信息化", "工业商务"),
    ("城市管理", "城市管理综合执法", "城市管理行政执法", "综合行政执法"),
    ("政务服务", "政务服务管理", "行政审批", "行政审批服务", "政务服务数据管理", "数据",
     "大数据", "大数据管理", "政务服务大数据管理"),
    ("新闻出版", "文化广电新闻出版", "文化广电旅游", "文化旅游"),
    ("物资储备", "粮食物资储备", "粮食"),
    ("人事", "劳动社会保障", "人力资源社会保障"),
    ("机关事务", "机关事务管理", "机关事务服务"),
)  # fmt: skip
"""stems that one office may have had before and after a reform (2008, 2014, 2018, 2023)"""
_FAMILY: Final = {stem: number for number, stems in enumerate(_RELATED) for stem in stems}

_CONNECTORS: Final = re.compile(r"(?<=.)[和与及、](?=.)|[()]")
_ENDS: Final = re.compile(r"(.+?)(委|局|厅|办公室|中心)")
_SMALLEST_PIECE: Final = 2


@lru_cache(maxsize=65536)
def folded(body: str) -> str:
    """One form for the ways in which the same office is called without doubt.

    `发展和改革委员会`, `发展改革委` and `发改委` are one; `发展和改革局` is not.
    """
    name = re.sub(r"委员会$", "委", _CONNECTORS.sub("", body))
    # 清源县人民政府国有资产监督管理委员会 is 清源县国资委; 人民政府办公室 is the government's own.
    name = re.sub(r"^人民政府(?!办公)(?=.{3})", "", name)
    name = re.sub(r"(?<!街道)办$", "办公室", re.sub(r"管委会$", "管理委", name))
    parted = _ENDS.fullmatch(name)
    if parted and parted[2] != "中心":
        name = _SHORT.get(parted[1], parted[1]) + parted[2]
    return _WHOLE.get(name, name)


def without_brackets(body: str) -> str:
    """The name without what is said in brackets: 本级, 汇总, or the second name of an office."""
    return re.sub(r"\([^()]*\)", "", body) or body


def other_bodies(body: str) -> Iterator[tuple[str, str]]:
    """Names under which a government's own report may go, each with the reason to ask."""
    if body == "人民政府":
        for office in ("人民政府办公室", "人民政府办公厅", "党政办公室"):
            yield office, "名册中没有这一级政府，只有它的办公室"
    elif re.fullmatch(r"人民政府办公[室厅]|党政(?:综合)?办(?:公室)?", body):
        yield from ((f"人民政府办公{end}", "办公室与办公厅写法不同") for end in "室厅")
        yield "人民政府", "名册中没有单列办公室，可能是本级政府的报告"
    elif not body:
        yield "人民政府", "只写了地区名，可能是本级政府的报告"
    elif body.endswith(("区", "园")):
        yield f"{body}管委会", "只写了地区名，可能是管理委员会的报告"


def are_alike(first: str, second: str) -> bool:
    """Whether two folded names may be one office's, before and after a reform or cut short.

    A branch (`市场监督管理局城东分局`) is not like the office that it belongs to.
    """
    one, two = _stem(first), _stem(second)
    if not one or not two:
        return False
    if one == two or (one in _FAMILY and _FAMILY[one] == _FAMILY.get(two)):
        return True
    if len(one) > len(two):
        first, second, one, two = second, first, two, one
    # Asked of every office of a region: what ends it for most comes first.
    return one[:_SMALLEST_PIECE] in two and first not in second and _is_made_of(one, two)


@lru_cache(maxsize=65536)
def _stem(body: str) -> str:
    """A folded name without its last word (局, 委); empty where it is not one that is compared."""
    parted = _ENDS.fullmatch(body)
    return "" if parted is None or parted[2] == "中心" else parted[1]


def _is_made_of(short: str, long: str) -> bool:
    """Whether `short` is pieces of `long` in their order: 文化旅游 of 文化广电旅游."""
    at = 0
    while short:
        for size in range(len(short), _SMALLEST_PIECE - 1, -1):
            found = long.find(short[:size], at)
            if found >= 0:
                short, at = short[size:], found + size
                break
        else:
            return False
    return True
