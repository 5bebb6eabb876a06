"""What went wrong in one cell, and how likely that is: printed figure and right figure to a slip.

A weight says how unlikely a slip is, in tenths of a slip of one digit, which weighs 20: a figure
that cannot stand anyway weighs least, an unrelated figure most. The edit operations are those
of Scholtus (2011, deductive correction of simple typing errors) and Damerau's four typing slips.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from desktop.report.model import Cell
from desktop.report.values import Number, Reading, format_number
from desktop.rules.repair.ledger import magnitude


class Slip(StrEnum):
    """One thing that a person or a reading does wrong."""

    UNREAD = "unread"
    """no number is printed"""
    LEFT_OUT = "left_out"
    """0 or nothing is printed in place of a figure"""
    EMPTY_SUM = "empty_sum"
    """the same in a cell that sums others"""
    SIGN = "sign"
    POINT = "point"
    """decimal point"""
    WRONG_DIGIT = "wrong_digit"
    LOST_DIGIT = "lost_digit"
    EXTRA_DIGIT = "extra_digit"
    DOUBLED_DIGIT = "doubled_digit"
    TRANSPOSED = "transposed"
    """two neighbouring digits changed places"""
    OTHER = "other"
    MOVED = "moved"
    """a figure stands in the cell beside, above or below its own"""
    SWAPPED = "swapped"
    """the figures of two neighbouring cells changed places"""
    ENTRY = "entry"
    """an entry is left out or counted twice: a cell and a sum of it differ by the same"""
    TOTALS = "totals"
    """a sum of sums was not brought up to date either"""
    SHARED = "shared"
    """some of one cell's count was given to another"""


WEIGHTS: Final = {
    Slip.UNREAD: 0,
    Slip.LEFT_OUT: 18,
    Slip.EMPTY_SUM: 15,
    Slip.SIGN: 18,
    Slip.POINT: 20,
    Slip.WRONG_DIGIT: 20,
    Slip.LOST_DIGIT: 20,
    Slip.EXTRA_DIGIT: 20,
    Slip.DOUBLED_DIGIT: 19,
    Slip.TRANSPOSED: 19,
    Slip.OTHER: 26,
    Slip.MOVED: 24,
    Slip.SWAPPED: 24,
    Slip.ENTRY: 24,
    Slip.TOTALS: 26,
    Slip.SHARED: 34,
}

WORDS: Final = {
    Slip.LEFT_OUT: "像是漏填",
    Slip.EMPTY_SUM: "像是漏填",
    Slip.SIGN: "像是符号有误",
    Slip.POINT: "像是小数点有误",
    Slip.WRONG_DIGIT: "像是错了一位数字",
    Slip.LOST_DIGIT: "像是漏了一位数字",
    Slip.EXTRA_DIGIT: "像是多了一位数字",
    Slip.DOUBLED_DIGIT: "像是一位数字重复",
    Slip.TRANSPOSED: "像是相邻两位数字颠倒",
}
"""for a sentence; the other slips need words of their own or none"""

_ANY_SLIP: Final = 20
_IMPOSSIBLE: Final = 10
_DOUBTED: Final = 5
_BLANK: Final = 4


@dataclass(frozen=True, slots=True)
class SlipContext:
    """What is known of a cell beside its figure.

    `possible` is False for a figure that such a cell cannot hold (a count of -1 or 1.5).
    """

    cell: Cell
    possible: bool
    is_sum: bool


class WeighedSlip(NamedTuple):
    """A slip of one cell, weighed.

    `weight` orders proposals by how alike the figures look; `firm_weight` takes all slips of a
    readable figure for equally likely.
    """

    slip: Slip
    weight: int
    firm_weight: int


def slip_of(printed: Number, right: Number) -> Slip:
    """The slip that makes `printed` of `right`."""
    if printed == 0:
        return Slip.LEFT_OUT
    if printed == -right:
        return Slip.SIGN
    old, new = format_number(magnitude(printed)), format_number(magnitude(right))
    if "." in old + new and _significant(old) == _significant(new):
        return Slip.POINT
    return _typing(old, new) if (printed < 0) == (right < 0) else Slip.OTHER


def weighed_slip(context: SlipContext, right: Number) -> WeighedSlip:
    """The slip by which a cell came to hold its figure, and how unlikely that is."""
    printed = context.cell.value
    if printed is None:
        return WeighedSlip(Slip.UNREAD, WEIGHTS[Slip.UNREAD], WEIGHTS[Slip.UNREAD])
    slip = slip_of(printed, right)
    if slip is Slip.LEFT_OUT and context.is_sum:
        slip = Slip.EMPTY_SUM
    relief = 0 if context.possible else _IMPOSSIBLE
    if context.cell.doubt is not None:
        relief += _DOUBTED
    weight = WEIGHTS[slip] - relief
    if context.cell.reading is Reading.BLANK:
        weight -= _BLANK
    return WeighedSlip(slip, weight, _ANY_SLIP - relief)


def _significant(text: str) -> str:
    return text.replace(".", "").strip("0")


def _typing(old: str, new: str) -> Slip:
    """Damerau's slips: one character wrong, lost, too many, or two changed places."""
    if len(old) == len(new):
        indexes = [index for index in range(len(old)) if old[index] != new[index]]
        if len(indexes) == 1:
            return Slip.WRONG_DIGIT
        if len(indexes) == 2 and indexes[1] == indexes[0] + 1:
            first, second = indexes
            if (old[first], old[second]) == (new[second], new[first]):
                return Slip.TRANSPOSED
        return Slip.OTHER
    if len(old) + 1 == len(new) and _without_one(new, old):
        return Slip.LOST_DIGIT
    if len(old) == len(new) + 1:
        indexes = [index for index in range(len(old)) if old[:index] + old[index + 1 :] == new]
        if any(old[index] in old[max(index - 1, 0) : index] for index in indexes):
            return Slip.DOUBLED_DIGIT
        return Slip.EXTRA_DIGIT if indexes else Slip.OTHER
    return Slip.OTHER


def _without_one(long: str, short: str) -> bool:
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))
