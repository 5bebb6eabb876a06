"""The round through all findings: on to the next, across reports; and on to the next report."""

from __future__ import annotations

from desktop.gui.reports.desk import Desk
from desktop.gui.reports.entry import Entry, Stage


def go(desk: Desk, step: int) -> bool:
    """Select the next (`step` 1) or previous (-1) open finding; False where there is none.

    The one pointed at counts as a place to go on from, settled or not.
    """
    entries = desk.ordered()
    places = [(entry, position) for entry in entries for position in _open(entry)]
    if not places:
        return False
    order = {id(entry): number for number, entry in enumerate(entries)}
    here = (
        -1 if desk.current is None else order.get(id(desk.current), -1),
        desk.position if desk.position >= 0 else (-1 if step > 0 else 0),
    )
    keys = [(order[id(entry)], position) for entry, position in places]
    if step > 0:
        number = next((n for n, key in enumerate(keys) if key > here), 0)
    else:
        before = [n for n, key in enumerate(keys) if key < here]
        number = before[-1] if before else len(keys) - 1
    entry, position = places[number]
    desk.turn_to(entry)
    desk.point(position)
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
    """The findings of a report that wait for a person; none once it is done."""
    if entry.stage is Stage.DONE:
        return []
    return [position for position, is_open in enumerate(entry.index.open) if is_open]
