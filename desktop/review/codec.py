"""Cells, steps and decisions as JSON and back.

Numbers are never stored alone: a cell is read from its text again, by the same rules as on
the page. What is read here is of the version of today, see `formats`. A mistake in a file is a
`KeyError`, `TypeError` or `ValueError`; the readers of whole files turn it into a sentence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop.geometry import Box
from desktop.report.model import Cell, Origin, Source, read_cell, without_number
from desktop.report.values import Measure, format_number
from desktop.review.changes import Completion, Judgement, Remark, SettingAside, Step, StepChange
from desktop.review.edit import Edit
from desktop.review.formats import Json, JsonObject
from desktop.review.judgement import Decision, FindingKey, Verdict

_MOST_PAGES: Final = 10_000
_FARTHEST: Final = 1e6
"""points from the corner of a page, more than any has (ISO 32000, annex C: 14,400)"""

_KINDS: Final = {Remark: "remark", Completion: "completion", SettingAside: "set_aside"}
"""of the changes that are a text or a truth before and after"""


def cell_to_json(cell: Cell) -> Json:
    """A cell; `value` is for other programs to read."""
    source = cell.source
    return {
        "text": cell.text,
        "value": None if cell.value is None else format_number(cell.value),
        "page": None if source is None else source.page,
        "box": None if source is None else [round(side, 2) for side in source.box],
        "source": cell.origin.value,
        "doubt": cell.doubt,
        "unit": cell.unit.value,
    }


def cell_from_json(name: str, data: JsonObject) -> Cell:
    """A cell from its text and place."""
    source = None if data["page"] is None else _source(data["page"], data["box"])
    doubt = None if data["doubt"] is None else _text(data["doubt"])
    cell = read_cell(name, _text(data["text"]), source, doubt, Measure(data["unit"]))
    if data["value"] is None and cell.value is not None:
        cell = without_number(cell)
    return replace(cell, origin=Origin(data["source"]))


def step_to_json(step: Step) -> Json:
    """A step with all its changes."""
    changes = [_change_to_json(change) for change in step.changes]
    return {"author": step.author, "time": step.time, "changes": changes}


def step_from_json(data: JsonObject) -> Step:
    """A step with all its changes."""
    changes = tuple(_change_from_json(change) for change in data["changes"])
    return Step(changes, _text(data["author"]), _text(data["time"]))


def decision_to_json(key: FindingKey, decision: Decision) -> Json:
    """A decision with the finding it is on, as it stands at the end."""
    return {**_key_to_json(key), **(_decision_to_json(decision) or {})}


def _change_to_json(change: StepChange) -> Json:
    if isinstance(change, Edit):
        sides = (change.before, change.after)
        before, after = (None if cell is None else cell_to_json(cell) for cell in sides)
        return {"kind": "edit", "cell": change.name, "before": before, "after": after}
    if isinstance(change, Judgement):
        return {
            "kind": "judgement",
            **_key_to_json(change.key),
            "before": _decision_to_json(change.before),
            "after": _decision_to_json(change.after),
        }
    return {"kind": _KINDS[type(change)], "before": change.before, "after": change.after}


def _change_from_json(data: JsonObject) -> StepChange:
    kind, before, after = data["kind"], data["before"], data["after"]
    if kind == "edit":
        name = _text(data["cell"])
        cells = (None if side is None else cell_from_json(name, side) for side in (before, after))
        return Edit(name, *cells)
    if kind == "judgement":
        sides = (None if side is None else _decision_from_json(side) for side in (before, after))
        return Judgement(_key_from_json(data), *sides)
    if kind == "remark":
        return Remark(_text(before), _text(after))
    if kind == "set_aside":
        return SettingAside(_text(before), _text(after))
    if kind == "completion":
        return Completion(bool(before), bool(after))
    raise ValueError(kind)


def _key_to_json(key: FindingKey) -> Json:
    return {
        "rule": key.rule,
        "cells": list(key.cells),
        "texts": list(key.texts),
        "subject": key.subject,
    }


def _key_from_json(data: JsonObject) -> FindingKey:
    cells, texts = tuple(map(_text, data["cells"])), tuple(map(_text, data["texts"]))
    return FindingKey(_text(data["rule"]), cells, texts, _text(data["subject"]))


def _decision_to_json(decision: Decision | None) -> Json | None:
    if decision is None:
        return None
    return {
        "verdict": decision.verdict.value,
        "reason": decision.reason,
        "author": decision.author,
        "time": decision.time,
    }


def _decision_from_json(data: JsonObject) -> Decision:
    words = (_text(data[key]) for key in ("reason", "author", "time"))
    return Decision(Verdict(data["verdict"]), *words)


def _source(page: object, box: object) -> Source:
    """A place on a page: nothing that a page cannot have."""
    if not isinstance(page, int) or isinstance(page, bool) or not 1 <= page <= _MOST_PAGES:
        raise ValueError(page)
    if not isinstance(box, list) or len(box) != len(Box._fields):
        raise ValueError(box)
    if any(not isinstance(side, int | float) or isinstance(side, bool) for side in box):
        raise TypeError(box)
    if not all(abs(side) <= _FARTHEST for side in box):  # which NaN is not either
        raise ValueError(box)
    return Source(page, Box(*map(float, box)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
