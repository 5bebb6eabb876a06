"""Who is below whom, as far as names tell: for work without a roster."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from desktop.sets.roster_regions import (
    Level,
    RegionFit,
    Regions,
    common_regions,
    fit,
    in_full,
    level_of,
    split_name,
)
from desktop.sets.roster_spelling import clean, normal_name

# Under ministries, whatever place their names begin with.
_OF_THE_STATE: Final = re.compile(r"^(?:国家|中国|中华人民共和国|国务院)")
_DEPARTMENT: Final = re.compile(r"(?:局|委|委员会|办|办公[室厅]|厅|中心|管委会)$")
_ZONE: Final = re.compile(r"(.+(?:[区园城]|基地))管委会")


class _Governments:
    """The offices among names that govern a region or a zone."""

    def __init__(self, names: Mapping[str, str], home: Regions) -> None:
        self._home = home
        self._of_region: dict[str, list[tuple[Regions, str]]] = {}
        self._of_zone: dict[str, str] = {}
        self.all: list[tuple[Regions, str]] = []
        for normal, name in names.items():
            regions, body = split_name(normal)
            regions = in_full(regions, home)
            zone = _ZONE.fullmatch(normal)
            if regions and governs(regions, body):
                self._of_region.setdefault(regions[-1], []).append((regions, name))
                self.all.append((regions, name))
            elif zone:
                self._of_zone[zone[1]] = name

    def zone(self, normal: str) -> str | None:
        """The committee of the smallest zone that a name begins with, its own left out."""
        for end in range(len(normal) - 1, 1, -1):
            if normal[:end] in self._of_zone and normal[end:] != "管委会":
                return self._of_zone[normal[:end]]
        return None

    def has_any(self, regions: Regions) -> bool:
        """Whether one of these regions has a government among the names."""
        return any(region in self._of_region for region in regions)

    def nearest(self, regions: Regions) -> str | None:
        """The government of the smallest of these regions that has one; None if several may be."""
        for end in range(len(regions), 0, -1):
            fits = [
                (fit(known, regions[:end], self._home), name)
                for known, name in self._of_region.get(regions[end - 1], ())
            ]
            possible = [name for how, name in fits if how is not RegionFit.NO]
            if possible:
                sure = (RegionFit.SURE, possible[0]) in fits
                return possible[0] if len(possible) == 1 and sure else None
        return None

    def only(self, *levels: Level) -> str | None:
        """The one government of these levels, where there is no other."""
        found = [name for regions, name in self.all if level_of(regions[-1]) in levels]
        return found[0] if len(found) == 1 else None


def governs(regions: Regions, body: str) -> bool:
    """Whether an office with these parts of a name governs its region."""
    return body == "人民政府" or (body == "办事处" and regions[-1].endswith("街道"))


def guess_parents(names: Iterable[str]) -> dict[str, str]:
    """The office that each is below, as names tell; those without one are left out.

    A department belongs to the government of the smallest region (or zone) its name begins
    with, a government to that of the next larger one. A county without its city in its name
    belongs to the one city there is; a name without a region, to the one government there is.
    Where several could be meant, nothing is guessed, nor where names speak of offices that are
    each above the other (城东区管委会, 城东区人民政府).
    """
    by_normal: dict[str, str] = {}
    spelled = [name for name in names if clean(name)]
    for name in spelled:
        by_normal.setdefault(normal_name(name), name)
    home = common_regions(split_name(normal).regions for normal in by_normal)
    governments = _Governments(by_normal, home)
    guessed: dict[str, str] = {}
    for name in spelled:
        parent = None
        if not _OF_THE_STATE.search(clean(name)):
            parent = _parent_of(normal_name(name), governments, home)
        if parent is not None and normal_name(parent) != normal_name(name):
            guessed[name] = parent
    # By normal names: an office may be there in several spellings.
    circles = circles_of({normal_name(n): normal_name(parent) for n, parent in guessed.items()})
    in_circle = {normal for circle in circles for normal in circle}
    return {n: parent for n, parent in guessed.items() if normal_name(n) not in in_circle}


def circles_of(parents: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The units that are above themselves, circle by circle."""
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for start in parents:
        path: dict[str, int] = {}
        at = start
        while at in parents and at not in seen:
            seen.add(at)
            path[at] = len(path)
            at = parents[at]
        if at in path:
            found.append(tuple(name for name, place in path.items() if place >= path[at]))
    return found


def _parent_of(normal: str, governments: _Governments, home: Regions) -> str | None:
    regions, body = split_name(normal)
    regions = in_full(regions, home)
    if regions and not body:
        return None
    if zone := governments.zone(normal):
        return zone
    governing = bool(regions) and governs(regions, body)
    upper = regions[:-1] if governing else regions
    if governments.has_any(upper):
        return governments.nearest(upper)
    return _by_level(regions, body, governments, governing=governing)


def _by_level(
    regions: Regions, body: str, governments: _Governments, *, governing: bool
) -> str | None:
    """What a name is below that does not say it: of the one government that it can be."""
    if not regions:
        alone = governments.only(Level.PROVINCE, Level.CITY, Level.COUNTY)
        return alone if _DEPARTMENT.search(body) else None
    if not governing or len(regions) > 1:
        return None
    level = level_of(regions[0])
    if level is Level.TOWNSHIP:
        counties = [r for r, _ in governments.all if level_of(r[-1]) is Level.COUNTY]
        return governments.only(Level.COUNTY if counties else Level.CITY)
    return governments.only(Level.CITY) if level is Level.COUNTY else None
