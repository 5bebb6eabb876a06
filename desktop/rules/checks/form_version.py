"""Whether the tables are of the form in force, and what tells that they are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.geometry import enclosing
from desktop.report.form import FormTable, form_expected
from desktop.report.model import Source
from desktop.rules.checks.comparisons import milder
from desktop.rules.checks.registry import Context, check
from desktop.rules.finding import Finding, FindingKind, Severity, Unchecked
from desktop.rules.rule import Rule

_LABELS_NAMED: Final = 2
_LABEL_LENGTH: Final = 16


@check("form_of_year")
def form_of_year(context: Context, rule: Rule) -> Iterator[Finding | Unchecked]:
    """The tables are those of the form in force in the report's year.

    Parameter `mixed`: the severity where only 表三 or 表二 is of the other form.
    """
    report = context.report
    if report.year is None:
        yield Unchecked(rule.id, "从标题看不出报告年度，未能核对")
        return
    expected = form_expected(report.year)
    if report.form.id == expected.id:
        return
    pairs = zip(report.form.tables, expected.tables, strict=True)
    old = [(table, wanted) for table, wanted in pairs if table.id != wanted.id]
    telling = [name for table, wanted in old for name in _telling(table, wanted)]
    if any(name not in report.cells for name in telling):
        yield Unchecked(rule.id, f"没有读到表格中{expected.name}与其他格式不同的行，未能核对")
        return
    unsure = any(report.cells[name].doubt for name in telling)
    mild = unsure or report.form.first_year is None
    severity = milder(rule.severity, Severity(rule.parameters["mixed"])) if mild else rule.severity
    message = (
        f"{report.year}年报告应使用{expected.name}（{expected.basis}），"
        f"{'、'.join(table.name for table, _ in old)}不是这一格式：{_differences(old)}"
    )
    where = _first_place([report.cells[name].source for name in telling])
    yield Finding(rule.id, FindingKind.STRUCTURE, severity, message, where=where)


def _differences(old: Sequence[tuple[FormTable, FormTable]]) -> str:
    """`印有“本年新制作数量”等，应为“本年制发件数”等`."""
    printed = [label for table, wanted in old for label in _own_labels(table, wanted)]
    right = [label for table, wanted in old for label in _own_labels(wanted, table)]
    parts = ((verb, labels) for verb, labels in (("印有", printed), ("应有", right)) if labels)
    return "，".join(
        f"{verb}{''.join(f'“{_short(label)}”' for label in labels[:_LABELS_NAMED])}"
        f"{'等' if len(labels) > _LABELS_NAMED else ''}"
        for verb, labels in parts
    )


def _short(label: str) -> str:
    return label if len(label) <= _LABEL_LENGTH else f"{label[: _LABEL_LENGTH - 1]}…"


def _own_labels(table: FormTable, other: FormTable) -> list[str]:
    """The labels of rows and columns that only the first of two versions of a table has."""
    theirs = set(_labels(other))
    return [label for label in dict.fromkeys(_labels(table)) if label not in theirs]


def _labels(table: FormTable) -> Iterator[str]:
    for block in table.blocks:
        yield from (column.label[-1] for column in block.columns)
        yield from (row.label[-1] for row in block.rows if row.label)


def _first_place(sources: Sequence[Source | None]) -> tuple[Source, ...]:
    """Where cells stand, on the first of their pages."""
    known = [source for source in sources if source is not None]
    page = min((source.page for source in known), default=0)
    boxes = [source.box for source in known if source.page == page]
    return (Source(page, enclosing(boxes)),) if boxes else ()


def _telling(table: FormTable, wanted: FormTable) -> list[str]:
    """The cells that only one of two versions of a table has: those of the printed one."""
    common = {slot.name for slot in wanted.slots()}
    return [slot.name for slot in table.slots() if slot.name not in common]
