"""Which of the form's labels each printed one is, and how sure that is.

Labels bind by what they say, in whatever order they stand. Where one says what another says
too, where its number or the label above it says otherwise, or where it is unlike any of the
form's, the numbers beside it are doubted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from desktop.reading.assignment import Match, assigned
from desktop.reading.labels import numbered
from desktop.reading.wording import NO_FIT, LabelFit, PrintedLabel, Wording

UNLIKE: Final = "印出的行名或列名与表样差别较大，请核对是不是这一项"
TWICE: Final = "同一行名或列名印了不止一处，请核对哪一处才是"
CONTRADICTED: Final = "行名或列名与它的序号、上级栏目不一致，请核对是不是这一项"
UNTOLD: Final = "没有读到列名上方的栏目，请核对是哪一栏"

# Matches below this are not made; those below the second are doubted.
LEAST: Final = 0.5
_UNSURE_BELOW: Final = 0.7
# Fits that differ by less are alike.
_ALIKE: Final = 0.05


class Bound(NamedTuple):
    """A printed label and the form's, by position, with how well they fit.

    `score` is 0 for what is bound by its place alone. `doubt` says why the match is not sure;
    None where it is.
    """

    printed: int
    expected: int
    score: float
    doubt: str | None


def bound_labels(
    printed: Sequence[PrintedLabel],
    wordings: Sequence[Wording],
    free: Sequence[bool],
    *,
    above: bool = False,
) -> list[Bound]:
    """The printed labels bound to the form's, in the order printed.

    Args:
        printed: the labels, in the order they stand.
        wordings: the form's, in its order.
        free: which of those printed may be bound by their place alone.
        above: whether labels that several share are told by those above them, so that these
            must be as the form has them.
    """
    fits = _fits(printed, wordings)
    pairs = assigned([[fit.score for fit in row] for row in fits], LEAST)
    by_printed = {pair.printed: pair for pair in pairs}
    shared = _shared(wordings) if above else frozenset()
    untold = shared and _untold(pairs, printed, wordings) & shared
    bound = [
        pair._replace(doubt=pair.doubt or UNTOLD) if pair.expected in untold else pair
        for pair in (_bound(pair, fits, by_printed, shared) for pair in pairs)
    ]
    if not above:
        bound = _without_repeated(bound, printed)
    rest = _by_place(pairs, len(printed), len(wordings))
    return sorted([*bound, *(pair for pair in rest if free[pair.printed])])


def _fits(
    printed: Sequence[PrintedLabel], wordings: Sequence[Wording]
) -> Sequence[Sequence[LabelFit]]:
    """How well each printed label fits; one that is the form's to the letter is no other's."""
    exact: dict[str, list[int]] = {}
    for index, wording in enumerate(wordings):
        for text in wording.wordings:
            exact.setdefault(text, []).append(index)
    none = [NO_FIT] * len(wordings)
    fits: list[Sequence[LabelFit]] = []
    for label in printed:
        row = list(none)
        for index in exact.get(label.normalised, range(len(wordings)) if label.text else ()):
            row[index] = wordings[index].fit(label)
        fits.append(row)
    return fits


def _bound(
    pair: Match,
    fits: Sequence[Sequence[LabelFit]],
    pairs: Mapping[int, Match],
    shared: frozenset[int],
) -> Bound:
    fit = fits[pair.printed][pair.expected]
    doubt = None
    if fit.contradicted or (pair.expected in shared and fit.foreign):
        doubt = CONTRADICTED
    elif fit.score < _UNSURE_BELOW:
        doubt = UNLIKE
    elif _has_rival(pair, fits, pairs):
        doubt = TWICE
    return Bound(pair.printed, pair.expected, pair.score, doubt)


def _without_repeated(bound: Sequence[Bound], printed: Sequence[PrintedLabel]) -> list[Bound]:
    """The same with a doubt where another label has the same words and is surely no other's."""
    sure = {pair.printed for pair in bound if pair.doubt is None}
    strange = {numbered(label.text).words for n, label in enumerate(printed) if n not in sure}
    return [
        pair._replace(doubt=TWICE)
        if pair.doubt is None and numbered(printed[pair.printed].text).words in strange
        else pair
        for pair in bound
    ]


def _has_rival(pair: Match, fits: Sequence[Sequence[LabelFit]], pairs: Mapping[int, Match]) -> bool:
    """Whether another printed label says the same, and nothing better of itself."""
    for index, row in enumerate(fits):
        if index == pair.printed or row[pair.expected].score < pair.score - _ALIKE:
            continue
        other = pairs.get(index)
        if other is None or other.score < row[pair.expected].score - _ALIKE:
            return True
        if other.score <= row[pair.expected].score and not _in_order(pair, other):
            return True
    return False


def _untold(
    pairs: Sequence[Match], printed: Sequence[PrintedLabel], wordings: Sequence[Wording]
) -> frozenset[int]:
    """The form's labels met by one of several that say the same with nothing above them.

    A page break may leave but a part of some.
    """
    same = Counter(label.normalised for label in printed if not label.above)
    meant = Counter(
        wordings[pair.expected].label for pair in pairs if not printed[pair.printed].above
    )
    return frozenset(
        pair.expected
        for pair in pairs
        if same[printed[pair.printed].normalised] > 1 or meant[wordings[pair.expected].label] > 1
    )


def _in_order(one: Match, other: Match) -> bool:
    """Labels that several columns share are told by their order, where nothing else tells."""
    return (one.printed < other.printed) == (one.expected < other.expected)


def _shared(wordings: Sequence[Wording]) -> frozenset[int]:
    """The labels that another of the form's has too."""
    first = [wording.wordings[0] for wording in wordings]
    return frozenset(index for index, text in enumerate(first) if first.count(text) > 1)


def _by_place(pairs: Sequence[Match], printed: int, expected: int) -> Iterator[Bound]:
    """What is left of both between two neighbours, as many of the one as of the other.

    Before the first, where the labels of the other side stand too, it is what is next to it.
    """
    order = sorted(pairs, key=lambda pair: pair.printed)
    ends = [(-1, -1), *((pair.printed, pair.expected) for pair in order), (printed, expected)]
    for number, ((i, j), (after_i, after_j)) in enumerate(pairwise(ends)):
        lacking, left = after_j - j - 1, after_i - i - 1
        if 0 < lacking == left or (number == 0 and order and 0 < lacking < left):
            for step in range(1, lacking + 1):
                yield Bound(after_i - step, after_j - step, 0.0, UNLIKE)
