"""A rule: a statement that a report must satisfy, as declared in a rule file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop.resources import TomlTable
from desktop.rules.finding import Severity

LATENESS: Final = "published_in_time"
"""the check that looks at the deadline of one report"""


class Each(StrEnum):
    """What repeats a sum: every column of a table, or every row."""

    COLUMN = "column"
    ROW = "row"


class Scope(StrEnum):
    """What a rule speaks of."""

    REPORT = "report"
    """one report, with last year's"""
    SET = "set"
    """the reports of several offices beside each other"""


@dataclass(frozen=True, slots=True)
class Sums:
    """Σ left = Σ right, repeated over a table.

    `left` and `right` hold row ids where the sum repeats by column, else column ids.
    `words` gives the term a word of its own in messages; `place` replaces the place in words.
    """

    table: str
    each: Each
    left: tuple[str, ...]
    right: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    place: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue: either sums, or a named built-in check with parameters.

    `forms` limits the rule to some form versions, `offices` to some kinds of office; empty
    means all of them. `says` tells in a sentence what a built-in check looks for.
    """

    id: str
    name: str
    severity: Severity
    basis: str
    sums: Sums | None = None
    check: str | None = None
    parameters: TomlTable = field(default_factory=dict)
    forms: frozenset[str] = frozenset()
    enabled: bool = True
    offices: frozenset[str] = frozenset()
    says: str = ""
    scope: Scope = Scope.REPORT

    def applies_to(self, form: str) -> bool:
        """Whether the rule is meant for one report of this form version."""
        of_report = self.enabled and self.scope is Scope.REPORT
        return of_report and (not self.forms or form in self.forms)


@dataclass(frozen=True, slots=True)
class RuleFileMistake:
    """A mistake in a rule file: which file, which line (from 1), and what is wrong."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path.name} 第 {self.line} 行：{self.message}"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules in force, by id, in the order of the catalogue, and mistakes met on the way.

    `file` is the user's file that stands over the packaged rules, where there is one.
    """

    rules: Mapping[str, Rule]
    problems: tuple[RuleFileMistake, ...] = ()
    file: Path | None = None

    def for_set(self) -> RuleSet:
        """These rules for reports that are looked at as a set: lateness is the set's to tell."""
        rules = {
            id_: replace(rule, parameters={**rule.parameters, "late": False})
            if rule.check == LATENESS
            else rule
            for id_, rule in self.rules.items()
        }
        return replace(self, rules=rules)

    def of_set(self) -> tuple[Rule, ...]:
        """The rules in force that speak of several offices' reports."""
        rules = self.rules.values()
        return tuple(rule for rule in rules if rule.enabled and rule.scope is Scope.SET)
