"""Why a parent's sums are not certain, though its reports are."""

from __future__ import annotations

from desktop.rules.office import GOVERNMENTS, office_of
from desktop.sets.addends import has_more
from desktop.sets.names import region_of
from desktop.sets.remarks import named
from desktop.sets.report_set import ReportSet


def is_government(unit: str) -> bool:
    """Whether an office's report is that of a region: a department has cases of its own."""
    return office_of(unit) in GOVERNMENTS


def doubts_about(reports: ReportSet, parent: str) -> tuple[str, ...]:
    """Why who is below a parent, or which report is its own, is not certain; in words."""
    found = []
    if any(unit.parent_is_guess for unit in reports.roster.children_of(parent)):
        found.append("上级单位是按名称推测的")
    elif not reports.roster.parents_are_sure:
        found.append("单位名单的上级单位有误，请先改正")
    if has_more(reports, parent):
        found.append("本单位另有文件待读取或待确认")
    region = region_of(parent)
    near = [
        report.agency
        for report in reports.unlisted
        if region and report.year == reports.year and region_of(report.agency) == region
    ]
    if near:
        found.append(f"名单外的{named(list(dict.fromkeys(near)))}可能属于它")
    return tuple(found)
