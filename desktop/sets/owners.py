"""Whose a report is, from the name that it gives itself: one answer for links and for the set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.sets.names import NameIndex, common_region, normal_name
from desktop.sets.roster import Roster, roster_of


@dataclass(frozen=True, slots=True)
class Owner:
    """A unit's name; or the units that it may be, and why it is asked; or nobody's: neither."""

    unit: str | None = None
    candidates: tuple[str, ...] = ()
    reason: str = ""


class Owners:
    """Answers whose names are.

    Args:
        names: the names in all reports of the set: most of them tell where the units lie.
        roster: who must report; without it, the units are those met.
        answers: whose a name is, by its normal form, as a person said; empty for nobody's.
    """

    def __init__(
        self,
        names: Iterable[str],
        roster: Roster | None = None,
        answers: Mapping[str, str] | None = None,
    ) -> None:
        met = list(dict.fromkeys(name for name in names if name))
        self.roster = roster_of(met) if roster is None else roster
        self.region = common_region(met)
        """where the units lie, as the names tell"""
        self._index = NameIndex(self.roster.units, self.region)
        self._answers = answers or {}
        self._known: dict[str, Owner] = {}

    def of(self, name: str) -> Owner:
        """Whose a name is."""
        owner = self._known.get(name)
        if owner is None:
            owner = self._known[name] = self._find(name)
        return owner

    def _find(self, name: str) -> Owner:
        answer = self._answers.get(normal_name(name))
        if answer == "":
            return Owner()
        match = self._index.find(name if answer is None else answer)
        if match.unit is not None:
            return Owner(match.unit.name)
        if answer is not None and not match.candidates:
            return Owner(reason=f"以前确认为“{answer}”，现在名单上没有")
        return Owner(None, tuple(unit.name for unit in match.candidates), match.reason)
