"""What a rule says about a report: findings, and rules that could not be checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop.report.model import Source
from desktop.report.values import Number

NO_PREVIOUS: Final = "没有给出上一年度的报告，未能核对"
"""why the rules that compare two years could not run, where nobody gave last year's report"""


class FindingKind(StrEnum):
    """What a finding is about."""

    EQUATION = "equation"
    VALUE = "value"
    STRUCTURE = "structure"
    NARRATIVE = "narrative"
    TEXT = "text"
    SERIES = "series"


class Severity(StrEnum):
    """How much a finding weighs, worst first."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def word(self) -> str:
        """As officials call it: `错误`."""
        return {"error": "错误", "warning": "警告", "hint": "提示"}[self.value]

    @property
    def sign(self) -> str:
        """A shape of its own, so that colour never carries the meaning alone."""
        return {"error": "✖", "warning": "⚠", "hint": "ℹ"}[self.value]


@dataclass(frozen=True, slots=True)
class Equation:
    """One instance of a rule of sums: Σ of `left` cells = Σ of `right` cells, by name.

    `place` says in words where it holds, such as `商业企业列`.
    """

    rule: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    place: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell of both sides, left first."""
        return self.left + self.right


@dataclass(frozen=True, slots=True)
class Finding:
    """One outcome of a rule that a person should see.

    `left` and `right` are the two figures compared, where there are two. `where` are places
    beyond the cells' own, such as a sentence. `last_cells` are those of last year's report.
    """

    rule: str
    kind: FindingKind
    severity: Severity
    message: str
    cells: tuple[str, ...] = ()
    left: Number | None = None
    right: Number | None = None
    where: tuple[Source, ...] = ()
    equation: Equation | None = None
    last_cells: tuple[str, ...] = ()

    @property
    def identity(self) -> tuple[object, ...]:
        """The same whatever its figures say; one that names no cell is known by its message."""
        return self.rule, self.cells, self.where, "" if self.cells else self.message


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A rule, or one instance of it, that could not be checked, and why: 未能核对.

    `expected` marks what lacks only something that was not given, such as last year's report:
    nothing in this report stands in the way.
    """

    rule: str
    reason: str
    cells: tuple[str, ...] = ()
    expected: bool = False


@dataclass(frozen=True, slots=True)
class RepairStep:
    """One equation that a repair touches, in figures: as it stands, and after the repair.

    `before` is empty where the equation could not be worked out before.
    """

    equation: Equation
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A set of cell changes that satisfies equations now broken.

    `resolves` are positions in the list of findings. `unique` holds only where no other
    explanation costs as little. `reason` says in words why this is proposed. `steps` are the
    equations it touches.
    """

    cells: dict[str, Number]
    unique: bool
    resolves: tuple[int, ...]
    reason: str = ""
    steps: tuple[RepairStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Findings with one root cause, by position, and the repairs that explain them.

    `reason` is one sentence on the whole: what is wrong, or why arithmetic cannot tell.
    There is no repair where too many would do as well as each other.
    """

    findings: tuple[int, ...]
    repairs: tuple[Repair, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything the rules say about one report.

    `problems` cover every broken equation exactly once; `repairs` are theirs, the surest first.
    """

    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...] = ()
    repairs: tuple[Repair, ...] = ()
    problems: tuple[Problem, ...] = ()
