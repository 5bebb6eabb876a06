"""A finding as a row of terms: its cells in the equation's order, with what stands between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop.gui.tables.cell_appearance import shown_text
from desktop.report.model import Source
from desktop.report.values import Reading
from desktop.review.review import Review
from desktop.rules.equations import balance
from desktop.rules.finding import Finding
from desktop.rules.labels import column_word, row_word

_MOST: Final = 40
"""terms shown of a finding that is no equation"""


@dataclass(frozen=True, slots=True)
class EquationTerm:
    """One cell, or one place in the text, as a link of the chain.

    `sign` stands before it: `+`, `=`, `≠`, or nothing. `source` is where it is printed.
    """

    name: str
    sign: str
    label: str
    value: str
    source: Source | None
    blank: bool = False
    doubtful: bool = False
    edited: bool = False


def terms_of(review: Review, finding: Finding) -> list[EquationTerm]:
    """The terms of a finding: addends first, the printed total behind the sign of equality."""
    equation = finding.equation
    if equation is None:
        cells = [_term(review, name, "") for name in finding.cells[:_MOST]]
        return [*(EquationTerm("", "", "", "", source) for source in finding.where[:_MOST]), *cells]
    sides = [equation.left, equation.right]
    if len(sides[0]) < len(sides[1]):
        sides.reverse()
    sums = balance(equation, review.report)
    middle = "=" if sums is not None and sums.holds else "≠"
    alike = _alike(review, equation.cells)
    terms = []
    for number, names in enumerate(sides):
        for position, name in enumerate(names):
            sign = "+" if position else (middle if number else "")
            terms.append(_term(review, name, sign, alike))
    return terms


def _alike(review: Review, names: tuple[str, ...]) -> str:
    """What all cells of an equation share, and need not be told: their row, or their column."""
    rows = {name.rsplit(".", 1)[0] for name in names}
    return "row" if len(rows) == 1 else "column"


def _term(review: Review, name: str, sign: str, alike: str = "") -> EquationTerm:
    slot = review.report.form.slots().get(name)
    cell, printed = review.cell(name), review.printed_cell(name)
    label = ""
    if slot is not None:
        row, column = row_word(slot.row), column_word(slot.column)
        words = {"row": [column], "column": [row]}.get(alike, [row, column])
        label = " ".join(word for word in words if word) or column
    return EquationTerm(
        name,
        sign,
        label,
        shown_text(cell) if cell is not None else "",
        None if printed is None else printed.source,
        cell is None or (cell.reading is Reading.BLANK and not cell.text.strip()),
        cell is not None and cell.doubt is not None,
        review.is_edited(name),
    )
