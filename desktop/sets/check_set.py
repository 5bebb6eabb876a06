"""A report set and the rules to everything that is said of it: the one entry to its checks."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop.files.libraries import load_pandas
from desktop.report.form import form_expected
from desktop.report.values import Number
from desktop.rules.finding import Severity
from desktop.rules.rule import Rule, RuleSet
from desktop.sets.frame import total_of
from desktop.sets.remarks import (
    correction_remarks,
    parent_remarks,
    totals_lack,
    unchecked_remarks,
    year_remarks,
)
from desktop.sets.report_set import ReportSet
from desktop.sets.series import series_findings
from desktop.sets.set_check import SET_CHECKS, SetContext
from desktop.sets.set_finding import SetFinding
from desktop.sets.states import UnitState, unit_states
from desktop.sets.sums import adding_cells, in_common

_ORDER: Final = {severity: index for index, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class SetChecked:
    """Everything the rules say about a set, the worst first.

    `states` are by unit. `totals` are the sums over the units without subordinates, by cell;
    `totals_lack` are the units whose figures are not in them, or not all, with the reason.
    `unchecked` says what could not be checked, and why: rules on the set and on its reports.
    """

    reports: ReportSet
    findings: tuple[SetFinding, ...]
    states: Mapping[str, UnitState]
    totals: Mapping[str, Number]
    unchecked: tuple[str, ...] = ()
    totals_lack: tuple[tuple[str, str], ...] = ()


def check_set(reports: ReportSet, rules: RuleSet) -> SetChecked:
    """Everything that the rules in force say about the reports of a set beside each other.

    A rule that fails to run is named as unchecked; it never stops the others.

    Raises:
        LibraryError: pandas cannot be loaded.
    """
    load_checks()
    context = SetContext(reports)
    findings = list(series_findings(reports))
    unchecked = [
        *year_remarks(reports),
        *correction_remarks(reports),
        *unchecked_remarks(reports),
    ]
    for rule in rules.of_set():
        try:
            findings += _run(rule, context)
        except Exception as error:  # one rule must not end the check
            logging.getLogger(__name__).exception("rule %s failed", rule.id)
            unchecked.append(f"{rule.id} 规则“{rule.name}”运行出错，未能核对（{error}）")
    places = {unit.name: at for at, unit in enumerate(reports.roster.units)}
    findings.sort(key=lambda f: (_ORDER[f.severity], places.get(f.unit, -1), f.rule))
    leaves = [unit.name for unit in reports.roster.leaves()]
    sums = {} if context.frame.empty else total_of(context.frame, leaves, reports.year)
    adding = _adding(reports, rules)
    added = {name: sums[name] for name in adding if name in sums}
    unchecked += parent_remarks(reports, adding) if reports.year else ()
    return SetChecked(
        reports,
        tuple(findings),
        unit_states(reports, findings),
        added,
        tuple(unchecked),
        tuple(totals_lack(reports, adding)),
    )


def load_checks() -> None:
    """Have every check on sets registered.

    Raises:
        LibraryError: pandas, which they need, cannot be loaded.
    """
    load_pandas()
    # They register themselves; named, so that whoever makes the executable sees them.
    from desktop.sets import alike, office_names, submission, sums  # noqa: F401


def _run(rule: Rule, context: SetContext) -> list[SetFinding]:
    check = SET_CHECKS.get(rule.check or "")
    if check is None:
        raise LookupError(f"没有 {rule.check} 这种检查")
    return list(check(context, rule))


def _adding(reports: ReportSet, rules: RuleSet) -> tuple[str, ...]:
    """The cells that add up over offices, of the form in force that year, as all have them."""
    form = form_expected(reports.year)
    named = (r for r in rules.rules.values() if r.check == "sums_of_units")
    rows = next((rule.parameters["rows"] for rule in named), ())
    leaves = reports.roster.leaves()
    used = [report.form for unit in leaves for report in reports.of(unit.name)]
    return in_common(adding_cells(form.slots(), rows), used)
