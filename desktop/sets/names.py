"""Whose a name is: the names in reports to the units of the roster.

A wrong answer accuses an office of what another one wrote: what is not certain is a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.sets.roster_offices import are_alike, folded, other_bodies, without_brackets
from desktop.sets.roster_parents import guess_parents
from desktop.sets.roster_regions import (
    RegionFit,
    Regions,
    common_region,
    common_regions,
    fit,
    in_full,
    joined,
    region_of,
    split_name,
    within_home,
)
from desktop.sets.roster_spelling import normal_name
from desktop.sets.unit import Unit

__all__ = [
    "NameIndex",
    "NameMatch",
    "common_region",
    "guess_parents",
    "normal_name",
    "region_of",
]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Whose a name is.

    Certain: `unit`. A question: `candidates`, and in `reason` a clause that says why it is
    asked. Nobody's: neither.
    """

    unit: Unit | None = None
    candidates: tuple[Unit, ...] = ()
    reason: str = ""


_NOBODY: Final = NameMatch()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name of a unit; `number` is the unit's place, `body` the folded one."""

    number: int
    normal: str
    regions: Regions
    body: str


class NameIndex:
    """The names and aliases of units, to ask whose a name is.

    Args:
        units: their names need not be different, and parents may be missing or run in a circle.
        region: where the units lie (`青河市清源县`), as far as their names do not tell; see
            `common_region`.
    """

    def __init__(self, units: Iterable[Unit], region: str = "") -> None:
        self._units = tuple(units)
        own = [split_name(normal_name(unit.name)).regions for unit in self._units]
        chains = _chains(self._units, own)
        given = split_name(normal_name(region)).regions
        self._home = joined(given, common_regions(chains))
        self._exact: dict[str, list[_Entry]] = {}
        self._by_body: dict[str, list[_Entry]] = {}
        self._by_place: dict[tuple[str, str], list[_Entry]] = {}
        self._by_region: dict[str, list[_Entry]] = {}
        self._answers: dict[str, NameMatch] = {}
        for number, unit in enumerate(self._units):
            lies_in = within_home(chains[number], self._home)
            for name in dict.fromkeys(map(normal_name, (unit.name, *unit.aliases))):
                if name:
                    self._add(number, name, lies_in)

    def _add(self, number: int, normal: str, lies_in: Regions) -> None:
        regions, body = split_name(normal)
        entry = _Entry(number, normal, joined(lies_in, regions), folded(body))
        lowest = entry.regions[-1] if entry.regions else ""
        self._exact.setdefault(normal, []).append(entry)
        self._by_region.setdefault(lowest, []).append(entry)
        for key in {entry.body, folded(without_brackets(body))}:
            self._by_body.setdefault(key, []).append(entry)
            self._by_place.setdefault((key, lowest), []).append(entry)

    def find(self, name: str) -> NameMatch:
        """Whose a name is: a unit's for certain, perhaps one's of several, or nobody's."""
        normal = normal_name(name)
        # An office's reports, files and years each ask for the same name.
        match = self._answers.get(normal)
        if match is None:
            match = self._answers[normal] = self._found(normal) if normal else _NOBODY
        return match

    def _found(self, normal: str) -> NameMatch:
        regions, body = split_name(normal)
        regions = in_full(regions, self._home)
        exact = self._exact.get(normal, ())
        same = [entry for entry in self._of(regions, folded(body)) if entry.body == folded(body)]
        rivals = [e for e in same if _is_rival(e, regions, body)] if exact else same
        numbers = _numbers((*exact, *rivals))
        if len(numbers) > 1:
            return self._question(numbers, f"名册中有 {len(numbers)} 个单位可能是这个名称")
        if numbers:
            if exact or any(fit(regions, e.regions, self._home) is RegionFit.SURE for e in same):
                return NameMatch(self._units[next(iter(numbers))])
            return self._question(numbers, "名称前的地区不全，不能确定是不是同一个单位")
        return self._less_certain(regions, body)

    def same_as(self, name: str) -> tuple[Unit, ...]:
        """The units that are surely one office, under this name and others; else none."""
        regions, body = split_name(normal_name(name))
        regions, body = in_full(regions, self._home), folded(body)
        found = [entry for entry in self._of(regions, body) if entry.body == body]
        fullest = max((entry.regions for entry in found), key=len, default=())
        one = all(
            fit(chain, entry.regions, self._home) is RegionFit.SURE
            for entry in found
            for chain in (regions, fullest)
        )
        return tuple(self._units[number] for number in _numbers(found)) if body and one else ()

    def _of(self, regions: Regions, body: str) -> list[_Entry]:
        """The entries with a folded body whose region does not speak against it."""
        if not regions or len(regions[-1]) == 1:
            entries: Sequence[_Entry] = self._by_body.get(body, ())
        else:
            # Of units whose region is not known, or known by its level alone.
            lowest = (regions[-1], regions[-1][-1], "")
            entries = [e for key in lowest for e in self._by_place.get((body, key), ())]
        return [e for e in entries if fit(regions, e.regions, self._home) is not RegionFit.NO]

    def _less_certain(self, regions: Regions, body: str) -> NameMatch:
        """What a name may be that is no unit's as it stands."""
        for other, reason in other_bodies(body):
            if found := self._of(regions, folded(other)):
                return self._question(_numbers(found), reason)
        if found := self._of(regions, folded(without_brackets(body))):
            return self._question(_numbers(found), "括号里的字不同")
        renamed = _renamed(regions)
        if found := self._of(renamed, folded(body)) if renamed else []:
            return self._question(_numbers(found), "可能是区划调整前后的地区名（县改区）")
        if found := self._without_level(regions, body):
            return self._question(_numbers(found), "地区名没有写全")
        if found := self._alike(regions, folded(body)):
            return self._question(_numbers(found), "名称相近，可能是简称，或机构改革前后的名称")
        return _NOBODY

    def _without_level(self, regions: Regions, body: str) -> list[_Entry]:
        """Of 清源教育局, where the units lie in 清源县."""
        for region in () if regions else reversed(self._home):
            rest = body.removeprefix(region[:-1])
            if len(region) > 2 and rest != body:
                return self._of((region,), folded(rest))
        return []

    def _alike(self, regions: Regions, body: str) -> list[_Entry]:
        """The entries of the same region whose names may be this one's, older or newer."""
        regions = regions or self._home
        entries = self._by_region.get(regions[-1] if regions else "", ())
        return [
            entry
            for entry in entries
            if are_alike(body, entry.body)
            and fit(regions, entry.regions, self._home) is not RegionFit.NO
        ]

    def _question(self, numbers: Iterable[int], reason: str) -> NameMatch:
        return NameMatch(None, tuple(self._units[number] for number in numbers), reason)


