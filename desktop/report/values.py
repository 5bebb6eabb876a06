"""Printed text to numbers, exactly: int for counts, Decimal where decimals are printed.

What a text means depends on the unit of its column: `12万` is 120000 items, but 12 in a column
of 万元. A text means a number only where its plain digits spell it: signs that merely look
like digits (`①`, `²`) are marks beside a number, and two numbers are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

Number = int | Decimal


class Measure(StrEnum):
    """What the numbers of a column count, as its header prints it."""

    ITEMS = "件"
    TEN_THOUSAND_YUAN = "万元"
    YUAN = "元"
    """of an amount that the form wants in 万元: divided by 10,000"""


class Reading(StrEnum):
    """How a printed text was understood."""

    PLAIN = "plain"
    """digits as they should be"""
    NORMALISED = "normalised"
    """a number once full-width digits, separators or leading zeros are undone"""
    CONVERTED = "converted"
    """a number in another unit than the form's, in the form's unit"""
    BLANK = "blank"
    """nothing, or a sign for nothing: counts as 0"""
    ANNOTATED = "annotated"
    """a number with a unit, a mark or a remark beside it; the number counts"""
    UNSURE = "unsure"
    """several numbers, or what may be a misread one: no number"""
    TEXT = "text"
    """not a number"""


@dataclass(frozen=True, slots=True)
class ParsedValue:
    """The number in a printed text (None where there is none) and how it was found.

    `doubt` says why a person should look; None where the text leaves no question.
    """

    number: Number | None
    reading: Reading
    doubt: str | None = None


SEVERAL: Final = "同一格中有几个分开的数字，请对照原文"
UNCLEAR: Final = "看不准这是什么数字，请对照原文"
TOO_LONG: Final = "数字位数过多，请对照原文"
MARKED: Final = "数字旁有注号，没有计入，请对照原文"
IN_UNITS: Final = "数字带有单位，请核对按多少计"

# No count or amount of an office has so many digits.
_MOST_DIGITS: Final = 15
_DASHES: Final = "-‐‑‒–—―−─－ー﹣"
_BLANK: Final = re.compile(rf"[{_DASHES}/\\∕／]*|无|〇|○")
_PLAIN: Final = re.compile(rf"-?(?:0|[1-9]\d{{0,{_MOST_DIGITS - 1}}})(?:\.\d{{1,6}})?", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_MINUS: Final = str.maketrans(dict.fromkeys("‐‑‒–—−﹣", "-"))
# Width is all that may differ: every other compatibility form is a mark, or no digit.
_WIDE: Final = {**{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}, 0x3000: ord(" ")}
_REMARK: Final = re.compile(r"[(\[〔【注]")
_UNITS: Final = re.compile(r"([十百千万亿]?)(元|[件条项个宗次人份起例]{1,2})?(?=$|[(\[〔【注])")
# Behind a number these are no digits in any font.
_STARS: Final = ("*", "※")
_TIMES: Final = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
# What stands in for a digit where a font, or a scan turned to text, is at fault.
_LIKE_DIGITS: Final = re.compile(r"[OoQIl|SsBZz.,'`·。，]{1,3}")
_PER_TEN_THOUSAND: Final = 10**4
_SPACE: Final = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def parse_value(text: str, unit: Measure = Measure.ITEMS) -> ParsedValue:
    """Understand a printed cell.

    Args:
        text: as printed; a space stands where digits do not follow one another.
        unit: what the cell's column counts.

    Returns:
        A number in the form's unit with the way it was found. A blank cell, a dash, a slash
        and 无 count as 0; a text without a number of its own has none.
    """
    if _PLAIN.fullmatch(text):
        return _in_form_unit(_number(text), Reading.PLAIN, unit)
    folded = text.translate(_WIDE).strip()
    if _BLANK.fullmatch(_SPACE.sub("", text)) or _BLANK.fullmatch(_SPACE.sub("", folded)):
        return ParsedValue(0, Reading.BLANK)
    folded = folded.translate(_MINUS)
    bare = folded.strip("".join(filter(_is_mark, folded)))
    match = _NUMBER.match(bare)
    if match is None:
        return _without_number(folded)
    if sum(map(str.isdigit, match.group())) > _MOST_DIGITS:
        return ParsedValue(None, Reading.UNSURE, TOO_LONG)
    value = _with_rest(_number(match.group()), bare[match.end() :], unit)
    if bare != folded and value.number is not None:
        starred = folded.startswith(bare) and folded[len(bare) :] in _STARS
        return ParsedValue(
            value.number, Reading.ANNOTATED, value.doubt or (None if starred else MARKED)
        )
    return value


def parse_typed(text: str) -> Number | None:
    """The number a person typed, full-width digits allowed; None if it is no number."""
    value = parse_value(text.strip())
    if value.reading in (Reading.PLAIN, Reading.NORMALISED):
        return value.number
    return None


def format_number(number: Number) -> str:
    """A number as the program prints it: no separators, no exponent."""
    return str(number) if isinstance(number, int) else format(number, "f")


def _with_rest(number: Number, rest: str, unit: Measure) -> ParsedValue:
    """A number with what stands behind it."""
    if not rest:
        return _in_form_unit(number, Reading.NORMALISED, unit)
    rest = rest.lstrip()
    units = _UNITS.match(rest)
    if units and units.group():
        return _in_units(number, units[1], units[2] == "元", unit)
    if _REMARK.match(rest):
        return _in_form_unit(number, Reading.ANNOTATED, unit)
    return ParsedValue(None, Reading.UNSURE, SEVERAL if rest[:1].isdigit() else UNCLEAR)


def _in_units(number: Number, scale: str, in_yuan: bool, unit: Measure) -> ParsedValue:
    """A number with a unit of its own, beside the unit of its column."""
    times = _TIMES[scale]
    if unit is Measure.ITEMS:
        doubt = IN_UNITS if scale or in_yuan else None
        return ParsedValue(number * times, Reading.ANNOTATED, doubt)
    if not scale and not in_yuan:
        return _in_form_unit(number, Reading.ANNOTATED, unit)
    amount = _ten_thousandth(number * times)
    plain = (scale, in_yuan) == (("万", True) if unit is Measure.TEN_THOUSAND_YUAN else ("", True))
    return ParsedValue(amount, Reading.ANNOTATED, None if plain else IN_UNITS)


def _in_form_unit(number: Number, reading: Reading, unit: Measure) -> ParsedValue:
    if unit is Measure.YUAN:
        return ParsedValue(_ten_thousandth(number), Reading.CONVERTED)
    return ParsedValue(number, reading)


def _ten_thousandth(number: Number) -> Number:
    amount = Decimal(number) / _PER_TEN_THOUSAND
    whole = int(amount)
    return whole if whole == amount else amount.normalize()


def _without_number(text: str) -> ParsedValue:
    """A text that begins with no number: it may hold one all the same."""
    unclear = any(char.isnumeric() and not "\u4e00" <= char <= "\u9fff" for char in text)
    if unclear or "\ufffd" in text or _LIKE_DIGITS.fullmatch(text):
        return ParsedValue(None, Reading.UNSURE, UNCLEAR)
    return ParsedValue(None, Reading.TEXT)


def _is_mark(char: str) -> bool:
    """Whether a character is a mark beside a number: `①`, `²`, `*`, `※`, `†`."""
    if char in "*※#†‡§":
        return True
    return char.isnumeric() and not (char.isdecimal() or char.isalpha() or char == "〇")


def _number(text: str) -> Number:
    bare = text.replace(",", "")
    return Decimal(bare) if "." in bare else int(bare)
