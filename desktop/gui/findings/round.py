"""The round through all findings: on to the next, across reports; and on to the next report."""

from __future__ import annotations

from desktop.gui.reports.desk import Desk
from desktop.gui.reports.entry import Entry, Stage


def go(desk: Desk, step: int) -> bool:
    """Select the next (`step` 1) or previous (-1) open finding; False where there is none.

    The one pointed at counts as a place to go on from, settled or not.
    """
    entries = desk.ordered()
    places = [(entry, row) for entry in entries for row in _open(entry)]
    if not places:
        return False
    order = {id(entry): number for number, entry in enumerate(entries)}
    here = (
        -1 if desk.current is None else order.get(id(desk.current), -1),
        _row(desk) if desk.position >= 0 else (-1 if step > 0 else 0),
    )
    keys = [(order[id(entry)], row) for entry, row in places]
    if step > 0:
        number = next((n for n, key in enumerate(keys) if key > here), 0)
    else:
        before = [n for n, key in enumerate(keys) if key < here]
        number = before[-1] if before else len(keys) - 1
    entry, row = places[number]
    desk.turn_to(entry)
    desk.point(entry.index.order[row])
    return True


def go_to_report(desk: Desk, step: int) -> bool:
    """Turn to the next or previous report, in the order of the list; False at its end."""
    entries = desk.ordered()
    if desk.current is None or desk.current not in entries:
        return False
    number = entries.index(desk.current) + step
    if not 0 <= number < len(entries):
        return False
    desk.turn_to(entries[number])
    return True


def _open(entry: Entry) -> list[int]:
    """Where in its list a report has findings that wait for a person; none once it is done."""
    if entry.stage is Stage.DONE:
        return []
    index = entry.index
    return [row for row, position in enumerate(index.order) if index.open[position]]


def _row(desk: Desk) -> int:
    """Where in the list the finding pointed at stands."""
    return -1 if desk.current is None else desk.current.index.order.index(desk.position)
