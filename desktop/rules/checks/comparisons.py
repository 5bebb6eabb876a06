"""Comparisons between named cells, of this year and the last, declared in rule files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.report.model import Report
from desktop.report.values import Number, Reading, format_number
from desktop.resources import TomlTable
from desktop.rules.checks.plausibility import cells_unread, no_such_cells
from desktop.rules.checks.registry import Context, check
from desktop.rules.finding import Finding, FindingKind, Severity, Unchecked
from desktop.rules.labels import cell_words
from desktop.rules.rule import Rule

LAST: Final = "last:"
_ANY: Final = "*"


@dataclass(frozen=True, slots=True)
class ComparisonTerm:
    """A cell with a sign, of this year's report or of the last one."""

    cell: str
    sign: int
    last: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Σ left against Σ right, and the sentence that tells it."""

    left: tuple[ComparisonTerm, ...]
    right: tuple[ComparisonTerm, ...]
    message: str

    @property
    def terms(self) -> tuple[ComparisonTerm, ...]:
        """Both sides, left first."""
        return self.left + self.right

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of this year's report."""
        return tuple(term.cell for term in self.terms if not term.last)


Wrong = Callable[[Number, Number], bool]
"""whether two sides do not stand as they should"""


@check("equal")
def equal(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """Both sides of each comparison are the same.

    Parameters: `comparisons`, each with `left` and `right` (cells; `-` before one subtracts it,
    `last:` takes it from last year's report), `message` and, for a `*` in cell names, `each`;
    `noted` is the severity where one of the cells carries a remark.
    """
    yield from _compared(context, rule, wrong=lambda left, right: left != right)


@check("at_least")
def at_least(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """The left side of each comparison is not less than the right; parameters as for `equal`."""
    yield from _compared(context, rule, wrong=lambda left, right: left < right)


def _compared(context: Context, rule: Rule, wrong: Wrong) -> Iterator[Finding | Unchecked]:
    unread: list[str] = []
    lacking: list[str] = []
    slots = context.report.form.slots().keys()
    comparisons = [item for item in _comparisons(rule) if slots >= set(item.cells)]
    if not comparisons:
        yield no_such_cells(rule)
    for comparison in comparisons:
        if any(term.last for term in comparison.terms) and context.last_year is None:
            yield Unchecked(rule.id, context.no_last_year, expected=context.previous is None)
            return
        values = [_value(term, context) for term in comparison.terms]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            for term, value in zip(comparison.terms, values, strict=True):
                if value is None:
                    (lacking if term.last else unread).append(term.cell)
            continue
        left, right = (
            _sum(comparison.left, known),
            _sum(comparison.right, known[len(comparison.left) :]),
        )
        if wrong(left, right):
            yield _finding(rule, comparison, known, (left, right), context)
    yield from _unchecked(rule, context, unread, lacking)


def _unchecked(
    rule: Rule, context: Context, unread: Sequence[str], lacking: Sequence[str]
) -> Iterator[Unchecked]:
    if unread:
        yield cells_unread(context, rule, list(dict.fromkeys(unread)))
    elif lacking:
        yield Unchecked(rule.id, f"{rule.name}未能核对：上一年度的报告没有相应的数字")


def _sum(terms: Sequence[ComparisonTerm], values: Sequence[Number]) -> Number:
    total: Number = 0
    for term, value in zip(terms, values, strict=False):
        total += term.sign * value
    return total


def _value(term: ComparisonTerm, context: Context) -> Number | None:
    report: Report | None = context.last_year if term.last else context.report
    return None if report is None else report.value(term.cell)


def _finding(
    rule: Rule,
    comparison: Comparison,
    values: Sequence[Number],
    sides: tuple[Number, Number],
    context: Context,
) -> Finding:
    left, right = sides
    slots = context.report.form.slots()
    message = comparison.message.format(
        *[format_number(value) for value in values],
        left=format_number(left),
        right=format_number(right),
        gap=format_number(max(left, right) - min(left, right)),
        place=cell_words(slots[comparison.cells[0]]),
    )
    series = any(term.last for term in comparison.terms)
    return Finding(
        rule.id,
        FindingKind.SERIES if series else FindingKind.VALUE,
        _severity(rule, comparison, context),
        message,
        comparison.cells,
        left,
        right,
        last_cells=tuple(term.cell for term in comparison.terms if term.last),
    )


def _severity(rule: Rule, comparison: Comparison, context: Context) -> Severity:
    """A remark in a cell may explain the difference."""
    noted = rule.parameters.get("noted")
    cells = [context.report.cells[name] for name in comparison.cells]
    if noted and any(cell.reading is Reading.ANNOTATED for cell in cells):
        return milder(rule.severity, Severity(noted))
    return rule.severity


def milder(first: Severity, second: Severity) -> Severity:
    """The one that weighs less; a user's demotion is never undone."""
    order = list(Severity)
    return max(first, second, key=order.index)


def _comparisons(rule: Rule) -> Iterator[Comparison]:
    for item in rule.parameters["comparisons"]:
        for column in item.get("each", [_ANY]):
            yield Comparison(
                _terms(item, "left", column), _terms(item, "right", column), item["message"]
            )


def _terms(item: TomlTable, side: str, column: str) -> tuple[ComparisonTerm, ...]:
    return tuple(_term(text.replace(_ANY, column)) for text in item[side])


def _term(text: str) -> ComparisonTerm:
    sign = -1 if text.startswith("-") else 1
    name = text.removeprefix("-")
    return ComparisonTerm(name.removeprefix(LAST), sign, name.startswith(LAST))
