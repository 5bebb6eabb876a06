"""What is other in the workspace than it was."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.workspace.open_report import OpenReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Told once the workspace is as it will be: whoever follows looks there for what is now.

    The last four are of the report looked at.

    Args:
        added: reports that were not there before.
        read: reports that were just read, with what earlier work there was on them.
        lost: reports that were read before and cannot be any more.
        reports: reports whose readability, check, work or name may be another now.
        current: another report is looked at, or it is the same one read just now.
        findings: its cells, findings or decisions are others.
        cell: another cell is selected, or the same one has to be shown again.
        finding: another finding is selected, or the same one stands elsewhere.
    """

    added: tuple[OpenReport, ...] = ()
    read: tuple[OpenReport, ...] = ()
    lost: tuple[OpenReport, ...] = ()
    reports: tuple[OpenReport, ...] = ()
    current: bool = False
    findings: bool = False
    cell: bool = False
    finding: bool = False
