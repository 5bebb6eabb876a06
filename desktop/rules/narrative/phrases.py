"""What a figure's own words can mean: phrases and their readings, from narrative.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from desktop.report.form import Form
from desktop.report.model import Report
from desktop.report.values import Number
from desktop.resources import TomlTable, resource
from desktop.rules.narrative.figures import CASES

_TERM: Final = re.compile(r"([+-]?)\s*([@\w.]+)")
_EACH: Final = "@each."
_GROUP: Final = "@"
MONEY: Final = {"万元": 1, "元": 10_000}
"""units of money, and how many of each make the unit of the tables"""


@dataclass(frozen=True, slots=True)
class PhraseReading:
    """One thing that a phrase can mean: the sum of some cells less that of others."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    def value(self, report: Report) -> Number | None:
        """The figure that the table has for it; None where a cell holds no number."""
        total: Number = 0
        for names, sign in ((self.plus, 1), (self.minus, -1)):
            for name in names:
                value = report.value(name)
                if value is None:
                    return None
                total += sign * value
        return total

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell it needs."""
        return self.plus + self.minus


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words before (or behind) a figure, under a subject, and what they can mean.

    `clause` is looked for in the figure's own clause, `tail` right behind the figure; `unless`
    in either calls it off; `within` must be found in the sentence or its subheading.
    `subjects` are names of subjects, `` for none; empty means any.
    """

    rule: str
    name: str
    clause: re.Pattern[str] | None
    tail: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    subjects: frozenset[str]
    readings: tuple[str, ...]
    within: re.Pattern[str] | None
    units: frozenset[str]

    def readings_in(self, form: Form) -> tuple[PhraseReading, ...]:
        """Its readings over the cells that a form has."""
        return _readings(self.readings, form)


@dataclass(frozen=True, slots=True)
class Subject:
    """A matter that sentences speak of, and the words that bring it up."""

    name: str
    words: re.Pattern[str]
    headings: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases, in the order in which they are tried, and all subjects."""

    phrases: tuple[Phrase, ...]
    subjects: tuple[Subject, ...]

    def subject_of(self, lead: str, heading: str) -> str | None:
        """The subject brought up last in the text before a figure, else the heading's."""
        found: tuple[int, str] | None = None
        for subject in self.subjects:
            for match in subject.words.finditer(lead):
                if found is None or match.end() > found[0]:
                    found = (match.end(), subject.name)
        if found is not None:
            return found[1]
        return next(
            (s.name for s in self.subjects if s.headings and s.headings.search(heading)), None
        )


@cache
def phrases_for(year: int | None) -> Phrases:
    """The phrases, with the names of last year and next year put in."""
    data = tomllib.loads(resource("rules", "narrative.toml").read_text("utf-8"))
    years = {
        "{last}": f"{year - 1}年" if year else "去年",
        "{next}": f"{year + 1}年" if year else "下年",
    }

    def pattern(item: TomlTable, key: str) -> re.Pattern[str] | None:
        text = item.get(key)
        if text is None:
            return None
        for name, word in years.items():
            text = text.replace(name, word)
        return re.compile(text)

    return Phrases(
        tuple(
            Phrase(
                item["rule"],
                item["name"],
                pattern(item, "clause"),
                pattern(item, "tail"),
                pattern(item, "unless"),
                frozenset(item.get("subjects", ())),
                tuple(item["readings"]),
                pattern(item, "within"),
                frozenset(item.get("units", CASES)),
            )
            for item in data["phrase"]
        ),
        tuple(
            Subject(item["name"], re.compile(item["words"]), pattern(item, "headings"))
            for item in data["subject"]
        ),
    )


@cache
def _readings(texts: tuple[str, ...], form: Form) -> tuple[PhraseReading, ...]:
    known = form.slots().keys()
    readings = (reading for text in texts for reading in _parsed(text, form))
    return tuple(r for r in dict.fromkeys(readings) if r.cells and known >= set(r.cells))


def _parsed(text: str, form: Form) -> Iterator[PhraseReading]:
    """`new + carried_in`, `total - @other`; `@each.denied` is one reading for each row."""
    if text.startswith(_EACH):
        for name in _group(text.removeprefix(_EACH), form):
            yield PhraseReading((name,))
        return
    plus: list[str] = []
    minus: list[str] = []
    for sign, term in _TERM.findall(text):
        side = minus if sign == "-" else plus
        side.extend(_group(term[1:], form) if term.startswith(_GROUP) else [cell_of(term)])
    yield PhraseReading(tuple(plus), tuple(minus))


def cell_of(term: str) -> str:
    """`new` is a row's total in 表三, `review.total` a cell of 表四, else the whole name."""
    dots = term.count(".")
    return (f"applications.{term}.total", f"disputes.{term}", term)[min(dots, 2)]


def _group(name: str, form: Form) -> list[str]:
    rows = form.table("applications").blocks[0].rows
    return [f"applications.{row.id}.total" for row in rows if row.group == name]
