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
_UNUSABLE: Final[dict[int, str]] = dict.fromkeys(
    (0, *range(0xE000, 0xF900), 0xFFFD, 0xFFFE, 0xFFFF), UNCODED
)
_CHARACTERS: Final[dict[int, str | int]] = {**_RADICALS, **_KANGXI, **_UNUSABLE}


def characters(text: str) -> str:
    """Text as a font gives it in the characters that a reader sees, one for each of its own."""
    return text.translate(_CHARACTERS)
