"""A report on its way to paper: what its office means, how it is printed, what a person reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any

from desktop.report.form import Form, FormTable, Slot
from desktop.report.outline import official_sections
from desktop.report.values import Number, format_number
from tests.adversarial.sums import violated, wrong_alone

_NUMERALS = "一二三四五六"


class Ink(StrEnum):
    """What a run of characters is made of."""

    TEXT = "text"
    CURVES = "curves"
    """outlines of the glyphs, filled"""
    PICTURE = "picture"
    INVISIBLE = "invisible"
    """text mode 3: neither filled nor stroked"""
    WHITE = "white"
    CLIPPED = "clipped"
    """outside the clipping path"""
    LAYER_OFF = "layer off"
    """on an optional layer that is not shown"""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look; `size` and `rise` are parts of the table's size."""

    text: str
    size: float = 1.0
    rise: float = 0.0
    struck: bool = False
    underlined: bool = False
    bold: bool = False
    link: bool = False
    ink: Ink = Ink.TEXT


Line = tuple[Run, ...]
Box = tuple[float, float, float, float]
"""left, top, right, bottom"""
Painter = Callable[[Any, Box], None]
"""draws onto a pen's page, over or under what stands in a box"""


@dataclass
class Draft:
    """A report that kinds may alter before it is printed."""

    random: Random
    form: Form
    agency: str
    year: int
    values: dict[str, Number]
    """what the office means to say"""
    tables: dict[str, FormTable]
    """as printed"""
    zero: str = "0"
    contents: dict[str, list[Line]] = field(default_factory=dict)
    """what stands in a cell, if not simply its number"""
    seen: dict[str, Number | None] = field(default_factory=dict)
    """what a person reads where it is not the value; None: no certain number"""
    ask: set[str] = field(default_factory=set)
    """cells that a person should be asked to look at"""
    may: set[str] = field(default_factory=set)
    """cells that may be doubted, and then be without a number"""
    expected: set[str] = field(default_factory=set)
    """error rules that are right here"""
    title: list[str] = field(default_factory=list)
    headings: dict[int, str] = field(default_factory=dict)
    headings_inside: set[int] = field(default_factory=set)
    """sections whose heading is the first row of their table"""
    look: dict[str, Any] = field(default_factory=dict)
    """choices of the producers"""
    under: dict[str, list[Painter]] = field(default_factory=dict)
    """drawn under what stands in a cell"""
    over: dict[str, list[Painter]] = field(default_factory=dict)
    """drawn over a cell"""
    on_table: dict[str, list[Painter]] = field(default_factory=dict)
    """drawn over each part of a table"""
    under_page: list[Painter] = field(default_factory=list)
    over_page: list[Painter] = field(default_factory=list)
    """drawn after the last section"""
    parts: list[str] = field(default_factory=list)
    """the kinds that one kind is made of"""
    after: list[Callable[[Path], None]] = field(default_factory=list)
    """what is done to the file"""
    places: dict[str, tuple[int, Box]] = field(default_factory=dict)
    """page (from 0) and box of each cell, known when it is drawn"""

    def __post_init__(self) -> None:
        for section in official_sections():
            self.headings[section.number] = f"{_NUMERALS[section.number - 1]}、{section.title}"
        self.title = [f"{self.agency}{self.year}年政府信息公开工作年度报告"]

    def style(self, **choices: Any) -> None:
        """Ask the pen for these choices of its style."""
        self.look.setdefault("style", {}).update(choices)

    def slots(self) -> Iterable[Slot]:
        """The cells that are printed, those that the form does not know included."""
        return (slot for table in self.tables.values() for slot in table.slots())

    def printed(self, name: str) -> str:
        """The plain text of a cell; cells that the form does not know are blank unless told."""
        number = self.values.get(name)
        if number is None:
            return ""
        return self.zero if number == 0 else format_number(number)

    def lines(self, name: str) -> list[Line]:
        """What stands in a cell."""
        if name in self.contents:
            return self.contents[name]
        text = self.printed(name)
        return [(Run(text),)] if text else []

    def write(self, name: str, *runs: Run) -> None:
        """Let these runs on one line stand in a cell."""
        self.contents[name] = [runs]

    def reading(self) -> dict[str, Number | None]:
        """What a person reads."""
        return {name: self.seen.get(name, self.values[name]) for name in self.form.slots()}

    def truth(self) -> dict[str, Any]:
        """The JSON beside the report."""
        reading = self.reading()
        return {
            "form": self.form.id,
            "agency": self.agency,
            "year": self.year,
            "values": {name: plain(number) for name, number in reading.items()},
            "broken": [{"cells": list(e.cells)} for e in violated(self.form, reading)],
            "expected": sorted(self.expected | wrong_alone(self.agency, reading)),
            "ask": sorted(self.ask),
            "may": sorted(self.may),
            "parts": self.parts,
        }


def plain(number: Number | None) -> int | float | None:
    """A number as JSON has it."""
    return float(number) if isinstance(number, Decimal) and number % 1 else _whole(number)


def _whole(number: Number | None) -> int | None:
    return None if number is None else int(number)


def tables_of(form: Form) -> dict[str, FormTable]:
    """The tables of a form by name."""
    return {table.table: table for table in form.tables}


def named(names: Mapping[str, Slot], *tables: str) -> list[str]:
    """The names of the cells of these tables."""
    return [name for name, slot in names.items() if slot.table in tables]
