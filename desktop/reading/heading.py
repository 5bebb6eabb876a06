"""Lines that head the six sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Final

from desktop.reading.labels import best_similarity, normalise_label
from desktop.reading.lines import TextLine
from desktop.report.outline import official_sections

_NUMERALS: Final = "一二三四五六七八九十"
_NUMBERED: Final = re.compile(rf"第?([{_NUMERALS}]{{1,2}})[、.．，,:：部分]{{1,4}}(.+)")
# A heading as it should not be: with characters too many before its number, or without a sign
# behind it.
_MISWRITTEN: Final = re.compile(
    rf"([^（(]{{0,2}}?)第?([{_NUMERALS}]{{1,2}})(?:部分)?[、.．，,:：；;。·]{{0,2}}([^）)].+)"
)
_ANY_NUMBER: Final = re.compile(rf"[（(]?(?:[{_NUMERALS}]{{1,2}}|\d{{1,2}})[）).、．]*")
_CONTENTS: Final = re.compile(r"[.…·．]{2,}\d*$|\D\d{1,2}$")
_LONGEST: Final = 40
_LONGEST_TITLE: Final = 32
_ALIKE: Final = 0.75
# The part of a title's characters that a line so much like it has at least.
_MOST: Final = 0.75
_SENTENCE_ENDS: Final = ("。", "；", "，")
# A line that is not written as headings are is one if it is so much like an official title.
_SURELY: Final = 0.9


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading on `lines`: the official number where the title is known.

    `surplus` are characters before its printed number that do not belong there.
    """

    lines: tuple[TextLine, ...]
    number: int | None
    printed: int | None
    title: str
    surplus: str = ""


def headings_in(lines: Sequence[TextLine]) -> list[tuple[int, Heading]]:
    """The headings with the position of their first line; those of a contents list left out.

    Where some section has none, lines are looked at for one that is written otherwise.
    """
    found: dict[int, Heading] = {}
    for index, line in enumerate(lines):
        heading = _heading(line, lines[index + 1] if index + 1 < len(lines) else None)
        if heading is not None:
            found[index] = heading
    present = {heading.number for heading in found.values()}
    if any(official.number not in present for official in official_sections()):
        for index, line in enumerate(lines):
            heading = None if index in found else _miswritten(line)
            if heading is not None:
                found[index] = heading
    return _without_contents(_without_unnumbered(sorted(found.items(), key=itemgetter(0))))


def _heading(line: TextLine, below: TextLine | None) -> Heading | None:
    match = _NUMBERED.fullmatch(line.text)
    if match is None or len(line.text) > _LONGEST or line.text.endswith(_SENTENCE_ENDS):
        return None
    printed, title = _number(match[1]), match[2]
    number, alike = _official(title)
    if below is not None and alike < 1 and _NUMBERED.match(below.text) is None:
        longer, better = _official(title + below.text)
        if better > max(alike, _ALIKE):
            return Heading((line, below), longer, printed, title + below.text)
    if alike < _ALIKE and _CONTENTS.search(title):
        return None
    return Heading((line,), number if alike >= _ALIKE else None, printed, title)


def _miswritten(line: TextLine) -> Heading | None:
    """A heading with something wrong about its number, told by its title alone."""
    if not _may_head(line.text):
        return None
    match = _MISWRITTEN.fullmatch(line.text)
    if match is not None:
        number, alike = _official(match[3])
        if alike >= _SURELY:
            return Heading((line,), number, _number(match[2]), match[3], match[1])
    number, alike = _official(_ANY_NUMBER.sub("", line.text, count=1))
    return Heading((line,), number, None, line.text) if alike >= _SURELY else None


def heads_section(text: str) -> bool:
    """Whether a line of text can only be the heading of a section, wherever it stands."""
    if len(text) > _LONGEST or not _may_head(text):
        return False
    match = _MISWRITTEN.fullmatch(text)
    return match is not None and _official(match[3])[1] >= _SURELY


def _may_head(text: str) -> bool:
    """Whether a text has enough of an official title's characters to be worth a comparison."""
    if len(text) > _LONGEST_TITLE:
        return False
    characters = set(text)
    return any(len(characters & title) >= _MOST * len(title) for title in _title_characters())


def _number(numeral: str) -> int | None:
    if len(numeral) == 1:
        return _NUMERALS.index(numeral) + 1
    return 10 + _NUMERALS.index(numeral[1]) + 1 if numeral[0] == "十" else None


def _official(title: str) -> tuple[int | None, float]:
    """The section that a title most likely names, and how alike they are."""
    printed = normalise_label(re.sub(r"[.…·．]{2,}\d*$", "", title))
    scored = [(best_similarity(printed, titles), number) for number, titles in _titles()]
    alike, number = max(scored)
    return number, alike


@cache
def _titles() -> tuple[tuple[int, tuple[str, ...]], ...]:
    return tuple(
        (
            section.number,
            tuple(normalise_label(title) for title in (section.title, *section.aliases)),
        )
        for section in official_sections()
    )


@cache
def _title_characters() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(title) for _, titles in _titles() for title in titles)


def _without_unnumbered(found: Sequence[tuple[int, Heading]]) -> list[tuple[int, Heading]]:
    """Without titles that lack their number where another line has it: they head a part."""
    present = {heading.number for _, heading in found if heading.printed is not None}
    return [
        (index, heading)
        for index, heading in found
        if heading.printed is not None or heading.number not in present
    ]


def _without_contents(found: Sequence[tuple[int, Heading]]) -> list[tuple[int, Heading]]:
    """Without headings that appear again later with nothing but headings in between."""
    last = {heading.number: index for index, heading in found if heading.number}
    listed = {index for index, _ in found}
    kept = []
    for index, heading in found:
        is_listed = index + 1 in listed or index - 1 in listed
        again = heading.number is not None and last[heading.number] != index
        if not (again and is_listed):
            kept.append((index, heading))
    return kept
