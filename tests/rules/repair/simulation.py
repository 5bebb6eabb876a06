"""Right reports at random, in two styles, and what goes wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from desktop.report.form import Form
from desktop.report.values import Number
from tests.builders import FORM_2021, right_values

Values = dict[str, Number]
ORGANS = ("natural", "enterprise", "research", "social", "legal", "other")
_ORGAN_WEIGHTS = (70, 18, 1, 2, 5, 4)
PATHS = ("review", "direct", "after_review")
OUTCOMES = ("upheld", "corrected", "other", "pending")


def details(form: Form) -> list[str]:
    return [row.id for row in form.table("applications").blocks[0].rows if row.detail]


def cell(row: str, column: str) -> str:
    return f"applications.{row}.{column}"


def names_of(form: Form, table: str) -> list[str]:
    return [slot.name for slot in form.table(table).slots()]


def has_entries(values: Values, form: Form) -> bool:
    return any(values[cell(row, organ)] for row in details(form) for organ in ORGANS)


def full_values(random: Random, form: Form = FORM_2021) -> Values:
    """Every second cell filled, figures up to 60."""
    return right_values(random, form)


def sparse_values(random: Random, form: Form = FORM_2021) -> Values:
    """As offices have them: a handful to a few dozen applications, nearly all cells 0."""
    values: Values = dict.fromkeys(form.slots(), 0)
    rows = details(form)
    weights = [random.choice((0, 0, 1, 2, 12)) for _ in rows]
    weights[0] = 20
    applications = random.choice((1, 3, 8, 20, 45, 120))
    for organ in random.choices(ORGANS, _ORGAN_WEIGHTS, k=applications):
        (row,) = random.choices([*rows, "carried_out"], [*weights, 3])
        values[cell(row, organ)] += 1
        values[cell("carried_in" if random.random() < 0.05 else "new", organ)] += 1
    for organ in ORGANS:
        values[cell("total", organ)] = sum(values[cell(row, organ)] for row in rows)
    for line in form.table("applications").blocks[0].rows:
        values[cell(line.id, "total")] = sum(values[cell(line.id, organ)] for organ in ORGANS)
    for path in PATHS:
        parts = [random.choice((0, 0, 0, 0, 1, 2, 5)) for _ in OUTCOMES]
        for outcome, part in zip(OUTCOMES, parts, strict=True):
            values[f"disputes.{path}.{outcome}"] = part
        values[f"disputes.{path}.total"] = sum(parts)
    return values


def _wrong_digit(random: Random, value: int) -> int:
    digits = list(str(value))
    place = random.randrange(len(digits))
    digits[place] = random.choice("0123456789".replace(digits[place], ""))
    return int("".join(digits))


def _lost_digit(random: Random, value: int) -> int:
    digits = str(value)
    place = random.randrange(len(digits))
    return int(digits[:place] + digits[place + 1 :] or "0")


def _doubled_digit(random: Random, value: int) -> int:
    digits = str(value)
    place = random.randrange(len(digits))
    return int(digits[:place] + digits[place] + digits[place:])


def _transposed(random: Random, value: int) -> int:
    digits = str(value)
    place = random.randrange(max(len(digits) - 1, 1))
    return int(digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :])


def _left_out(random: Random, value: int) -> int:
    return 0


def _other(random: Random, value: int) -> int:
    return random.randrange(100)


SLIPS: Mapping[str, Callable[[Random, int], int]] = {
    "digit": _wrong_digit,
    "lost": _lost_digit,
    "doubled": _doubled_digit,
    "transposed": _transposed,
    "left out": _left_out,
    "other": _other,
}


def spoil(random: Random, values: Values, names: list[str], count: int = 1) -> Values:
    """A copy with so many wrong cells among `names`, each by a slip of its own."""
    spoilt = dict(values)
    wrong: set[str] = set()
    while len(wrong) < count:
        name = random.choice(names)
        slip = SLIPS[random.choice(list(SLIPS))]
        value = slip(random, int(values[name]))
        if name not in wrong and value != values[name]:
            spoilt[name] = value
            wrong.add(name)
    return spoilt


def omit_entry(random: Random, values: Values, form: Form = FORM_2021) -> Values:
    """A copy in which one entry is missing from its cell and its row's sum."""
    filled = [(row, organ) for row in details(form) for organ in ORGANS if values[cell(row, organ)]]
    row, organ = random.choice(filled)
    amount = random.randint(1, int(values[cell(row, organ)]))
    omitted = dict(values)
    for name in (cell(row, organ), cell(row, "total")):
        omitted[name] = values[name] - amount
    return omitted


def move_entry(random: Random, values: Values, form: Form = FORM_2021) -> Values:
    """A copy in which two neighbouring cells have each other's figures."""
    rows = details(form)
    pairs = [
        (cell(row, organ), cell(rows[below], ORGANS[beside]))
        for down, row in enumerate(rows)
        for across, organ in enumerate(ORGANS)
        for below, beside in ((down + 1, across), (down, across + 1))
        if below < len(rows) and beside < len(ORGANS)
    ]
    one, other = random.choice([(a, b) for a, b in pairs if values[a] != values[b]])
    return {**values, one: values[other], other: values[one]}


def wrong_cells(right: Values, spoilt: Values) -> Values:
    """The right values of the cells that differ."""
    return {name: right[name] for name in right if right[name] != spoilt[name]}
