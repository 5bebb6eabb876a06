"""Made-up running text of reports: from a pool of stock sentences, and copied from each other.

A county's offices write with stock sentences, each with the words of its slots put in anew. A copy
keeps a part of another report's sentences, in their order, and has other names and numbers.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.sets.similarity import ReportText
from tests.sets.stock_words import (
    HEADINGS,
    LEADS,
    MODIFIERS,
    OBJECTS,
    OFFICES,
    RESULTS,
    SLOTS,
    VERBS,
)


@dataclass(frozen=True, slots=True)
class Copied:
    """A planted copy: positions of the original and the copy, and the part that was copied."""

    original: int
    copy: int
    part: float


@dataclass(slots=True)
class MadeSet:
    """Texts, and which of them were copied."""

    texts: list[ReportText] = field(default_factory=list)
    copies: list[Copied] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Habits:
    """How the offices of a county write.

    `takes` of `pool` stock sentences go into a report, in the pool's order if `ordered`; `own`
    sentences are the office's own. A sentence has up to `clauses` clauses, and slots that each
    office fills in anew if `slots`.
    """

    pool: int
    takes: int
    own: int
    ordered: bool
    clauses: int = 3
    slots: bool = True


def habits(seed: random.Random) -> Habits:
    """Some county's habits: those who share an order of sentences share few of them."""
    pool = seed.randint(25, 60)
    ordered = seed.random() < 0.4
    most = 0.35 if ordered else 0.55
    takes = max(8, round(pool * seed.uniform(0.25, most)))
    return Habits(pool, takes, seed.randint(0, 6), ordered, seed.randint(1, 5))


def stock_sentence(seed: random.Random, most: int = 3) -> str:
    """A sentence of some clauses with slots in it."""
    clauses = [
        seed.choice(("{adverb}", "{adverb}", "", "", ""))
        + seed.choice(VERBS)
        + seed.choice((*MODIFIERS, *["{noun}"] * 6))
        + seed.choice(OBJECTS)
        for _ in range(seed.randint(1, most))
    ]
    lead = seed.choice(LEADS)
    text = "，".join([*([lead] if lead else []), *clauses, seed.choice(RESULTS)]) + "。"
    return "{office}" + text if seed.random() < 0.15 else text


def filled(sentence: str, seed: random.Random) -> str:
    """A stock sentence with the words of its slots."""
    for slot, words in SLOTS.items():
        while f"{{{slot}}}" in sentence:
            sentence = sentence.replace(f"{{{slot}}}", seed.choice(words), 1)
    while "{count}" in sentence:
        sentence = sentence.replace("{count}", str(seed.randint(1, 400)), 1)
    return sentence


def office_name(number: int, region: str = "清源县") -> str:
    """A name of an office, another one for each number."""
    kind = OFFICES[number % len(OFFICES)]
    again = number // len(OFFICES)
    return f"{region}{kind}" + (f"第{again}分局" if again else "")


def names_of(name: str, region: str = "清源县") -> tuple[str, ...]:
    """What is left out of a text: the office's name, its short form, the region's."""
    return name, name.removeprefix(region), "县" + name.removeprefix(region), region, region[:-1]


def official(name: str, year: int, seed: random.Random) -> tuple[list[str], list[str]]:
    """What every report says: the sentences before its own, and those behind."""
    before = [
        f"本报告由{name}根据《中华人民共和国政府信息公开条例》（国务院令第711号）要求编制。",
        f"报告中所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
        f"如对本报告有疑问，请与{name}办公室联系（电话：0517-{seed.randint(1000000, 9999999)}）。",
        f"{year}年，{name}以习近平新时代中国特色社会主义思想为指导，坚持以公开为常态、不公开为例外。",
        f"{year}年共收到公民、法人和其他组织政府信息公开申请{seed.randint(0, 90)}件，"
        f"上年结转{seed.randint(0, 9)}件，均已办结。",
    ]
    behind = [
        "因政府信息公开工作被申请行政复议0件、被提起行政诉讼0件。",
        "按照《政府信息公开信息处理费管理办法》，本年度未收取信息处理费。",
    ]
    return before, behind


