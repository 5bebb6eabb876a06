"""Digits and Chinese numerals to numbers, exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from desktop.report.values import Number

CHINESE: Final = "零〇一二两三四五六七八九十百千"
"""characters that Chinese numerals are made of, but for 万 and 亿"""

_DIGITS: Final = {char: index for index, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_SCALES: Final = {"": 1, "万": 10_000, "亿": 100_000_000}
# Full-width digits and their signs to narrow ones, narrow punctuation to wide.
_NARROWED: Final = str.maketrans("０１２３４５６７８９％．:;()", "0123456789%.：；（）")
# A comma that does not divide thousands.
_COMMA: Final = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")


def narrowed(text: str) -> str:
    """The text with narrow digits and wide punctuation, of the same length."""
    narrow = text.translate(_NARROWED)
    return _COMMA.sub("，", narrow) if "," in narrow else narrow


def parse_numeral(text: str, scale: str = "") -> Number | None:
    """`1,203`, `2.8` with scale `万`, `三百二十一`; None if it is no number.

    Args:
        text: digits, or a Chinese numeral.
        scale: `万` or `亿` behind it, or nothing.
    """
    bare = text.replace(",", "")
    if bare.replace(".", "", 1).isdigit() and bare.isascii():
        number: Number = Decimal(bare) if "." in bare else int(bare)
        return _whole(number * _SCALES[scale])
    value = _chinese(text)
    return None if value is None else value * _SCALES[scale]


def _whole(number: Number) -> Number:
    return int(number) if number == int(number) else number


def _chinese(text: str) -> int | None:
    if not text or any(char not in CHINESE for char in text):
        return None
    if not any(char in _TENS for char in text):
        # Digit by digit, as years are written: 二〇二四.
        return int("".join(str(_DIGITS[char]) for char in text))
    total = digit = 0
    for char in text:
        if char in _TENS:
            # 十 alone is 10; 百 and 千 need a digit, but 二百五 does not occur here.
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
