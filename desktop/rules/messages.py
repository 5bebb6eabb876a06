"""A broken equation as one sentence in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop.report.form import Form, Slot
from desktop.report.model import Report, Source
from desktop.report.values import Number, format_number
from desktop.rules.equations import DETAIL, Balance
from desktop.rules.finding import Equation, Finding, Unchecked
from desktop.rules.labels import column_word, row_word, table_word
from desktop.rules.rule import Each, Sums

# A sum of so many terms is shown with its zeros.
_ALL_SHOWN: Final = 4
# More terms than this do not make a sentence.
_MOST_TERMS: Final = 8


def equation_message(equation: Equation, sums: Sums, report: Report, sides: Balance) -> str:
    """`新收 1 + 结转 0 = 1 ≠ 总计 2 + 结转下年 0 = 2（差 1），商业企业列`; `=` where it holds."""
    left = _side(equation.left, sides.left, sums, report)
    right = _side(equation.right, sides.right, sums, report)
    if sides.holds:
        return f"{left} = {right}，{equation.place}"
    more, less = max(sides.left, sides.right), min(sides.left, sides.right)
    difference = format_number(more - less)
    return f"{left} ≠ {right}（差 {difference}），{equation.place}"


def _side(names: Sequence[str], total: Number, sums: Sums, report: Report) -> str:
    """One side; zeros are left out of a long sum, and a very long one is named as a whole."""
    slots = report.form.slots()
    terms: list[tuple[str, Number]] = [
        (_word(slots[name], sums), report.value(name) or 0) for name in names
    ]
    figure = format_number(total)
    if len(names) == 1:
        return f"{terms[0][0]} {figure}"
    if len(names) > _ALL_SHOWN:
        terms = [term for term in terms if term[1] != 0]
    if not 0 < len(terms) <= _MOST_TERMS:
        return f"{sums.words.get(DETAIL, '各项')}之和 {figure}"
    if len(terms) == 1:
        terms.append(("其余", 0))
    text = " + ".join(f"{word} {format_number(value)}" for word, value in terms)
    return f"{text} = {figure}"


def _word(slot: Slot, sums: Sums) -> str:
    if sums.each is Each.COLUMN:
        return sums.words.get(slot.row.id) or row_word(slot.row)
    return sums.words.get(slot.column.id) or column_word(slot.column)


def cells_in_words(names: Sequence[str], form: Form, most: int = 3) -> str:
    """A few cells by their labels: `规章 · 本年制发件数、行政许可 · 本年处理决定数量等 5 处`."""
    slots = form.slots()
    listed = "、".join(slots[name].label for name in names[:most] if name in slots)
    return listed if len(names) <= most else f"{listed}等 {len(names)} 处"


def finding_place(finding: Finding, report: Report) -> str:
    """Where a finding is: `表三 · 第 3、4 页`; empty where it concerns the whole report."""
    slots = report.form.slots()
    tables = dict.fromkeys(table_word(slots[n].table) for n in finding.cells if n in slots)
    pages = sorted({source.page for source in sources_of(finding, report)})
    parts = ["、".join(tables)] if tables else []
    if pages:
        parts.append(f"第 {'、'.join(map(str, pages))} 页")
    return " · ".join(parts)


def unchecked_lines(unchecked: Sequence[Unchecked]) -> list[tuple[Unchecked, tuple[str, ...]]]:
    """What could not be checked, each cause once, with the rules that it stopped.

    What lacks only something that was not given, such as last year's report, comes last.
    """
    causes: dict[str, tuple[Unchecked, list[str]]] = {}
    for item in sorted(unchecked, key=lambda item: item.expected):
        causes.setdefault(item.reason, (item, []))[1].append(item.rule)
    return [(item, tuple(dict.fromkeys(rules))) for item, rules in causes.values()]


def sources_of(finding: Finding, report: Report) -> list[Source]:
    """The places on the pages that a finding is about: its own, then its cells'."""
    cells = (report.cells.get(name) for name in finding.cells)
    return [*finding.where, *(cell.source for cell in cells if cell and cell.source)]
