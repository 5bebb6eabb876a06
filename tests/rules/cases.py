"""What the cases of the catalogue are made of: a report, and that of the year before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from desktop.report.model import Observation, ObservationKind, Report, read_cell
from desktop.report.values import Measure, Number
from tests.builders import FORM_2019
from tests.rules.prose import AGENCY, complete_report, said, sentence

Values = Mapping[str, Number | str]


@dataclass(frozen=True)
class Case:
    """A report, and that of the year before."""

    report: Report
    previous: Report | None = None


def of(values: Values, before: Values | None = None) -> Case:
    """This year's cells, and last year's."""
    previous = None if before is None else complete_report(values=before, year=2023)
    return Case(complete_report(values=values), previous)


def told(*texts: str, values: Values | None = None) -> Case:
    """Sentences of section 一 under 依申请公开情况."""
    return Case(complete_report(said(*texts), values))


def part(number: int, *texts: str, values: Values | None = None) -> Case:
    """A whole section."""
    return Case(complete_report({number: texts}, values))


def observed(kind: ObservationKind) -> Case:
    """Something that reading noticed."""
    seen = Observation(kind, "applications", expected="一", printed="二", cells=(NEW,))
    report = complete_report()
    if kind in (ObservationKind.MISSING_ROW, ObservationKind.UNREAD):
        report = report.without_cell(NEW)
    return Case(replace(report, observations=(seen,)))


def old_form(values: Values, before: Values | None = None) -> Case:
    """Reports in the form of 2019."""
    last = None if before is None else complete_report(values=before, form=FORM_2019, year=2019)
    return Case(complete_report(values=values, form=FORM_2019, year=2020), last)


def without(*names: str) -> Case:
    """Cells that the page lacks."""
    report = complete_report()
    for name in names:
        report = report.without_cell(name)
    return Case(report, complete_report(year=2023))


def dated(day: str, agency: str | None = AGENCY) -> Case:
    """A report with this date below it."""
    return Case(replace(complete_report(agency=agency), closing=(sentence(day),)))


def doubtful() -> Case:
    """A cell whose reading is in doubt."""
    report = complete_report()
    cell = replace(report.cells[NEW], doubt="数字断成两行")
    return Case(report.with_cell(cell))


def in_yuan(text: str) -> Case:
    """A fee below a header that counts 元."""
    report = complete_report()
    return Case(report.with_cell(read_cell(FEE, text, None, unit=Measure.YUAN)))


FEE: Final = "proactive.fee.amount"
PLAIN: Final = Case(complete_report(), complete_report(year=2023))
SILENT_TEXT: Final = Case(replace(complete_report(), sections=()))
NO_LAST_YEAR: Final = Case(complete_report())
NO_YEAR: Final = Case(replace(complete_report(), year=None))
YEAR_FIRST: Final = "2024年云山市林业局政府信息公开工作年度报告"
LONG: Final = "我局坚持公开为民，认真做好各项工作。" * 60

NEW: Final = "applications.new.total"
IN, OUT = "applications.carried_in.total", "applications.carried_out.total"
TOTAL: Final = "applications.total.total"
REVIEW, DIRECT = "disputes.review.total", "disputes.direct.total"
PERMIT: Final = "proactive.permit.decisions"
ISSUED, REPEALED, VALID = (
    f"proactive.normative.{column}" for column in ("issued", "repealed", "in_force")
)
SAME: Final[Values] = {PERMIT: 3, "proactive.penalty.decisions": 4, ISSUED: 2, VALID: 9}
