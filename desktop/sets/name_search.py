"""Where names of units stand in a text, and whose report a file is by its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from desktop.sets.names import NameIndex, normal_name
from desktop.sets.roster_offices import folded
from desktop.sets.roster_regions import Level, level_of, split_name
from desktop.sets.unit import REPORT_YEARS, Unit

_SHORTEST: Final = 4
"""letters of a name that is looked for: a shorter one may be part of anything"""
_END: Final = 3
"""letters at the end of a name by which it is looked up; the beginnings are all alike"""


class FoundName(NamedTuple):
    """A name in a text: from where to where, and whose it is, of several units perhaps."""

    start: int
    end: int
    units: tuple[Unit, ...]


class NameSearch:
    """The names and aliases of units, looked up where one may end.

    Names of offices end in few different letters (局, 府, 处), and begin alike.

    Args:
        units: they may share names.
        region: where they lie, as far as their names do not tell; see `NameIndex`.
    """

    def __init__(self, units: Iterable[Unit], region: str = "") -> None:
        self._units = tuple(units)
        self._region = region
        owners: dict[str, dict[Unit, None]] = {}
        for unit in self._units:
            for name in map(normal_name, (unit.name, *unit.aliases)):
                owners.setdefault(name, {})[unit] = None
        self._owners = {name: tuple(units) for name, units in owners.items()}
        lengths: dict[str, set[int]] = {}
        for name in self._owners:
            if len(name) >= _SHORTEST:
                lengths.setdefault(name[-_END:], set()).add(len(name))
        self._lengths = {end: sorted(of_end, reverse=True) for end, of_end in lengths.items()}
        last = {re.escape(end[-1]) for end in lengths}
        self._last = re.compile(f"[{''.join(sorted(last))}]" if last else r"(?!)")

    def may_be_in(self, sentence: str) -> bool:
        """Whether a name may end in a sentence as printed: far quicker than to look for one."""
        return self._last.search(sentence) is not None

    def found_in(self, text: str) -> Iterator[FoundName]:
        """Each name in a text in normal form, also where it is part of a longer one."""
        for match in self._last.finditer(text, _SHORTEST - 1):
            end = match.end()
            for length in self._lengths.get(text[end - _END : end], ()):
                units = self._owners.get(text[end - length : end]) if length <= end else None
                if units:
                    yield FoundName(end - length, end, units)

    def longest_in(self, text: str) -> list[FoundName]:
        """The names in a text that are not part of a longer one there."""
        found = list(self.found_in(text))
        return [
            name
            for name in found
            if not any(
                name.start >= other.start and name.end <= other.end and name is not other
                for other in found
            )
        ]

    @cached_property
    def index(self) -> NameIndex:
        """The index of the same units, made when it is first needed."""
        return NameIndex(self._units, self._region)

    @cached_property
    def by_body(self) -> Mapping[str, tuple[Unit, ...]]:
        """The units by what their names are without the region, folded: `教育局`."""
        found: dict[str, dict[Unit, None]] = {}
        for name, units in self._owners.items():
            found.setdefault(folded(split_name(name).body), {}).update(dict.fromkeys(units))
        return {body: tuple(units) for body, units in found.items()}


_CHINESE_YEAR: Final = "二[〇○零O0][〇○零O0一二三四五六七八九]{2}"
_FIGURES: Final = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_YEAR: Final = re.compile(rf"(?<!\d)20\d\d(?!\d)|{_CHINESE_YEAR}(?=年)")
_DATE: Final = re.compile(r"20\d\d(?:年\d{1,2}月|([-./])\d{1,2}\1\d{1,2})")
# What stands in a file's name around the office's.
_BETWEEN: Final = re.compile(
    rf"(?:20\d\d|{_CHINESE_YEAR})年?度?|\d+|[\W_A-Za-z]+|(?:(?<!人民)政府)?信息(?:主动)?公开(?:工作)?"
    r"|(?<!人民)政府(?=信息|工作|年)|年度|年报|(?:工作)?报告|附件|关于|的|本级"
    r"|(?:终|定|初|草|修改|送审|审核|审定|上报|报送|报批|公开|公示)稿|(?:最终|正式|盖章|扫描|公开|打印)[版件]"
    r"|盖章|扫描|上报|报送|修改|最终|最新|副本|终版"
)
_OFFICE_ENDS: Final = re.compile(
    r"(?:局|委|委员会|办|办公[室厅]|厅|处|科|中心|[所站队院校园馆社股室]|学校|公司|协会|政府)$"
)
_DISTINCT_REGION: Final = 3
"""letters of a region that is no other one's end: 通县 is 大通县's"""


def years_in_file_name(stem: str) -> tuple[int, ...]:
    """The years in a file's name, in their order; the day of publication is of none of them."""
    text = _DATE.sub(" ", unicodedata.normalize("NFKC", stem))
    years = (int(year.replace("二", "2", 1).translate(_FIGURES)) for year in _YEAR.findall(text))
    return tuple(dict.fromkeys(year for year in years if year in REPORT_YEARS))


def unit_in_file_name(stem: str, search: NameSearch) -> Unit | None:
    """The one unit of which a file's name (less its ending) speaks; None where it is not certain.

    Its name or alias stands anywhere, the longest one wins. Names without their region do where
    they are one unit's alone, and the file's name tells no other region. Of another office, that
    is not on the roster and whose name begins with a unit's (教育局招生考试中心), it is none.
    """
    text = normal_name(stem)
    names = search.longest_in(text)
    rest = list(text)
    for name in names:
        rest[name.start : name.end] = "|" * (name.end - name.start)
    pieces = [piece for piece in _BETWEEN.split("".join(rest)) if piece]
    region = "".join(piece for piece in pieces if not split_name(normal_name(piece)).body)
    found: set[Unit] = set()
    for name in names:
        before = _BETWEEN.split(text[: name.start])[-1]
        after = _BETWEEN.split(text[name.end :], maxsplit=1)[0]
        if _OFFICE_ENDS.search(after) or not _is_own(text, name, before or region, search):
            return None
        found.update(name.units)
    for piece in pieces:
        found.update(_units_of(normal_name(piece), region, search))
    return found.pop() if len(found) == 1 else None


def _is_own(text: str, name: FoundName, before: str, search: NameSearch) -> bool:
    """Whether a name is its unit's together with what stands before it."""
    if not before:
        return True
    own = text[name.start : name.end]
    regions = split_name(own).regions
    is_distinct = bool(regions) and len(regions[0]) >= _DISTINCT_REGION
    # Words that are no region say nothing against the one that the name has itself.
    if is_distinct and len(split_name(before + own).regions) == len(regions):
        return True
    return search.index.find(before + own).unit in name.units


def _units_of(piece: str, region: str, search: NameSearch) -> tuple[Unit, ...]:
    """The unit that a piece of a file's name is the name of, in another form than its own."""
    regions, body = split_name(piece)
    if not body:
        return ()
    if not regions or level_of(regions[0]) is Level.TOWNSHIP:
        piece = region + piece
    unit = search.index.find(piece).unit
    if unit is not None:
        return (unit,)
    units = () if regions or region else search.by_body.get(folded(body), ())
    return units if len(units) == 1 else ()
