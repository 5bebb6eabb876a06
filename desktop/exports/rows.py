"""What a review says, as rows of plain values: for CSV, and for the lists of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.report.model import Cell
from desktop.report.values import Number
from desktop.review.changes import Step
from desktop.review.judgement import Decision
from desktop.review.resolved import ResolvedProblem
from desktop.review.review import Review
from desktop.rules.finding import Finding
from desktop.rules.labels import cell_words, table_word
from desktop.rules.messages import finding_place, unchecked_lines

Value = str | Number | None
"""a spreadsheet cell"""

_CELL_HEAD: Final = ("编号", "表", "行", "列", "原文", "原值", "更正值", "页码", "问题", "报告")
CELL_HEAD: Final = (*_CELL_HEAD, "原因", "处理", "备注")
FINDING_HEAD: Final = (
    "序号", "程度", "规则", "说明", "位置", "依据", "报告", "处理", "备注", "核对人", "时间"
)  # fmt: skip
EDIT_HEAD: Final = (
    "序号", "位置", "原文", "原值", "更正值", "页码", "报告", "原因", "核对人", "时间"
)  # fmt: skip


def report_name(review: Review) -> str:
    """`云山市林业局 2024`; the file's name where the page does not tell."""
    parts = [review.report.agency, str(review.report.year or "")]
    return " ".join(part for part in parts if part) or review.path.stem


def cell_rows(review: Review) -> Iterator[tuple[Value, ...]]:
    """One row for each cell of the form, in printed order, missing ones included."""
    problems: dict[str, list[str]] = {}
    handled: dict[str, list[str]] = {}
    for finding in review.checked.findings:
        for name in dict.fromkeys(finding.cells):
            problems.setdefault(name, []).append(finding.message)
            handled.setdefault(name, []).append(handling(review, finding))
    for problem in review.resolved():
        for name in problem.edits:
            problems.setdefault(name, []).append(problem.sentence)
            handled.setdefault(name, []).append(_resolved_words(problem))
    for name, slot in review.report.form.slots().items():
        printed = review.printed_cell(name)
        yield (
            name,
            table_word(slot.table),
            "·".join(slot.row.label),
            "·".join(slot.column.label),
            "" if printed is None else printed.text,
            None if printed is None else printed.value,
            _value(review.cell(name)),
            _page(printed),
            "；".join(problems.get(name, ())),
            report_name(review),
            cause(review, name) if review.is_edited(name) else "",
            "；".join(dict.fromkeys(handled.get(name, ()))),
            review.remark,
        )


def finding_rows(review: Review) -> Iterator[tuple[Value, ...]]:
    """One row for each finding and for each problem of the page that edits resolved.

    Then one for each cause why something could not be checked.
    """
    checked, resolved = review.checked, review.resolved()
    for number, finding in enumerate(checked.findings, 1):
        handled, decision = handling(review, finding), review.decision_on(finding)
        yield _finding_row(review, number, finding, finding.message, handled, decision)
    for number, problem in enumerate(resolved, len(checked.findings) + 1):
        handled, decision = _resolved_words(problem), problem.decision
        first = problem.findings[0]
        yield _finding_row(review, number, first, problem.in_words, handled, decision)
    causes = unchecked_lines(checked.unchecked)
    for number, (item, stopped) in enumerate(causes, len(checked.findings) + len(resolved) + 1):
        listed = "、".join(stopped)
        name = report_name(review)
        yield (number, "未能核对", listed, item.reason, "", "", name, "", review.remark, "", "")


def _finding_row(
    review: Review,
    number: int,
    finding: Finding,
    message: str,
    handled: str,
    decision: Decision | None,
) -> tuple[Value, ...]:
    rule = review.rules.rules.get(finding.rule)
    return (
        number,
        finding.severity.word,
        finding.rule if rule is None else f"{rule.id} {rule.name}",
        message,
        finding_place(finding, review.report),
        "" if rule is None else rule.basis,
        report_name(review),
        handled,
        review.remark,
        *_signed(decision),
    )


def edit_rows(review: Review) -> Iterator[tuple[Value, ...]]:
    """One row for each cell that a person changed."""
    slots = review.report.form.slots()
    for number, (name, (printed, now)) in enumerate(review.edited().items(), 1):
        yield (
            number,
            cell_words(slots[name]),
            "（原文没有这一格）" if printed is None else printed.text,
            _value(printed),
            _value(now),
            _page(printed),
            report_name(review),
            cause(review, name),
            *_signed(_last_step(review, name)),
        )


def _last_step(review: Review, name: str) -> Step | None:
    """The step that gave a cell the value it has."""
    changed = (step for step in reversed(review.history) if any(e.name == name for e in step.edits))
    return next(changed, None)


def _signed(by: Step | Decision | None) -> tuple[str, str]:
    """Who did something, and when: `2025-01-20 09:30`."""
    return ("", "") if by is None else (by.author, by.time[:16].replace("T", " "))


def handling(review: Review, finding: Finding) -> str:
    """What a person said of a finding: `按原样接受：已核实`, `填报有误`; else `未处理`."""
    decision = review.decision_on(finding)
    return "未处理" if decision is None else _decision_words(decision)


def _decision_words(decision: Decision) -> str:
    reason = f"：{decision.reason}" if decision.reason else ""
    return f"{decision.verdict.word}{reason}"


def _resolved_words(problem: ResolvedProblem) -> str:
    """`填报有误，已更正`; where nobody said whose mistake it was, that."""
    if problem.decision is None:
        return "已更正，未注明原因"
    return f"{_decision_words(problem.decision)}，已更正"


def cause(review: Review, name: str) -> str:
    """Why a cell was changed: `填报有误` or `读取有误`; `未注明` where nobody said."""
    verdict = review.cause_of(name)
    return "未注明" if verdict is None else verdict.word


def _value(cell: Cell | None) -> Value:
    """The number; the text where it is none, so that nothing printed is lost."""
    if cell is None:
        return None
    return cell.text if cell.value is None else cell.value


def _page(cell: Cell | None) -> Value:
    return None if cell is None or cell.source is None else cell.source.page
