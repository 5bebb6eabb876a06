"""The sheets of a workbook: a statutory table as printed, and a plain list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from desktop.exports.neutral import is_formula, printable
from desktop.exports.row_heights import fit_layout, fit_row, lines_of, set_lines
from desktop.exports.rows import Value, report_name
from desktop.report.form import Form, FormTable, Slot
from desktop.report.layout import LaidCell, Role, layout_of
from desktop.report.values import Reading, format_number
from desktop.review.review import Review
from desktop.rules.finding import Severity

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FONT: Final = "宋体"
_LINE: Final = Side(style="thin", color="808080")
_BORDER: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_CENTRED: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT: Final = Alignment(horizontal="left", vertical="center", wrap_text=True)
_HEADER_FILL: Final = PatternFill("solid", fgColor="EEF1F5")
RED: Final = PatternFill("solid", bgColor="FFC7CE", fgColor="FFC7CE")
"""the fill of what is wrong"""
FILLS: Final = {
    Severity.ERROR: RED,
    Severity.WARNING: PatternFill("solid", fgColor="FFEB9C"),
    Severity.HINT: PatternFill("solid", fgColor="CFE2FF"),
}
"""the fill of what has a finding, by the worst of them"""
# Rows above the table: the report's name.
_TOP: Final = 1
_STUB_WIDTHS: Final = {"proactive": (26,), "applications": (7, 16, 34), "disputes": ()}
_VALUE_WIDTH: Final = 12
_AUTHOR: Final = "勾稽"


def draw_table(sheet: Worksheet, table: FormTable, review: Review) -> None:
    """Draw a statutory table in its official layout, marked cells filled and commented."""
    comments = _cell_comments(review)

    def draw(cell: SheetCell, slot: Slot) -> None:
        _draw_value(cell, slot, review, comments)

    draw_layout(sheet, table, f"{report_name(review)} {table.heading}", draw)


def draw_layout(
    sheet: Worksheet, table: FormTable, title: str, draw: Callable[[SheetCell, Slot], None]
) -> None:
    """Draw a statutory table in its official layout; `draw` fills the cells for values."""
    layout = layout_of(table)
    _title(sheet, title, layout.columns)
    for laid in layout.cells:
        _merge(sheet, laid)
        cell = cell_at(sheet, laid.row + 1 + _TOP, laid.column + 1)
        if laid.slot is not None:
            cell.alignment, cell.font = _CENTRED, Font(name=_FONT)
            draw(cell, laid.slot)
        else:
            set_value(cell, laid.text)
            cell.font = Font(name=_FONT, bold=laid.role is Role.TITLE)
            cell.alignment = _LEFT if laid.role is Role.STUB else _CENTRED
            if laid.role in (Role.HEADER, Role.TITLE):
                cell.fill = _HEADER_FILL
    stub = _STUB_WIDTHS[table.table]
    widths = (*stub, *(_VALUE_WIDTH,) * (layout.columns - len(stub)))
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    fit_layout(sheet, layout, _TOP, widths)
    set_page(sheet)


def place_of(slot: Slot, form: Form) -> str:
    """Where `draw_table` puts a value, such as `D6`."""
    for laid in layout_of(form.table(slot.table)).cells:
        if laid.slot is not None and laid.slot.name == slot.name:
            return f"{get_column_letter(laid.column + 1)}{laid.row + 1 + _TOP}"
    raise KeyError(slot.name)


def draw_list(
    sheet: Worksheet, head: Sequence[str], rows: Iterable[Sequence[Value]], widths: Sequence[int]
) -> None:
    """Draw a list with a fixed head line and a filter on every column."""
    last = 1
    for last, row in enumerate((head, *rows), 1):
        fit_row(sheet, last, row, widths)
        for column, value in enumerate(row, 1):
            cell = cell_at(sheet, last, column)
            set_value(cell, value)
            cell.font = Font(name=_FONT, bold=last == 1)
            cell.alignment = _LEFT
            cell.border = _BORDER
            if last == 1:
                cell.fill = _HEADER_FILL
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{last}"
    set_page(sheet)


def draw_heads(sheet: Worksheet, lines: Sequence[Sequence[str]]) -> None:
    """Draw lines of heads above figures; the first ones stand upright, columns are narrow."""
    for row, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            cell = cell_at(sheet, row, column)
            set_value(cell, text)
            cell.font = Font(name=_FONT, bold=True)
            cell.alignment, cell.fill, cell.border = _CENTRED, _HEADER_FILL, _BORDER
        longest = max((lines_of(text, _VALUE_WIDTH) for text in line if text), default=1)
        set_lines(sheet, row, longest)
    for column in range(1, len(lines[0]) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _VALUE_WIDTH


def draw_notes(sheet: Worksheet, notes: Iterable[str]) -> None:
    """Draw sentences below what a sheet holds, each as wide as that and in rows of its own."""
    columns = sheet.max_column
    letters = map(get_column_letter, range(1, columns + 1))
    width = sum(sheet.column_dimensions[letter].width for letter in letters)
    for row, note in enumerate(notes, sheet.max_row + 1):
        cell = cell_at(sheet, row, 1)
        set_value(cell, note)
        cell.font, cell.alignment = Font(name=_FONT), _LEFT
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
        set_lines(sheet, row, lines_of(note, width))


def set_value(cell: SheetCell, value: Value) -> None:
    """Set a cell's value; text stays text, whatever it begins with."""
    if isinstance(value, str):
        text = printable(value)
        cell.value = text
        cell.data_type = "s"
        if is_formula(text):
            # Shown as typed with an apostrophe before it, also when edited in place.
            cell.quotePrefix = True
    else:
        cell.value = value


