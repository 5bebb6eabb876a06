"""Printed figure and right figure to the slip between them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.report.model import read_cell
from desktop.report.values import Number
from desktop.rules.repair.slips import Slip, SlipContext, slip_of, weighed_slip


@pytest.mark.parametrize(
    ("printed", "right", "slip"),
    [
        (0, 12, Slip.LEFT_OUT),
        (-3, 3, Slip.SIGN),
        (Decimal("12.5"), 125, Slip.POINT),
        (47, 44, Slip.WRONG_DIGIT),
        (7, 0, Slip.WRONG_DIGIT),
        (4, 44, Slip.LOST_DIGIT),
        (10, 100, Slip.LOST_DIGIT),
        (446, 44, Slip.EXTRA_DIGIT),
        (447, 47, Slip.DOUBLED_DIGIT),
        (100, 10, Slip.DOUBLED_DIGIT),
        (74, 47, Slip.TRANSPOSED),
        (1034, 1304, Slip.TRANSPOSED),
        (47, 58, Slip.OTHER),
        (741, 147, Slip.OTHER),
        (5, 478, Slip.OTHER),
        (-12, 3, Slip.OTHER),
    ],
)
def test_a_slip_is_told_from_the_two_figures(printed: Number, right: Number, slip: Slip) -> None:
    assert slip_of(printed, right) is slip


def weight(text: str, right: int, *, possible: bool = True, is_sum: bool = False) -> int:
    return weighed_slip(SlipContext(read_cell("a", text, None), possible, is_sum), right).weight


def test_what_is_likelier_weighs_less() -> None:
    assert weight("47", 44) < weight("47", 58)
    assert weight("", 44) < weight("0", 44) < weight("47", 44)
    assert weight("0", 44, is_sum=True) < weight("0", 44)
    assert weight("-1", 14, possible=False) < weight("1", 14)
    assert weight("若干", 14) == 0


def test_a_doubted_reading_is_likelier_wrong() -> None:
    sure = read_cell("a", "47", None)
    doubted = replace(sure, doubt="数字分在两行")
    assert (
        weighed_slip(SlipContext(doubted, possible=True, is_sum=False), 44).firm_weight
        < weighed_slip(SlipContext(sure, possible=True, is_sum=False), 44).firm_weight
    )
