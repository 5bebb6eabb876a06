"""A sentence's total and the parts that it is broken down into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop.report.values import Number
from desktop.rules.narrative.figures import Figure, Rough, figures_in
from desktop.rules.narrative.passages import Passage

_PARTLY: Final = re.compile(r"其中|包括|含")
_WHOLLY: Final = re.compile(r"分别为|分别是|：$|：(?=[^，]*$)")
_OTHER: Final = re.compile(
    r"同比|增长|增加|减少|下降|上升|比上|较上|上年|去年|结转|累计|以上|每|平均|超过|另|此外|同时|共|等"
)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and two or more parts with its unit, in one sentence.

    `whole` says that the parts are meant to be all of it; else they may be some.
    """

    passage: Passage
    total: Figure
    parts: tuple[Figure, ...]
    whole: bool

    @property
    def sum(self) -> Number:
        """The sum of the parts."""
        return sum(part.value for part in self.parts)

    @property
    def in_figures(self) -> str:
        """`12 + 7 = 19 ≠ 20`."""
        terms = " + ".join(str(part.value) for part in self.parts)
        return f"{terms} = {self.sum} ≠ {self.total.value}"


def breakdowns_of(passage: Passage) -> Iterator[Breakdown]:
    """The breakdowns of a sentence, one for each unit; nested ones are left alone."""
    figures = figures_in(passage)
    for sentence in _half_sentences(passage.plain, figures):
        marked = _marked(passage.plain, sentence)
        if marked is None:
            continue
        first, whole = marked
        for unit in dict.fromkeys(figure.unit for figure in sentence[first:] if figure.unit):
            totals = [figure for figure in sentence[:first] if figure.unit == unit]
            parts = [figure for figure in sentence[first:] if figure.unit == unit]
            if len(totals) == 1 and len(parts) > 1 and _are_plain(passage.plain, totals[0], parts):
                yield Breakdown(passage, totals[0], tuple(parts), whole)


def _half_sentences(plain: str, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    stops = [-1, *(match.start() for match in re.finditer("；", plain)), len(plain)]
    for start, stop in pairwise(stops):
        yield [figure for figure in figures if start < figure.start < stop]


def _marked(plain: str, figures: Sequence[Figure]) -> tuple[int, bool] | None:
    """The first part, and whether the parts are all: where 其中 or 分别为 comes between."""
    found: list[tuple[int, bool]] = []
    for index in range(1, len(figures)):
        between = plain[figures[index - 1].end : figures[index].start]
        if _PARTLY.search(between) or _WHOLLY.search(between):
            found.append((index, _PARTLY.search(between) is None))
    return found[0] if len(found) == 1 else None


def _are_plain(plain: str, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether all figures are exact, on one level of brackets, and none tells of a change."""
    text = plain[total.end : parts[-1].end]
    depth = [plain[: part.start].count("（") - plain[: part.start].count("）") for part in parts]
    return (
        all(figure.rough is Rough.EXACT for figure in (total, *parts))
        and len(set(depth)) == 1
        and not any(_OTHER.search(part.clause) for part in parts)
        and "。" not in text
    )
