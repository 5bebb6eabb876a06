"""Printed labels compared with the form's, whatever their brackets, spaces and code points."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

_NOISE: Final = re.compile(r"[\W_]+")
# The traditional characters that the forms' labels have; a label in them says the same.
_TRADITIONAL: Final = str.maketrans(
    "內動務區問單國執報審對屬廢強後復採據數於會條業構機權決沒況減為無爲獲現當發確祕穩範糾納組結"
    "經維總織繳繼續罰舉舊萬處號補規計訟訪許訴詢認請議護費購轉辦這進過開關項題額類體",
    "内动务区问单国执报审对属废强后复采据数于会条业构机权决没况减为无为获现当发确秘稳范纠纳组结"
    "经维总织缴继续罚举旧万处号补规计讼访许诉询认请议护费购转办这进过开关项题额类体",
)
_NUMERALS: Final = "一二三四五六七八九十"
# `（三）`, `三、`, `3.`; a digit needs no sign behind it, a Chinese numeral does.
_NUMBERING: Final = re.compile(
    rf"[(]([{_NUMERALS}]|\d{{1,2}})[)][、.,]?|([{_NUMERALS}])[、.,:]|(\d{{1,2}})[、.,:]?(?=\D)"
)
# No label of the forms has a number of either kind inside.
_ITEM: Final = re.compile(rf"[(]([{_NUMERALS}])[)]|(\d{{1,2}})[.](?=\D)")


class Numbered(NamedTuple):
    """A label's own number, if it has one, and its words, normalised."""

    number: int | None
    words: str


@lru_cache(maxsize=4096)
def normalise_label(text: str) -> str:
    """A label without what may vary: brackets, spaces, punctuation, width, traditional script."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).translate(_TRADITIONAL)


@lru_cache(maxsize=4096)
def numbered(text: str) -> Numbered:
    """`5.属于三类内部事务信息` as 5 and its words."""
    folded = unicodedata.normalize("NFKC", text).strip()
    match = _NUMBERING.match(folded) or _inside(folded)
    if match is None:
        return Numbered(None, normalise_label(text))
    numeral = next(filter(None, match.groups()))
    number = int(numeral) if numeral.isdecimal() else _NUMERALS.index(numeral) + 1
    return Numbered(number, normalise_label(folded[match.end() :]))


def _inside(text: str) -> re.Match[str] | None:
    """The one number inside a label: what stands before it is the rest of the label above.

    Rows of a fixed height cut labels off, and what is cut reaches into the next cell.
    """
    found = list(_ITEM.finditer(text))
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=16384)
def similarity(one: str, other: str) -> float:
    """How alike two normalised labels are: 1 the same, 0 nothing in common."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@lru_cache(maxsize=16384)
def best_similarity(printed: str, wordings: tuple[str, ...]) -> float:
    """How alike a normalised label is to the best of several normalised wordings."""
    return max((similarity(printed, wording) for wording in wordings), default=0.0)