def laid_out(body: Sequence[str], name: str, year: int, seed: random.Random) -> tuple[str, ...]:
    """A report's sentences: the form's headings and official wording around its own body."""
    before, behind = official(name, year, seed)
    calls = (name, name[3:], "我局", "县" + name[3:])
    body = [text.replace("{office}", seed.choice(calls)) for text in body]
    step = max(1, len(body) // len(HEADINGS))
    for number, heading in enumerate(HEADINGS):
        part = body[number * step : (number + 1) * step if number < len(HEADINGS) - 1 else None]
        before += [heading, *part]
    return (*before, *behind)


@dataclass(slots=True)
class County:
    """Makes the reports of one county's offices."""

    seed: random.Random
    habits: Habits
    pool: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.pool = [self._sentence() for _ in range(self.habits.pool)]
        if not self.habits.slots:
            self.pool = [filled(sentence, self.seed) for sentence in self.pool]

    def body(self, own: int | None = None) -> list[str]:
        """The sentences of one report: stock ones and its own."""
        chosen = self.seed.sample(range(len(self.pool)), self.habits.takes)
        if self.habits.ordered:
            chosen.sort()
        sentences = [filled(self.pool[number], self.seed) for number in chosen]
        for _ in range(self.habits.own if own is None else own):
            place = self.seed.randint(0, len(sentences))
            sentences.insert(place, filled(self._sentence(), self.seed))
        return sentences

    def _sentence(self) -> str:
        return stock_sentence(self.seed, self.habits.clauses)

    def copy(self, body: Sequence[str], part: float) -> tuple[list[str], float]:
        """A copy of a body, with the part of its characters that was copied.

        Numbers are changed, two sentences change places, and so many sentences are replaced by
        others that `part` of the characters stays; the rest comes in blocks or one by one.
        """
        length = sum(map(len, body))
        rest = [*self.body(), *self.body(own=4)]
        replaced = self._replaced(body, length * (1 - part))
        new = [
            self.seed.choice((rest.pop(), reworded(text, self.seed)))
            if number in replaced
            else renumbered(text, self.seed)
            for number, text in enumerate(body)
        ]
        if len(new) > 3 and self.seed.random() < 0.5:
            place = self.seed.randrange(len(new) - 1)
            new[place], new[place + 1] = new[place + 1], new[place]
        return new, 1 - sum(len(body[number]) for number in replaced) / length

    def _replaced(self, body: Sequence[str], most: float) -> set[int]:
        """Numbers of sentences, of at most so many characters together."""
        order = list(range(len(body)))
        if self.seed.random() < 0.5:
            self.seed.shuffle(order)
        else:
            turn = self.seed.randrange(len(body))
            order = order[turn:] + order[:turn]
        replaced: set[int] = set()
        for number in order:
            most -= len(body[number])
            if most < 0:
                break
            replaced.add(number)
        return replaced


def renumbered(sentence: str, seed: random.Random) -> str:
    """The same sentence with other numbers."""
    return "".join(str(seed.randint(1, 9)) if char.isdigit() else char for char in sentence)


def reworded(sentence: str, seed: random.Random) -> str:
    """A sentence with the words of the same matter in another order and other verbs."""
    clauses = sentence.rstrip("。").split("，")
    seed.shuffle(clauses)
    return "，".join(seed.choice(VERBS) + clause[2:] for clause in clauses) + "。"


def made_set(number: int, offices: int = 24, county_habits: Habits | None = None) -> MadeSet:
    """The set of a county with that number: this year's and last year's reports, some copied."""
    seed = random.Random(number)
    county = County(seed, county_habits or habits(seed))
    made = MadeSet()
    bodies = {(office, year): county.body() for office in range(offices) for year in (2023, 2024)}
    planted: list[tuple[tuple[int, int], tuple[int, int], float]] = []
    taken = seed.sample(range(offices), 12)
    # The same office again: one report carried over, one of which a third was kept.
    for office, part in ((taken[0], seed.uniform(0.7, 1)), (taken[1], seed.uniform(0.25, 0.33))):
        bodies[office, 2024], kept = county.copy(bodies[office, 2023], part)
        planted.append(((office, 2023), (office, 2024), kept))
    for place, part in enumerate((1.0, seed.uniform(0.7, 0.9), seed.uniform(0.7, 1))):
        original, copier = taken[2 + 2 * place : 4 + 2 * place]
        bodies[copier, 2024], kept = county.copy(bodies[original, 2024], part)
        planted.append(((original, 2024), (copier, 2024), kept))
    keys = list(bodies)
    seed.shuffle(keys)
    for office, year in keys:
        name = office_name(office)
        sentences = laid_out(bodies[office, year], name, year, seed)
        made.texts.append(ReportText(name, year, sentences, names_of(name)))
    places = {key: place for place, key in enumerate(keys)}
    made.copies = [Copied(places[a], places[b], part) for a, b, part in planted]
    return made
