"""A form table's labels in normalised wording, prepared once for matching."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from desktop.reading.labels import best_similarity, normalise_label, numbered, similarity
from desktop.report.form import FormBlock, FormColumn, FormRow, FormTable

# What a label's words, its number and the labels above it weigh in a match.
_WORDS: Final = 0.6
_NUMBER: Final = 0.2
_ABOVE: Final = 0.2
# The fit of words that a low row cuts off behind their beginning, so many characters at least.
_BEGUN: Final = 0.75
_BEGINNING: Final = 2
# The fit of a label that runs together with those above it.
_RUN_TOGETHER: Final = 0.9
# By how much what stands beside words makes them fit better.
_AT_MOST: Final = 0.1
# A label above is surely one of the form's if it is so much like it.
SURE: Final = 0.8


class PrintedLabel(NamedTuple):
    """A label as printed: its raw text, and those above it (left of it, for a row), normalised."""

    text: str
    above: tuple[str, ...] = ()

    @property
    def normalised(self) -> str:
        """The label without what may vary."""
        return normalise_label(self.text)

    @property
    def path(self) -> str:
        """The labels above and the label, joined, normalised."""
        return "".join(self.above) + self.normalised


class LabelFit(NamedTuple):
    """How well a printed label is one of the form's: 0 to 1.

    `contradicted`: its number, or a label above it, is that of another one. `foreign`: instead
    of a label above it there is one that the form does not have.
    """

    score: float
    contradicted: bool = False
    foreign: bool = False


# What a label without the number that it should have is worth in that respect.
_NO_NUMBER: Final = 0.75
NO_FIT: Final = LabelFit(0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The accepted wordings of one label, normalised: its own and its aliases; one for each label.

    `words` are the same without `number`, the label's own; `above` are the labels above it
    from the outermost in, and `others` those that stand above other labels of its table.
    """

    label: str
    wordings: tuple[str, ...]
    words: tuple[str, ...]
    number: int | None
    above: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def path(self) -> str:
        """The label with all above it, normalised."""
        return "".join(self.above) + self.wordings[0]

    def likeness(self, printed: PrintedLabel) -> float:
        """How well a printed label fits, 0 to 1."""
        return self.fit(printed).score

    def fit(self, printed: PrintedLabel) -> LabelFit:
        """How well a printed label fits, and whether something beside its words says otherwise."""
        return _fit(self, printed)

    def compared(self, printed: PrintedLabel) -> LabelFit:
        """The same, worked out: reports print the same labels again and again."""
        label = printed.normalised
        if not label:
            return NO_FIT
        number, words = numbered(printed.text)
        above = self._fit_above(printed.above)
        differs = number is not None and self.number is not None and number != self.number
        if label in self.wordings:
            score = 1.0 - _ABOVE * (1.0 - above.score)
            return LabelFit(score, above.contradicted, above.foreign)
        own = self._fit_words(words, number)
        if not printed.above and self.above:
            own = max(own, self._fit_run_together(label))
        parts = [(_WORDS, own)]
        if self.number is not None:
            parts.append((_NUMBER, 0.0 if differs else _NO_NUMBER if number is None else 1.0))
        if printed.above and self.above:
            parts.append((_ABOVE, above.score))
        score = sum(part * fit for part, fit in parts) / sum(part for part, _ in parts)
        # Nothing beside them makes words fit that do not.
        return LabelFit(min(score, own + _AT_MOST), differs or above.contradicted, above.foreign)

    def _fit_words(self, words: str, number: int | None) -> float:
        if words in self.words:
            return 1.0
        own = best_similarity(words, self.words)
        begun = len(words) >= _BEGINNING or (bool(words) and number is not None)
        if begun and any(other.startswith(words) for other in self.words):
            return max(own, _BEGUN)
        return own

    def _fit_run_together(self, label: str) -> float:
        """The fit of a label that a lost ruling leaves in one cell with those above it."""
        if len(label) > len(self.wordings[0]) and self.path.endswith(label):
            return 1.0
        if len(self.wordings[0]) > _BEGINNING and label.endswith(self.wordings):
            return _RUN_TOGETHER
        return _RUN_TOGETHER * similarity(label, self.path)

    def _fit_above(self, printed: Sequence[str]) -> LabelFit:
        """How well the labels above fit; one that a page break cuts or leaves out is no other."""
        if not printed or not self.above:
            return LabelFit(1.0)
        fits = [best_similarity(own, tuple(printed)) for own in self.above]
        if min(fits) >= SURE:
            return LabelFit(1.0)
        if any(best_similarity(text, self.others) >= SURE for text in printed):
            return LabelFit(0.5 * sum(fits) / len(fits), contradicted=True)
        known = (*self.above, *self.others)
        return LabelFit(1.0, foreign=any(best_similarity(text, known) < SURE for text in printed))


@lru_cache(maxsize=16384)
def _fit(wording: Wording, printed: PrintedLabel) -> LabelFit:
    return wording.compared(printed)


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """A row of the form with its block; `wording` is None where the form prints no label."""

    block: FormBlock
    row: FormRow
    wording: Wording | None


def _wording(line: FormRow | FormColumn, every: Sequence[FormRow | FormColumn]) -> Wording:
    label = line.label[-1]
    texts = (label, *line.aliases)
    above = tuple(normalise_label(text) for text in line.label[:-1])
    others = {normalise_label(text) for other in every for text in other.label[:-1]} - set(above)
    return Wording(
        label,
        tuple(normalise_label(text) for text in texts),
        tuple(numbered(text).words for text in texts),
        numbered(label).number,
        above,
        tuple(sorted(others)),
    )


@cache
def column_wordings(block: FormBlock) -> tuple[Wording, ...]:
    """The wordings of a block's columns, in order."""
    return tuple(_wording(column, block.columns) for column in block.columns)


@cache
def expected_rows(table: FormTable) -> tuple[ExpectedRow, ...]:
    """All rows of a table, block by block."""
    return tuple(
        ExpectedRow(block, row, _wording(row, block.rows) if row.label else None)
        for block in table.blocks
        for row in block.rows
    )


@cache
def labelled_rows(table: FormTable) -> Mapping[str, int]:
    """The position of a row among the expected ones by its innermost label, where that is its own.

    Wordings that several rows share are left out.
    """
    indexes: dict[str, set[int]] = {}
    for index, row in enumerate(expected_rows(table)):
        for wording in row.wording.wordings if row.wording else ():
            indexes.setdefault(wording, set()).add(index)
    return {label: min(rows) for label, rows in indexes.items() if len(rows) == 1}


@cache
def names_several(table: FormTable, label: str) -> bool:
    """Whether a normalised printed label holds the labels of two rows: one row's values are lost.

    Their numbers may be lost too.
    """
    texts = {known.lstrip("0123456789") for known in labelled_rows(table)}
    held = [text for text in texts if len(text) > 3 and text in label]
    # A label can be part of another one of the form's.
    return sum(not any(known in other for other in held if other != known) for known in held) > 1


@cache
def form_texts(table: FormTable) -> tuple[str, ...]:
    """Every text that the form prints besides row and column labels: titles and corners."""
    texts = (text for block in table.blocks for text in (block.title, block.corner))
    return tuple(
        normalise_label("".join(c for c in text if not c.isdigit())) for text in texts if text
    )


@cache
def leaf_labels(block: FormBlock) -> frozenset[str]:
    """Every wording of an innermost column label of a block."""
    return frozenset(text for wording in column_wordings(block) for text in wording.wordings)
