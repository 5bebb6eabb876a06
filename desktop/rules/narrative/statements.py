"""Figures of the running text bound to cells by their meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.report.model import Report
from desktop.report.values import Number
from desktop.rules.narrative.figures import Figure, agrees, figures_in
from desktop.rules.narrative.guards import speaks_of_this
from desktop.rules.narrative.passages import Passage
from desktop.rules.narrative.phrases import MONEY, Phrase, PhraseReading, Phrases, phrases_for


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure in a sentence that speaks of cells: any of `readings` may be meant."""

    passage: Passage
    figure: Figure
    phrase: Phrase
    readings: tuple[PhraseReading, ...]

    @property
    def words(self) -> str:
        """The figure with the words that bind it, as printed."""
        text = self.passage.sentence.text
        start = self.figure.start - len(self.figure.clause)
        return text[start : self.figure.end + len(self.figure.tail)].strip("，；：。、（）")

    def agrees_with(self, value: Number) -> bool:
        """Whether the figure can stand for this value of a table."""
        return agrees(self.figure, value * MONEY.get(self.figure.unit, 1))

    @property
    def said(self) -> Number:
        """The figure in the unit of the tables."""
        worth = MONEY.get(self.figure.unit, 1)
        return self.figure.value if worth == 1 else self.figure.value / Decimal(worth)


@dataclass(frozen=True, slots=True)
class TextVerdict:
    """What became of a statement: whether it agrees, and with what it was compared.

    `agrees` is None where a cell that it needs holds no number.
    """

    statement: Statement
    agrees: bool | None
    reading: PhraseReading
    value: Number | None


def statements_of(passages: tuple[Passage, ...], report: Report) -> Iterator[Statement]:
    """Every figure that the phrases bind to cells of this report's form."""
    phrases = phrases_for(report.year)
    for passage in passages:
        if passage.is_heading:
            continue
        for figure in figures_in(passage):
            phrase = _phrase(passage, figure, phrases)
            if phrase is None or not speaks_of_this(passage, figure, report.year, report.agency):
                continue
            readings = phrase.readings_in(report.form)
            if readings:
                yield Statement(passage, figure, phrase, readings)


def judge(statement: Statement, report: Report) -> TextVerdict:
    """Compare a statement with the tables: any reading that agrees will do."""
    unread: PhraseReading | None = None
    for reading in statement.readings:
        value = reading.value(report)
        if value is None:
            unread = unread or reading
        elif statement.agrees_with(value):
            return TextVerdict(statement, True, reading, value)
    first = statement.readings[0]
    if unread is not None:
        return TextVerdict(statement, None, unread, None)
    return TextVerdict(statement, False, first, first.value(report))


def _phrase(passage: Passage, figure: Figure, phrases: Phrases) -> Phrase | None:
    lead = passage.plain[: figure.start]
    for behind in (False, True):
        text = lead + figure.tail if behind else lead
        subject = phrases.subject_of(text, passage.heading) or ""
        for phrase in phrases.phrases:
            pattern, place = (
                (phrase.tail, figure.tail) if behind else (phrase.clause, figure.clause)
            )
            if (
                pattern is not None
                and figure.unit in phrase.units
                and (not phrase.subjects or subject in phrase.subjects)
                and pattern.search(place)
                and not (phrase.unless and phrase.unless.search(figure.clause + figure.tail))
                and (phrase.within is None or phrase.within.search(passage.plain + passage.heading))
            ):
                return phrase
    return None
