"""What the numbers of each cell count, as its column's header prints it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from desktop.reading.labels import normalise_label
from desktop.reading.table import TableReading
from desktop.report.form import ValueKind
from desktop.report.values import Measure

_YUAN: Final = re.compile(r"单位人民币元|单位元|[（(]元[)）]|金额元$")


def printed_units(reading: TableReading) -> Mapping[str, Measure]:
    """The unit of each cell found that is an amount, by its name; the others count items.

    Amounts are in 万元, as the form has them (国办公开办函〔2021〕30号附件表二), unless the header
    says 元.
    """
    units: dict[str, Measure] = {}
    for row, line, _ in reading.rows:
        if all(column.kind is not ValueKind.AMOUNT for column in line.block.columns):
            continue
        printed = dict(
            zip((column.id for column in line.block.columns), row.header.printed, strict=True)
        )
        for slot in reading.slots(line):
            if slot.column.kind is ValueKind.AMOUNT:
                units[slot.name] = _unit_of(printed[slot.column.id] or "")
    return units


def _unit_of(label: str) -> Measure:
    in_yuan = _YUAN.search(label) or _YUAN.search(normalise_label(label))
    return Measure.YUAN if in_yuan else Measure.TEN_THOUSAND_YUAN
