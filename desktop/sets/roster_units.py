"""The lines of a roster to its units: each name once, parents that are there, and no circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop.sets.names import NameIndex, normal_name
from desktop.sets.roster import RosterMistake
from desktop.sets.roster_lines import RosterLine
from desktop.sets.roster_parents import circles_of
from desktop.sets.unit import Unit

_MOST_NAMED: Final = 8
"""names or lines that a sentence lists"""


def units_of(lines: Sequence[RosterLine], problems: list[RosterMistake]) -> tuple[Unit, ...]:
    """The units of the lines, in their order; mistakes go to `problems`.

    Of two lines with one name the first holds. A unit whose parent is not there, or which is
    its own parent through others, becomes a root.
    """
    lines = _without_doubles(lines, problems)
    aliases = _aliases(lines, problems)
    parents = _parents(lines, aliases, problems)
    by_name = {line.name: line for line in lines}
    for circle in circles_of(parents):
        members = sorted((by_name[name] for name in circle), key=lambda line: line.line)
        _tell_circle(members, problems)
        for name in circle:
            del parents[name]
    return tuple(
        Unit(
            line.name,
            aliases[line.name],
            parents.get(line.name),
            line.deadline,
            line.makes_regulations,
            parent_is_guess=line.parent_is_guess and line.name in parents,
        )
        for line in lines
    )


def _without_doubles(
    lines: Sequence[RosterLine], problems: list[RosterMistake]
) -> list[RosterLine]:
    first: dict[str, RosterLine] = {}
    for line in lines:
        earlier = first.setdefault(normal_name(line.name), line)
        if earlier is line:
            continue
        other = normal_name(line.parent) != normal_name(earlier.parent)
        other = other and bool(line.parent)
        advice = "；上级单位不同，如是两个单位，请写全称" if other else ""
        problems.append(
            RosterMistake(
                line.line,
                f"第 {earlier.line} 行和第 {line.line} 行都是“{line.name}”，"
                f"只采用第 {earlier.line} 行{advice}",
                about_parents=other,
            )
        )
    return list(first.values())


def _aliases(
    lines: Sequence[RosterLine], problems: list[RosterMistake]
) -> dict[str, tuple[str, ...]]:
    """The aliases of each unit, without those that are another unit's name."""
    owners = {normal_name(line.name): line for line in lines}
    claimed: dict[str, RosterLine] = {}
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        kept: dict[str, str] = {}
        for alias in line.aliases:
            normal = normal_name(alias)
            owner = owners.get(normal)
            if owner is not None and owner is not line:
                message = f"“{line.name}”的别名“{alias}”是第 {owner.line} 行单位的名称，没有采用"
                problems.append(RosterMistake(line.line, message))
            elif owner is None and normal:
                kept.setdefault(normal, alias)
        for normal, alias in kept.items():
            earlier = claimed.setdefault(normal, line)
            if earlier is not line:
                message = f"“{alias}”也是第 {earlier.line} 行“{earlier.name}”的别名，遇到时需要确认"
                problems.append(RosterMistake(line.line, message))
        found[line.name] = tuple(kept.values())
    return found


def _parents(
    lines: Sequence[RosterLine],
    aliases: Mapping[str, tuple[str, ...]],
    problems: list[RosterMistake],
) -> dict[str, str]:
    """The unit above each unit that has one."""
    known = {normal_name(line.name): line.name for line in lines}
    parents: dict[str, str] = {}
    unknown: dict[str, list[RosterLine]] = {}
    for line in lines:
        normal = normal_name(line.parent)
        if normal in known:
            parents[line.name] = known[normal]
        elif normal:
            unknown.setdefault(line.parent, []).append(line)
    if unknown:
        # Under an alias, or with more or less of the region before it.
        index = NameIndex(
            Unit(line.name, aliases[line.name], parents.get(line.name)) for line in lines
        )
        for written, below in unknown.items():
            unit = index.find(written).unit
            if unit is None:
                _tell_unknown(written, below, problems)
            else:
                parents.update((line.name, unit.name) for line in below)
    return parents


def _tell_unknown(written: str, below: Sequence[RosterLine], problems: list[RosterMistake]) -> None:
    if len(below) == 1:
        said = f"“{below[0].name}”的上级单位“{written}”不在名册中，按没有上级处理"
    else:
        said = (
            f"上级单位“{written}”不在名册中，它的 {len(below)} 个单位（第 {_lines(below)} 行）"
            "按没有上级处理"
        )
    problems.append(RosterMistake(below[0].line, said, about_parents=True))


def _tell_circle(circle: Sequence[RosterLine], problems: list[RosterMistake]) -> None:
    if len(circle) == 1:
        said = f"“{circle[0].name}”的上级单位是它自己，按没有上级处理"
    else:
        names = "、".join(f"“{line.name}”" for line in circle[:_MOST_NAMED])
        more = f"等 {len(circle)} 个单位" if len(circle) > _MOST_NAMED else ""
        said = f"{names}{more}互为上级（第 {_lines(circle)} 行），都按没有上级处理"
    problems.append(RosterMistake(circle[0].line, said, about_parents=True))


def _lines(lines: Sequence[RosterLine]) -> str:
    shown = "、".join(str(line.line) for line in lines[:_MOST_NAMED])
    return f"{shown} 等" if len(lines) > _MOST_NAMED else shown
