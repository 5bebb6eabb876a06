"""What an invented office reports: its name, its year, its numbers, and sums broken on purpose."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Final

from desktop.report.form import Form, ValueKind
from desktop.report.values import Number
from tests.builders import right_values

_FIRST: Final = "云清宁江青临白石永平东安南北昌丰和洪兴金"
_SECOND: Final = "源远屏林泽桥岭山海沙河阳泉水湖安川州城原"
_RANKS: Final = "市县区"
_OFFICES: Final = (
    "人民政府", "人民政府", "人民政府办公室", "教育局", "财政局", "水利局", "司法局",
    "农业农村局", "卫生健康委员会", "应急管理局", "市场监督管理局", "交通运输局",
    "退役军人事务局", "自然资源和规划局", "生态环境局",
)  # fmt: skip
# One-digit numbers, usual ones, and ones that need room.
_MOST: Final = (4, 9, 60, 400, 9000)
_LARGEST: Final = (0, 10, 999, 99999)


def office(random: Random, taken: set[str]) -> str:
    """The name of an office that does not exist, and that no other report is of."""
    while True:
        name = random.choice(_FIRST) + random.choice(_SECOND) + random.choice(_RANKS)
        name += random.choice(_OFFICES)
        if name not in taken:
            taken.add(name)
            return name


def figures(random: Random, form: Form, agency: str) -> dict[str, Number]:
    """Values that satisfy every equation and the rules on single cells."""
    values = right_values(random, form, most=random.choice(_MOST))
    for slot in form.table("proactive").slots():
        values[slot.name] = random.randrange(random.choice(_LARGEST) + 1)
        if slot.column.kind is ValueKind.AMOUNT and random.random() < 0.7:
            values[slot.name] = amount(random)
        elif slot.column.kind is ValueKind.CHANGE and random.random() < 0.4:
            values[slot.name] = -random.randrange(1, 40)
    for row in ("regulation", "normative"):
        _keep_in_force(values, f"proactive.{row}", allowed=may_regulate(agency, row))
    return values


def may_regulate(agency: str, row: str = "regulation") -> bool:
    """Whether an office may issue documents of this kind; 规章 only a city's government may."""
    return row != "regulation" or agency.endswith("市人民政府")


def _keep_in_force(values: dict[str, Number], row: str, *, allowed: bool) -> None:
    """What was issued and not repealed is in force; who may not issue has none."""
    for name in [name for name in values if name.startswith(row) and not allowed]:
        values[name] = 0
    if f"{row}.in_force" in values:
        values[f"{row}.in_force"] += values[f"{row}.issued"]


def amount(random: Random) -> Decimal:
    """Money in 万元 with up to four decimals, none of them a needless 0."""
    digits = random.choice((1, 2, 4))
    number = Decimal(random.randrange(1, 900000)) / Decimal(10**digits)
    return number.normalize() if number % 1 else number.quantize(Decimal(1))


def break_sums(random: Random, values: dict[str, Number]) -> None:
    """Change one or two numbers that are part of a sum, so that it is no longer right."""
    names = [name for name in values if not name.startswith("proactive.")]
    for name in random.sample(names, random.choice((1, 1, 2))):
        values[name] = changed(random, values[name])


def changed(random: Random, number: Number) -> Number:
    """Another number, of the kinds that slips of the hand make."""
    slips = [number + random.randrange(1, 9), number * 10 + random.randrange(1, 10)]
    if number > 0:
        slips.append(number - 1)
    return random.choice(slips)
