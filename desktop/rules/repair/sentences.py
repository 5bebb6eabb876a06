"""Root causes and problems in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from desktop.report.model import Report
from desktop.report.values import Number, Reading, format_number
from desktop.rules.labels import cell_words
from desktop.rules.repair.causes import Cause, Explanation
from desktop.rules.repair.ledger import magnitude
from desktop.rules.repair.slips import WORDS, Slip

NO_ROW: Final = "等式不能定位到行"
NO_COLUMN: Final = "等式不能定位到列"
NO_CELL: Final = "等式不能确定错在哪一格"
# A sentence with more does not read.
_MOST_CAUSES: Final = 4


def explanation_sentence(
    explanation: Explanation, report: Report, equations: int, *, decided: bool
) -> str:
    """What is wrong and what it should be: `表三“总计”行“自然人”列应为 44（现为 47）：改后 …`.

    Args:
        explanation: the root causes.
        report: as it stands.
        equations: how many equations hold afterwards that did not, or could not be checked.
        decided: whether the text or another report decided between this and others.
    """
    causes = _causes_words(explanation.causes, report)
    after = f"改后 {equations} 条等式同时成立" if equations > 1 else "改后等式成立"
    evidence = ""
    if explanation.said:
        values = explanation.cells
        said = dict.fromkeys(format_number(values[name]) for name in explanation.said)
        evidence = f"；正文或上年报告也作 {'、'.join(said)}"
    if decided:
        evidence += "，据此判断" if evidence else "；按正文或上年报告中的数取舍"
    return f"{causes}：{after}{evidence}"


def ambiguity(alternatives: Sequence[Explanation], report: Report) -> str:
    """Why arithmetic cannot tell the alternatives apart: which row, which column, or neither."""
    slots = report.form.slots()
    columns, rows = set(), set()
    for alternative in alternatives:
        changes = [
            (slots[name], value - (report.value(name) or 0))
            for name, value in alternative.cells.items()
        ]
        by_column = Counter((slot.table, slot.column.id, change) for slot, change in changes)
        by_row = Counter((slot.table, slot.row.id, change) for slot, change in changes)
        columns.add(frozenset(by_column.items()))
        rows.add(frozenset(by_row.items()))
    if len(columns) == 1 < len(rows):
        return NO_ROW
    if len(rows) == 1 < len(columns) and len(alternatives[0].cells) > 1:
        return NO_COLUMN
    return NO_CELL


def ambiguous_sentence(alternatives: Sequence[Explanation], report: Report, listed: int) -> str:
    """The problem as a whole where several explanations do as well as each other."""
    why = ambiguity(alternatives, report)
    count = len(alternatives)
    shown = f"列出 {listed} 种可能" if listed else f"可能的改法有 {count} 种，不逐一列出"
    if why is NO_ROW:
        return f"{_columns_words(alternatives[0], report)}，{why}：{shown}，请对照原文逐行核对"
    if all(_is_entry_of_no_result(each, report) for each in alternatives):
        shown += "，也可能是办理结果中的某一行连同各合计一起漏计，不能定位到行"
    likely = ""
    if listed and _is_empty_sum(alternatives[0]):
        ((name, _),) = alternatives[0].causes[0].cells
        cell = cell_words(report.form.slots()[name])
        likely = f"，其中{cell}{_printed(report, name)}，最可能是它漏填"
    return f"{why}：{shown}{likely}"


def unexplained_sentence(equations: int) -> str:
    """Nothing short explains these equations."""
    return (
        f"有 {equations} 条等式不成立，少数几格的改动解释不了，"
        "可能多处有误或整行、整列错位，请对照原文逐格核对"
    )


def _causes_words(causes: Sequence[Cause], report: Report) -> str:
    if len(causes) <= _MOST_CAUSES:
        return "；".join(_cause_words(cause, report) for cause in causes)
    if all(cause.slip is Slip.EMPTY_SUM for cause in causes):
        slots = report.form.slots()
        shown = "、".join(
            f"{cell_words(slots[name])}应为 {format_number(right)}"
            for cause in causes[:2]
            for name, right in cause.cells
        )
        return f"有 {len(causes)} 格合计没有填，如{shown}"
    shown = "；".join(_cause_words(cause, report) for cause in causes[:_MOST_CAUSES])
    return f"{shown}；等 {len(causes)} 处"


def _cause_words(cause: Cause, report: Report) -> str:
    slots = report.form.slots()
    if len(cause.cells) == 1:
        ((name, right),) = cause.cells
        return _single_words(cause.slip, name, right, report)
    (one, right_one), (other, right_other) = cause.cells
    first, second = cell_words(slots[one]), cell_words(slots[other])
    change = right_one - (report.value(one) or 0)
    amount, figures = (
        format_number(magnitude(change)),
        (
            f"应为 {format_number(right_one)} 和 {format_number(right_other)}"
            f"（现为 {_figure(report, one)} 和 {_figure(report, other)}）"
        ),
    )
    if cause.slip is Slip.SWAPPED:
        return f"{first}与{second}的数像是填反了，{figures}"
    if cause.slip is Slip.TOTALS:
        return f"{first}与{second}的合计像是都没有更新，{figures}"
    if cause.slip is Slip.ENTRY:
        return f"{first}与{second}像是同时{'漏填' if change > 0 else '多计'} {amount}，{figures}"
    source, target = (second, first) if change > 0 else (first, second)
    if cause.slip is Slip.MOVED:
        return f"{source}的 {amount} 像是应填在{target}，{figures}"
    return f"{source}像是多计了应计入{target}的 {amount}，{figures}"


def _single_words(slip: Slip, name: str, right: Number, report: Report) -> str:
    cell = cell_words(report.form.slots()[name])
    figure = format_number(right)
    if slip is Slip.UNREAD:
        return f"{cell}没有数字（原文“{report.cells[name].text}”），按等式推算应为 {figure}"
    guess = f"，{WORDS[slip]}" if slip in WORDS else ""
    return f"{cell}应为 {figure}（{_printed(report, name)}{guess}）"


def _printed(report: Report, name: str) -> str:
    return (
        f"现为{_figure(report, name)}"
        if _is_blank(report, name)
        else (f"现为 {_figure(report, name)}")
    )


def _figure(report: Report, name: str) -> str:
    cell = report.cells[name]
    if _is_blank(report, name):
        return f"“{cell.text.strip()}”" if cell.text.strip() else "空白"
    return cell.text if cell.value is None else format_number(cell.value)


def _is_blank(report: Report, name: str) -> bool:
    return report.cells[name].reading is Reading.BLANK


def _is_empty_sum(explanation: Explanation) -> bool:
    """Whether the cause is a sum printed as 0 or left blank."""
    return len(explanation.causes) == 1 and explanation.causes[0].slip is Slip.EMPTY_SUM


def _is_entry_of_no_result(explanation: Explanation, report: Report) -> bool:
    """Whether an entry is missing or too many, and not among the rows of results."""
    slots = report.form.slots()
    return all(
        cause.slip is Slip.ENTRY and not any(slots[name].row.detail for name, _ in cause.cells)
        for cause in explanation.causes
    )


def _columns_words(explanation: Explanation, report: Report) -> str:
    """`表三“自然人”列、“总计”列像是同时漏填 3`: an explanation without its rows."""
    slots = report.form.slots()
    parts = []
    for name, right in explanation.cells.items():
        change = right - (report.value(name) or 0)
        column = cell_words(slots[name]).rpartition("行")[2]
        parts.append(f"{column}{'少' if change > 0 else '多'} {format_number(magnitude(change))}")
    table = cell_words(slots[next(iter(explanation.cells))]).partition("“")[0]
    return f"{table}{'、'.join(dict.fromkeys(parts))}"
