"""Code points to the characters that a reader sees.

Browsers and Qt print some characters with the code of the radical of the same shape, and
some fonts give no usable code at all.
"""

from __future__ import annotations

import unicodedata
from typing import Final

UNCODED: Final = "\ufffd"
"""stands for a glyph whose font gives it no usable code"""

# The radicals supplement, where NFKC leaves a character of the same shape alone.
_RADICALS: Final = str.maketrans(
    "⺠⻅⻆⻉⻋⻓⻔⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺟⻁⻄⺝⻊⻘⻑",
    "民见角贝车长门韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟母虎西月足青長",
)
_KANGXI: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_CHARACTERS: Final = {**_RADICALS, **_KANGXI}


def character(code: int) -> str:
    """The character for a code point as a font gives it."""
    # Below the radicals lie digits, letters and punctuation; above them nearly all text.
    if code >= 0x3000:
        return chr(code) if not _is_unusable(code) else UNCODED
    if code in _CHARACTERS:
        return str(_CHARACTERS[code])
    return chr(code) if code else UNCODED


def _is_unusable(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code in (0xFFFD, 0xFFFE, 0xFFFF)