def _numbers(entries: Iterable[_Entry]) -> dict[int, None]:
    return dict.fromkeys(entry.number for entry in entries)


def _is_rival(entry: _Entry, regions: Regions, body: str) -> bool:
    """Whether a name that is another unit's as it stands may yet be this one's.

    So where it only says less of the region or more; not where it stands for it in short.
    """
    named, other = set(regions), set(entry.regions)
    return split_name(entry.normal).body == body and (named <= other or other <= named)


def _renamed(regions: Regions) -> Regions:
    """清源区 for 清源县 and the other way round: most such changes are of counties to districts."""
    last = regions[-1] if regions else ""
    if len(last) > 1 and last.endswith(("县", "区")):
        return (*regions[:-1], last[:-1] + ("区" if last.endswith("县") else "县"))
    return ()


def _chains(units: Sequence[Unit], own: Sequence[Regions]) -> list[Regions]:
    """The regions of each unit: those of its name, below those of its parent."""
    places: dict[str, int] = {}
    for number, unit in enumerate(units):
        places.setdefault(unit.name, number)
    known: dict[int, Regions] = {}
    for number in range(len(units)):
        path: dict[int, None] = {}
        at: int | None = number
        while at is not None and at not in known and at not in path:
            path[at] = None
            parent = units[at].parent
            at = None if parent is None else places.get(parent)
        above: Regions = () if at is None else known.get(at, ())
        for each in reversed(path):
            above = known[each] = joined(above, own[each])
    return [known[number] for number in range(len(units))]
