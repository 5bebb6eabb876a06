"""Another office's name where a report speaks of its own office: left over from a copied text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.rules.rule import Rule
from desktop.sets.names import normal_name
from desktop.sets.set_check import SetContext, set_check
from desktop.sets.set_finding import SetFinding, SetFindingKind, UnitReport
from desktop.sets.set_report import SetReport
from desktop.sets.unit import Unit

_SHORTEST: Final = 4
"""letters of a name that is looked for: a shorter one may be part of anything"""
_END: Final = 3
"""letters at the end of a name by which it is looked up; the beginnings are all alike"""
# What may stand before the subject of a sentence on a year's work.
_BEFORE_SUBJECT: Final = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[）).、])?(?:20\d\d年(?:度|以来)?|本年度?|年内|一年来|全年)?[，,、]?$"
)
_OWN: Final = re.compile(r"[我本](?:局|委|办|镇|乡|街道|单位|机关|部门|中心)")


class _Names:
    """The names of all units, looked up where one may end.

    Names of offices end in few different letters (局, 府, 处), and begin alike.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self._by_end: dict[str, list[tuple[str, Unit]]] = {}
        for unit in units:
            for name in map(normal_name, (unit.name, *unit.aliases)):
                if len(name) >= _SHORTEST:
                    self._by_end.setdefault(name[-_END:], []).append((name, unit))
        last = {re.escape(end[-1]) for end in self._by_end}
        self._last = re.compile(f"[{''.join(sorted(last))}]" if last else r"(?!)")

    def may_be_in(self, sentence: str) -> bool:
        """Whether a name may end in a sentence as printed."""
        return self._last.search(sentence) is not None

    def found_in(self, text: str) -> Iterator[tuple[tuple[int, int], Unit]]:
        """Each name in a text in normal form: from where to where, and whose it is."""
        for match in self._last.finditer(text, _SHORTEST - 1):
            end = match.end()
            for name, unit in self._by_end.get(text[end - _END : end], ()):
                if text.endswith(name, 0, end):
                    yield (end - len(name), end), unit


@set_check("other_office_named")
def other_office_named(context: SetContext, rule: Rule) -> Iterator[SetFinding]:
    """A unit with the same parent is named in the preamble, the signature or as a subject.

    Offices above and below may be named anywhere: a government's office writes for it.
    """
    reports = context.reports
    names = _Names(reports.roster.units)
    for unit in reports.roster.units:
        for report in reports.of(unit.name):
            for index, other in _named(report, unit, names):
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


def _named(report: SetReport, unit: Unit, names: _Names) -> Iterator[tuple[int, Unit]]:
    """Sentences, by position, that name a sibling where they should name this office."""
    for index, sentence in enumerate(report.sentences):
        if not names.may_be_in(sentence):
            continue
        text = normal_name(sentence)
        found = dict(names.found_in(text))
        if not found:
            continue
        # A longer name may hold a shorter one of another office.
        longest = {
            at: other
            for at, other in found.items()
            if not any(at[0] >= b[0] and at[1] <= b[1] and at != b for b in found)
        }
        if any(other is unit for other in longest.values()) or _OWN.search(text):
            continue
        for (start, _), other in longest.items():
            itself = sentence in report.self_naming or _BEFORE_SUBJECT.match(text[:start])
            if other.parent == unit.parent and unit.parent is not None and itself:
                yield index, other
                break
