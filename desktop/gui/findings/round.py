"""The round through all findings: on to the next, across reports."""

from __future__ import annotations

from desktop.gui.reports.desk import Desk


def go(desk: Desk, step: int) -> bool:
    """Select the next (`step` 1) or previous (-1) finding; False where there is none."""
    places = [
        (entry, position) for entry in desk.entries for position in range(len(entry.index.findings))
    ]
    if not places:
        return False
    entry, position = places[_next(desk, step, len(places))]
    desk.turn_to(entry)
    desk.point(position)
    return True


def _next(desk: Desk, step: int, total: int) -> int:
    """Where to go, counted over all reports; round at the end."""
    before = 0
    for entry in desk.entries:
        if entry is desk.current:
            break
        before += len(entry.index.findings)
    here = None if desk.current is None else desk.current.index.position_like(desk.finding)
    if here is not None:
        return (before + here + step) % total
    return before % total if step > 0 else (before - 1) % total
