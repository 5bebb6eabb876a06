"""Another office's name where a report speaks of its own office: left over from a copied text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.rules.rule import Rule
from desktop.sets.name_search import FoundName, NameSearch
from desktop.sets.names import normal_name
from desktop.sets.roster_regions import split_name
from desktop.sets.set_check import SetContext, set_check
from desktop.sets.set_finding import SetFinding, SetFindingKind, UnitReport
from desktop.sets.set_report import SetReport
from desktop.sets.unit import Unit

# What may stand before the subject of a sentence on a year's work.
_BEFORE_SUBJECT: Final = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[）).、])?(?:20\d\d年(?:度|以来)?|本年度?|年内|一年来|全年)?[，,、]?$"
)
_OWN: Final = re.compile(r"[我本](?:局|委|办|镇|乡|街道|单位|机关|部门|中心)")


@set_check("other_office_named")
def other_office_named(context: SetContext, rule: Rule) -> Iterator[SetFinding]:
    """A unit with the same parent is named in the preamble, the signature or as a subject.

    Offices above and below may be named anywhere: a government's office writes for it.
    """
    reports = context.reports
    search = NameSearch(reports.roster.units)
    for unit in reports.roster.units:
        for report in reports.of(unit.name):
            for index, other in _named(report, unit, search):
                source = report.sentence_source(index)
                yield SetFinding(
                    rule.id,
                    SetFindingKind.ALIKE,
                    rule.severity,
                    unit.name,
                    reports.year,
                    f"写的是另一个单位“{other.name}”：“{report.sentences[index]}”",
                    others=(UnitReport(other.name, reports.year),),
                    where=() if source is None else (source,),
                )


class _OwnNames(NamedTuple):
    """What a report's own office is called, in its report and on the roster.

    `units` has those, too, whose names are part of the one in the report; `bodies` are its names
    without the region, which may stand behind the name of the office that it belongs to.
    """

    agency: str
    units: frozenset[Unit]
    bodies: tuple[str, ...]

    def are_in(self, text: str, names: Iterable[FoundName]) -> bool:
        """Whether one of them is in a text, in which `names` were found."""
        return (self.agency != "" and self.agency in text) or any(
            self.units.intersection(name.units) or text.startswith(self.bodies, name.end)
            for name in names
        )


def _own_names(report: SetReport, unit: Unit, search: NameSearch) -> _OwnNames:
    """An office may call itself by a name that holds another's: 清源县教育局招生考试中心."""
    agency = normal_name(report.agency)
    names = (agency, *map(normal_name, (unit.name, *unit.aliases)))
    return _OwnNames(
        agency,
        frozenset((unit, *(owner for name in search.found_in(agency) for owner in name.units))),
        tuple(filter(None, (split_name(name).body for name in names))),
    )


def _named(report: SetReport, unit: Unit, search: NameSearch) -> Iterator[tuple[int, Unit]]:
    """Sentences, by position, that name a sibling where they should name this office."""
    own = _own_names(report, unit, search)
    for index, sentence in enumerate(report.sentences):
        if not search.may_be_in(sentence):
            continue
        text = normal_name(sentence)
        names = search.longest_in(text)
        if not names or _OWN.search(text) or own.are_in(text, names):
            continue
        names_itself = sentence in report.self_naming
        siblings = (
            _sibling(name, unit)
            for name in names
            if names_itself or _BEFORE_SUBJECT.match(text[: name.start])
        )
        other = next(filter(None, siblings), None)
        if other is not None:
            yield index, other


def _sibling(name: FoundName, unit: Unit) -> Unit | None:
    """The unit with the same parent whose name it is; None too where several have that name."""
    if len(name.units) > 1 or unit.parent is None:
        return None
    return name.units[0] if name.units[0].parent == unit.parent else None
