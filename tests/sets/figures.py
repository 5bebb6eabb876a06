"""The figures and texts of made-up reports, right by every rule on one report."""

from __future__ import annotations

import random
from collections.abc import Mapping

from desktop.report.values import Number
from tests.builders import FORM_2021

Values = dict[str, Number]

ORGANS = ("natural", "enterprise", "research", "social", "legal", "other")
COLUMNS = (*ORGANS, "total")
_ADDING_ROWS = ("permit", "penalty", "coercion", "fee")
ADDING = tuple(
    name
    for name in FORM_2021.slots()
    if not name.startswith("proactive.") or name.split(".")[1] in _ADDING_ROWS
)
_DETAILS = [row.id for row in FORM_2021.table("applications").blocks[0].rows if row.detail]
_TEXT_CHARACTERS = "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))


def values_of_year(rng: random.Random, last: Mapping[str, Number]) -> Values:
    """Right tables that go on where last year's ended."""
    values: Values = dict.fromkeys(FORM_2021.slots(), 0)
    most = rng.choice((0, 3, 8, 40))
    for organ in ORGANS:
        for row in _DETAILS:
            if rng.random() < 0.25:
                values[f"applications.{row}.{organ}"] = rng.randint(0, most)
        out = rng.randint(0, most // 4)
        carried = int(last.get(f"applications.carried_out.{organ}", 0))
        done = sum(int(values[f"applications.{row}.{organ}"]) for row in _DETAILS)
        more = max(0, carried - done - out)
        values[f"applications.granted.{organ}"] = (
            int(values[f"applications.granted.{organ}"]) + more
        )
        values[f"applications.total.{organ}"] = done + more
        values[f"applications.carried_in.{organ}"] = carried
        values[f"applications.carried_out.{organ}"] = out
        values[f"applications.new.{organ}"] = done + more + out - carried
    for path in ("review", "direct", "after_review"):
        for outcome in ("upheld", "corrected", "other", "pending"):
            values[f"disputes.{path}.{outcome}"] = rng.randint(0, 5)
    for kind in ("permit", "penalty", "coercion"):
        values[f"proactive.{kind}.decisions"] = rng.randint(0, 500)
    values["proactive.fee.amount"] = rng.randint(0, 900)
    before = int(last.get("proactive.normative.in_force", rng.randint(10, 60)))
    issued, repealed = rng.randint(0, 9), rng.randint(0, 9)
    values["proactive.normative.issued"] = issued
    values["proactive.normative.repealed"] = repealed
    values["proactive.normative.in_force"] = before + issued - repealed
    return _with_totals(values)


def _with_totals(values: Values) -> Values:
    for row in FORM_2021.table("applications").blocks[0].rows:
        cells = [int(values[f"applications.{row.id}.{organ}"]) for organ in ORGANS]
        values[f"applications.{row.id}.total"] = sum(cells)
    for path in ("review", "direct", "after_review"):
        outcomes = ("upheld", "corrected", "other", "pending")
        values[f"disputes.{path}.total"] = sum(
            int(values[f"disputes.{path}.{outcome}"]) for outcome in outcomes
        )
    return values


def break_chain(rng: random.Random, values: Values) -> None:
    if rng.random() < 0.4:
        values["proactive.normative.in_force"] += rng.randint(1, 9)
        return
    organ, more = rng.choice(ORGANS), rng.randint(1, 9)
    # The balance of the column still holds.
    for row in ("carried_in", "granted", "total"):
        values[f"applications.{row}.{organ}"] += more
    _with_totals(values)


def shift(rng: random.Random, values: Values) -> None:
    """Count some applications more in one column, with the table's own sums right."""
    organ, more = rng.choice(ORGANS), rng.randint(1, 9)
    for row in ("new", "total", rng.choice(_DETAILS)):
        values[f"applications.{row}.{organ}"] += more
    _with_totals(values)


def summed(own: Values, units: Mapping[str, Values]) -> Values:
    """A parent's figures: what adds up from its units, the rest its own."""
    for name in ADDING:
        own[name] = sum((values[name] for values in units.values()), 0)
    return own


def made_text(rng: random.Random) -> tuple[str, ...]:
    return tuple(
        "".join(rng.choices(_TEXT_CHARACTERS, k=rng.randint(15, 50))) + "。" for _ in range(20)
    )


def copied_text(rng: random.Random, text: tuple[str, ...]) -> tuple[str, ...]:
    kept = [sentence for sentence in text if rng.random() < 0.9]
    return (*kept, "".join(rng.choices(_TEXT_CHARACTERS, k=20)) + "。")
