"""The versions of the files that work on reports is kept in, and each older one made today's.

A version says what a file holds; a change of that is a new version, with a converter from the
one before and a golden file in the tests. Nothing else reads what an older version wrote.

Reviews, `NAME.gouji`
    1   as described by `store`; cells have a "unit" only where a later program of this version
        wrote them. Before, a number stood as printed, which today is the unit 件.
    2   every cell has a "unit".
    3   "set_aside", and the change of that kind.

Journals
    1   without a line that names format and version; cells as in reviews of version 1. The
        first programs wrote in "open" whether the steps are saved, later ones how many are.
    2   such a line goes before all others; cells as in reviews of version 2; "saved" in "open"
        is how many of the steps are in a saved review, null for none.
    3   changes of the kind "set_aside"; "undone" in "open", which may lack.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

Json = dict[str, Any]
"""an object of a JSON file, to be written or made today's"""
JsonObject = Mapping[str, Any]
"""an object of a JSON file, before it is looked at what is in it"""

REVIEW: Final = "gouji-review"
REVIEW_VERSION: Final = 3
JOURNAL: Final = "gouji-journal"
JOURNAL_VERSION: Final = 3

WRONG: Final = (KeyError, TypeError, ValueError, AttributeError, IndexError)
"""what a file that is no such file raises while it is taken apart"""


def is_newer(version: object, known: int) -> bool:
    """Whether a file says that it has a version which this program does not know."""
    return not isinstance(version, int) or version > known


def review_of_today(data: Json) -> Json:
    """A saved review in the version of today.

    Args:
        data: the whole file, of a known version.

    Raises:
        KeyError, TypeError, ValueError, AttributeError, IndexError: it is none, see `WRONG`.
    """
    while data["version"] != REVIEW_VERSION:
        data = _REVIEWS[data["version"]](data)
    return data


def event_of_today(event: JsonObject, version: int) -> JsonObject:
    """An event of a journal in the version of today; errors as in `review_of_today`."""
    for step in range(version, JOURNAL_VERSION):
        event = _EVENTS[step](event)
    return event


def _review_1_to_2(data: Json) -> Json:
    readings = {name: _cell_1_to_2(cell) for name, cell in data["readings"].items()}
    steps = [_step_1_to_2(step) for step in data["steps"]]
    return {**data, "version": 2, "readings": readings, "steps": steps}


def _review_2_to_3(data: Json) -> Json:
    return {**data, "version": 3, "set_aside": ""}


def _event_2_to_3(event: JsonObject) -> JsonObject:
    return event


def _event_1_to_2(event: JsonObject) -> JsonObject:
    if event["event"] == "do":
        return {**event, "step": _step_1_to_2(event["step"])}
    if event["event"] == "open":
        steps, saved = [_step_1_to_2(step) for step in event["steps"]], event["saved"]
        if isinstance(saved, bool):
            saved = len(steps) if saved else None
        return {**event, "steps": steps, "saved": saved}
    return event


def _step_1_to_2(step: Json) -> Json:
    return {**step, "changes": [_change_1_to_2(change) for change in step["changes"]]}


def _change_1_to_2(change: Json) -> Json:
    if change["kind"] != "edit":
        return change
    sides = {side: change[side] for side in ("before", "after")}
    cells = {side: cell and _cell_1_to_2(cell) for side, cell in sides.items()}
    return {**change, **cells}


def _cell_1_to_2(cell: Json) -> Json:
    return {"unit": "件", **cell}


_REVIEWS: Final[Mapping[int, Callable[[Json], Json]]] = {
    1: _review_1_to_2,
    2: _review_2_to_3,
}
_EVENTS: Final[Mapping[int, Callable[[JsonObject], JsonObject]]] = {
    1: _event_1_to_2,
    2: _event_2_to_3,
}
