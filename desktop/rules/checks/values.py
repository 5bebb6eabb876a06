"""Single cells: what they may hold and how it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from desktop.report.form import ValueKind
from desktop.report.model import Cell
from desktop.report.values import Measure, Reading, format_number
from desktop.rules.checks.registry import Context, check
from desktop.rules.finding import Finding, FindingKind
from desktop.rules.labels import cell_words, table_word
from desktop.rules.messages import cells_in_words
from desktop.rules.rule import Rule


@check("whole_numbers")
def whole_numbers(context: Context, rule: Rule) -> Iterator[Finding]:
    """A text that is no number, and a negative number where the form counts items."""
    for slot, cell in context.cells:
        if cell.reading is Reading.TEXT:
            message = f"{cell_words(slot)}应填数字，原文为“{cell.text}”"
        elif cell.value is not None and cell.value < 0 and slot.column.kind is not ValueKind.CHANGE:
            message = f"{cell_words(slot)}为 {format_number(cell.value)}，不应为负数"
        else:
            continue
        yield _finding(rule, message, cell.name)


@check("decimals")
def decimals(context: Context, rule: Rule) -> Iterator[Finding]:
    """A fraction where the form counts items."""
    for slot, cell in context.cells:
        if slot.column.kind is not ValueKind.AMOUNT and isinstance(cell.value, Decimal):
            value = format_number(cell.value)
            yield _finding(rule, f"{cell_words(slot)}为 {value}，件数应为整数", cell.name)


@check("annotated")
def annotated(context: Context, rule: Rule) -> Iterator[Finding]:
    """A number with a unit or a remark behind it."""
    for slot, cell in context.cells:
        if cell.reading is Reading.ANNOTATED and cell.value is not None:
            value = format_number(cell.value)
            message = f"{cell_words(slot)}原文为“{cell.text}”，数字后有说明，按 {value} 计"
            yield _finding(rule, message, cell.name)


@check("converted")
def converted(context: Context, rule: Rule) -> Iterator[Finding]:
    """An amount in another unit than the form's, which is what counts here."""
    for slot, cell in context.cells:
        if cell.unit is Measure.YUAN and cell.value:
            value = format_number(cell.value)
            message = (
                f"{cell_words(slot)}的表头单位为“{cell.unit.value}”，格式为"
                f"“{Measure.TEN_THOUSAND_YUAN.value}”，原文“{cell.text}”折合 {value} 万元"
            )
            yield _finding(rule, message, cell.name)


@check("blanks")
def blanks(context: Context, rule: Rule) -> Iterator[Finding]:
    """Blank cells and signs for nothing, once for each table, with what is in doubt among them."""
    for table, names in _by_table(context, lambda cell: cell.reading is Reading.BLANK):
        texts = dict.fromkeys(context.report.cells[name].text or "空白" for name in names)
        signs = "、".join(text if text == "空白" else f"“{text}”" for text in texts)
        message = f"{table_word(table)}有 {len(names)} 格未填数字（{signs}），按 0 计"
        doubted = [name for name in names if context.report.cells[name].doubt]
        if doubted:
            some = "" if len(doubted) == len(names) else f"；其中 {len(doubted)} 格读取存疑"
            message += f"{some}：{_doubts_in_words(doubted, context)}"
        yield _finding(rule, message, *names)


@check("normalised")
def normalised(context: Context, rule: Rule) -> Iterator[Finding]:
    """Numbers that are numbers only once full-width digits or separators are undone."""
    for table, names in _by_table(context, lambda cell: cell.reading is Reading.NORMALISED):
        printed = dict.fromkeys(context.report.cells[name].text for name in names)
        shown = "、".join(f"“{text}”" for text in list(printed)[:3])
        message = f"{table_word(table)}有 {len(names)} 格数字写法不规范（如{shown}），已按数值计"
        yield _finding(rule, message, *names)


@check("doubts")
def doubts(context: Context, rule: Rule) -> Iterator[Finding]:
    """Cells whose reading a person should compare with the page, once for each table.

    Blank ones are told by `blanks`, with their doubt: one line for one cell.
    """
    for table, names in _by_table(context, _is_doubtful_number):
        listed = _doubts_in_words(names, context)
        message = f"{table_word(table)}有 {len(names)} 格读取存疑：{listed}"
        yield _finding(rule, message, *names)


def _is_doubtful_number(cell: Cell) -> bool:
    return cell.doubt is not None and cell.reading is not Reading.BLANK


def _doubts_in_words(names: Sequence[str], context: Context) -> str:
    reasons = dict.fromkeys(context.report.cells[name].doubt or "" for name in names)
    return f"{cells_in_words(names, context.report.form)}（{'；'.join(reasons)}）"


def _by_table(
    context: Context, wanted: Callable[[Cell], bool]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    groups: dict[str, list[str]] = {}
    for slot, cell in context.cells:
        if wanted(cell):
            groups.setdefault(slot.table, []).append(cell.name)
    for table, names in groups.items():
        yield table, tuple(names)


def _finding(rule: Rule, message: str, *names: str) -> Finding:
    return Finding(rule.id, FindingKind.VALUE, rule.severity, message, names)
