"""Text from a report that a spreadsheet program must not run."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from desktop.report.values import Reading, parse_value

_STARTERS: Final = "=+-@\t\r\n"
# What XML 1.0 does not allow, and therefore no workbook may hold.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Python's stand-ins for the bytes of a file name that are no UTF-8; no file can be given them.
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_UNKNOWN: Final = "\ufffd"


def printable(text: str) -> str:
    """The text without control characters; what is no character is the sign for one unknown."""
    return _SURROGATE.sub(_UNKNOWN, _CONTROL.sub("", text))


def is_formula(text: str) -> bool:
    """Whether a spreadsheet program may run the text: `=1+1`, `@SUM`, full-width `＝` too.

    A signed number and a lone dash are what they look like.
    """
    start = unicodedata.normalize("NFKC", text.lstrip(" \u3000"))[:1]
    if not start or start not in _STARTERS:
        return False
    return parse_value(text).reading in (Reading.TEXT, Reading.ANNOTATED, Reading.UNSURE)


def neutral(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet program would run it."""
    text = printable(text)
    return f"'{text}" if is_formula(text) else text
