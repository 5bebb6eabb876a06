"""Printed labels compared with the form's, whatever their brackets, spaces and code points."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

_NOISE: Final = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """A label without what may vary: brackets, spaces, punctuation, width."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=16384)
def similarity(one: str, other: str) -> float:
    """How alike two bare labels are: 1 the same, 0 nothing in common."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@lru_cache(maxsize=16384)
def best_similarity(printed: str, wordings: tuple[str, ...]) -> float:
    """How alike a bare label is to the best of several bare wordings."""
    return max((similarity(printed, wording) for wording in wordings), default=0.0)
