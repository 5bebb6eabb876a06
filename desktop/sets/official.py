"""Wording that all reports rightly share, from resources/phrases/official.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from desktop.resources import resource
from desktop.sets.folding import END, NUMBER, fold

Stretch = tuple[int, int]
"""from where to where in a text"""

_LONGEST_HEADING: Final = 40


@dataclass(frozen=True, slots=True)
class _Pattern:
    anchor: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Official:
    """Official wording as it stands in folded text."""

    headings: frozenset[str]
    phrases: tuple[str, ...]
    patterns: tuple[_Pattern, ...]


def official_wording(text: str) -> Iterator[Stretch]:
    """Where official wording stands in folded text, in which each sentence ends with `END`."""
    official = _official()
    for phrase in official.phrases:
        yield from positions_of(phrase, text)
    for item in official.patterns:
        for start, end in _lines_with(item.anchor, text):
            for match in item.pattern.finditer(text, start, end):
                yield match.span()
    start = 0
    for line in text.split(END):
        bare = line.lstrip(NUMBER) if len(line) < _LONGEST_HEADING else line
        # A number alone is a page's.
        if not bare or bare in official.headings:
            yield start, start + len(line)
        start += len(line) + 1


def positions_of(
    phrase: str, text: str, start: int = 0, end: int | None = None
) -> Iterator[Stretch]:
    """Where a phrase stands in part of a text."""
    found = text.find(phrase, start, end)
    while found >= 0:
        yield found, found + len(phrase)
        found = text.find(phrase, found + len(phrase), end)


def _lines_with(anchor: str, text: str) -> Iterator[Stretch]:
    """The sentences in which a pattern is worth trying; the whole text if it has no anchor."""
    if not anchor:
        yield 0, len(text)
        return
    found = text.find(anchor)
    while found >= 0:
        end = text.find(END, found)
        end = end if end >= 0 else len(text)
        yield text.rfind(END, 0, found) + 1, end
        found = text.find(anchor, end)


@cache
def _official() -> _Official:
    data = tomllib.loads(resource("phrases", "official.toml").read_text("utf-8"))
    return _Official(
        frozenset(_as_folded(text).lstrip(NUMBER) for text in data["headings"]),
        tuple(dict.fromkeys(map(_as_folded, (*data["openings"], *data["phrases"])))),
        tuple(
            _Pattern(item.get("anchor", ""), re.compile(item["pattern"]))
            for item in data["pattern"]
        ),
    )


def _as_folded(phrase: str) -> str:
    """A phrase of the data file, in which `#` is a number already."""
    return NUMBER.join(map(fold, phrase.split(NUMBER)))
