"""How one value cell looks and reads: everything its delegate paints, everything its tip says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.gui.plain_text import tip
from desktop.report.form import Slot
from desktop.report.model import Cell
from desktop.report.values import Reading, format_number
from desktop.rules.finding import Severity
from desktop.rules.labels import cell_words
from desktop.workspace.open_report import OpenReport


@dataclass(frozen=True, slots=True)
class CellAppearance:
    """A value cell as shown.

    `printed` is set only where a person changed the cell; `missing` is a cell of the form
    that the page lacks; `in_selected` is one that the selected finding names.
    """

    name: str
    text: str
    printed: str | None = None
    severity: Severity | None = None
    doubt: bool = False
    missing: bool = False
    in_selected: bool = False


def appearance_of(report: OpenReport, name: str, *, in_selected: bool) -> CellAppearance:
    """How a cell of this report looks now."""
    review = report.review
    if review is None:
        return CellAppearance(name, "")
    cell = review.cell(name)
    printed = None
    if review.is_edited(name):
        printed = shown_text(review.printed_cell(name)) or _tr("空白")
    return CellAppearance(
        name,
        shown_text(cell),
        printed,
        report.index.severity(name),
        cell is not None and cell.doubt is not None,
        cell is None,
        in_selected,
    )


def shown_text(cell: Cell | None) -> str:
    """What stands in the table: the number where the text is one, else the text itself."""
    if cell is None:
        return ""
    if cell.value is not None and cell.reading in (Reading.PLAIN, Reading.NORMALISED):
        return format_number(cell.value)
    return "".join(cell.text.split())


def tip_of(report: OpenReport, slot: Slot) -> str:
    """The tip of a cell, as HTML."""
    return tip("\n".join(_lines(report, slot)))


def _lines(report: OpenReport, slot: Slot) -> Iterator[str]:
    yield cell_words(slot)
    review = report.review
    if review is None:
        return
    printed, cell = review.printed_cell(slot.name), review.cell(slot.name)
    if printed is None:
        yield _tr("原文没有这一格")
    else:
        yield _tr("原文：{0}").format(f"“{printed.text}”" if printed.text else _tr("空白"))
        if printed.source is not None:
            yield _tr("出处：第 {0} 页").format(printed.source.page)
    if cell is not None:
        value = _tr("不是数字") if cell.value is None else format_number(cell.value)
        yield (_tr("已改为：{0}") if review.is_edited(slot.name) else _tr("数值：{0}")).format(
            value
        )
        if cell.doubt:
            yield _tr("请看原文：{0}").format(cell.doubt)
    for position in report.index.of_cell(slot.name):
        finding = report.index.findings[position]
        yield f"{finding.severity.sign} {finding.message}"
    yield _tr("编号：{0}").format(slot.name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CellAppearance", text)
