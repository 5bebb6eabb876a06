"""The roster: the units that must report, and who is below whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from desktop.sets.names import NameIndex, guess_parents, normal_name
from desktop.sets.roster_regions import split_name
from desktop.sets.roster_spelling import clean
from desktop.sets.unit import REPORT_YEARS, Deadline, Unit


@dataclass(frozen=True, slots=True)
class RosterMistake:
    """What could not be taken from a roster file as it stands there.

    `line` counts from 1, as the spreadsheet program numbers them; 0 is the file as a whole.
    `about_parents`: because of it, who is below whom may be otherwise than `Roster` has it.
    """

    line: int
    message: str
    about_parents: bool = False

    def __str__(self) -> str:
        return f"第 {self.line} 行：{self.message}" if self.line else self.message


@dataclass(frozen=True)
class Roster:
    """The units, in the order of the file, each name once.

    A parent that is no unit of the roster counts as none. `problems` are the mistakes of the
    file, `path` where it was read.
    """

    units: tuple[Unit, ...]
    problems: tuple[RosterMistake, ...] = ()
    path: Path | None = None

    @cached_property
    def _by_name(self) -> Mapping[str, Unit]:
        return {unit.name: unit for unit in self.units}

    @cached_property
    def _children(self) -> Mapping[str, tuple[Unit, ...]]:
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            if unit.parent is not None and unit.parent in self._by_name:
                found.setdefault(unit.parent, []).append(unit)
        return {parent: tuple(units) for parent, units in found.items()}

    def unit(self, name: str) -> Unit | None:
        """The unit of exactly this name; `NameIndex` finds it under its other names."""
        return self._by_name.get(name)

    @property
    def parents_are_sure(self) -> bool:
        """Whether no mistake of the file leaves open who is below whom; guesses are no mistakes."""
        return not any(mistake.about_parents for mistake in self.problems)

    def children_of(self, name: str) -> tuple[Unit, ...]:
        """The units directly below one."""
        return self._children.get(name, ())

    def leaves(self) -> tuple[Unit, ...]:
        """The units without subordinates."""
        return tuple(unit for unit in self.units if unit.name not in self._children)


def roster_of(names: Iterable[str]) -> Roster:
    """A roster drawn from the names in reports, with parents as far as the names tell them.

    What is surely the same office (`教育局`, `清源县教育局`) is one unit under its fullest name,
    the other ones its aliases.
    """
    spelled: dict[str, str] = {}
    for name in map(clean, names):
        if normal_name(name):
            spelled.setdefault(normal_name(name), name)
    index = NameIndex(Unit(name) for name in spelled.values())
    fullest = {name: _fullest(name, index) for name in spelled.values()}
    aliases: dict[str, list[str]] = {}
    for name in fullest:
        owner = name
        while fullest[owner] != owner:
            owner = fullest[owner]
        aliases.setdefault(owner, []).extend([name] if name != owner else [])
    parents = guess_parents(aliases)
    return Roster(
        tuple(
            Unit(
                name,
                tuple(others),
                parents.get(name),
                parent_is_guess=name in parents,
            )
            for name, others in aliases.items()
        )
    )


def _fullest(name: str, index: NameIndex) -> str:
    """The name of the same office that says most; the name itself if it is not certain."""
    return max((name, *(unit.name for unit in index.same_as(name))), key=_says)


def _says(name: str) -> tuple[int, int, str]:
    """How much a name says: regions, then letters; of two alike one comes first."""
    return len(split_name(normal_name(name)).regions), len(name), name


def roster_of_year(roster: Roster, year: int) -> Roster:
    """The roster for the reports of another year: the same units, aliases and parents.

    Deadlines with a year are moved into the year after `year`; those of every year stay, and so
    do the mistakes: who writes the roster must not make them the truth.
    """
    units = (replace(unit, deadline=_moved(unit, year)) for unit in roster.units)
    return Roster(tuple(units), roster.problems, roster.path)


def _moved(unit: Unit, year: int) -> Deadline | None:
    dated = isinstance(unit.deadline, date) and year in REPORT_YEARS
    return unit.due(year) if dated else unit.deadline


def with_aliases(roster: Roster, names: Mapping[str, str]) -> Roster:
    """The roster with names, as printed, of which a person said whose they are."""
    added: dict[str, list[str]] = {}
    for name, owner in names.items():
        added.setdefault(owner, []).append(name)
    units = []
    for unit in roster.units:
        known = {normal_name(name) for name in (unit.name, *unit.aliases)}
        new = [name for name in added.get(unit.name, ()) if normal_name(name) not in known]
        units.append(replace(unit, aliases=(*unit.aliases, *dict.fromkeys(new))))
    return Roster(tuple(units), roster.problems, roster.path)
