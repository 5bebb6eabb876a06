"""Text to the characters that count when texts are compared, each in one form.

What counts are letters and Chinese characters, in the form that NFKC gives them; every digit and
every character of a Chinese numeral is a `NUMBER`. Spaces, punctuation and signs do not count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
"""characters as Unicode code points"""

NUMBER: Final = "#"
"""stands for a number"""
END: Final = "\n"
"""stands behind a sentence; the only character that is kept as it is"""

_NUMERALS: Final = frozenset("零〇一二两三四五六七八九十百千万亿")
_BASIC: Final = 0x10000


def code_points(text: str) -> Codes:
    """The text's characters as numbers."""
    # Lone surrogates come out of broken fonts; they must not end the comparison.
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def text_of(codes: Codes) -> str:
    """The text of folded characters."""
    return codes.tobytes().decode("utf-32-le")


def folded(codes: Codes) -> Codes:
    """Each character in its one form, 0 where it does not count."""
    if not len(codes) or int(codes.max()) < _BASIC:
        return _table()[codes]
    found, where = np.unique(codes, return_inverse=True)
    return np.array([_fold(int(code)) for code in found], dtype=np.uint32)[where]


def fold(text: str) -> str:
    """The characters of a text that count, with each number one `NUMBER`."""
    codes = folded(code_points(text))
    return re.sub(f"{NUMBER}+", NUMBER, text_of(codes[codes > 0]))


@cache
def _table() -> Codes:
    return np.array([_fold(code) for code in range(_BASIC)], dtype=np.uint32)


def _fold(code: int) -> int:
    char = chr(code)
    if char == END:
        return code
    # A sign of several characters, such as （一） in one, is the first of them that counts.
    for part in unicodedata.normalize("NFKC", char).lower():
        kind = unicodedata.category(part)
        if kind == "Nd" or part in _NUMERALS:
            return ord(NUMBER)
        if kind[0] in "LN":
            return ord(part)
    return 0
