"""Report sets made at random, with what is wrong in them counted by plain means."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from desktop.geometry import Box
from desktop.report.model import Report, Section, Sentence, Source
from desktop.report.values import Number
from desktop.sets.roster import Roster
from desktop.sets.set_report import SetReport, set_report_of
from desktop.sets.unit import Unit
from tests.builders import report_of
from tests.packaged import check
from tests.sets.figures import (
    ADDING,
    COLUMNS,
    Values,
    break_chain,
    copied_text,
    made_text,
    shift,
    summed,
    values_of_year,
)

_KINDS = (
    "教育局", "财政局", "民政局", "司法局", "水利局", "审计局", "统计局", "商务局", "林业局",
    "信访局", "农业农村局", "交通运输局", "卫生健康局", "应急管理局", "自然资源和规划局",
    "市场监督管理局", "柳河乡人民政府", "南岭镇人民政府", "城关镇人民政府", "青石街道办事处",
)  # fmt: skip
_COUNTIES = ("清源县", "云山市", "临河区", "白水县", "永宁县", "安泽县")


@dataclass
class SetTruth:
    """What is wrong in a set; sums as (parent, cell) to (its figure, the sum)."""

    missing: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    strays: set[str] = field(default_factory=set)
    chain: set[tuple[str, str]] = field(default_factory=set)
    sums: dict[tuple[str, str], tuple[Number, Number]] = field(default_factory=dict)
    alike: set[frozenset[tuple[str, int]]] = field(default_factory=set)
    late: set[str] = field(default_factory=set)


@dataclass
class MadeReports:
    """A set: its roster, its reports as they were handed in, and the truth."""

    roster: Roster
    year: int
    reports: list[SetReport]
    truth: SetTruth


def made_set(seed: int) -> MadeReports:
    """A county's reports of two years, some of them wrong in ways that the truth names."""
    rng = random.Random(seed)
    county, year = rng.choice(_COUNTIES), rng.randint(2022, 2026)
    parent = f"{county}人民政府"
    units = [f"{county}{kind}" for kind in rng.sample(_KINDS, rng.randint(8, 16))]
    last = {unit: values_of_year(rng, {}) for unit in units}
    now = {unit: values_of_year(rng, last[unit]) for unit in units}
    for unit in rng.sample(units, rng.randint(0, 3)):
        break_chain(rng, now[unit])
    last[parent] = summed(values_of_year(rng, {}), last)
    now[parent] = summed(values_of_year(rng, last[parent]), now)
    for _ in range(rng.randint(0, 3)):
        shift(rng, now[parent])
    texts = {(unit, y): made_text(rng) for unit in (*units, parent) for y in (year - 1, year)}
    truth = SetTruth()
    one, two, own = rng.sample(units, 3)
    if rng.random() < 0.7:
        texts[two, year] = copied_text(rng, texts[one, year])
        truth.alike.add(frozenset({(one, year), (two, year)}))
    if rng.random() < 0.7:
        texts[own, year] = copied_text(rng, texts[own, year - 1])
        truth.alike.add(frozenset({(own, year - 1), (own, year)}))
    absent = set(rng.sample([u for u in units if u not in (one, two, own)], rng.randint(0, 2)))
    truth.missing = absent
    reports = list(_reports(rng, year, (last, now), texts, absent))
    again = rng.choice([unit for unit in units if unit not in absent])
    if rng.random() < 0.6:
        reports.append(_again(rng, again, year, now[again], texts[again, year]))
        truth.twice.add(again)
    if rng.random() < 0.6:
        stray = f"宁远市{rng.choice(_KINDS[:16])}"
        reports.append(
            _report(stray, year, values_of_year(rng, {}), made_text(rng), None, "stray.pdf")
        )
        truth.strays.add(stray)
    reports = [_signed(rng, report, year, truth) for report in reports]
    rng.shuffle(reports)
    handed_in = {unit: now[unit] for unit in (*units, parent) if unit not in absent}
    truth.chain = set(_chain(handed_in, last))
    truth.sums = dict(_sums(parent, handed_in))
    named = [Unit(parent), *(Unit(unit, parent=parent) for unit in units)]
    return MadeReports(Roster(tuple(named)), year, reports, truth)


def _chain(now: Mapping[str, Values], last: Mapping[str, Values]) -> Iterator[tuple[str, str]]:
    for unit, values in now.items():
        before = last[unit]
        for column in COLUMNS:
            cell = f"applications.carried_in.{column}"
            if values[cell] != before[f"applications.carried_out.{column}"]:
                yield unit, cell
        for kind in ("regulation", "normative"):
            known = before[f"proactive.{kind}.in_force"] + values[f"proactive.{kind}.issued"]
            if values[f"proactive.{kind}.in_force"] != known - values[f"proactive.{kind}.repealed"]:
                yield unit, f"proactive.{kind}.in_force"


def _sums(
    parent: str, now: Mapping[str, Values]
) -> Iterator[tuple[tuple[str, str], tuple[Number, Number]]]:
    below = [values for unit, values in now.items() if unit != parent]
    for cell in ADDING:
        total = sum((values[cell] for values in below), 0)
        if now[parent][cell] != total:
            yield (parent, cell), (now[parent][cell], total)


def _reports(
    rng: random.Random,
    year: int,
    years: tuple[Mapping[str, Values], Mapping[str, Values]],
    texts: Mapping[tuple[str, int], tuple[str, ...]],
    absent: set[str],
) -> Iterator[SetReport]:
    last, now = years
    for number, unit in enumerate(now):
        before = _bare(unit, year - 1, last[unit], texts[unit, year - 1])
        kept = unit not in absent or rng.random() < 0.5
        if kept:
            yield _of(before, None, f"{number}-last.pdf")
        if unit not in absent:
            yield _of(_bare(unit, year, now[unit], texts[unit, year]), before, f"{number}.pdf")


def _signed(rng: random.Random, report: SetReport, year: int, truth: SetTruth) -> SetReport:
    """With a date below it, before the day by which the law wants it or after."""
    governs = report.agency.endswith(("人民政府", "街道办事处"))
    deadline = date(year + 1, 3 if governs else 1, 31)
    signed = deadline + timedelta(days=rng.choice((-20, -1, 0, 0, 0, 1, 30)))
    if report.year == year and signed > deadline and report.agency not in truth.strays:
        truth.late.add(report.agency)
    return replace(report, signed=signed)


def _again(
    rng: random.Random, unit: str, year: int, values: Values, text: tuple[str, ...]
) -> SetReport:
    other = {**values, "proactive.normative.issued": values["proactive.normative.issued"] + 1}
    return _report(unit, year, rng.choice((values, other)), text, None, "again.pdf")


def _bare(unit: str, year: int, values: Values, text: tuple[str, ...]) -> Report:
    source = Source(1, Box(72.0, 100.0, 500.0, 112.0))
    sentences = tuple(Sentence(sentence, (source,)) for sentence in text)
    section = Section(1, 1, "总体情况", source, sentences)
    return replace(report_of(values), agency=unit, year=year, sections=(section,))


def set_report(
    unit: str, year: int, values: Mapping[str, Number], name: str = "a.pdf"
) -> SetReport:
    """A report without text, its other cells 0."""
    return _of(_bare(unit, year, {**values}, ()), None, name)


def _of(report: Report, previous: Report | None, name: str) -> SetReport:
    return set_report_of(report, check(report, previous=previous), Path(name), name)


def _report(
    unit: str, year: int, values: Values, text: tuple[str, ...], previous: Report | None, name: str
) -> SetReport:
    return _of(_bare(unit, year, values, text), previous, name)
