"""The name of an agency to the kind of office it is, as far as a name can tell."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Office(StrEnum):
    """Kinds of office that rules tell apart."""

    MINISTRY = "ministry"
    """a department of the State Council"""
    PROVINCE = "province"
    """the government of a province, a region or a city under the State Council"""
    CITY = "city"
    """the government of a city; whether it has districts a name does not tell"""
    COUNTY = "county"
    """the government of a county or a district"""
    TOWNSHIP = "township"
    """the government of a town, or a street office"""
    DEPARTMENT = "department"
    """a department or another body below a local government"""


GOVERNMENTS: Final = frozenset((Office.PROVINCE, Office.CITY, Office.COUNTY, Office.TOWNSHIP))
"""offices whose report is that of a region"""

_OFFICE_WORDS: Final = re.compile(r"(?:（[^）]*）|办公[厅室]|[\s])+$")
_STATE: Final = r"^(?:国家|中国|中华人民共和国|国务院)[^省市区县州]*"
_STATE_ENDS: Final = r"(?:部|委员会|总?局|总署|署|院|行|会)$"
_BODIES: Final = r"(?:局|厅|委|委员会|办|中心|处|所|队|院|会|馆|校|公司|站|室)$"
_KINDS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Office.TOWNSHIP, r"(?:镇|乡|苏木)(?:人民)?政府$|街道(?:办事处)?$|(?:镇|乡)$"),
        # Two steps of administration in one name: the second one is below a city.
        (Office.COUNTY, r"[州市盟].+[县区市旗](?:人民)?政府$|[县区旗](?:人民)?政府$"),
        (Office.PROVINCE, r"(?:省|自治区|^(?:北京|天津|上海|重庆)市)(?:人民)?政府$"),
        (Office.CITY, r"(?:市|自治州|盟|地区)(?:人民政府|政府|行政公署|行署)$"),
        (Office.MINISTRY, rf"{_STATE}{_STATE_ENDS}|^[^省市区县]{{2,8}}部$"),
        (Office.DEPARTMENT, _BODIES),
    )
)


def office_of(agency: str | None) -> Office | None:
    """The kind of office with this name: `Office.COUNTY` for `淮安市洪泽区人民政府`.

    An office that writes for its government (`人民政府办公室`) counts as that government.
    """
    if not agency:
        return None
    government = re.search(r"(?:人民)?政府(?=办公[厅室]$)", agency)
    name = agency[: government.end()] if government else _OFFICE_WORDS.sub("", agency) or agency
    if name.endswith("自治区人民政府"):
        return Office.PROVINCE
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), None)
