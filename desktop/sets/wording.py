"""A report's sentences to the characters that count when reports are compared.

Official wording and the names of the office and its region are left out, and each number is one
character: a copy with other numbers and names is the same text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.sets.folding import END, NUMBER, Codes, code_points, fold, folded, text_of
from desktop.sets.official import official_wording, positions_of

Numbers = NDArray[np.int64]

_SHORTEST_NAME: Final = 2
_AT_ONCE: Final = 100_000
"""characters that are worked on at once: numpy's calls cost more than a report's characters"""


@dataclass(frozen=True, slots=True, eq=False)
class CountedText:
    """The characters of a text that count, each with its sentence and its place in it.

    `sentences` are their sentences' positions; `starts` and `ends` their places in the sentence.
    Of a number, the place is that of all its digits.
    """

    codes: Codes
    sentences: Numbers
    starts: Numbers
    ends: Numbers

    def __len__(self) -> int:
        return len(self.codes)


@dataclass(frozen=True, slots=True)
class _Text:
    sentences: Sequence[str]
    names: Sequence[str]


def wording_of(sentences: Sequence[str], names: Sequence[str] = ()) -> CountedText:
    """The characters that count of one text, as `wordings_of` gives them."""
    return next(iter(wordings_of([(sentences, names)])))


def wordings_of(texts: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Iterator[CountedText]:
    """The characters that count of each text.

    Args:
        texts: of each, the sentences in order, and what the office and its region are called in
            them, which is left out wherever it stands.
    """
    some: list[_Text] = []
    size = 0
    for sentences, names in texts:
        some.append(_Text(sentences, names))
        size += sum(map(len, sentences))
        if size > _AT_ONCE:
            yield from _wordings(some)
            some, size = [], 0
    yield from _wordings(some)


def _wordings(texts: Sequence[_Text]) -> Iterator[CountedText]:
    lines = [line.replace(END, " ") + END for text in texts for line in text.sentences]
    codes, starts, ends = _numbers_joined(folded(code_points("".join(lines))))
    chosen = np.flatnonzero(_counted(codes, texts))
    codes, starts, ends = codes[chosen], starts[chosen], ends[chosen]
    begins = np.cumsum([0, *map(len, lines)])
    sentences = np.searchsorted(begins, starts, "right") - 1
    starts, ends = starts - begins[sentences], ends - begins[sentences]
    first = 0
    for text in texts:
        last = first + len(text.sentences)
        low, high = np.searchsorted(sentences, (first, last))
        yield CountedText(
            codes[low:high].copy(), sentences[low:high] - first, starts[low:high], ends[low:high]
        )
        first = last


def _numbers_joined(codes: Codes) -> tuple[Codes, Numbers, Numbers]:
    """The characters that count, each number as one, and from where to where each stands."""
    kept = np.flatnonzero(codes)
    codes = codes[kept]
    digit = codes == ord(NUMBER)
    first = np.ones(len(codes), dtype=np.bool_)
    first[1:] = ~(digit[1:] & digit[:-1])
    firsts = np.flatnonzero(first)
    lasts = np.append(firsts[1:], len(kept))[: len(firsts)] - 1
    return codes[firsts], kept[firsts], kept[lasts] + 1


def _counted(codes: Codes, texts: Sequence[_Text]) -> NDArray[np.bool_]:
    """Which characters are neither official wording nor names of the text they stand in."""
    text = text_of(codes)
    counted: NDArray[np.bool_] = codes != ord(END)
    line_ends = np.append(0, np.flatnonzero(~counted) + 1).tolist()
    for start, end in official_wording(text):
        counted[start:end] = False
    line = 0
    for part in texts:
        low, line = line_ends[line], line + len(part.sentences)
        for name in map(_folded_name, part.names):
            if len(name) >= _SHORTEST_NAME:
                for start, end in positions_of(name, text, low, line_ends[line]):
                    counted[start:end] = False
    return counted


@lru_cache(maxsize=4096)
def _folded_name(name: str) -> str:
    return fold(name)
