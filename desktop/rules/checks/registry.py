"""The register of built-in checks: rule files name them, the engine calls them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from desktop.report.form import Slot
from desktop.report.model import Cell, Report, Sentence
from desktop.rules.finding import NO_PREVIOUS, Finding, Unchecked
from desktop.rules.narrative.guards import is_own_name
from desktop.rules.narrative.passages import Passage, joined, passages_of
from desktop.rules.narrative.statements import TextVerdict, judge, statements_of
from desktop.rules.office import Office, office_of
from desktop.rules.rule import Rule

# A name of an office and a date, with nothing told in between.
_SIGNED: Final = re.compile(
    r"^[^，。；：]{0,30}[\d二〇○零一三四五六七八九十]{4}年.{1,3}月.{1,3}日$"
)


@dataclass(frozen=True)
class Context:
    """What a check may look at.

    Where `previous` is None, `no_previous` says why in a few words.
    """

    report: Report
    previous: Report | None = None
    no_previous: str = NO_PREVIOUS

    @cached_property
    def office(self) -> Office | None:
        """The kind of office that reports; None where its name does not tell."""
        return office_of(self.report.agency)

    @cached_property
    def cells(self) -> tuple[tuple[Slot, Cell], ...]:
        """The cells that the report has, with their places in the form, in printed order."""
        cells = self.report.cells
        return tuple(
            (s, cells[name]) for name, s in self.report.form.slots().items() if name in cells
        )

    @cached_property
    def last_year(self) -> Report | None:
        """The same office's report of the year before; None where none fits."""
        return None if self.no_last_year else self.previous

    @cached_property
    def no_last_year(self) -> str:
        """Why no report of last year can be compared; empty where one can."""
        last, report = self.previous, self.report
        if last is None:
            return self.no_previous
        if report.year is not None and last.year is not None and last.year != report.year - 1:
            return f"未能核对：所给的上年报告是{last.year}年的，不是{report.year - 1}年的"
        if report.agency and last.agency and not _same_agency(report.agency, last.agency):
            return f"未能核对：所给的上年报告是“{last.agency}”的"
        return ""

    @cached_property
    def passages(self) -> tuple[Passage, ...] | None:
        """The sentences of the running text; None where no section was read."""
        return passages_of(self.report) if self.report.sections else None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the document but the title."""
        report = self.report
        parts = (report.preamble, *(part.sentences for part in report.sections), report.closing)
        return tuple(sentence for part in parts for sentence in joined(part))

    @cached_property
    def closing(self) -> tuple[Sentence, ...]:
        """Signature and date; where they stand on one line, the last sentence of all."""
        if self.report.closing or not self.report.sections:
            return self.report.closing
        last = self.report.sections[-1].sentences[-1:]
        return tuple(sentence for sentence in last if _SIGNED.search(sentence.text))

    @cached_property
    def verdicts(self) -> tuple[TextVerdict, ...]:
        """Every figure of the text that speaks of cells, compared with them."""
        statements = statements_of(self.passages or (), self.report)
        return tuple(judge(statement, self.report) for statement in statements)


def _same_agency(one: str, other: str) -> bool:
    return is_own_name(one, other) or is_own_name(other, one)


Check = Callable[[Context, Rule], Iterator[Finding | Unchecked]]

CHECKS: Final[dict[str, Check]] = {}


def check(name: str) -> Callable[[Check], Check]:
    """Register a function under the name by which rule files call it."""

    def register(function: Check) -> Check:
        if name in CHECKS:
            raise ValueError(f"two checks are named {name}")
        CHECKS[name] = function
        return function

    return register
