"""Reports made for tests: right ones at random, and ones with given values."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from desktop.geometry import Box
from desktop.report.form import Form, form_of
from desktop.report.model import Report, Source, read_cell
from desktop.report.values import Number, format_number

FORM_2021: Form = form_of({"applications": "applications-2021", "proactive": "proactive-2021"})
FORM_MIXED: Form = form_of({"applications": "applications-2019", "proactive": "proactive-2021"})
FORM_2019: Form = form_of({"applications": "applications-2019", "proactive": "proactive-2019"})

_ORGANS = ("natural", "enterprise", "research", "social", "legal", "other")


def report_of(values: Mapping[str, Number | str], form: Form = FORM_2021) -> Report:
    """A report with these values, the others 0; a str is printed as it is."""
    cells = {}
    for index, name in enumerate(form.slots()):
        value = values.get(name, 0)
        text = value if isinstance(value, str) else format_number(value)
        box = Box(100.0, 10.0 * (index % 80), 120.0, 10.0 * (index % 80) + 8)
        cells[name] = read_cell(name, text, Source(1 + index // 80, box))
    return Report(form, cells, agency="云山市林业局", year=2024, pages=3)


def right_values(random: Random, form: Form = FORM_2021, most: int = 60) -> dict[str, Number]:
    """Random values that satisfy every equation of the form."""
    values: dict[str, Number] = dict.fromkeys(form.slots(), 0)
    applications = form.table("applications").blocks[0]
    details = [row.id for row in applications.rows if row.detail]
    for organ in _ORGANS:
        for row in details:
            if random.random() < 0.5:
                values[f"applications.{row}.{organ}"] = random.randrange(most)
        total = sum(int(values[f"applications.{row}.{organ}"]) for row in details)
        carried_out = random.randrange(6)
        carried_in = random.randrange(min(6, total + carried_out) + 1)
        values[f"applications.total.{organ}"] = total
        values[f"applications.carried_out.{organ}"] = carried_out
        values[f"applications.carried_in.{organ}"] = carried_in
        values[f"applications.new.{organ}"] = total + carried_out - carried_in
    for line in applications.rows:
        values[f"applications.{line.id}.total"] = sum(
            int(values[f"applications.{line.id}.{organ}"]) for organ in _ORGANS
        )
    for path in ("review", "direct", "after_review"):
        parts = [random.randrange(8) for _ in range(4)]
        for outcome, part in zip(("upheld", "corrected", "other", "pending"), parts, strict=True):
            values[f"disputes.{path}.{outcome}"] = part
        values[f"disputes.{path}.total"] = sum(parts)
    return values


def going_on(values: Mapping[str, Number]) -> dict[str, Number]:
    """The values with 结转 in and out alike, so that every year may follow on every other."""
    same = dict(values)
    for column in (*_ORGANS, "total"):
        same[f"applications.carried_in.{column}"] = same[f"applications.carried_out.{column}"]
        done = same[f"applications.total.{column}"]
        same[f"applications.new.{column}"] = done
    return same
