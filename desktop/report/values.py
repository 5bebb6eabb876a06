"""Printed text to numbers, exactly: int for counts, Decimal where decimals are printed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

Number = int | Decimal


class Reading(StrEnum):
    """How a printed text was understood."""

    PLAIN = "plain"
    """digits as they should be"""
    NORMALISED = "normalised"
    """a number once full-width digits, separators, spaces or leading zeros are undone"""
    BLANK = "blank"
    """nothing, or a sign for nothing: counts as 0"""
    ANNOTATED = "annotated"
    """a number followed by a unit or a remark; the number counts"""
    TEXT = "text"
    """not a number"""


@dataclass(frozen=True, slots=True)
class Value:
    """The number in a printed text (None where there is none) and how it was found."""

    number: Number | None
    reading: Reading


_DASHES: Final = "-‐‑‒–—―−─－ー"
_BLANK: Final = re.compile(rf"[{_DASHES}/\\∕／﹣]*|无|〇|○")
_PLAIN: Final = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_REMARK: Final = re.compile(r"[(\[〔【件条项万元个宗次人份起注*※]")
_MINUS: Final = str.maketrans(dict.fromkeys("‐‑‒–—−﹣", "-"))


@lru_cache(maxsize=4096)
def parse_value(text: str) -> Value:
    """Understand a printed cell.

    Args:
        text: as printed; line breaks inside a number are allowed.

    Returns:
        A number with the way it was found. A blank cell, a dash, a slash and 无 count as 0;
        a text without a leading number has no number.
    """
    if _PLAIN.fullmatch(text):
        return Value(_number(text), Reading.PLAIN)
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    if _BLANK.fullmatch(bare) or _BLANK.fullmatch(re.sub(r"\s+", "", text)):
        return Value(0, Reading.BLANK)
    bare = bare.translate(_MINUS)
    match = _NUMBER.match(bare)
    if match is None:
        return Value(None, Reading.TEXT)
    rest = bare[match.end() :]
    number = _number(match.group())
    if not rest:
        return Value(number, Reading.NORMALISED)
    if _REMARK.match(rest):
        return Value(number, Reading.ANNOTATED)
    return Value(None, Reading.TEXT)


def parse_typed(text: str) -> Number | None:
    """The number a person typed, full-width digits allowed; None if it is no number."""
    value = parse_value(text.strip())
    if value.reading in (Reading.PLAIN, Reading.NORMALISED):
        return value.number
    return None


def format_number(number: Number) -> str:
    """A number as the program prints it: no separators, no exponent."""
    return str(number) if isinstance(number, int) else format(number, "f")


def _number(text: str) -> Number:
    bare = text.replace(",", "")
    return Decimal(bare) if "." in bare else int(bare)
