"""An outcome as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.batch.outcome import Outcome
from desktop.errors import ExitCode
from desktop.report.model import Report
from desktop.rules.finding import Checked, Severity
from desktop.rules.messages import finding_place


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """What came of one file: a head line, then one line for each finding."""
    report, checked = outcome.report, outcome.checked
    if report is None or checked is None:
        yield f"✖ {outcome.path}：无法读取。{outcome.reason}"
        return
    counts = _counts(checked)
    verdict = "，".join(f"{s.word} {counts[s]}" for s in Severity if counts[s]) or "未发现问题"
    blocking = [item for item in checked.unchecked if not item.expected]
    if blocking:
        verdict += f"，未能核对 {len(blocking)}"
    sign = next((s.sign for s in Severity if counts[s]), "✔")
    yield f"{sign} {outcome.path}：{_name(report)}（{report.form.name}），{verdict}"
    for finding in checked.findings:
        place = finding_place(finding, report)
        tail = f"  〔{place}〕" if place else ""
        yield f"    {finding.severity.sign} {finding.rule} {finding.message}{tail}"
    # What has one cause is one line, not one for each rule.
    causes: dict[str, list[str]] = {}
    for item in (*blocking, *(item for item in checked.unchecked if item.expected)):
        causes.setdefault(item.reason, []).append(item.rule)
    for reason, rules in causes.items():
        yield f"    ? {'、'.join(dict.fromkeys(rules))} {reason}"


def summary_line(codes: Sequence[ExitCode]) -> str:
    """`共 40 份：有错误 3 份，没有读出或没有读全 1 份`, from each file's exit code."""
    wrong = sum(code == ExitCode.ERRORS_FOUND for code in codes)
    unreadable = sum(code == ExitCode.UNREADABLE for code in codes)
    return f"共 {len(codes)} 份：有错误 {wrong} 份，没有读出或没有读全 {unreadable} 份"


def _name(report: Report) -> str:
    year = f"{report.year}年" if report.year else "年度不明"
    return f"{report.agency or '单位不明'} {year}"


def _counts(checked: Checked) -> Counter[Severity]:
    return Counter(finding.severity for finding in checked.findings)
