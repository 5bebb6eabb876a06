"""Drafts at random, printed into a folder with the truth beside each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final

from desktop.report.form import Form
from tests.adversarial import catalogue
from tests.adversarial.draft import Draft, tables_of
from tests.adversarial.figures import break_sums, figures, office
from tests.adversarial.kinds import Kind
from tests.adversarial.producers import Producer
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED

_FORMS: Final = {form.id: form for form in (FORM_2021, FORM_2019, FORM_MIXED)}
_ZEROS: Final = ("0", "0", "0", "0", "", "-", "/", "—", "无")
BROKEN: Final = 0.3
"""the part of reports with sums broken on purpose"""
_WEIGHTS: Final = {"pen": 36, "platypus": 16, "chromium": 30, "writer": 18}


def draw_reports(
    folder: Path, seed: str, count: int, kinds: Sequence[Kind], producers: Sequence[Producer]
) -> list[Path]:
    """Draw so many reports, the kinds in turn; kinds that nobody here can print are left out."""
    by_name = {producer.name: producer for producer in producers}
    able = [kind for kind in kinds if set(kind.via) & set(by_name)]
    made: list[Path] = []
    taken: set[str] = set()
    for number in range(count if able else 0):
        kind = able[number % len(able)]
        random = Random(f"{seed} {kind.name} {number // len(able)}")
        name = _producer_for(random, kind, by_name)
        draft = draft_for(random, kind, taken)
        path = folder / f"{kind.name}_{name}_{number // len(able)}.pdf"
        by_name[name].take(draft, path)
        truth = {**draft.truth(), "kind": kind.name, "producer": name}
        path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False), "utf-8")
        made.append(path)
    for producer in producers:
        producer.finish()
    return made


def draft_for(random: Random, kind: Kind, taken: set[str]) -> Draft:
    """A draft of this kind, of an office that is none of those taken."""
    form, agency = _form_for(random, kind), office(random, taken)
    values = figures(random, form, agency)
    if random.random() < BROKEN:
        break_sums(random, values)
    years = (2019, 2020) if form.id == "2019" else range(2021, 2026)
    draft = Draft(random, form, agency, random.choice(years), values, tables_of(form))
    draft.zero = random.choice(_ZEROS)
    kind.alter(draft)
    return draft


def left_out(kinds: Sequence[Kind], producers: Sequence[Producer]) -> Iterator[str]:
    """The kinds that none of these producers can print."""
    names = {producer.name for producer in producers}
    return (kind.name for kind in kinds if not set(kind.via) & names)


def _form_for(random: Random, kind: Kind) -> Form:
    return _FORMS[kind.form or random.choice(("2021",) * 5 + ("mixed", "2019"))]


def _producer_for(random: Random, kind: Kind, producers: dict[str, Producer]) -> str:
    names = [name for name in kind.via if name in producers]
    return random.choices(names, [_WEIGHTS[name] for name in names])[0]


assert catalogue.THEMES, "the kinds register themselves when their themes are imported"
