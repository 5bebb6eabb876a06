"""A sentence to its figures: number, unit, and whether it is meant exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from desktop.report.values import Number
from desktop.rules.narrative.numerals import CHINESE, parse_numeral
from desktop.rules.narrative.passages import MASK, Passage

CASES: Final = frozenset(("件", "件次", "宗", "起", "例", "份", "项", "部", "个", ""))
"""units in which the tables count; none where only the number stands"""


class Rough(StrEnum):
    """How exactly a figure is meant."""

    EXACT = "exact"
    OVER = "over"
    """300余, 20多, 超过 300: so many and some more"""
    ABOUT = "about"
    UNDER = "under"
    """近 300: a little less"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence.

    `start` and `end` are positions in the passage's text, qualifiers and unit included;
    `clause` is the text before it, back to the figure or the clause before.
    """

    value: Number
    unit: str
    rough: Rough
    step: int
    start: int
    end: int
    clause: str
    tail: str


_UNITS: Final = (
    "件次|件|宗|起|例|份|部|项|条次|条|篇|余次|次|期|场|人次|人|名|个百分点|个|家|期|万元|亿元|元|%|"
    "‰|页|则|批|分|天|类|栏|张|幅|部门|字|套|户|批次|轮|处|小时"
)
_BEFORE: Final = r"(?P<before>大约|约|将近|接近|近|超过|超|逾|突破)?"
_AFTER: Final = r"(?P<more>余|多|来|左右|以上)?"
_DIGITS: Final = re.compile(
    rf"{_BEFORE}(?P<number>(?<![\d.-])\d{{1,3}}(?:,\d{{3}})+(?!\d)|(?<![\d.-])\d+(?:\.\d+)?)"
    rf"(?P<scale>[万亿](?!元))?{_AFTER}(?P<unit>{_UNITS}|(?=[，、；。）]|$))"
)
_CHINESE: Final = re.compile(
    rf"{_BEFORE}(?P<number>(?<![第{CHINESE}])[{CHINESE}]+)(?P<scale>[万亿](?!元))?{_AFTER}"
    r"(?P<unit>件(?!事)|宗|起(?!来|到)|例|条|篇|份|项)"
)
_CLAUSE: Final = re.compile(r"[，；：。（）]")
_ASIDE: Final = re.compile(r"（[^（）]*）")
# Possessive, longest words first: 共计 is not tried again as 共 and 计, which would take
# exponential time on a text made for it.
_FILLERS: Final = re.compile(
    r"(?:其中|总数|数量|一共|总共|共计|合计|总计|累计|达到|共|计|为|有|达|总|数|、|其|是|□)*+"
)
_TAIL_ENDS: Final = re.compile(r"[，；。、（）：]|\d")


def figures_in(passage: Passage) -> tuple[Figure, ...]:
    """Every figure of a passage, in order; quoted ones are left out."""
    return _figures_of(passage.plain)


# Several rules ask for the figures of one sentence, and every edit of a cell asks anew.
@lru_cache(maxsize=2048)
def _figures_of(text: str) -> tuple[Figure, ...]:
    return tuple(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    matches = sorted(
        [*_DIGITS.finditer(text), *_CHINESE.finditer(text)], key=lambda match: match.start()
    )
    before = 0
    for match in matches:
        value = parse_numeral(match["number"], match["scale"] or "")
        if value is None or match.start() < before:
            continue
        tail = text[match.end() :]
        end = _TAIL_ENDS.search(tail)
        stop = end.start() if end else len(tail)
        yield Figure(
            value,
            match["unit"],
            _rough(match["before"], match["more"]),
            _step(value),
            match.start(),
            match.end(),
            _clause(text[before : match.start()]),
            tail[:stop],
        )
        # Words between a figure and the next comma belong to it: 12件予以公开，4件部分公开.
        closed = end is None or not end[0].isdigit()
        before = match.end() + (stop if closed else 0)


def _clause(lead: str) -> str:
    """The last clause that says something, and what follows it; closed brackets apart."""
    lead = _ASIDE.sub(lambda match: MASK * len(match[0]), lead)
    start = len(lead)
    while start > 0:
        cuts = [match.start() for match in _CLAUSE.finditer(lead, 0, start)]
        cut = cuts[-1] if cuts else -1
        if _FILLERS.fullmatch(lead[cut + 1 : start].strip("，；：。（）")) is None:
            return lead[cut + 1 :]
        start = max(cut, 0)
    return lead


def _rough(before: str | None, more: str | None) -> Rough:
    if more in ("余", "多", "来", "以上") or before in ("超过", "超", "逾", "突破"):
        return Rough.OVER
    if before in ("近", "将近", "接近"):
        return Rough.UNDER
    return Rough.ABOUT if before or more else Rough.EXACT


def _step(value: Number) -> int:
    """The place of the last digit that is not 0: 100 for 300, 10,000 for 280,000."""
    if isinstance(value, Decimal) or value == 0:
        return 1
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return step


def agrees(figure: Figure, value: Number) -> bool:
    """Whether a figure can stand for this value."""
    said, step = figure.value, figure.step
    if figure.rough is Rough.EXACT:
        return said == value
    if figure.rough is Rough.OVER:
        return said <= value < said + max(step, 10)
    if figure.rough is Rough.UNDER:
        return said - max(step, 10) < value <= said
    return value * 9 <= said * 10 <= value * 11
