"""Claims without a figure (未收到申请, 均已办结, 均维持) bound to cells, from narrative.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from desktop.report.model import Report
from desktop.resources import TomlTable, resource
from desktop.rules.narrative.guards import is_about_year, of_other_office
from desktop.rules.narrative.passages import Passage
from desktop.rules.narrative.phrases import cell_of, phrases_for

_CLAUSE_END: Final = re.compile(r"[，。；]")
_CLAUSE_START: Final = re.compile(r"[，。；](?=[^，。；]*$)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Cells that a claim speaks of where `words` is found in it."""

    words: re.Pattern[str]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimPhrase:
    """Words that claim something of cells: that they are 0, or, with `nonzero`, that they are not.

    `silent_if_said` is a row of 表三: a text that gives its figure means the claim otherwise.
    """

    name: str
    words: re.Pattern[str]
    unless: re.Pattern[str] | None
    within: re.Pattern[str] | None
    subjects: frozenset[str]
    mentions: tuple[Mention, ...]
    nonzero: bool
    silent_if_said: str
    mentioned_in_sentence: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim found in a sentence, and the cells it speaks of."""

    passage: Passage
    phrase: ClaimPhrase
    words: str
    cells: tuple[str, ...]


def claims_in(passages: tuple[Passage, ...], report: Report, name: str) -> Iterator[Claim]:
    """Every claim of one kind that is about this office and this year."""
    phrase = claim_phrases()[name]
    for passage in passages:
        if passage.is_heading:
            continue
        for match in phrase.words.finditer(passage.plain):
            claim = _claim(passage, phrase, match, report)
            if claim is not None:
                yield claim


@cache
def claim_phrases() -> Mapping[str, ClaimPhrase]:
    """The claims known, by name."""
    data = tomllib.loads(resource("rules", "narrative.toml").read_text("utf-8"))
    return {item["name"]: _phrase(item) for item in data["claim"]}


def _phrase(item: TomlTable) -> ClaimPhrase:
    mentions = tuple(
        Mention(re.compile(mention["mention"]), tuple(map(cell_of, mention["cells"])))
        for mention in item.get("zero", item.get("nonzero"))
    )
    said = item.get("silent_if_said", "")
    return ClaimPhrase(
        item["name"],
        re.compile(item["words"]),
        re.compile(item["unless"]) if "unless" in item else None,
        re.compile(item["within"]) if "within" in item else None,
        frozenset(item.get("subjects", ())),
        mentions,
        "nonzero" in item,
        cell_of(said) if said else "",
        item.get("mentioned_in_sentence", False),
    )


def _claim(
    passage: Passage, phrase: ClaimPhrase, match: re.Match[str], report: Report
) -> Claim | None:
    text = passage.plain
    end = _CLAUSE_END.search(text, match.end())
    stop = end.start() if end else len(text)
    start = _CLAUSE_START.search(text[: match.start()])
    clause = text[start.end() if start else 0 : stop]
    lead = text[: match.start()]
    if (
        (phrase.unless and phrase.unless.search(clause))
        or (phrase.within and not phrase.within.search(text + passage.heading))
        or (phrase.subjects and _subject(lead + match[0], passage, report) not in phrase.subjects)
        or not is_about_year(lead + match[0], report.year)
        or of_other_office(lead + match[0], report.agency)
    ):
        return None
    spoken = text[:stop] if phrase.mentioned_in_sentence else text[match.start() : stop]
    cells = [
        name
        for mention in phrase.mentions
        if mention.words.search(spoken)
        for name in mention.cells
        if name in report.form.slots()
    ]
    words = passage.sentence.text[match.start() : stop]
    return Claim(passage, phrase, words, tuple(cells)) if cells else None


def _subject(lead: str, passage: Passage, report: Report) -> str | None:
    return phrases_for(report.year).subject_of(lead, passage.heading)