def cell_at(sheet: Worksheet, row: int, column: int) -> SheetCell:
    """The cell at a place (from 1); never one that is merged away."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        raise TypeError(f"{cell.coordinate} is merged into another cell")
    return cell


def _title(sheet: Worksheet, text: str, columns: int) -> None:
    cell = cell_at(sheet, 1, 1)
    set_value(cell, text)
    cell.font = Font(name=_FONT, bold=True, size=14)
    cell.alignment = _CENTRED
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=columns)
    sheet.row_dimensions[1].height = 28


def _merge(sheet: Worksheet, laid: LaidCell) -> None:
    top, left = laid.row + 1 + _TOP, laid.column + 1
    bottom, right = top + laid.row_span - 1, left + laid.column_span - 1
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            sheet.cell(row, column).border = _BORDER
    if (top, left) != (bottom, right):
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


CellComments = dict[str, tuple[Severity, list[str]]]


def _cell_comments(review: Review) -> CellComments:
    """The worst severity and all sentences of each cell with a finding."""
    comments: CellComments = {}
    for finding in review.checked.findings:  # the worst come first
        for name in finding.cells:
            comments.setdefault(name, (finding.severity, []))[1].append(finding.message)
    return comments


def _draw_value(cell: SheetCell, slot: Slot, review: Review, comments: CellComments) -> None:
    now = review.cell(slot.name)
    edited = review.is_edited(slot.name)
    if now is not None:
        set_value(cell, now.text if now.value is None else now.value)
    cell.font = Font(name=_FONT, bold=edited)
    notes = _notes(slot.name, review)
    if slot.name in comments:
        severity, messages = comments[slot.name]
        cell.fill = FILLS[severity]
        notes += [f"{severity.word}：{message}" for message in messages]
    if notes:
        cell.comment = Comment(printable("\n".join(notes)), _AUTHOR, width=360, height=120)


def _notes(name: str, review: Review) -> list[str]:
    """What the number alone does not tell: an edit, a sign that counts as 0, a remark."""
    printed, now = review.printed_cell(name), review.cell(name)
    if review.is_edited(name):
        before = "原文没有这一格" if printed is None else f"原文：{printed.text or '空白'}"
        value = None if now is None else now.value
        return [f"{before}；更正为：{'空' if value is None else format_number(value)}"]
    if printed is not None and printed.reading not in (Reading.PLAIN, Reading.NORMALISED):
        return [f"原文：{printed.text or '空白'}"]
    return []


def set_page(sheet: Worksheet) -> None:
    """Have a sheet printed on A4 across, as wide as the paper."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
